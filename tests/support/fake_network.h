// A workspace as far as the graph reads it, in maps.
#pragma once

#include <kith/usecases/network.h>

#include <algorithm>
#include <map>
#include <set>

namespace kith::test {

/// The n-th id of its kind; they are in the order of kind, then n.
inline Id numberedId(std::size_t kind, std::size_t n)
{
    Id id;
    id.bytes[0] = static_cast<std::uint8_t>(kind);
    id.bytes[14] = static_cast<std::uint8_t>(n >> 8);
    id.bytes[15] = static_cast<std::uint8_t>(n);
    return id;
}
inline Id personId(std::size_t n)
{
    return numberedId(2, n);
}

class FakeNetwork final : public NetworkQueries {
public:
    struct Person {
        NetworkPerson said;
        bool removed = false;
    };
    struct Tie {
        NetworkTie said;
        bool removed = false;
    };
    struct Talk {
        Instant at{};
        Direction direction = Direction::Both;
        Depth depth = Depth::Exchange;
        Channel channel = Channel::Meeting;
        bool removed = false;
    };
    struct Participant {
        Id interaction;
        Id person;
        bool removed = false;
    };

    std::map<Id, Person> people;
    std::map<Id, Tie> ties;
    std::map<Id, Talk> interactions;
    std::map<Id, Participant> participants;
    std::map<Id, std::vector<Id>> groups;  ///< areas and organisations with their people
    /// How often each kind of read was asked for.
    mutable std::size_t bulkReads = 0;
    mutable std::size_t pairReads = 0;

    [[nodiscard]] Sizes networkSizes() const override { return {people.size(), ties.size(), 0}; }

    [[nodiscard]] Result<void>
    forEachNetworkPerson(const std::function<bool(const NetworkPerson&)>& visit) const override
    {
        ++bulkReads;
        for (const auto& [id, person] : people)
            if (!person.removed && !visit(person.said)) break;
        return {};
    }
    [[nodiscard]] Result<void> forEachNetworkTie(const std::function<bool(const NetworkTie&)>& visit) const override
    {
        for (const auto& [id, tie] : ties)
            if (!tie.removed && isThere(tie.said.a) && isThere(tie.said.b) && !visit(tie.said)) break;
        return {};
    }
    [[nodiscard]] Result<void>
    forEachNetworkContacts(const std::function<bool(const NetworkContacts&)>& visit) const override
    {
        const auto ledger = allContacts();
        for (const auto& [pair, sums] : ledger.pairs())
            if (!visit({pair, sums})) break;
        return {};
    }
    [[nodiscard]] std::optional<NetworkPerson> networkPerson(const Id& person) const override
    {
        return isThere(person) ? std::optional(people.at(person).said) : std::nullopt;
    }
    [[nodiscard]] NetworkPair networkPair(const Id& a, const Id& b) const override
    {
        ++pairReads;
        const auto pair = graph::IdPair::of(a, b);
        NetworkPair found;
        for (const auto& [id, tie] : ties)
            if (!tie.removed && graph::IdPair::of(tie.said.a, tie.said.b) == pair) found.ties.push_back(tie.said);
        const auto ledger = allContacts();
        if (const auto sums = ledger.pairs().find(pair); sums != ledger.pairs().end()) found.sums = sums->second;
        return found;
    }
    [[nodiscard]] std::vector<Id> networkPartners(const Id& person) const override
    {
        std::set<Id> found;
        for (const auto& [id, tie] : ties) {
            if (tie.said.a == person) found.insert(tie.said.b);
            if (tie.said.b == person) found.insert(tie.said.a);
        }
        for (const auto& [id, mine] : participants)
            if (mine.person == person)
                for (const auto& [other, theirs] : participants)
                    if (theirs.interaction == mine.interaction) found.insert(theirs.person);
        return {found.begin(), found.end()};
    }
    [[nodiscard]] std::optional<graph::IdPair> endsOfTie(const Id& tie) const override
    {
        const auto found = ties.find(tie);
        if (found == ties.end()) return std::nullopt;
        return graph::IdPair::of(found->second.said.a, found->second.said.b);
    }
    [[nodiscard]] std::optional<Id> interactionOfParticipant(const Id& participant) const override
    {
        const auto found = participants.find(participant);
        return found == participants.end() ? std::nullopt : std::optional(found->second.interaction);
    }
    [[nodiscard]] std::optional<std::vector<Id>> everybodyIn(const Id& interaction) const override
    {
        if (!interactions.contains(interaction)) return std::nullopt;
        std::vector<Id> found;
        for (const auto& [id, each] : participants)
            if (each.interaction == interaction) found.push_back(each.person);
        return found;
    }
    [[nodiscard]] std::vector<NetworkGroup> networkGroups(Kind) const override { return {}; }
    [[nodiscard]] std::vector<Id> membersOfGroup(Kind, const Id& group) const override
    {
        const auto found = groups.find(group);
        return found == groups.end() ? std::vector<Id>{} : found->second;
    }
    [[nodiscard]] std::vector<NetworkCommonGround> commonGround(const Id&, Date, std::size_t) const override
    {
        return {};
    }
    [[nodiscard]] std::vector<graph::PairContact> contactsBetween(const Id&, const Id&) const override { return {}; }

private:
    [[nodiscard]] bool isThere(const Id& person) const
    {
        const auto found = people.find(person);
        return found != people.end() && !found->second.removed;
    }
    [[nodiscard]] graph::PairLedger allContacts() const
    {
        graph::PairLedger ledger;
        for (const auto& [id, talk] : interactions) {
            if (talk.removed) continue;
            std::vector<Id> there;
            for (const auto& [participant, each] : participants)
                if (each.interaction == id && !each.removed) there.push_back(each.person);
            ledger.add({talk.at, talk.direction, talk.depth, talk.channel, there});
        }
        return ledger;
    }
};

}  // namespace kith::test
