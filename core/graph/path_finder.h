// Who can introduce us to somebody: the path along which the ties are strongest.
#pragma once

#include <kith/graph/graph.h>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace kith::graph {

/// Where an introduction may start.
struct PathStart {
    enum class Who : std::uint8_t { One, Members, Anybody };
    Who who = Who::Anybody;
    Node person = kNobody;
    std::span<const Node> members{};

    /// From this person, whatever their flags.
    [[nodiscard]] static PathStart one(Node person) { return {Who::One, person, {}}; }
    /// From any of these who may mediate; what they are otherwise does not matter. Must live as long as the search.
    [[nodiscard]] static PathStart anyOf(std::span<const Node> members) { return {Who::Members, kNobody, members}; }
    /// From any colleague who may mediate (Graph::introducers).
    [[nodiscard]] static PathStart anybody() { return {}; }
};

struct PathStep {
    Node person = kNobody;
    Arc arc{};  ///< the tie by which the one before knows them, seen from there; of the first nothing
};

struct Path {
    std::vector<PathStep> steps;  ///< the start first, the target last; one step when they are the same
    double strength = 0;  ///< the product of the ties' strengths

    [[nodiscard]] bool empty() const { return steps.empty(); }
};

/// Finds best introduction paths. The best path is the one with the largest product of strengths (Arc::weakness adds up
/// to the smallest sum), of equals the one with fewer ties, of those the one whose ids come first, from the start on;
/// so the answer depends on who knows whom and on nothing else. A tie counts 256 steps of length for each of its
/// weakness and one for itself, which is that order as long as nobody needs 256 middlemen; what is longer than 2^31 (a
/// strength of 2^-2047) is not found. Nobody is a middleman who is off-limits, not to be contacted or unwilling, and
/// dashed ties are no ties; the target may be anybody.
///
/// Bidirectional Dijkstra: both searches stop once the least lengths in their queues add up to the best path found
/// (T. A. J. Nicholson, "Finding the shortest route between two points in a network", The Computer Journal 9(3), 1966;
/// the rule in this form: A. V. Goldberg and C. Harrelson, "Computing the shortest path: A* search meets graph theory",
/// SODA 2005, section 3). The side with the smaller queue goes first (I. Pohl, "Bi-directional search", Machine
/// Intelligence 6, 1971). Whatever cannot be on a path as good as the best so far is not queued. When more than
/// 4,096 colleagues might start, the search goes from the target alone to the first of them: one is near.
///
/// Scratch memory: 16 bytes a person of the largest graph seen, and the queues. A search after the first of its size
/// allocates nothing, except for a longer path than before. Not thread-safe: one finder for each thread.
class PathFinder {
public:
    PathFinder();
    ~PathFinder();
    PathFinder(PathFinder&&) noexcept;
    PathFinder& operator=(PathFinder&&) noexcept;

    /// False, with an empty path, when there is none. Somebody who starts at themselves is introduced already.
    bool best(const Graph& graph, const PathStart& start, Node target, Path& path);

    /// At most `count` paths, best first: each is the best that shares no middleman with those before; with several who
    /// may start each has another start too, which may not be a middleman of the others. A direct tie is one of them
    /// once. `paths` is cut to what there is. O(count searches).
    void bestDistinct(const Graph& graph, const PathStart& start, Node target, std::size_t count,
                      std::vector<Path>& paths);

private:
    class Search;
    std::unique_ptr<Search> search_;
};

}  // namespace kith::graph
