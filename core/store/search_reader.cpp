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

/// The texts that a reading asks for.
class Texts {
public:
    explicit Texts(const search::Sieve* sieve) : sieve_(sieve) { }

    [[nodiscard]] bool counts(std::string_view text) const { return sieve_ == nullptr || sieve_->passes(text); }
    /// Of a folded one.
    [[nodiscard]] bool countsName(std::string_view name) const { return sieve_ == nullptr || sieve_->passesName(name); }
    void add(std::vector<std::string>& texts, std::string_view text) const
    {
        if (!text.empty() && counts(text)) texts.emplace_back(text);
    }

private:
    const search::Sieve* sieve_;
};

/// The words of conversations that pass a sieve, by the record of whoever took part.
class SiftedConversations {
public:
    SiftedConversations(const sqlite::Connection& connection, const search::Sieve& sieve)
    {
        auto all = connection.prepare("SELECT id, text FROM interaction WHERE removed = 0 AND text IS NOT NULL");
        while (result_ && all.next()) {
            const std::string words = sieve.wordsOf(all.textView(1));
            if (words.empty()) continue;
            auto people =
                connection.query("SELECT person FROM participant WHERE interaction = ? AND removed = 0", all.id(0));
            while (people.next()) add(words_[people.id(0)], words);
            result_ = people.result();
        }
        if (result_) result_ = all.result();
    }
    void addTo(std::vector<std::string>& notes, const Id& person) const
    {
        if (const auto found = words_.find(person); found != words_.end())
            notes.insert(notes.end(), found->second.begin(), found->second.end());
    }
    [[nodiscard]] const Result<void>& result() const { return result_; }

private:
    /// A text for each conversation would take several times the memory; of a very long one fold() reads the beginning.
    static void add(std::vector<std::string>& notes, const std::string& words)
    {
        constexpr std::size_t kLong = std::size_t{32} * 1024;
        if (notes.empty() || notes.back().size() + words.size() > kLong) notes.emplace_back();
        notes.back().append(words) += ' ';
    }

    std::unordered_map<Id, std::vector<std::string>> words_;
    Result<void> result_;
};

/// What belongs to people, read side by side with them.
class Parts {
public:
    Parts(const sqlite::Connection& connection, const SearchQueries::Reading& reading, const Id* only)
        : contacts_(connection, kContacts, "person", reading.after, only), texts_(reading.sieve)
    {
        // Most queries ask for no skill and no tag; who has which need not be read then.
        if (only != nullptr || anyCounts(connection, "SELECT name FROM skill"))
            skills_.emplace(connection, kSkills, "ps.person", reading.after, only);
        if (only != nullptr || anyCounts(connection, "SELECT name FROM tag"))
            tags_.emplace(connection, kTags, "pt.person", reading.after, only);
        if (!reading.notes) return;
        if (reading.sieve != nullptr && only == nullptr) sifted_.emplace(connection, *reading.sieve);
        else conversations_.emplace(connection, kConversations, "pa.person", reading.after, only);
    }

    /// Of this record.
    void addTo(PersonDocument& document, const Id& person)
    {
        contacts_.forEachOf(person, [&](const sqlite::Statement& row) {
            texts_.add(document.contacts, row.textView(1));
            // A number in the form in which two are compared, when that reads otherwise.
            if (row.textView(1) != row.textView(2) && fold(row.textView(1)) != fold(row.textView(2)))
                texts_.add(document.contacts, row.textView(2));
        });
        const auto addSkill = [&](const sqlite::Statement& row) {
            if (texts_.counts(row.textView(1)))
                document.skills.push_back(
                    {row.text(1), static_cast<SkillLevel>(row.integer(2)), static_cast<Evidence>(row.integer(3))});
        };
        const auto addTag = [&](const sqlite::Statement& row) { texts_.add(document.tags, row.textView(1)); };
        if (skills_) skills_->forEachOf(person, addSkill);
        if (tags_) tags_->forEachOf(person, addTag);
        if (document.facets.has(Facet::Colleague)) return;
        if (sifted_) sifted_->addTo(document.notes, person);
        if (conversations_)
            conversations_->forEachOf(
                person, [&](const sqlite::Statement& row) { texts_.add(document.notes, row.textView(1)); });
    }

    [[nodiscard]] Result<void> result() const
    {
        KITH_CHECK(contacts_.result());
        for (const std::optional<Rows>* rows : {&skills_, &tags_, &conversations_})
            if (*rows) KITH_CHECK((*rows)->result());
        return sifted_ ? sifted_->result() : Result<void>{};
    }

private:
    [[nodiscard]] bool anyCounts(const sqlite::Connection& connection, std::string_view names) const
    {
        auto all = connection.prepare(names);
        while (all.next())
            if (texts_.counts(all.textView(0))) return true;
        return all.error().has_value();  // whoever reads on will meet it
    }

    Rows contacts_;
    std::optional<Rows> skills_, tags_, conversations_;
    std::optional<SiftedConversations> sifted_;
    Texts texts_;
};

/// What the other records of somebody who is shown say.
Result<void> addOtherRecords(const sqlite::Connection& connection, PersonDocument& document, const Id& shown,
                             const SearchQueries::Reading& reading)
{
    for (const Id& other : mergedInto(connection, shown)) {
        auto row = connection.query("SELECT name, about FROM person WHERE id = ? AND removed = 0", other);
        if (row.next()) {
            document.name += ' ' + row.text(0);
            if (reading.notes) Texts(reading.sieve).add(document.notes, row.textView(1));
        }
        Parts parts(connection, reading, &other);
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
                    " s.contacts, s.mutual, s.depth, s.colleagues, p.match_key FROM person p"
                    " LEFT JOIN person_summary s ON s.person = p.rid LEFT JOIN affiliation a ON a.rid = s.affiliation"
                    " LEFT JOIN organisation o ON o.id = a.organisation"
                    " WHERE p.removed = 0 AND {} AND p.id NOT IN (SELECT person FROM person_alias) ORDER BY p.id{}",
                    of("p.id", reading.after, only), limit));
    bind(people, reading.after, only);
    Parts parts(connection_, reading, only);
    const Texts texts(reading.sieve);
    const bool merged = someAreMerged(connection_);
    const WarmthWeights counting = warmthWeightsOf(*this);

    Id last;
    while (people.next()) {
        last = people.id(1);
        PersonDocument document{.person = static_cast<std::uint32_t>(people.integer(0)), .name = people.text(2)};
        document.facets.bits = static_cast<std::uint8_t>(people.integer(3));
        texts.add(document.cities, people.textView(4));
        texts.add(document.titles, people.textView(6));
        texts.add(document.organisations, people.textView(7));
        if (!people.isNull(8))
            areas.forEachName(people.id(8), [&](std::string_view name) { texts.add(document.areas, name); });
        if (const auto basis = basisFrom(people, 9, 10)) {
            document.warmth = warmthNow(*basis, last, reading.now, counting);
            if (const auto day = lastContactBefore(connection_, *basis, last, reading.now))
                document.lastContact = reading.zone->dateOf(*day);
        }
        if (reading.notes) texts.add(document.notes, people.textView(5));
        parts.addTo(document, last);
        std::string folded = people.text(14);
        if (merged) KITH_CHECK(addOtherRecords(connection_, document, last, reading));
        if (document.name != people.textView(2)) folded = fold(document.name);
        if (!texts.countsName(folded)) document.name.clear();
        visit(document);
    }
    KITH_CHECK(people.result());
    KITH_CHECK(parts.result());
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
