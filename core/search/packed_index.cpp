#include <kith/search/packed_index.h>

#include "index_parts.h"

#include <algorithm>
#include <bit>
#include <deque>
#include <functional>
#include <set>

namespace kith::search {

namespace {

constexpr int kFormat = 1;

/// What comes next in a piece; it is followed by the number of a field and the bytes.
enum class Section : std::uint8_t { People = 1, Names, Words, Values, Lists, End };

std::array<WordField*, 3> wordFields(Index::Parts& parts)
{
    return {&parts.names, &parts.notes, &parts.contacts};
}

void packPeople(const Index::Parts& parts, Packer& into)
{
    into.putAll(std::span(parts.numbers));
    into.putAll(std::span(parts.latest));
    into.put(static_cast<std::uint64_t>(parts.living));
    into.put(static_cast<std::uint64_t>(parts.finished));
    parts.alive.pack(into, parts.size());
    for (const Bits& facet : parts.facets) facet.pack(into, parts.size());
    parts.column.pack(into, parts.size());
}

bool unpackPeople(Unpacker& from, Index::Parts& parts)
{
    parts.numbers = from.getAll<std::uint32_t>();
    parts.latest = from.getAll<std::uint32_t>();
    parts.living = from.get<std::uint64_t>();
    parts.finished = from.get<std::uint64_t>();
    const auto unpackBits = [&](Bits& bits) { return bits.unpack(from) && bits.size() == parts.size(); };
    return unpackBits(parts.alive) && std::ranges::all_of(parts.facets, unpackBits)
        && parts.column.unpack(from, parts.size())
        && std::ranges::all_of(parts.latest, [&](std::uint32_t person) { return person <= parts.size(); })
        && std::ranges::all_of(parts.numbers, [&](std::uint32_t number) { return number < parts.latest.size(); });
}

void packNames(const Index::Parts& parts, Packer& into)
{
    into.putAll(std::span(parts.nameBegins));
    into.putAll(std::span(parts.nameWords));
    into.put(static_cast<std::uint32_t>(parts.spelled.size()));
    for (const auto& [term, spelling] : parts.spelled) {
        into.put(term);
        into.putText(spelling);
    }
}

bool unpackNames(Unpacker& from, Index::Parts& parts)
{
    parts.nameBegins = from.getAll<std::uint32_t>();
    parts.nameWords = from.getAll<Term>();
    for (auto spelled = from.get<std::uint32_t>(); spelled > 0 && from.good(); --spelled) {
        const auto term = from.get<Term>();
        parts.spelled.emplace(term, from.getText());
    }
    return from.good();
}

/// Nobody whom a list, a bit or a name speaks of is beyond those who are there.
bool fitsTogether(Index::Parts& parts)
{
    const std::size_t people = parts.size();
    const auto isNobody = [&](const Bits& bits) {
        bool nobody = true;
        bits.forEach([&](Person person) { return nobody = person < people; });
        return nobody;
    };
    return parts.nameBegins.size() == people + 1 && parts.nameBegins.front() == 0
        && std::ranges::is_sorted(parts.nameBegins) && parts.nameBegins.back() == parts.nameWords.size()
        && std::ranges::all_of(parts.nameWords, [&](Term term) { return term < parts.names.words().size(); })
        && isNobody(parts.alive) && std::ranges::all_of(parts.facets, isNobody) && parts.living == parts.alive.count()
        && std::ranges::all_of(wordFields(parts), [&](WordField* field) { return field->ready(people); })
        && std::ranges::all_of(parts.shared, [&](ValueField& field) { return field.ready(people); });
}

std::unexpected<Error> corrupt()
{
    return fail(ErrorCode::Corrupt, "What is kept of the search index is damaged; it will be made anew.");
}

}  // namespace

std::string packedIndexFormat()
{
    return std::to_string(kFormat) + (std::endian::native == std::endian::little ? "-little" : "-big");
}

struct IndexPacker::Steps {
    std::size_t bytes;
    std::deque<std::function<void(Packer&)>> left{};

    void add(Section section, std::size_t field, std::function<void(Packer&)> what)
    {
        left.emplace_back([section, field, what = std::move(what)](Packer& into) {
            into.put(section);
            into.put(static_cast<std::uint8_t>(field));
            what(into);
        });
    }
    void addLists(std::size_t field, const Postings& postings)
    {
        for (Postings::List from = 0; from < postings.size();) {
            const auto to = postings.upToBytes(from, bytes);
            add(Section::Lists, field, [&postings, from, to](Packer& into) { postings.pack(from, to, into); });
            from = to;
        }
    }
};

IndexPacker::IndexPacker(const Index& index, std::size_t bytes) : steps_(std::make_unique<Steps>(bytes))
{
    Index::Parts& parts = *index.parts_;
    steps_->add(Section::People, 0, [&parts](Packer& into) { packPeople(parts, into); });
    steps_->add(Section::Names, 0, [&parts](Packer& into) { packNames(parts, into); });
    std::size_t number = 0;
    for (WordField* field : wordFields(parts)) {
        steps_->add(Section::Words, number, [field](Packer& into) { field->packWords(into); });
        steps_->addLists(number++, field->people());
    }
    for (const ValueField& field : parts.shared) {
        steps_->add(Section::Values, number, [&field](Packer& into) { field.packValues(into); });
        steps_->addLists(number++, field.people());
    }
    steps_->add(Section::End, 0, [](Packer&) { });
}

IndexPacker::~IndexPacker() = default;

std::string IndexPacker::next()
{
    Packer piece;
    for (; piece.size() < steps_->bytes && !steps_->left.empty(); steps_->left.pop_front()) steps_->left.front()(piece);
    return piece.take();
}

struct IndexUnpacker::Parts {
    Index index;
    std::set<std::pair<Section, std::size_t>> taken{};  ///< but for lists, which come in several pieces

    [[nodiscard]] bool has(Section section) const { return taken.contains({section, 0}); }

    bool take(Unpacker& from, Index::Parts& parts)
    {
        const auto section = from.get<Section>();
        const std::size_t field = from.get<std::uint8_t>();
        const auto words = wordFields(parts);
        const bool isWords = field < words.size();
        const std::size_t shared = field - words.size();
        // What is behind is checked against who is there.
        const bool inOrder = has(Section::People) != (section == Section::People) && !has(Section::End);
        if (!inOrder || (!isWords && shared >= parts.shared.size())) return false;
        if (section != Section::Lists && !taken.emplace(section, field).second) return false;
        switch (section) {
        case Section::People: return unpackPeople(from, parts);
        case Section::Names: return unpackNames(from, parts);
        case Section::Words: return isWords && words.at(field)->unpackWords(from);
        case Section::Values: return !isWords && parts.shared.at(shared).unpackValues(from);
        case Section::Lists:
            return (isWords ? words.at(field)->people() : parts.shared.at(shared).people()).unpack(from, parts.size());
        case Section::End: return from.good();
        }
        return false;
    }
};

IndexUnpacker::IndexUnpacker() : parts_(std::make_unique<Parts>()) { }
IndexUnpacker::~IndexUnpacker() = default;

Result<void> IndexUnpacker::add(std::string_view piece)
{
    Unpacker from(piece);
    while (!from.atEnd())
        if (!parts_->take(from, *parts_->index.parts_)) return corrupt();
    return {};
}

Result<Index> IndexUnpacker::finish()
{
    if (!parts_->has(Section::End) || !fitsTogether(*parts_->index.parts_)) return corrupt();
    return std::move(parts_->index);
}

}  // namespace kith::search
