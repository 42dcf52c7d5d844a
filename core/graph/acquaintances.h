// Who knows a person, and whom two people both know.
#pragma once

#include <kith/graph/graph.h>

#include <vector>

namespace kith::graph {

struct Acquaintance {
    Node person = kNobody;
    Arc arc;  ///< their tie, seen from the person asked about
};

/// Colleagues who have a tie with a person that counts, strongest first, of equals in order of id; at most `limit`.
/// O(ties of the person + found log limit).
[[nodiscard]] std::vector<Acquaintance> whoKnows(const Graph& graph, Node person, std::size_t limit);

struct CommonAcquaintance {
    Node person = kNobody;
    Arc withFirst;  ///< seen from the first of the two
    Arc withSecond;
    double strength = 0;  ///< of the way through them: the product
};

/// Everybody whose ties with both count, whoever they are, by strength and then id; at most `limit`.
/// O(fewer ties × log(more ties)) when one has many more, O(ties of both) otherwise.
[[nodiscard]] std::vector<CommonAcquaintance> commonAcquaintances(const Graph& graph, Node first, Node second,
                                                                  std::size_t limit);

}  // namespace kith::graph
