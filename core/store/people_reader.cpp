#include <kith/store/reader.h>

#include "same_people.h"
#include "stamps.h"

#include <kith/base/fold.h>
#include <kith/base/text.h>
#include <kith/domain/contact_key.h>

#include <algorithm>
#include <fmt/format.h>
#include <ranges>
#include <unordered_set>

namespace kith::store {

namespace {

constexpr std::string_view kCard =
    "SELECT p.rid, p.id, p.name, p.facets, p.city, a.role, o.name, r.name, s.last_at,"
    " (SELECT h.name FROM person h WHERE h.id = s.held_by AND h.removed = 0),"
    " s.contacts, s.mutual, s.depth, s.colleagues"
    " FROM person p JOIN person_summary s ON s.person = p.rid LEFT JOIN affiliation a ON a.rid = s.affiliation"
    " LEFT JOIN organisation o ON o.id = a.organisation LEFT JOIN area r ON r.id = a.area ";

/// "ana ruiz" becomes "ana"* "ruiz"*: every word must begin a word of the person. Folded text holds no quotes.
std::string matchExpression(std::string_view words)
{
    std::string expression;
    const std::string folded = fold(words);
    for (const auto word : split(folded, ' ')) {
        if (word.empty()) continue;
        if (!expression.empty()) expression += ' ';
        expression += fmt::format("\"{}\"*", word);
    }
    return expression;
}

std::string_view orderBy(PeopleOrder order)
{
    switch (order) {
    case PeopleOrder::Title: return "a.role COLLATE NOCASE";
    case PeopleOrder::Organisation: return "o.match_key";
    case PeopleOrder::City: return "p.city COLLATE NOCASE";
    case PeopleOrder::LastInteraction: return "s.last_at";
    case PeopleOrder::Name:
    case PeopleOrder::Warmth: return "p.match_key";
    }
    return "p.match_key";
}

/// "= p.id", or that they are one of the records of whom it names, where anybody was merged at all.
std::string recordsOf(std::string_view person, bool merged)
{
    if (!merged) return fmt::format("= {}", person);
    return fmt::format("IN (SELECT {0} UNION ALL SELECT person FROM person_alias WHERE canonical = {0})", person);
}

void leaveOut(std::vector<RowNumber>& rows, const std::vector<std::int64_t>& others)
{
    std::unordered_set<RowNumber> out;
    for (const std::int64_t other : others) out.insert(static_cast<RowNumber>(other));
    std::erase_if(rows, [&](RowNumber row) { return out.contains(row); });
}

/// Ends the watch of a connection whatever way the function is left.
class Watch {
public:
    Watch(sqlite::Connection& connection, const std::atomic<bool>* stop) : connection_(connection)
    {
        connection_.watch(stop);
    }
    ~Watch() { connection_.watch(nullptr); }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

private:
    sqlite::Connection& connection_;
};

}  // namespace

Reader::Reader(sqlite::Connection& connection)
    : connection_(connection),
      interned_(std::make_unique<Interned>(connection)),
      network_(connection, *interned_),
      pipelines_(connection, *interned_)
{
}

Reader::Reader(std::unique_ptr<sqlite::Connection> connection)
    : owned_(std::move(connection)),
      connection_(*owned_),
      interned_(std::make_unique<Interned>(connection_)),
      network_(connection_, *interned_),
      pipelines_(connection_, *interned_)
{
}

Reader::~Reader() = default;

std::size_t Reader::countPeople() const
{
    return static_cast<std::size_t>(connection_.number("SELECT count(*) FROM person_summary"));
}

Result<std::vector<RowNumber>> Reader::listPeople(const PeopleFilter& filter, Instant now,
                                                  const std::atomic<bool>* stop) const
{
    const Watch watch(connection_, stop);
    const std::string match = matchExpression(filter.words);
    std::string sql = "SELECT p.rid FROM ";
    std::string where = " WHERE p.removed = 0";
    if (match.empty()) {
        sql += "person p";
    } else {
        sql += "person_text t JOIN person p ON p.rid = t.rowid";
        where += " AND person_text MATCH ?1";
    }
    const bool byWork = filter.order == PeopleOrder::Title || filter.order == PeopleOrder::Organisation;
    if (byWork || filter.order == PeopleOrder::LastInteraction)
        sql += " LEFT JOIN person_summary s ON s.person = p.rid";
    if (byWork)
        sql += " LEFT JOIN affiliation a ON a.rid = s.affiliation LEFT JOIN organisation o ON o.id = a.organisation";
    if (filter.facets.bits != 0) where += fmt::format(" AND (p.facets & {}) <> 0", filter.facets.bits);
    const bool merged = someAreMerged(connection_);
    if (!filter.heldBy.isNil())
        where += fmt::format(" AND p.id <> ?2 AND EXISTS (SELECT 1 FROM participant mine JOIN participant theirs"
                             " ON theirs.interaction = mine.interaction WHERE theirs.person {} AND mine.person {}"
                             " AND mine.removed = 0 AND theirs.removed = 0)",
                             recordsOf("p.id", merged), recordsOf("?2", merged));
    const std::string_view key = orderBy(filter.order);
    const std::string_view way = filter.descending && filter.order != PeopleOrder::Warmth ? "DESC" : "ASC";
    sql += fmt::format("{} ORDER BY {} {} NULLS LAST{}", where, key, way,
                       filter.order == PeopleOrder::Name || filter.order == PeopleOrder::Warmth ? "" : ", p.match_key");

    auto statement = connection_.prepare(sql);
    if (!match.empty()) statement.bind(1, match);
    if (!filter.heldBy.isNil()) statement.bind(2, store::shownFor(connection_, filter.heldBy));
    std::vector<RowNumber> rows;
    const auto wanted = [among = filter.among.get()](RowNumber row) {
        return among == nullptr || std::ranges::binary_search(*among, row);
    };
    while (statement.next())
        if (const auto row = static_cast<RowNumber>(statement.integer(0)); wanted(row)) rows.push_back(row);
    KITH_CHECK(statement.result());
    if (merged) leaveOut(rows, notShown(connection_));
    if (filter.order != PeopleOrder::Warmth) return rows;
    rows = byWarmth(std::move(rows), now, filter.descending, stop);
    if (stop != nullptr && stop->load()) return fail(ErrorCode::Cancelled, "Called off; nothing was changed.");
    return rows;
}

PersonCard Reader::cardFrom(const sqlite::Statement& statement, Instant now, const WarmthWeights& weights) const
{
    PersonCard card;
    card.row = static_cast<RowNumber>(statement.integer(0));
    card.id = statement.id(1);
    card.name = statement.text(2);
    card.facets.bits = static_cast<std::uint8_t>(statement.integer(3));
    card.city = statement.text(4);
    card.title = statement.text(5);
    card.organisation = statement.text(6);
    card.area = statement.text(7);
    if (const auto basis = basisFrom(statement, 8, 10)) {
        card.lastInteraction = basis->last;
        card.warmth = warmthNow(*basis, card.id, now, weights);
        card.band = bandOf(card.warmth);
    }
    card.heldBy = statement.text(9);
    return card;
}

std::vector<PersonCard> Reader::cards(std::span<const RowNumber> rows, Instant now) const
{
    std::vector<PersonCard> result;
    result.reserve(rows.size());
    const WarmthWeights counting = warmthWeightsOf(*this);
    static const std::string sql = std::string(kCard) + "WHERE p.rid = ? AND p.removed = 0";
    for (const RowNumber row : rows) {
        auto statement = connection_.query(sql, row);
        if (statement.next()) result.push_back(cardFrom(statement, now, counting));
    }
    return result;
}

std::optional<PersonCard> Reader::card(const Id& person, Instant now) const
{
    static const std::string sql = std::string(kCard) + "WHERE p.id = ? AND p.removed = 0";
    auto statement = connection_.query(sql, store::shownFor(connection_, person));
    if (!statement.next()) return std::nullopt;
    return cardFrom(statement, now, warmthWeightsOf(*this));
}

std::vector<PersonCard> Reader::suggest(std::string_view words, std::size_t limit, Instant now) const
{
    std::vector<RowNumber> rows;
    const std::string match = matchExpression(words);
    const auto collect = [&](sqlite::Statement statement) {
        while (statement.next() && rows.size() < limit) {
            const auto row = static_cast<RowNumber>(statement.integer(0));
            if (std::ranges::find(rows, row) == rows.end()) rows.push_back(row);
        }
    };
    if (match.empty()) {
        collect(connection_.query(
            "SELECT person FROM person_summary WHERE last_at IS NOT NULL ORDER BY last_at DESC LIMIT ?",
            static_cast<std::int64_t>(limit)));
    } else {
        // Names that begin with what was typed come first, then any word of the person.
        const std::string folded = fold(words);
        collect(connection_.query("SELECT (SELECT rid FROM person WHERE id = " KITH_SHOWN_FOR(
                                      "p.id") ") FROM person p WHERE removed = 0 AND match_key >= ?1"
                                              " AND match_key < ?1 || x'7f' ORDER BY match_key LIMIT ?2",
                                  folded, static_cast<std::int64_t>(limit)));
        if (rows.size() < limit)
            collect(connection_.query("SELECT rowid FROM person_text WHERE person_text MATCH ?1 LIMIT ?2", match,
                                      static_cast<std::int64_t>(limit * 2)));
    }
    return cards(rows, now);
}

Result<Id> Reader::resolvePerson(std::string_view text) const
{
    text = trim(text);
    if (text.empty()) return fail(ErrorCode::BadInput, "No person was named.");
    if (const auto id = Id::parse(text)) {
        const Id shown = store::shownFor(connection_, *id);
        if (connection_.query("SELECT 1 FROM person WHERE id = ? AND removed = 0", shown).next()) return shown;
        return fail(ErrorCode::NotFound, "There is no person with this id.");
    }
    std::vector<Id> found = peopleByFoldedName(fold(text));
    if (found.empty()) {
        const ContactKind kind = guessContactKind(text);
        const std::string key = contactKey(kind, text, regionOf(*this));
        if (!key.empty()) found = peopleByContact(kind, key);
    }
    if (found.size() == 1) return found.front();
    if (found.empty()) return fail(ErrorCode::NotFound, fmt::format("Nobody here is called “{}”.", text));
    std::string sentence = fmt::format("“{}” fits {} people; name one by id or e-mail:", text, found.size());
    for (const Id& id : found | std::views::take(10)) {
        auto row = connection_.query(std::string(kCard) + "WHERE p.id = ? AND p.removed = 0", id);
        if (!row.next()) continue;
        sentence += fmt::format("\n  {}  {}", id.toString(), row.textView(2));
        if (!row.isNull(5)) sentence += fmt::format(", {}", row.textView(5));
        if (!row.isNull(6)) sentence += fmt::format(", {}", row.textView(6));
    }
    return fail(ErrorCode::Ambiguous, sentence);
}

}  // namespace kith::store
