// How embedded or isolated a group of people is, with names: how many of its ties lead out, on whom they hang, and who
// is reached through members alone.
#pragma once

#include <kith/graph/graph.h>
#include <kith/usecases/workspace.h>

#include <span>
#include <string>
#include <vector>

namespace kith {

struct GroupMemberTies {
    Id person;
    std::string name;
    std::size_t inside = 0;  ///< ties with other members
    std::size_t outside = 0;
    bool mayIntroduce = true;  ///< false: off-limits, not to be contacted, or not willing
    /// Of somebody who has ties with members alone, the member to ask: who has ties outside and may introduce, of those
    /// the one with the strongest tie; else whoever may introduce. Nil when nobody may, and for everybody else.
    Id through{};
    std::string throughName{};
    double throughStrength = 0;
};

/// The index beside what the sizes alone would make of it; within 0.05 they count as the same.
enum class GroupLeaning : std::uint8_t { NoTies, KeepsToItself, AsItsSizes, LooksOut };

/// What the figures are: graph::Embedding.
struct GroupTies {
    std::size_t members = 0;
    std::size_t others = 0;
    std::size_t inside = 0;
    std::size_t outside = 0;
    double insideStrength = 0;
    double outsideStrength = 0;
    double shareOutside = 0;
    double eiIndex = 0;
    double expectedEiIndex = 0;
    double bridgeShare = 0;
    GroupLeaning leaning = GroupLeaning::NoTies;
    std::size_t throughMembersAlone = 0;  ///< how many have ties with members and with nobody else
    std::size_t withoutTies = 0;
    // Each at most as many as asked for.
    std::vector<GroupMemberTies> bridges;  ///< who has ties outside, most first
    std::vector<GroupMemberTies> reachedInside;  ///< of throughMembersAlone, most ties first
    std::vector<GroupMemberTies> reachedByNobody;  ///< of withoutTies

    /// Whether more than half of the ties outside are one member's, who is the first of the bridges.
    [[nodiscard]] bool hangsOnOne() const { return outside > 0 && bridgeShare > 0.5; }
};

/// Of these people (somebody named twice, or who is not there, is left out) against everybody else with one of the
/// facets; no facets: against everybody. `most` names in each list. BadInput when nobody is left.
/// O(people + ties of members).
[[nodiscard]] Result<GroupTies> tiesOfGroup(const WorkspaceReader& reader, const graph::Graph& graph,
                                            std::span<const Id> members, Facets others, std::size_t most, Instant now);

/// What the figures mean, a plain sentence each.
[[nodiscard]] std::vector<std::string> explain(const GroupTies& ties);

}  // namespace kith
