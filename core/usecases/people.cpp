#include <kith/usecases/people.h>

#include <kith/base/text.h>
#include <kith/usecases/edit_rules.h>

#include <algorithm>

namespace kith {

namespace {

struct CleanContact {
    ContactKind kind;
    std::string value;
};

Result<std::vector<CleanContact>> contactsOf(const Services& services, const PersonInput& input)
{
    std::vector<CleanContact> contacts;
    std::vector<std::string> keys;
    const auto take = [&](ContactKind kind, const std::vector<std::string>& values) -> Result<void> {
        for (const std::string& value : values) {
            if (trim(value).empty()) continue;
            KITH_TRY(clean, edits::checkedContact(services, kind, value));
            std::string key = contactKey(kind, clean, edits::region(services));
            if (std::ranges::find(keys, key) != keys.end()) continue;
            keys.push_back(std::move(key));
            contacts.push_back({kind, std::move(clean)});
        }
        return {};
    };
    KITH_CHECK(take(ContactKind::Email, input.emails));
    KITH_CHECK(take(ContactKind::Phone, input.phones));
    KITH_CHECK(take(ContactKind::Url, input.urls));
    return contacts;
}

bool isListed(const Edit& edit, Kind kind, const Id& id)
{
    return std::ranges::any_of(edit.rows, [&](const RowEdit& known) { return known.kind == kind && known.id == id; });
}

/// Removes what hangs on a person through one reference field.
void removeReferring(const Services& services, Edit& edit, Kind kind, FieldIndex field, const Id& person)
{
    for (const Row& row : edits::rowsOf(services.reader, kind, field, person)) {
        if (!isListed(edit, kind, row.id)) edit.remove(kind, row.id);
    }
}

/// Forgets who it was where the rest of the row stays true.
void clearReferring(const Services& services, Edit& edit, Kind kind, FieldIndex field, const Id& person)
{
    for (const Row& row : edits::rowsOf(services.reader, kind, field, person)) {
        if (!isListed(edit, kind, row.id)) edit.put(kind, row.id).fields = {{field, Value{}}};
    }
}

void leaveInteractions(const Services& services, Edit& edit, const Id& person)
{
    const Id shown = services.reader.shownFor(person);
    const Id me = edits::me(services);
    for (const Row& part : edits::rowsOf(services.reader, Kind::Participant, participant::person, person)) {
        if (isListed(edit, Kind::Participant, part.id)) continue;
        edit.remove(Kind::Participant, part.id);
        const Id conversation = idOf(edits::fieldOf(part, participant::interaction));
        const auto all = edits::rowsOf(services.reader, Kind::Participant, participant::interaction, conversation);
        const bool othersLeft = std::ranges::any_of(all, [&](const Row& row) {
            const Id who = services.reader.shownFor(idOf(edits::fieldOf(row, participant::person)));
            return who != shown && who != me;
        });
        if (othersLeft) continue;
        for (const Row& row : all)
            if (!isListed(edit, Kind::Participant, row.id)) edit.remove(Kind::Participant, row.id);
        for (const Row& row : edits::rowsOf(services.reader, Kind::Reminder, reminder::interaction, conversation))
            if (services.reader.shownFor(idOf(edits::fieldOf(row, reminder::person))) != shown)
                edit.put(Kind::Reminder, row.id).fields = {{reminder::interaction, Value{}}};
        edit.remove(Kind::Interaction, conversation);
    }
}

}  // namespace

Result<Id> AddPerson::run(const PersonInput& input) const
{
    KITH_TRY(name, edits::oneLine(input.name, "The name"));
    if (name.empty()) return fail(ErrorCode::BadInput, "Say the person's name; nothing was saved.");
    KITH_TRY(city, edits::oneLine(input.city, "The city"));
    KITH_TRY(title, edits::oneLine(input.title, "The title"));
    KITH_TRY(organisationName, edits::oneLine(input.organisation, "The organisation"));
    KITH_TRY(areaName, edits::oneLine(input.area, "The business area"));
    KITH_TRY(about, edits::checkedValue(Kind::Person, person::about, textValue(input.about)));
    KITH_TRY(contacts, contactsOf(services_, input));
    if (organisationName.empty() && !areaName.empty())
        organisationName = services_.reader.setting(settings::kOrganisation);

    Facets facets = input.facets;
    if (facets.bits == 0) facets.add(Facet::Talent);
    Edit edit = edits::typedEdit(services_, CommandKind::AddPerson, name);
    const Id id = services_.ids.make();
    edit.put(Kind::Person, id).fields = {{person::name, textValue(name)},
                                         {person::facets, std::int64_t{facets.bits}},
                                         {person::city, textValue(city)},
                                         {person::about, about}};
    const Id organisation = edits::namedOrNew(services_, edit, Kind::Organisation, organisationName);
    const Id area = edits::namedOrNew(services_, edit, Kind::Area, areaName);
    if (!title.empty() || !organisation.isNil() || !area.isNil())
        edit.put(Kind::Affiliation, services_.ids.make()).fields = {{affiliation::person, id},
                                                                    {affiliation::organisation, idValue(organisation)},
                                                                    {affiliation::area, idValue(area)},
                                                                    {affiliation::role, textValue(title)}};
    for (const CleanContact& contact : contacts)
        edit.put(Kind::ContactPoint, services_.ids.make()).fields = {{contact_point::person, id},
                                                                     {contact_point::kind, enumValue(contact.kind)},
                                                                     {contact_point::value, contact.value}};
    KITH_TRY(changes, services_.writer.apply(edit));
    return id;
}

Result<ChangeSet> EditPersonField::run(const Id& asked, FieldIndex field, const Value& value) const
{
    const Id person = services_.reader.shownFor(asked);
    KITH_TRY(row, edits::findPerson(services_.reader, person));
    KITH_TRY(checked, edits::checkedValue(Kind::Person, field, value));
    if (field == person::name && isNothing(checked))
        return fail(ErrorCode::BadInput, "A person needs a name; nothing was changed.");
    if (field != person::about && field != person::facets) {
        KITH_TRY(line, edits::oneLine(textOf(checked), "The text"));
        checked = textValue(line);
        if (field == person::name && line.empty())
            return fail(ErrorCode::BadInput, "A person needs a name; nothing was changed.");
    }
    Edit edit = edits::typedEdit(services_, CommandKind::EditPerson, textOf(edits::fieldOf(row, person::name)));
    edit.put(Kind::Person, person).fields = {{field, checked}};
    return services_.writer.apply(edit);
}

Result<ChangeSet> RemovePerson::run(const Id& person) const
{
    KITH_TRY(edit, edits::typedEditOf(services_, CommandKind::RemovePerson, person));
    leaveInteractions(services_, edit, person);
    removeReferring(services_, edit, Kind::Reminder, reminder::person, person);
    removeReferring(services_, edit, Kind::PersonSkill, person_skill::person, person);
    removeReferring(services_, edit, Kind::PersonTag, person_tag::person, person);
    removeReferring(services_, edit, Kind::PoolMember, pool_member::person, person);
    removeReferring(services_, edit, Kind::Placement, placement::person, person);
    removeReferring(services_, edit, Kind::Tie, tie::a, person);
    removeReferring(services_, edit, Kind::Tie, tie::b, person);
    removeReferring(services_, edit, Kind::ContactPoint, contact_point::person, person);
    removeReferring(services_, edit, Kind::Affiliation, affiliation::person, person);
    clearReferring(services_, edit, Kind::Reminder, reminder::assignee, person);
    clearReferring(services_, edit, Kind::PersonSkill, person_skill::observed_by, person);
    clearReferring(services_, edit, Kind::Placement, placement::assignee, person);
    clearReferring(services_, edit, Kind::Pool, pool::owner, person);
    clearReferring(services_, edit, Kind::Pipeline, pipeline::owner, person);
    for (const Id& record : edits::recordsOf(services_.reader, person)) {
        removeReferring(services_, edit, Kind::SamePerson, same_person::person, record);
        removeReferring(services_, edit, Kind::SamePerson, same_person::into, record);
        edit.remove(Kind::Person, record);
    }
    return services_.writer.apply(edit);
}

}  // namespace kith
