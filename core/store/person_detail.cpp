#include <kith/store/reader.h>

#include "contacts.h"
#include "row_store.h"

namespace kith::store {

namespace {

std::optional<Date> dateAt(const sqlite::Statement& statement, int column)
{
    if (statement.isNull(column)) return std::nullopt;
    return Date{std::chrono::days{statement.integer(column)}};
}

std::optional<Date> dateIn(const Value& value)
{
    if (isNothing(value)) return std::nullopt;
    return Date{std::chrono::days{intOf(value)}};
}

/// Where a part of a person (a contact point, a skill …) comes from: the source of its most telling field.
Source partSource(const Interned& interned, const sqlite::Statement& statement, int column, FieldIndex field)
{
    const StampEntries stamps = decodeStamps(statement.blob(column));
    const StampEntry* entry = stampOf(stamps, field);
    if (entry == nullptr && !stamps.empty()) entry = &stamps.front();
    return entry != nullptr ? interned.source(entry->source) : Source{};
}

}  // namespace

std::optional<PersonDetail> Reader::person(const Id& id, Instant now, std::size_t interactions) const
{
    auto found = card(id, now);
    if (!found) return std::nullopt;
    PersonDetail detail;
    detail.card = std::move(*found);
    const auto stored = row(Kind::Person, id);
    if (!stored) return std::nullopt;
    detail.given = textOf(stored->values[person::given]);
    detail.family = textOf(stored->values[person::family]);
    detail.about = textOf(stored->values[person::about]);
    for (const FieldIndex field : {FieldIndex{person::name}, FieldIndex{person::city}, FieldIndex{person::about}}) {
        const auto& stamp = stored->stamps[field];
        if (isNothing(stored->values[field]) || !stamp) continue;
        detail.facts.push_back(
            {.field = field,
             .value = textOf(stored->values[field]),
             .source = stamp->source,
             .enteredAt = Instant{std::chrono::milliseconds{static_cast<std::int64_t>(stamp->time.milliseconds())}}});
    }
    detail.space = stored->space;
    detail.approach = {.approach = static_cast<Approach>(intOf(stored->values[person::approach])),
                       .reason = textOf(stored->values[person::approach_reason]),
                       .until = dateIn(stored->values[person::approach_until]),
                       .source =
                           stored->stamps[person::approach] ? stored->stamps[person::approach]->source : Source{}};
    addParts(detail, id);
    addPay(detail, id);
    addTies(detail, id);
    addTimeline(detail, id, interactions);
    detail.warmth = warmthOf(contactsOf(connection_, id).value_or(std::vector<Contact>{}), now);
    return detail;
}

void Reader::addParts(PersonDetail& detail, const Id& id) const
{
    auto contacts = connection_.query("SELECT id, kind, value, label, stamps FROM contact_point"
                                      " WHERE person = ? AND removed = 0 ORDER BY kind, rid",
                                      id);
    while (contacts.next())
        detail.contactPoints.push_back({contacts.id(0), static_cast<ContactKind>(contacts.integer(1)), contacts.text(2),
                                        contacts.text(3), partSource(*interned_, contacts, 4, contact_point::value)});

    auto work = connection_.query("SELECT a.id, a.organisation, o.name, r.name, a.role, a.since, a.until, a.stamps"
                                  " FROM affiliation a LEFT JOIN organisation o ON o.id = a.organisation"
                                  " LEFT JOIN area r ON r.id = a.area WHERE a.person = ? AND a.removed = 0"
                                  " ORDER BY a.until IS NOT NULL, a.until DESC, a.since DESC, a.rid DESC",
                                  id);
    while (work.next())
        detail.affiliations.push_back({work.id(0), work.id(1), work.text(2), work.text(3), work.text(4),
                                       dateAt(work, 5), dateAt(work, 6),
                                       partSource(*interned_, work, 7, affiliation::role)});

    auto skills = connection_.query(
        "SELECT ps.id, s.name, ps.level, ps.evidence, (SELECT name FROM person WHERE id = ps.observed_by),"
        " ps.observed_on, ps.stamps FROM person_skill ps JOIN skill s ON s.id = ps.skill"
        " WHERE ps.person = ? AND ps.removed = 0 ORDER BY ps.level DESC, s.match_key",
        id);
    while (skills.next())
        detail.skills.push_back({skills.id(0), skills.text(1), static_cast<SkillLevel>(skills.integer(2)),
                                 static_cast<Evidence>(skills.integer(3)), skills.text(4), dateAt(skills, 5),
                                 partSource(*interned_, skills, 6, person_skill::level)});

    auto tags = connection_.query("SELECT pt.id, t.name FROM person_tag pt JOIN tag t ON t.id = pt.tag"
                                  " WHERE pt.person = ? AND pt.removed = 0 ORDER BY t.match_key",
                                  id);
    while (tags.next()) detail.tags.push_back({tags.id(0), tags.text(1)});

    auto reminders =
        connection_.query("SELECT id FROM reminder WHERE person = ? AND removed = 0 AND state = 0 ORDER BY due", id);
    while (reminders.next())
        if (auto view = reminder(reminders.id(0))) detail.reminders.push_back(std::move(*view));
}

void Reader::addPay(PersonDetail& detail, const Id& id) const
{
    auto pay = connection_.query("SELECT id, amount, stated_on, stamps FROM pay_expectation"
                                 " WHERE person = ? AND removed = 0 ORDER BY stated_on DESC, rid DESC",
                                 id);
    while (pay.next())
        detail.pay.push_back(
            {pay.id(0), pay.text(1), dateAt(pay, 2), partSource(*interned_, pay, 3, pay_expectation::amount)});
}

void Reader::addTies(PersonDetail& detail, const Id& id) const
{
    constexpr int kMost = 500;
    auto ties = connection_.query("SELECT t.id, p.id, p.name, t.kind, t.strength, t.a = ?1, t.since, t.note, t.stamps"
                                  " FROM tie t JOIN person p ON p.id = CASE WHEN t.a = ?1 THEN t.b ELSE t.a END"
                                  " WHERE (t.a = ?1 OR t.b = ?1) AND t.removed = 0 AND p.removed = 0"
                                  " ORDER BY t.strength DESC, p.match_key LIMIT ?2",
                                  id, kMost);
    while (ties.next())
        detail.ties.push_back({.id = ties.id(0),
                               .person = ties.id(1),
                               .name = ties.text(2),
                               .kind = static_cast<TieKind>(ties.integer(3)),
                               .strength = ties.real(4),
                               .outgoing = ties.integer(5) != 0,
                               .since = dateAt(ties, 6),
                               .note = ties.text(7),
                               .source = partSource(*interned_, ties, 8, tie::kind)});
}

void Reader::addTimeline(PersonDetail& detail, const Id& id, std::size_t limit) const
{
    auto count = connection_.query("SELECT count(*) FROM participant p JOIN interaction i ON i.id = p.interaction"
                                   " WHERE p.person = ? AND p.removed = 0 AND i.removed = 0",
                                   id);
    if (count.next()) detail.interactionCount = static_cast<std::size_t>(count.integer(0));
    auto rows = connection_.query("SELECT i.id, i.at, i.channel, i.direction, i.depth, i.minutes, i.text,"
                                  " (SELECT kind FROM space WHERE rid = i.space)"
                                  " FROM participant p JOIN interaction i ON i.id = p.interaction"
                                  " WHERE p.person = ? AND p.removed = 0 AND i.removed = 0"
                                  " ORDER BY i.at DESC, i.rid DESC LIMIT ?",
                                  id, static_cast<std::int64_t>(limit));
    while (rows.next()) detail.interactions.push_back(interactionFrom(rows));
}

InteractionView Reader::interactionFrom(const sqlite::Statement& statement) const
{
    InteractionView view{.id = statement.id(0),
                         .at = Instant{std::chrono::milliseconds{statement.integer(1)}},
                         .channel = static_cast<Channel>(statement.integer(2)),
                         .direction = static_cast<Direction>(statement.integer(3)),
                         .depth = static_cast<Depth>(statement.integer(4)),
                         .minutes = static_cast<int>(statement.integer(5)),
                         .text = statement.text(6),
                         .participants = {},
                         .isPrivate = statement.integer(7) == static_cast<std::int64_t>(SpaceKind::Private)};
    auto people =
        connection_.query("SELECT p.id, p.name, p.facets & 2 FROM participant q JOIN person p ON p.id = q.person"
                          " WHERE q.interaction = ? AND q.removed = 0 AND p.removed = 0 ORDER BY q.rid",
                          view.id);
    while (people.next()) view.participants.push_back({people.id(0), people.text(1), people.integer(2) != 0});
    return view;
}

std::optional<InteractionView> Reader::interaction(const Id& id) const
{
    auto found = connection_.query("SELECT id, at, channel, direction, depth, minutes, text,"
                                   " (SELECT kind FROM space WHERE rid = space) FROM interaction"
                                   " WHERE id = ? AND removed = 0",
                                   id);
    if (!found.next()) return std::nullopt;
    return interactionFrom(found);
}

}  // namespace kith::store
