#include <kith/store/network_reader.h>

#include "same_people.h"
#include "stamps.h"

#include <algorithm>
#include <unordered_map>

namespace kith::store {

namespace {

NetworkApproach approachFrom(const sqlite::Statement& statement, int column)
{
    NetworkApproach set{.approach = static_cast<Approach>(statement.integer(column)), .until = {}};
    if (!statement.isNull(column + 1)) set.until = Date{std::chrono::days{statement.integer(column + 1)}};
    return set;
}

NetworkPerson personFrom(const sqlite::Statement& statement)
{
    return {.id = statement.id(0),
            .facets = Facets{static_cast<std::uint8_t>(statement.integer(1))},
            .approach = approachFrom(statement, 2)};
}

/// Everybody who is not shown themselves, with who is. Empty in most workspaces, and then nothing is looked up.
class Shown {
public:
    explicit Shown(const sqlite::Connection& connection)
    {
        auto all = connection.prepare("SELECT m.person, m.canonical, p.approach, p.approach_until FROM person_alias m"
                                      " LEFT JOIN person p ON p.id = m.person AND p.removed = 0");
        while (all.next()) {
            instead_.emplace(all.id(0), all.id(1));
            approaches_[all.id(1)].push_back(approachFrom(all, 2));
        }
    }
    [[nodiscard]] Id of(const Id& person) const
    {
        if (instead_.empty()) return person;
        const auto found = instead_.find(person);
        return found == instead_.end() ? person : found->second;
    }
    [[nodiscard]] bool has(const Id& person) const { return !instead_.contains(person); }
    /// Of the others who are shown as this person.
    [[nodiscard]] std::vector<NetworkApproach> approachesOf(const Id& person) const
    {
        const auto found = approaches_.find(person);
        return found == approaches_.end() ? std::vector<NetworkApproach>{} : found->second;
    }

private:
    std::unordered_map<Id, Id> instead_;
    std::unordered_map<Id, std::vector<NetworkApproach>> approaches_;
};

Instant instantOf(Date day)
{
    return std::chrono::time_point_cast<Instant::duration>(day);
}

/// Counts everybody who took part once, by whatever record.
constexpr std::string_view kBetween =
    "SELECT i.at, i.direction, i.depth, i.channel, (SELECT count(DISTINCT " KITH_SHOWN_FOR(
        "n.person") ")"
                    " FROM participant n WHERE n.interaction = i.id AND n.removed = 0) FROM interaction i WHERE "
                    "i.removed = 0"
                    " AND i.id IN (SELECT interaction FROM participant WHERE removed = 0 AND person IN " KITH_ALL_OF(
                        "?1") " INTERSECT SELECT interaction FROM participant WHERE removed = 0 AND person "
                              "IN " KITH_ALL_OF("?2") ")"
                                                      " ORDER BY i.at DESC, i.rid DESC";

}  // namespace

NetworkQueries::Sizes NetworkReader::networkSizes() const
{
    const auto most = [&](std::string_view sql) { return static_cast<std::size_t>(connection_.number(sql)); };
    return {.people = most("SELECT count(*) FROM person_summary"),
            .ties = most("SELECT max(rid) FROM tie"),
            .pairs = most("SELECT max(rid) FROM interaction")};
}

Result<void> NetworkReader::forEachNetworkPerson(const std::function<bool(const NetworkPerson&)>& visit) const
{
    const Shown shown(connection_);
    auto people = connection_.prepare("SELECT id, facets, approach, approach_until FROM person WHERE removed = 0");
    while (people.next()) {
        NetworkPerson person = personFrom(people);
        if (!shown.has(person.id)) continue;
        person.approachOfOthers = shown.approachesOf(person.id);
        if (!visit(person)) return {};
    }
    return people.result();
}

NetworkTie NetworkReader::tieFrom(const sqlite::Statement& statement) const
{
    NetworkTie tie{.a = statement.id(0), .b = statement.id(1), .kind = static_cast<TieKind>(statement.integer(2))};
    if (!statement.isNull(3)) tie.strength = statement.real(3);
    const StampEntries stamps = decodeStamps(statement.blob(4));
    if (const StampEntry* stamp = stampOf(stamps, tie.strength ? tie::strength : tie::kind); stamp != nullptr)
        tie.statedAt = instantOf(interned_.source(stamp->source).asOf);
    return tie;
}

Result<void> NetworkReader::forEachNetworkTie(const std::function<bool(const NetworkTie&)>& visit) const
{
    const Shown shown(connection_);
    auto ties = connection_.prepare("SELECT a, b, kind, strength, stamps FROM tie WHERE removed = 0");
    while (ties.next()) {
        NetworkTie tie = tieFrom(ties);
        tie.a = shown.of(tie.a);
        tie.b = shown.of(tie.b);
        if (!visit(tie)) return {};
    }
    return ties.result();
}

Result<void> NetworkReader::forEachNetworkContacts(const std::function<bool(const NetworkContacts&)>& visit) const
{
    const Shown shown(connection_);
    graph::PairLedger ledger;
    std::vector<Id> people;
    Id current;
    graph::Gathering gathering;
    const auto close = [&] {
        gathering.people = people;
        if (people.size() > 1) ledger.add(gathering);
        people.clear();
    };
    auto rows = connection_.prepare("SELECT p.interaction, p.person, i.at, i.direction, i.depth, i.channel"
                                    " FROM participant p JOIN interaction i ON i.id = p.interaction"
                                    " WHERE p.removed = 0 AND i.removed = 0 ORDER BY p.interaction");
    while (rows.next()) {
        if (const Id interaction = rows.id(0); interaction != current) {
            close();
            current = interaction;
            gathering = {.at = Instant{std::chrono::milliseconds{rows.integer(2)}},
                         .direction = static_cast<Direction>(rows.integer(3)),
                         .depth = static_cast<Depth>(rows.integer(4)),
                         .channel = static_cast<Channel>(rows.integer(5))};
        }
        people.push_back(shown.of(rows.id(1)));
    }
    close();
    KITH_CHECK(rows.result());
    for (const auto& [pair, sums] : ledger.pairs())
        if (!visit({pair, sums})) return {};
    return {};
}

std::optional<NetworkPerson> NetworkReader::networkPerson(const Id& asked) const
{
    auto found =
        connection_.query("SELECT id, facets, approach, approach_until FROM person WHERE id = ? AND removed = 0",
                          shownFor(connection_, asked));
    if (!found.next()) return std::nullopt;
    NetworkPerson person = personFrom(found);
    auto others = connection_.query("SELECT approach, approach_until FROM person WHERE removed = 0"
                                    " AND id IN (SELECT person FROM person_alias WHERE canonical = ?)",
                                    person.id);
    while (others.next()) person.approachOfOthers.push_back(approachFrom(others, 0));
    return person;
}

NetworkPair NetworkReader::networkPair(const Id& a, const Id& b) const
{
    NetworkPair pair;
    auto ties = connection_.query("SELECT ?1, ?2, kind, strength, stamps FROM tie WHERE removed = 0 AND a "
                                  "IN " KITH_ALL_OF("?1") " AND b IN " KITH_ALL_OF(
                                      "?2") " UNION ALL SELECT ?2, ?1, kind, strength, stamps FROM tie WHERE removed = "
                                            "0 AND a IN " KITH_ALL_OF("?2") " AND b IN " KITH_ALL_OF("?1"),
                                  a, b);
    while (ties.next()) pair.ties.push_back(tieFrom(ties));
    for (const graph::PairContact& contact : contactsBetween(a, b)) pair.sums.add(contact);
    return pair;
}

std::vector<graph::PairContact> NetworkReader::contactsBetween(const Id& a, const Id& b) const
{
    std::vector<graph::PairContact> contacts;
    auto rows = connection_.query(kBetween, a, b);
    while (rows.next())
        contacts.push_back({.at = Instant{std::chrono::milliseconds{rows.integer(0)}},
                            .direction = static_cast<Direction>(rows.integer(1)),
                            .depth = static_cast<Depth>(rows.integer(2)),
                            .channel = static_cast<Channel>(rows.integer(3)),
                            .people = static_cast<std::uint32_t>(rows.integer(4))});
    return contacts;
}

std::vector<Id> NetworkReader::idsOf(sqlite::Statement statement) const
{
    std::vector<Id> ids;
    while (statement.next()) ids.push_back(statement.id(0));
    return ids;
}

std::vector<Id> NetworkReader::networkPartners(const Id& person) const
{
    return idsOf(connection_.query(
        "SELECT DISTINCT " KITH_SHOWN_FOR(
            "other") " FROM (SELECT b AS other FROM tie WHERE a IN " KITH_ALL_OF_1
                     " UNION SELECT a FROM tie WHERE b IN " KITH_ALL_OF_1
                     " UNION SELECT theirs.person FROM participant mine JOIN participant theirs"
                     " ON theirs.interaction = mine.interaction WHERE mine.person IN " KITH_ALL_OF_1 ")",
        person));
}

std::optional<graph::IdPair> NetworkReader::endsOfTie(const Id& tie) const
{
    auto found =
        connection_.query("SELECT " KITH_SHOWN_FOR("t.a") ", " KITH_SHOWN_FOR("t.b") " FROM tie t WHERE t.id = ?", tie);
    if (!found.next()) return std::nullopt;
    return graph::IdPair::of(found.id(0), found.id(1));
}

std::optional<Id> NetworkReader::interactionOfParticipant(const Id& participant) const
{
    auto found = connection_.query("SELECT interaction FROM participant WHERE id = ?", participant);
    return found.next() ? std::optional(found.id(0)) : std::nullopt;
}

std::optional<std::vector<Id>> NetworkReader::everybodyIn(const Id& interaction) const
{
    auto found = connection_.query("SELECT 1 FROM interaction WHERE id = ?", interaction);
    if (!found.next()) return std::nullopt;
    return idsOf(connection_.query(
        "SELECT DISTINCT " KITH_SHOWN_FOR("p.person") " FROM participant p WHERE p.interaction = ?", interaction));
}

}  // namespace kith::store
