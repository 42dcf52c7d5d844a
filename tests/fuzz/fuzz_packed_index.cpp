// The pieces of a search index: whatever bytes the file has, they are refused, or an index comes of them that can be
// asked and changed.
#include <kith/search/packed_index.h>
#include <kith/search/parse.h>

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace kith::search;
    IndexUnpacker unpacker;
    if (!unpacker.add({reinterpret_cast<const char*>(data), size})) return 0;
    auto index = unpacker.finish();
    if (!index) return 0;
    static const AliasTable aliases({{kith::AliasKind::Title, {"lead", "manager"}}});
    for (const char* text :
         {"", "a", "ana ruix", "\"platform lead\" or german>=B2", "warmth>10 not spoken:60d", "note:b"})
        (void)index->ask(parse(text).query, {.everybody = true, .groups = true, .aliases = &aliases});
    (void)index->values(Field::City, "", 10);
    index->update({.person = 1, .name = "Ana Ruiz", .titles = {"Lead"}, .notes = {"budget"}});
    index->setWarmth(1, 50, {});
    (void)index->ask(parse("ana budget").query, {});
    return 0;
}
