#include <kith/store/reader.h>

#include "columns.h"
#include "contacts.h"
#include "row_store.h"
#include "same_people.h"

#include <kith/usecases/approach.h>
#include <kith/usecases/ties.h>

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>

namespace kith::store {

namespace {

std::optional<Date> dateIn(const Value& value)
{
    if (isNothing(value)) return std::nullopt;
    return Date{std::chrono::days{intOf(value)}};
}

ApproachView approachIn(const Row& row)
{
    const auto& stamp = row.stamps[person::approach];
    return {.approach = static_cast<Approach>(intOf(row.values[person::approach])),
            .reason = textOf(row.values[person::approach_reason]),
            .until = dateIn(row.values[person::approach_until]),
            .source = stamp ? stamp->source : Source{}};
}

/// What several records of one person all say is shown once: the first that is asked for.
class SaidOnce {
public:
    explicit SaidOnce(bool several) : several_(several) { }
    /// True for the first of its kind, and always where there are no several records.
    [[nodiscard]] bool isNew(const std::string& said) { return !several_ || said_.insert(said).second; }

private:
    bool several_;
    std::unordered_set<std::string> said_;
};

}  // namespace

std::optional<PersonDetail> Reader::person(const Id& asked, Instant now, std::size_t interactions) const
{
    auto found = card(asked, now);
    if (!found) return std::nullopt;
    const Id id = found->id;
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
    detail.approach = approachIn(*stored);
    addMerged(detail, id, now);
    addParts(detail, id);
    addPay(detail, id);
    addTies(detail, id);
    addTimeline(detail, id, interactions);
    detail.pools = pipelines_.poolsOf(id);
    detail.placements = pipelines_.placementsOf(id);
    detail.weights = warmthWeightsOf(*this);
    detail.warmth = warmthOf(contactsOf(connection_, id).value_or(std::vector<Contact>{}), now, detail.weights);
    return detail;
}

void Reader::addMerged(PersonDetail& detail, const Id& id, Instant now) const
{
    // A last day counts to its end in every zone: half a day more or less protects rather than not.
    const Date day = std::chrono::floor<std::chrono::days>(now - std::chrono::hours{12});
    const auto protects = [&](const ApproachView& view) { return approachOn(view.approach, view.until, day); };
    for (const Id& other : store::mergedInto(connection_, id)) {
        const auto stored = row(Kind::Person, other);
        if (!stored) continue;
        ApproachView approach = approachIn(*stored);
        if (protects(approach) > protects(detail.approach)) detail.approach = std::move(approach);
        MergedView merged{.person = other, .name = textOf(stored->values[person::name])};
        // Of those who were merged into each other the one who is not shown may have no link of their own.
        for (const FieldIndex end : {FieldIndex{same_person::into}, FieldIndex{same_person::person}})
            for (const Row& link : rowsReferring(Kind::SamePerson, end, other))
                if (const auto& stamp = link.stamps[end])
                    merged.at =
                        Instant{std::chrono::milliseconds{static_cast<std::int64_t>(stamp->time.milliseconds())}};
        detail.merged.push_back(std::move(merged));
    }
    std::ranges::sort(detail.merged, {}, &MergedView::at);
}

void Reader::addParts(PersonDetail& detail, const Id& id) const
{
    SaidOnce once(!detail.merged.empty());
    auto contacts = connection_.query("SELECT id, kind, value, label, stamps, coalesce(match_key, value)"
                                      " FROM contact_point WHERE person IN " KITH_ALL_OF_1
                                      " AND removed = 0 ORDER BY kind, person <> ?1, rid",
                                      id);
    while (contacts.next())
        if (once.isNew(fmt::format("contact {} {}", contacts.integer(1), contacts.textView(5))))
            detail.contactPoints.push_back({contacts.id(0), static_cast<ContactKind>(contacts.integer(1)),
                                            contacts.text(2), contacts.text(3),
                                            partSource(*interned_, contacts, 4, contact_point::value)});

    auto work =
        connection_.query("SELECT a.id, a.organisation, o.name, r.name, a.role, a.since, a.until, a.stamps"
                          " FROM affiliation a LEFT JOIN organisation o ON o.id = a.organisation"
                          " LEFT JOIN area r ON r.id = a.area WHERE a.person IN " KITH_ALL_OF_1 " AND a.removed = 0"
                          " ORDER BY a.until IS NOT NULL, a.until DESC, a.since DESC, a.rid DESC",
                          id);
    while (work.next())
        if (once.isNew(fmt::format("work {} {} {} {} {}", work.textView(2), work.textView(3), work.textView(4),
                                   work.integer(5), work.integer(6))))
            detail.affiliations.push_back({work.id(0), work.id(1), work.text(2), work.text(3), work.text(4),
                                           dateAt(work, 5), dateAt(work, 6),
                                           partSource(*interned_, work, 7, affiliation::role)});

    auto skills = connection_.query(
        "SELECT ps.id, s.name, ps.level, ps.evidence, (SELECT name FROM person WHERE id = " KITH_SHOWN_FOR(
            "ps.observed_by") "), ps.observed_on, ps.stamps FROM person_skill ps JOIN skill s ON s.id = ps.skill"
                              " WHERE ps.person IN " KITH_ALL_OF_1
                              " AND ps.removed = 0 ORDER BY ps.level DESC, s.match_key",
        id);
    while (skills.next())
        if (once.isNew(fmt::format("skill {}", skills.textView(1))))
            detail.skills.push_back({skills.id(0), skills.text(1), static_cast<SkillLevel>(skills.integer(2)),
                                     static_cast<Evidence>(skills.integer(3)), skills.text(4), dateAt(skills, 5),
                                     partSource(*interned_, skills, 6, person_skill::level)});

    auto tags = connection_.query("SELECT pt.id, t.name FROM person_tag pt JOIN tag t ON t.id = pt.tag"
                                  " WHERE pt.person IN " KITH_ALL_OF_1 " AND pt.removed = 0"
                                  " ORDER BY t.match_key, pt.person <> ?1",
                                  id);
    while (tags.next())
        if (once.isNew(fmt::format("tag {}", tags.textView(1)))) detail.tags.push_back({tags.id(0), tags.text(1)});

    auto reminders = connection_.query(
        "SELECT id FROM reminder WHERE person IN " KITH_ALL_OF_1 " AND removed = 0 AND state = 0 ORDER BY due", id);
    while (reminders.next())
        if (auto view = reminder(reminders.id(0))) detail.reminders.push_back(std::move(*view));
}

void Reader::addPay(PersonDetail& detail, const Id& id) const
{
    auto pay = connection_.query("SELECT id, amount, stated_on, stamps FROM pay_expectation"
                                 " WHERE person IN " KITH_ALL_OF_1 " AND removed = 0 ORDER BY stated_on DESC, rid DESC",
                                 id);
    while (pay.next())
        detail.pay.push_back(
            {pay.id(0), pay.text(1), dateAt(pay, 2), partSource(*interned_, pay, 3, pay_expectation::amount)});
}

void Reader::addTies(PersonDetail& detail, const Id& id) const
{
    constexpr int kMost = 500;
    // The other one may have several records, too.
    SaidOnce once(someAreMerged(connection_));
    // Two indexes are read one after the other; a tie between two records of one person is none.
    auto ties = connection_.query(
        "SELECT t.id, p.id, p.name, t.kind, t.strength, t.outgoing, t.since, t.note, t.stamps"
        " FROM (SELECT *, 1 AS outgoing, b AS other FROM tie WHERE a IN " KITH_ALL_OF_1
        " UNION ALL SELECT *, 0, a FROM tie WHERE b IN " KITH_ALL_OF_1
        ") t JOIN person p ON p.id = " KITH_SHOWN_FOR("t.other") " WHERE t.removed = 0 AND p.removed = 0 AND p.id <> ?1"
                                                                 " ORDER BY t.strength DESC, p.match_key LIMIT ?2",
        id, kMost);
    while (ties.next())
        if (const bool directed = hasDirection(static_cast<TieKind>(ties.integer(3))); once.isNew(
                fmt::format("{} {} {}", ties.id(1).toString(), ties.integer(3), directed && ties.integer(5) != 0)))
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
    auto count = connection_.query("SELECT count(DISTINCT i.rid) FROM participant p"
                                   " JOIN interaction i ON i.id = p.interaction"
                                   " WHERE p.person IN " KITH_ALL_OF_1 " AND p.removed = 0 AND i.removed = 0",
                                   id);
    if (count.next()) detail.interactionCount = static_cast<std::size_t>(count.integer(0));
    auto rows = connection_.query("SELECT i.id, i.at, i.channel, i.direction, i.depth, i.minutes, i.text,"
                                  " (SELECT kind FROM space WHERE rid = i.space)"
                                  " FROM participant p JOIN interaction i ON i.id = p.interaction"
                                  " WHERE p.person IN " KITH_ALL_OF_1 " AND p.removed = 0 AND i.removed = 0"
                                  " GROUP BY i.rid ORDER BY i.at DESC, i.rid DESC LIMIT ?2",
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
    auto people = connection_.query(
        "SELECT p.id, p.name, p.facets & 2 FROM participant q JOIN person p ON p.id = " KITH_SHOWN_FOR(
            "q.person") " WHERE q.interaction = ? AND q.removed = 0 AND p.removed = 0 ORDER BY q.rid",
        view.id);
    while (people.next())
        if (std::ranges::find(view.participants, people.id(0), &ParticipantView::person) == view.participants.end())
            view.participants.push_back({people.id(0), people.text(1), people.integer(2) != 0});
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
