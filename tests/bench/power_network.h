// A synthetic network of a power law, in bare numbers, and the plain searches that are the limit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace kith::bench {

struct BareTie {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint16_t weakness = 0;  ///< Arc::weakness
};

/// Each newcomer ties to five earlier people, well-tied ones more often (A.-L. Barabási and R. Albert, "Emergence of
/// scaling in random networks", Science 286, 1999), which gives everybody ten ties on average; most ties are weak.
[[nodiscard]] std::vector<BareTie> powerNetwork(std::size_t people, std::uint64_t seed);

/// Compressed rows with nothing around them.
struct BareGraph {
    std::vector<std::uint32_t> offsets;
    std::vector<std::uint32_t> to;
    std::vector<std::uint32_t> length;

    /// By counting, in two passes.
    static BareGraph of(std::size_t people, std::span<const BareTie> ties);
};

/// Plain Dijkstra, and the same from both sides, stopping when the two least lengths pass the best; no rules, no path,
/// no explanation, a binary heap. Both give the length, or 0xFFFFFFFF.
class BareSearch {
public:
    explicit BareSearch(const BareGraph& graph);
    [[nodiscard]] std::uint32_t oneSided(std::uint32_t from, std::uint32_t to);
    [[nodiscard]] std::uint32_t bidirectional(std::uint32_t from, std::uint32_t to);

private:
    struct Side {
        std::vector<std::uint32_t> length;
        std::vector<std::uint32_t> seen;
        std::vector<std::uint64_t> heap;
    };
    void start(Side& side, std::uint32_t node);
    [[nodiscard]] bool improves(Side& side, std::uint32_t node, std::uint32_t length) const;

    const BareGraph& graph_;
    std::uint32_t search_ = 0;
    Side forth_;
    Side back_;
};

}  // namespace kith::bench
