#include <kith/usecases/taxonomy.h>

#include <kith/exchange/esco.h>

#include <fmt/format.h>

namespace kith {

namespace {

TaxonomySize sizeOf(std::span<const search::AliasGroup> groups)
{
    TaxonomySize size;
    for (const search::AliasGroup& group : groups) {
        ++(group.kind == AliasKind::Title ? size.titles : size.skills);
        size.names += group.names.size();
    }
    return size;
}

}  // namespace

std::vector<search::AliasGroup> taxonomyGroups(const WorkspaceReader& reader)
{
    const auto table = search::AliasTable::parse(reader.setting(settings::kTaxonomy));
    if (!table) return {};
    return {table->groups().begin(), table->groups().end()};
}

TaxonomySize taxonomySize(const WorkspaceReader& reader)
{
    return sizeOf(taxonomyGroups(reader));
}

Result<TaxonomySize> ImportTaxonomy::run(std::span<const TaxonomyFile> files) const
{
    std::vector<search::AliasGroup> groups;
    for (const TaxonomyFile& file : files) {
        auto concepts = exchange::readEsco(file.text);
        if (!concepts)
            return fail(concepts.error().code,
                        fmt::format("{}: {} Nothing was changed.", file.name, concepts.error().message));
        for (exchange::EscoConcept& each : *concepts)
            groups.push_back({.kind = each.kind, .names = std::move(each.names)});
    }
    const std::string text = search::AliasTable::toText(groups);
    if (text.empty())
        return fail(ErrorCode::BadInput, "There are no other names of titles or skills in there; nothing was changed.");
    KITH_CHECK(services_.writer.setSetting(settings::kTaxonomy, text));
    return taxonomySize(services_.reader);
}

Result<void> ImportTaxonomy::remove() const
{
    return services_.writer.setSetting(settings::kTaxonomy, {});
}

}  // namespace kith
