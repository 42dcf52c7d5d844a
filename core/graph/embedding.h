// How embedded or isolated a group is: the share of its ties that lead out of it.
#pragma once

#include <kith/graph/graph.h>

#include <span>
#include <vector>

namespace kith::graph {

struct GroupMember {
    Node person = kNobody;
    std::size_t inside = 0;  ///< ties with other members
    std::size_t outside = 0;
};

/// Ties that count; each tie inside the group once.
struct Embedding {
    std::size_t members = 0;
    std::size_t others = 0;  ///< how many are there to be tied to outside
    std::size_t inside = 0;
    std::size_t outside = 0;
    double insideStrength = 0;  ///< the strengths of those ties added up
    double outsideStrength = 0;
    /// outside / (inside + outside); 0 without ties.
    double shareOutside = 0;
    /// (outside - inside) / (outside + inside), from -1 (all inside) to 1 (all outside); 0 without ties. The E-I index:
    /// D. Krackhardt and R. N. Stern, "Informal networks and organizational crises: an experimental simulation", Social
    /// Psychology Quarterly 51(2), 1988.
    double eiIndex = 0;
    /// What the index would be if everybody were tied to everybody: what the sizes alone make of it. A group below it
    /// keeps to itself more than its size explains.
    double expectedEiIndex = 0;
    /// The member with the most ties outside holds this share of them: how far the group hangs on one person.
    double bridgeShare = 0;
    /// Everybody, most ties outside first, of equals in order of id. Who has `outside` 0 is reached through members
    /// alone, who has `inside` 0 as well by nobody.
    std::vector<GroupMember> each;
};

/// Of these people (somebody named twice, or gone, is left out) against everybody else with one of the facets; no
/// facets: against everybody. Ties with others who have none of them are not counted. O(people + ties of members).
[[nodiscard]] Embedding embeddingOf(const Graph& graph, std::span<const Node> group, Facets others = {});

}  // namespace kith::graph
