#include <kith/graph/layout.h>

#include "layout_tree.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <unordered_map>

namespace kith::graph {

namespace {

constexpr double kTurn = 2 * std::numbers::pi;
constexpr int kRounds = 8;
constexpr double kPull = 0.15;
/// How much more it costs to move somebody who stood there before than a newcomer.
constexpr double kKept = 1000;

/// SplitMix64's finaliser (Steele, Lea, Flood, OOPSLA 2014).
std::uint64_t mixed(std::uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xBF58'476D'1CE4'E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D0'49BB'1331'11EBULL;
    return x ^ (x >> 31);
}

/// From -π to π.
double turnedTo(double from, double to)
{
    return std::remainder(to - from, kTurn);
}

struct Spot {
    double angle = 0;
    double from = 0, until = 0;  ///< the sector
    double need = 0;  ///< how much of the circle what hangs on it would take
    double weight = 1;
    std::vector<std::uint32_t> children;
};

class Drawing {
public:
    Drawing(const Graph& graph, std::span<const Node> middle, const LayoutOptions& options)
        : graph_(graph), options_(options)
    {
        layout_.people = nearestPeople(graph, middle, options);
        layout_.lines = linesAmong(graph, layout_.people, options.lines);
        spots_.resize(layout_.people.size());
    }

    Layout make(const Layout* before, const Graph* beforeGraph)
    {
        growTree();
        chooseRadii();
        shareSectors();
        pullTogether();
        if (before != nullptr) keep(*before, beforeGraph != nullptr ? *beforeGraph : graph_);
        for (std::uint32_t ring = 1; ring < rings_.size(); ++ring) keepApart(ring);
        for (std::size_t i = 0; i < spots_.size(); ++i) {
            Placed& placed = layout_.people[i];
            placed.x = radii_[placed.ring] * std::cos(spots_[i].angle);
            placed.y = radii_[placed.ring] * std::sin(spots_[i].angle);
        }
        layout_.radius = radii_.empty() ? 0 : radii_.back();
        return std::move(layout_);
    }

private:
    /// Several in the middle are whom the picture is about, and get the room to be drawn so.
    [[nodiscard]] double roomOn(std::uint32_t ring) const
    {
        return ring == 1 && rings_[0].empty() ? 2 * kLayoutGap : kLayoutGap;
    }
    [[nodiscard]] double gapOn(std::uint32_t ring) const { return roomOn(ring) / radii_[ring]; }

    void growTree()
    {
        const auto& people = layout_.people;
        for (std::uint32_t i = 0; i < people.size(); ++i) {
            if (rings_.size() <= people[i].ring) rings_.resize(people[i].ring + 1);
            rings_[people[i].ring].push_back(i);
            (people[i].parent == i ? roots_ : spots_[people[i].parent].children).push_back(i);
        }
        const auto order = [&](std::uint32_t i) {
            const Id& id = graph_.idOf(people[i].person);
            return std::pair(mixed(std::hash<Id>{}(id) ^ mixed(options_.seed)), id);
        };
        std::ranges::sort(roots_, {}, order);
        for (Spot& spot : spots_) std::ranges::sort(spot.children, {}, order);
    }

    /// In steps, so that one more person seldom moves a whole ring.
    void chooseRadii()
    {
        radii_.assign(rings_.size(), 0);
        for (std::uint32_t ring = 1; ring < rings_.size(); ++ring) {
            const double round = static_cast<double>(rings_[ring].size() + 1) * roomOn(ring) / kTurn;
            radii_[ring] = std::max(radii_[ring - 1] + 1, std::ceil(round * 4) / 4);
        }
    }

    void shareSectors()
    {
        // Parents come before their children, so backwards every sum is complete when it is used.
        for (std::size_t i = spots_.size(); i-- > 0;) {
            const std::uint32_t ring = layout_.people[i].ring;
            double children = 0;
            for (const std::uint32_t child : spots_[i].children) children += spots_[child].need;
            spots_[i].need = ring == 0 ? children : std::max(children, gapOn(ring));
        }
        share(roots_, 0, kTurn);
        for (const Spot& spot : spots_) share(spot.children, spot.from, spot.until);
    }

    void share(const std::vector<std::uint32_t>& siblings, double from, double until)
    {
        double all = 0;
        for (const std::uint32_t each : siblings) all += spots_[each].need;
        for (const std::uint32_t each : siblings) {
            Spot& spot = spots_[each];
            spot.from = from;
            spot.until = all > 0 ? from + (until - from) * (spot.need / all) : until;
            all -= spot.need;
            from = spot.until;
            spot.angle = (spot.from + spot.until) / 2;
        }
    }

    void pullTogether()
    {
        std::vector<double> pull(spots_.size());
        std::vector<double> weight(spots_.size());
        for (int round = 0; round < kRounds; ++round) {
            std::ranges::fill(pull, 0);
            std::ranges::fill(weight, 0);
            for (const Line& line : layout_.lines) {
                if (layout_.people[line.from].ring == 0) continue;
                const double strength = line.arc.strength();
                const double turn = turnedTo(spots_[line.from].angle, spots_[line.to].angle);
                pull[line.from] += strength * turn;
                pull[line.to] -= strength * turn;
                weight[line.from] += strength;
                weight[line.to] += strength;
            }
            for (std::size_t i = 0; i < spots_.size(); ++i) {
                Spot& spot = spots_[i];
                if (weight[i] <= 0) continue;
                spot.angle = std::clamp(spot.angle + kPull * pull[i] / weight[i], spot.from, spot.until);
            }
        }
    }

    void keep(const Layout& before, const Graph& graph)
    {
        std::unordered_map<Id, const Placed*> known;
        for (const Placed& placed : before.people) known.emplace(graph.idOf(placed.person), &placed);
        for (std::size_t i = 0; i < spots_.size(); ++i) {
            const Placed& placed = layout_.people[i];
            const auto found = known.find(graph_.idOf(placed.person));
            if (placed.ring == 0) continue;
            if (found != known.end() && found->second->ring == placed.ring) {
                spots_[i].angle = std::atan2(found->second->y, found->second->x);
                spots_[i].weight = kKept;
            } else if (placed.ring > 1 || placed.parent != i) {
                // Parents come first, so the parent stands where it will stand, or nearly.
                if (layout_.people[placed.parent].ring > 0) spots_[i].angle = spots_[placed.parent].angle;
            }
        }
    }

    /// Moves the people of a ring as little as possible so that neighbours keep the gap and the order.
    void keepApart(std::uint32_t ring)
    {
        std::vector<std::uint32_t>& there = rings_[ring];
        if (there.size() < 2) return;
        const auto angle = [&](std::uint32_t i) {
            const double turn = std::fmod(spots_[i].angle, kTurn);
            return turn < 0 ? turn + kTurn : turn;
        };
        std::ranges::sort(there, {}, [&](std::uint32_t i) { return std::pair(angle(i), i); });
        // Cut the circle where it is emptiest.
        std::size_t cut = 0;
        double widest = -1;
        for (std::size_t i = 0; i < there.size(); ++i) {
            const double last = i == 0 ? angle(there.back()) - kTurn : angle(there[i - 1]);
            if (angle(there[i]) - last > widest + 1e-12) widest = angle(there[i]) - last, cut = i;
        }
        std::ranges::rotate(there, there.begin() + static_cast<std::ptrdiff_t>(cut));
        const double start = angle(there.front());

        struct Block {
            double sum, weight;
            std::size_t size;
            [[nodiscard]] double mean() const { return sum / weight; }
        };
        const double gap = gapOn(ring);
        std::vector<Block> blocks;
        for (std::size_t i = 0; i < there.size(); ++i) {
            const double turn = angle(there[i]);
            const double wish = (turn < start ? turn + kTurn : turn) - static_cast<double>(i) * gap;
            const double weight = spots_[there[i]].weight;
            blocks.push_back({wish * weight, weight, 1});
            while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() >= blocks.back().mean()) {
                const Block last = blocks.back();
                blocks.pop_back();
                blocks.back().sum += last.sum;
                blocks.back().weight += last.weight;
                blocks.back().size += last.size;
            }
        }
        // Whoever would come round to the first ones from behind stays the gap away from them.
        const double most = blocks.front().mean() + kTurn - static_cast<double>(there.size()) * gap;
        std::size_t i = 0;
        for (const Block& block : blocks)
            for (std::size_t n = 0; n < block.size; ++n, ++i)
                spots_[there[i]].angle = std::min(block.mean(), most) + static_cast<double>(i) * gap;
    }

    const Graph& graph_;
    const LayoutOptions& options_;
    Layout layout_;
    std::vector<Spot> spots_;
    std::vector<std::uint32_t> roots_;
    std::vector<std::vector<std::uint32_t>> rings_;
    std::vector<double> radii_;
};

}  // namespace

Layout layoutAround(const Graph& graph, std::span<const Node> middle, const LayoutOptions& options,
                    const Layout* before, const Graph* beforeGraph)
{
    return Drawing(graph, middle, options).make(before, beforeGraph);
}

}  // namespace kith::graph
