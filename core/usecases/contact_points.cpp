#include <kith/usecases/contact_points.h>

#include <kith/usecases/edit_rules.h>

#include <algorithm>

namespace kith {

namespace {

/// The person's other contact point of the same kind and key.
std::optional<Id> twinOf(const Services& services, const Id& person, ContactKind kind, std::string_view value,
                         const std::vector<Id>& except)
{
    const std::string region = edits::region(services);
    const std::string key = contactKey(kind, value, region);
    for (const Row& row : edits::rowsOf(services.reader, Kind::ContactPoint, contact_point::person, person)) {
        if (std::ranges::find(except, row.id) != except.end()
            || intOf(edits::fieldOf(row, contact_point::kind)) != static_cast<std::int64_t>(kind))
            continue;
        if (contactKey(kind, textOf(edits::fieldOf(row, contact_point::value)), region) == key) return row.id;
    }
    return std::nullopt;
}

}  // namespace

Result<ChangeSet> AddContactPoint::run(const Id& person, ContactKind kind, std::string_view value,
                                       std::string_view label) const
{
    KITH_TRY(edit, edits::typedEditOf(services_, CommandKind::EditContactPoints, person));
    KITH_TRY(clean, edits::checkedContact(services_, kind, value));
    KITH_TRY(cleanLabel, edits::oneLine(label, "The label"));
    if (const auto twin = twinOf(services_, person, kind, clean, {})) {
        if (!cleanLabel.empty())
            edit.put(Kind::ContactPoint, *twin).fields = {{contact_point::label, textValue(cleanLabel)}};
    } else {
        edit.put(Kind::ContactPoint, services_.ids.make()).fields = {{contact_point::person, person},
                                                                     {contact_point::kind, enumValue(kind)},
                                                                     {contact_point::value, textValue(clean)},
                                                                     {contact_point::label, textValue(cleanLabel)}};
    }
    return services_.writer.apply(edit);
}

Result<ChangeSet> EditContactPoint::run(const Id& id, std::string_view value, std::string_view label) const
{
    KITH_TRY(row, edits::findRow(services_.reader, Kind::ContactPoint, id, "contact point"));
    const Id person = idOf(edits::fieldOf(row, contact_point::person));
    const auto kind = static_cast<ContactKind>(intOf(edits::fieldOf(row, contact_point::kind)));
    KITH_TRY(edit, edits::typedEditOf(services_, CommandKind::EditContactPoints, person));
    KITH_TRY(clean, edits::checkedContact(services_, kind, value));
    KITH_TRY(cleanLabel, edits::oneLine(label, "The label"));
    std::vector<Id> same{id};
    for (const Row& twin : edits::twinsOf(services_, row, contact_point::person)) same.push_back(twin.id);
    if (twinOf(services_, person, kind, clean, same))
        return fail(ErrorCode::BadInput, "This person already has that contact point; nothing was changed.");
    for (const Id& each : same)
        edit.put(Kind::ContactPoint, each).fields = {{contact_point::value, textValue(clean)},
                                                     {contact_point::label, textValue(cleanLabel)}};
    return services_.writer.apply(edit);
}

Result<ChangeSet> RemoveContactPoint::run(const Id& id) const
{
    return edits::removePartOf(services_, CommandKind::EditContactPoints, Kind::ContactPoint, contact_point::person, id,
                               "contact point");
}

}  // namespace kith
