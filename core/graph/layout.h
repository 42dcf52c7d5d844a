// Where people stand in a picture of who knows whom, with somebody in the middle. Geometry alone: no colours, no
// pixels.
#pragma once

#include <kith/graph/graph.h>

#include <cstdint>
#include <span>
#include <vector>

namespace kith::graph {

struct LayoutOptions {
    std::size_t people = 300;  ///< at most, those in the middle among them
    std::size_t lines = 1200;  ///< at most; the ties of the tree come first, then the strongest
    std::uint32_t rings = 4;  ///< nobody is drawn further from the middle than this
    std::uint64_t seed = 1;  ///< decides about the order of those with the same parent
};

struct Placed {
    Node person = kNobody;
    std::uint32_t parent = 0;  ///< whose best tie led here, as an index into Layout::people; of the middle itself
    std::uint32_t ring = 0;  ///< ties from the middle; 0 for the only one in the middle, 1 for each of several
    double x = 0;  ///< the middle is 0, 0; people on one ring are at least kLayoutGap apart, several in
                   ///< the middle twice as far; rings at least 1
    double y = 0;
    double strength = 0;  ///< of the best path from the middle
};

/// A tie between two who are placed: indices into Layout::people, seen from the first.
struct Line {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    Arc arc{};
    bool tree = false;  ///< the best tie of one of them towards the middle
};

struct Layout {
    std::vector<Placed> people;  ///< by strength, then id; the middle first
    std::vector<Line> lines;
    double radius = 0;  ///< of the outermost ring
};

/// How near people come to each other along a ring, where rings are 1 apart.
inline constexpr double kLayoutGap = 0.34;

/// One person in the middle, or several (an area) on the first ring around an empty middle. Drawn are those with the
/// strongest paths to it, on the ring of their distance in the tree of those paths; everybody has a sector as wide as
/// what hangs on them needs, the order in it comes from the seed and the ids, and a few rounds of pulling turn people
/// towards those they also know, within their sector. A ring grows when it is full.
///
/// The same graph, middle and options give the same picture, whatever the history of the graph. With the picture
/// `before`, whoever was on the same ring keeps their angle, and newcomers squeeze in where they belong: of all ways to
/// keep the gap, the one that moves those people least (isotonic regression by pooling adjacent violators, R. E. Barlow
/// et al., "Statistical Inference under Order Restrictions", Wiley 1972). `before` may be of an earlier graph:
/// `beforeGraph` tells its people.
/// Dashed ties are drawn but lead to nobody. O((people + their ties) log).
[[nodiscard]] Layout layoutAround(const Graph& graph, std::span<const Node> middle, const LayoutOptions& options = {},
                                  const Layout* before = nullptr, const Graph* beforeGraph = nullptr);

}  // namespace kith::graph
