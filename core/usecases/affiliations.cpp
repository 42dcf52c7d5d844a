#include <kith/usecases/affiliations.h>

#include <kith/usecases/edit_rules.h>

#include <algorithm>
#include <tuple>

namespace kith {

namespace {

/// The affiliation that has not ended; when there are several the one that is shown: which began last, or was made
/// last.
std::optional<Row> currentOf(const Services& services, const Id& person)
{
    auto rows = edits::rowsOf(services.reader, Kind::Affiliation, affiliation::person, person);
    std::erase_if(rows, [](const Row& row) { return !isNothing(edits::fieldOf(row, affiliation::until)); });
    if (rows.empty()) return std::nullopt;
    return *std::ranges::max_element(rows, {}, [](const Row& row) {
        const Value since = edits::fieldOf(row, affiliation::since);
        return std::tuple(!isNothing(since), intOf(since), row.id);
    });
}

}  // namespace

Result<ChangeSet> SetCurrentAffiliation::run(const Id& person, std::string_view role, std::string_view organisation,
                                             std::string_view area) const
{
    KITH_TRY(edit, edits::typedEditOf(services_, CommandKind::EditAffiliation, person));
    KITH_TRY(cleanRole, edits::oneLine(role, "The role"));
    KITH_TRY(organisationName, edits::oneLine(organisation, "The organisation"));
    KITH_TRY(areaName, edits::oneLine(area, "The business area"));
    if (organisationName.empty() && !areaName.empty())
        organisationName = services_.reader.setting(settings::kOrganisation);

    const Id organisationId = edits::namedOrNew(services_, edit, Kind::Organisation, organisationName);
    const Id areaId = edits::namedOrNew(services_, edit, Kind::Area, areaName);
    const bool says = !cleanRole.empty() || !organisationId.isNil() || !areaId.isNil();

    const auto current = currentOf(services_, person);
    const Id before = current ? idOf(edits::fieldOf(*current, affiliation::organisation)) : Id{};
    // An organisation that was not known is filled in; it is not a change of employer.
    const bool stays = current && says && (before.isNil() || before == organisationId);
    if (current && !stays)
        edit.put(Kind::Affiliation, current->id).fields = {{affiliation::until, dateValue(edits::today(services_))}};
    if (says) {
        RowEdit& now = edit.put(Kind::Affiliation, stays ? current->id : services_.ids.make());
        if (!stays) now.fields.emplace_back(affiliation::person, person);
        now.fields.emplace_back(affiliation::organisation, idValue(organisationId));
        now.fields.emplace_back(affiliation::area, idValue(areaId));
        now.fields.emplace_back(affiliation::role, textValue(cleanRole));
    }
    return services_.writer.apply(edit);
}

}  // namespace kith
