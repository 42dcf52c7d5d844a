// The documents of people for search: one pass over each table, side by side in the order of the people's ids.
#include <kith/store/reader.h>

#include "contacts.h"
#include "same_people.h"

#include <kith/base/fold.h>

#include <algorithm>
#include <fmt/format.h>

namespace kith::store {

namespace {

using search::PersonDocument;

// Each with the person first, in the order of people, as the index on the person has them: CROSS JOIN keeps the tables
// in this order. {} limits it to some people.
constexpr std::string_view kContacts =
    "SELECT person, value, match_key FROM contact_point WHERE removed = 0 {} ORDER BY person";
constexpr std::string_view kSkills =
    "SELECT ps.person, k.name, ps.level, ps.evidence FROM person_skill ps"
    " CROSS JOIN skill k ON k.id = ps.skill WHERE ps.removed = 0 {} ORDER BY ps.person";
constexpr std::string_view kTags = "SELECT pt.person, t.name FROM person_tag pt CROSS JOIN tag t ON t.id = pt.tag"
                                   " WHERE pt.removed = 0 AND t.removed = 0 {} ORDER BY pt.person";
constexpr std::string_view kPools = "SELECT m.person, p.name FROM pool_member m CROSS JOIN pool p ON p.id = m.pool"
                                    " WHERE m.removed = 0 AND p.removed = 0 {} ORDER BY m.person";
// Whoever left is in no stage, but for silver medallists: "stage:silver" finds them.
constexpr std::string_view kStages =
    "SELECT pl.person, s.name, pl.state FROM placement pl CROSS JOIN pipeline pi ON pi.id = pl.pipeline"
    " CROSS JOIN stage s ON s.id = pl.stage"
    " WHERE pl.removed = 0 AND pi.removed = 0 {} ORDER BY pl.person";
constexpr std::string_view kConversations =
    "SELECT pa.person, i.text FROM participant pa CROSS JOIN interaction i ON i.id = pa.interaction"
    " WHERE pa.removed = 0 AND i.removed = 0 {} ORDER BY pa.person";

/// Which people: one, those behind another, or all. A nil id is NULL to SQL and compares with nothing.
std::string of(std::string_view column, const Id& after, const Id* only)
{
    return only != nullptr ? fmt::format("{} = ?1", column)
        : after.isNil()    ? fmt::format("{} > x''", column)
                           : fmt::format("{} > ?1", column);
}

void bind(sqlite::Statement& statement, const Id& after, const Id* only)
{
    if (only != nullptr) statement.bind(1, *only);
    else if (!after.isNil()) statement.bind(1, after);
}

/// Rows of a table, ordered by the person whose they are; handed out person by person.
class Rows {
public:
    Rows(const sqlite::Connection& connection, std::string_view sql, std::string_view column, const Id& after,
         const Id* only)
        : statement_(connection.prepare(fmt::format(fmt::runtime(sql), "AND " + of(column, after, only))))
    {
        bind(statement_, after, only);
        next();
    }

    template <class Visit>
    void forEachOf(const Id& person, Visit visit)
    {
        while (person_ && *person_ < person) next();
        for (; person_ && *person_ == person; next()) visit(statement_);
    }
    [[nodiscard]] Result<void> result() const { return statement_.result(); }

private:
    void next() { person_ = statement_.next() ? std::optional(statement_.id(0)) : std::nullopt; }

    sqlite::Statement statement_;
    std::optional<Id> person_;
};

/// Areas by their ids, each with those above it.
class Areas {
public:
    explicit Areas(const sqlite::Connection& connection)
    {
        auto rows = connection.prepare("SELECT id, name, parent FROM area WHERE removed = 0");
        while (rows.next()) areas_.insert_or_assign(rows.id(0), Area{rows.text(1), rows.isNull(2) ? Id{} : rows.id(2)});
    }

    template <class Visit>
    void forEachName(const Id& id, Visit visit) const
    {
        constexpr int kDeepest = 20;  // a circle that came from two desktops ends
        auto at = areas_.find(id);
        for (int i = 0; i < kDeepest && at != areas_.end(); ++i, at = areas_.find(at->second.parent))
            visit(std::string_view(at->second.name));
    }

private:
    struct Area {
        std::string name;
        Id parent;
    };
    std::unordered_map<Id, Area> areas_;
};

/// Somebody may have entered what is still to come, and a search may be of a day in the past.
std::optional<Instant> lastContactBefore(const sqlite::Connection& connection, const WarmthBasis& basis,
                                         const Id& person, Instant now)
{
    if (basis.last <= now) return basis.last;
    std::optional<Instant> last;
    for (const Contact& contact : contactsOf(connection, person).value_or(std::vector<Contact>{}))
        if (warms(contact) && contact.at <= now) last = std::max(last.value_or(contact.at), contact.at);
    return last;
}

void add(std::vector<std::string>& texts, std::string_view text)
{
    if (!text.empty()) texts.emplace_back(text);
}

/// What belongs to people, read side by side with them.
class Parts {
public:
    Parts(const sqlite::Connection& connection, const Id& after, const Id* only)
        : contacts_(connection, kContacts, "person", after, only),
          skills_(connection, kSkills, "ps.person", after, only),
          tags_(connection, kTags, "pt.person", after, only),
          pools_(connection, kPools, "m.person", after, only),
          stages_(connection, kStages, "pl.person", after, only),
          conversations_(connection, kConversations, "pa.person", after, only)
    {
    }

    /// Of this record.
    void addTo(PersonDocument& document, const Id& person)
    {
        contacts_.forEachOf(person, [&](const sqlite::Statement& row) {
            add(document.contacts, row.textView(1));
            // A number in the form in which two are compared, when that reads otherwise.
            if (row.textView(1) != row.textView(2) && fold(row.textView(1)) != fold(row.textView(2)))
                add(document.contacts, row.textView(2));
        });
        skills_.forEachOf(person, [&](const sqlite::Statement& row) {
            document.skills.push_back(
                {row.text(1), static_cast<SkillLevel>(row.integer(2)), static_cast<Evidence>(row.integer(3))});
        });
        tags_.forEachOf(person, [&](const sqlite::Statement& row) { add(document.tags, row.textView(1)); });
        pools_.forEachOf(person, [&](const sqlite::Statement& row) { add(document.pools, row.textView(1)); });
        stages_.forEachOf(person, [&](const sqlite::Statement& row) {
            const auto state = static_cast<PlacementState>(row.integer(2));
            if (state == PlacementState::Active) add(document.stages, row.textView(1));
            else if (state == PlacementState::SilverMedallist) add(document.stages, "Silver medallist");
        });
        if (document.facets.has(Facet::Colleague)) return;
        conversations_.forEachOf(person, [&](const sqlite::Statement& row) { add(document.notes, row.textView(1)); });
    }

    [[nodiscard]] Result<void> result() const
    {
        for (const Rows* rows : {&contacts_, &skills_, &tags_, &pools_, &stages_, &conversations_})
            KITH_CHECK(rows->result());
        return {};
    }

private:
    Rows contacts_, skills_, tags_, pools_, stages_, conversations_;
};

/// What the other records of somebody who is shown say.
Result<void> addOtherRecords(const sqlite::Connection& connection, PersonDocument& document, const Id& shown)
{
    for (const Id& other : mergedInto(connection, shown)) {
        auto row = connection.query("SELECT name, about FROM person WHERE id = ? AND removed = 0", other);
        if (row.next()) {
            document.name += ' ' + row.text(0);
            add(document.notes, row.textView(1));
        }
        Parts parts(connection, {}, &other);
        parts.addTo(document, other);
        KITH_CHECK(parts.result());
    }
    return {};
}

}  // namespace

Result<Id> Reader::readDocuments(const Reading& reading, const VisitDocument& visit) const
{
    return readDocuments(reading, nullptr, visit);
}

Result<std::optional<PersonDocument>> Reader::document(std::uint32_t person, const Reading& reading) const
{
    std::optional<PersonDocument> found;
    auto row = connection_.query("SELECT id FROM person WHERE rid = ? AND removed = 0", std::int64_t{person});
    if (!row.next()) return found;
    const Id id = row.id(0);
    KITH_CHECK(readDocuments(reading, &id, [&](const PersonDocument& document) { found = document; }));
    return found;
}

Result<Id> Reader::readDocuments(const Reading& reading, const Id* only, const VisitDocument& visit) const
{
    const Areas areas(connection_);
    const std::string limit = reading.most == 0 ? std::string{} : fmt::format(" LIMIT {}", reading.most);
    auto people = connection_.prepare(
        fmt::format("SELECT p.rid, p.id, p.name, p.facets, p.city, p.about, a.role, o.name, a.area, s.last_at,"
                    " s.contacts, s.mutual, s.depth, s.colleagues FROM person p"
                    " LEFT JOIN person_summary s ON s.person = p.rid LEFT JOIN affiliation a ON a.rid = s.affiliation"
                    " LEFT JOIN organisation o ON o.id = a.organisation"
                    " WHERE p.removed = 0 AND {} AND p.id NOT IN (SELECT person FROM person_alias) ORDER BY p.id{}",
                    of("p.id", reading.after, only), limit));
    bind(people, reading.after, only);
    Parts parts(connection_, reading.after, only);
    const bool merged = someAreMerged(connection_);
    const WarmthWeights counting = warmthWeightsOf(*this);

    Id last;
    while (people.next()) {
        last = people.id(1);
        PersonDocument document{.person = static_cast<std::uint32_t>(people.integer(0)), .name = people.text(2)};
        document.facets.bits = static_cast<std::uint8_t>(people.integer(3));
        add(document.cities, people.textView(4));
        add(document.titles, people.textView(6));
        add(document.organisations, people.textView(7));
        if (!people.isNull(8))
            areas.forEachName(people.id(8), [&](std::string_view name) { add(document.areas, name); });
        if (const auto basis = basisFrom(people, 9, 10)) {
            document.warmth = warmthNow(*basis, last, reading.now, counting);
            if (const auto day = lastContactBefore(connection_, *basis, last, reading.now))
                document.lastContact = reading.zone->dateOf(*day);
        }
        add(document.notes, people.textView(5));
        parts.addTo(document, last);
        if (merged) KITH_CHECK(addOtherRecords(connection_, document, last));
        visit(document);
    }
    KITH_CHECK(people.result());
    KITH_CHECK(parts.result());
    return last;
}

Result<std::uint32_t> Reader::readWarmth(std::uint32_t after, const Reading& reading, const VisitWarmth& visit) const
{
    const WarmthWeights counting = warmthWeightsOf(*this);
    auto people = connection_.query("SELECT s.person, p.id, s.last_at, s.contacts, s.mutual, s.depth, s.colleagues"
                                    " FROM person_summary s JOIN person p ON p.rid = s.person"
                                    " WHERE s.person > ? AND s.last_at IS NOT NULL ORDER BY s.person LIMIT ?",
                                    std::int64_t{after},
                                    reading.most == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(reading.most));
    std::uint32_t last = 0;
    while (people.next()) {
        last = static_cast<std::uint32_t>(people.integer(0));
        const Id id = people.id(1);
        const auto basis = basisFrom(people, 2, 3);
        std::optional<Date> day;
        if (const auto at = lastContactBefore(connection_, *basis, id, reading.now)) day = reading.zone->dateOf(*at);
        visit(last, warmthNow(*basis, id, reading.now, counting), day);
    }
    KITH_CHECK(people.result());
    return last;
}

Result<void> Reader::forEachNote(std::span<const std::uint32_t> people, const Visit& visit) const
{
    for (const std::uint32_t person : people) {
        auto found =
            connection_.query("SELECT id, facets FROM person WHERE rid = ? AND removed = 0", std::int64_t{person});
        if (!found.next()) continue;
        Facets facets;
        facets.bits = static_cast<std::uint8_t>(found.integer(1));
        std::vector<Id> records = store::mergedInto(connection_, found.id(0));
        records.push_back(found.id(0));
        for (const Id& record : records) {
            auto about = connection_.query("SELECT about FROM person WHERE id = ? AND removed = 0", record);
            if (about.next() && !about.isNull(0)) visit(person, about.textView(0));
            if (facets.has(Facet::Colleague)) continue;
            Rows conversations(connection_, kConversations, "pa.person", {}, &record);
            conversations.forEachOf(record, [&](const sqlite::Statement& row) { visit(person, row.textView(1)); });
            KITH_CHECK(conversations.result());
        }
    }
    return {};
}

}  // namespace kith::store
