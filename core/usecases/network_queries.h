// Port: what the graph of who knows whom is made from.
#pragma once

#include <kith/base/error.h>
#include <kith/domain/entity.h>
#include <kith/graph/co_attendance.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kith {

/// As it was set; approachOn() says what holds on a day.
struct NetworkApproach {
    Approach approach = Approach::Open;
    std::optional<Date> until{};
};

struct NetworkPerson {
    Id id;
    Facets facets{};
    NetworkApproach approach{};
    std::vector<NetworkApproach> approachOfOthers{};  ///< of the records that were merged into them
    bool unwilling = false;  ///< has declined to introduce people
};

/// A stated tie between two people who are there.
struct NetworkTie {
    Id a;
    Id b;
    TieKind kind{};
    std::optional<double> strength{};
    std::optional<Instant> statedAt{};  ///< when the strength was last set, or the tie when it has none
};

/// What two people's interactions add up to.
struct NetworkContacts {
    graph::IdPair pair;
    graph::PairSums sums;
};

/// All that is known of two people together. Interactions and rows that were removed count nowhere.
struct NetworkPair {
    std::vector<NetworkTie> ties;
    graph::PairSums sums{};
};

/// Who belongs together: an area, or an organisation.
struct NetworkGroup {
    Id id;
    std::string name;
    std::size_t people = 0;  ///< with a current affiliation
};

/// What a colleague and a person have in common besides their tie.
struct NetworkCommonGround {
    Id colleague;
    std::vector<std::string> skills;  ///< names of those both have
    double yearsTogether = 0;  ///< at one organisation at the same time
    std::string place;  ///< the organisation where that was longest
    std::size_t openReminders = 0;  ///< assigned to the colleague
};

/// Reads for the graph. People who are merged appear as the one who is shown. Every call sees one consistent state of
/// the workspace. A visitor that returns false ends the call, which is a success. Bulk calls are in any order; whoever
/// has no sums of pairs at hand makes them with graph::PairLedger.
class NetworkQueries {
public:
    virtual ~NetworkQueries() = default;

    /// For reserving memory: people, stated ties and pairs with interactions; may be off.
    struct Sizes {
        std::size_t people = 0;
        std::size_t ties = 0;
        std::size_t pairs = 0;
    };
    [[nodiscard]] virtual Sizes networkSizes() const = 0;

    [[nodiscard]] virtual Result<void>
    forEachNetworkPerson(const std::function<bool(const NetworkPerson&)>& visit) const = 0;
    [[nodiscard]] virtual Result<void> forEachNetworkTie(const std::function<bool(const NetworkTie&)>& visit) const = 0;
    /// Each two people once.
    [[nodiscard]] virtual Result<void>
    forEachNetworkContacts(const std::function<bool(const NetworkContacts&)>& visit) const = 0;

    /// Nothing when the person is not there any more; of somebody who was merged, the person who is shown.
    [[nodiscard]] virtual std::optional<NetworkPerson> networkPerson(const Id& person) const = 0;
    /// O(ties of `a` + interactions of both).
    [[nodiscard]] virtual NetworkPair networkPair(const Id& a, const Id& b) const = 0;
    /// Everybody with whom a person has a tie or an interaction.
    [[nodiscard]] virtual std::vector<Id> networkPartners(const Id& person) const = 0;

    // Where a changed row leads, whether it is there or was removed; nothing once it is gone for good.
    [[nodiscard]] virtual std::optional<graph::IdPair> endsOfTie(const Id& tie) const = 0;
    [[nodiscard]] virtual std::optional<Id> interactionOfParticipant(const Id& participant) const = 0;
    /// Those who take part and those who were removed from it.
    [[nodiscard]] virtual std::optional<std::vector<Id>> everybodyIn(const Id& interaction) const = 0;

    /// Areas, or organisations, by name.
    [[nodiscard]] virtual std::vector<NetworkGroup> networkGroups(Kind kind) const = 0;
    /// People with a current affiliation with the area, those below it included, or with the organisation.
    [[nodiscard]] virtual std::vector<Id> membersOfGroup(Kind kind, const Id& group) const = 0;
    /// Colleagues who share skills or history with a person, most skills in common first; at most `limit`. A current
    /// affiliation lasts until `today`; one whose beginning is not known counts for no years.
    [[nodiscard]] virtual std::vector<NetworkCommonGround> commonGround(const Id& person, Date today,
                                                                        std::size_t limit) const = 0;
    /// What both took part in, latest first; for the explanation of their tie.
    [[nodiscard]] virtual std::vector<graph::PairContact> contactsBetween(const Id& a, const Id& b) const = 0;
};

}  // namespace kith
