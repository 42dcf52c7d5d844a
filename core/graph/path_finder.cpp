#include <kith/graph/path_finder.h>

#include "near_heap.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kith::graph {

namespace {

constexpr Length kFarthest = 0x7FFF'FFFF;
constexpr std::size_t kFewStarts = 4096;
/// A place on a path that nobody has.
constexpr Length kNowhere = kUnreached;
constexpr Length kBanned = kUnreached - 1;

constexpr Length lengthOf(const Arc& arc)
{
    return Length{arc.weakness} * 256 + 1;
}

/// Sides of the search.
constexpr std::size_t kForth = 0;
constexpr std::size_t kBack = 1;

/// What the search knows of a person; one that was written in another search is as good as none.
struct Label {
    std::uint32_t search = 0;
    std::array<Length, 2> length{kUnreached, kUnreached};  ///< from the start, from the target
    Length place = kNowhere;  ///< how far from the start on a best path, or kBanned
};
static_assert(sizeof(Label) == 16);

}  // namespace

class PathFinder::Search {
public:
    void begin(const Graph& graph, const PathStart& start, Node target);
    void ban(Node node) { banned_.push_back(node); }
    void banDirectTie() { directBanned_ = true; }
    void forgetBans();
    bool run(Path& path);

private:
    Label& label(Node node)
    {
        Label& found = labels_[node];
        if (found.search != number_) found = {.search = number_};
        return found;
    }
    [[nodiscard]] bool isStart(Node node) const;
    [[nodiscard]] bool usable(Node from, const Arc& arc) const
    {
        const auto joins = [&](Node a, Node b) { return from == a && arc.to == b; };
        return arc.counts() && !(directBanned_ && (joins(start_.person, target_) || joins(target_, start_.person)));
    }
    void seed(std::size_t side, Node node);
    void place(std::size_t side, Node node, Length length);
    void expand(std::size_t side);
    void prepare();
    void markBestPaths();
    void writeFirst(Path& path);

    const Graph* graph_ = nullptr;
    PathStart start_;
    Node target_ = kNobody;
    bool oneSided_ = false;
    bool directBanned_ = false;
    std::vector<Node> banned_;

    std::uint32_t number_ = 0;
    std::vector<Label> labels_;
    std::array<NearHeap, 2> queues_;
    Length best_ = kFarthest;
    std::vector<Node> meetings_;  ///< on a path of the best length, with exact labels from both sides
    std::vector<Node> placed_;
    std::vector<Node> starts_;
};

void PathFinder::Search::begin(const Graph& graph, const PathStart& start, Node target)
{
    graph_ = &graph;
    start_ = start;
    target_ = target;
    oneSided_ = start.who == PathStart::Who::Anybody && graph.introducers().size() > kFewStarts;
    if (labels_.size() < graph.nodeCount()) labels_.resize(graph.nodeCount());
    forgetBans();
}

void PathFinder::Search::forgetBans()
{
    banned_.clear();
    directBanned_ = false;
}

bool PathFinder::Search::isStart(Node node) const
{
    const PersonFlags flags = graph_->flags(node);
    return oneSided_ && node != target_ && flags.isColleague() && flags.mayMediate();
}

void PathFinder::Search::place(std::size_t side, Node node, Length length)
{
    Label& known = label(node);
    if (length >= known.length[side]) return;
    known.length[side] = length;
    if (isStart(node)) known.length[kForth] = 0;
    const Length other = known.length[1 - side];
    if (other != kUnreached) {
        if (length + other < best_) {
            best_ = length + other;
            meetings_.clear();
        }
        if (length + other == best_) meetings_.push_back(node);
    }
    const Length ahead = oneSided_ ? 0 : queues_[1 - side].nearest();
    if (ahead <= best_ && length <= best_ - ahead) queues_[side].push(length, node);
}

void PathFinder::Search::expand(std::size_t side)
{
    const auto [length, node] = queues_[side].pop();
    if (label(node).length[side] != length) return;
    const Node other = side == kForth ? target_ : start_.person;
    const auto flags = graph_->allFlags();
    for (const Arc& arc : graph_->arcs(node)) {
        const Length further = length + lengthOf(arc);
        if (further > best_ || !usable(node, arc)) continue;
        if (!flags[arc.to].mayMediate() && arc.to != other) continue;
        place(side, arc.to, further);
    }
}

void PathFinder::Search::prepare()
{
    if (++number_ == 0) {
        // After four thousand million searches the stamps start anew.
        std::ranges::fill(labels_, Label{});
        number_ = 1;
    }
    for (NearHeap& queue : queues_) queue.clear();
    meetings_.clear();
    best_ = kFarthest;
    // Both lengths 0: no length is shorter, so nobody is sent here.
    for (const Node node : banned_) labels_[node] = {number_, {0, 0}, kBanned};

    seed(kBack, target_);
    if (start_.who == PathStart::Who::One) seed(kForth, start_.person);
    if (start_.who == PathStart::Who::One || oneSided_) return;
    for (const Node node : start_.who == PathStart::Who::Members ? start_.members : graph_->introducers())
        if (node != target_ && graph_->flags(node).mayMediate()) seed(kForth, node);
}

void PathFinder::Search::seed(std::size_t side, Node node)
{
    Label& known = label(node);
    if (known.length[side] == 0) return;
    known.length[side] = 0;
    queues_[side].push(0, node);
    if (known.length[1 - side] != 0) return;
    best_ = 0;
    meetings_.push_back(node);
}

bool PathFinder::Search::run(Path& path)
{
    path.steps.clear();
    path.strength = 0;
    prepare();
    if (oneSided_) {
        while (queues_[kBack].nearest() < best_) expand(kBack);
    } else {
        for (;;) {
            const Length forth = queues_[kForth].nearest();
            const Length back = queues_[kBack].nearest();
            if (forth == kUnreached || back == kUnreached || forth + back >= best_) break;
            expand(queues_[kForth].size() <= queues_[kBack].size() ? kForth : kBack);
        }
    }
    if (meetings_.empty()) return false;
    markBestPaths();
    writeFirst(path);
    return true;
}

/// Gives everybody on a path of the best length their place. Each such path has exact labels from the start up to some
/// y on it, and from the target down to some w that is y or before it: were w behind y, then whichever of the two was
/// refused its queue, or was still in it, was nearer than what that search had expanded by then. So there is a meeting
/// on every such path, and from it labels lead both ways.
void PathFinder::Search::markBestPaths()
{
    placed_.clear();
    starts_.clear();
    for (const std::size_t side : {kForth, kBack}) {
        const std::size_t first = placed_.size();
        for (const Node node : meetings_) {
            Label& known = label(node);
            known.place = known.length[kForth];
            placed_.push_back(node);
        }
        for (std::size_t at = first; at < placed_.size(); ++at) {
            const Node node = placed_[at];
            const Length length = label(node).length[side];
            if (side == kForth && length == 0) {
                starts_.push_back(node);
                continue;
            }
            for (const Arc& arc : graph_->arcs(node)) {
                if (lengthOf(arc) > length || !usable(node, arc)) continue;
                Label& next = label(arc.to);
                if (next.place != kNowhere || next.length[side] != length - lengthOf(arc)) continue;
                next.place = side == kForth ? next.length[kForth] : best_ - next.length[kBack];
                placed_.push_back(arc.to);
            }
        }
    }
}

/// From the first of the starts always on to the first of those who lead on: whoever has a place leads to the target.
void PathFinder::Search::writeFirst(Path& path)
{
    const auto id = [&](Node node) -> const Id& { return graph_->idOf(node); };
    Node node = *std::ranges::min_element(starts_, {}, id);
    path.steps.push_back({node, {}});
    std::uint64_t weakness = 0;
    while (node != target_) {
        const Length here = label(node).place;
        const Arc* onward = nullptr;
        for (const Arc& arc : graph_->arcs(node)) {
            if (!usable(node, arc) || label(arc.to).place != here + lengthOf(arc)) continue;
            if (onward == nullptr || id(arc.to) < id(onward->to)) onward = &arc;
        }
        weakness += onward->weakness;
        node = onward->to;
        path.steps.push_back({node, *onward});
    }
    path.strength = strengthOf(weakness);
}

PathFinder::PathFinder() : search_(std::make_unique<Search>()) { }
PathFinder::~PathFinder() = default;
PathFinder::PathFinder(PathFinder&&) noexcept = default;
PathFinder& PathFinder::operator=(PathFinder&&) noexcept = default;

bool PathFinder::best(const Graph& graph, const PathStart& start, Node target, Path& path)
{
    search_->begin(graph, start, target);
    return search_->run(path);
}

void PathFinder::bestDistinct(const Graph& graph, const PathStart& start, Node target, std::size_t count,
                              std::vector<Path>& paths)
{
    search_->begin(graph, start, target);
    std::size_t found = 0;
    for (; found < count; ++found) {
        if (paths.size() == found) paths.emplace_back();
        Path& path = paths[found];
        if (!search_->run(path)) break;
        const auto& steps = path.steps;
        if (steps.size() == 1) {
            ++found;
            break;
        }
        const bool one = start.who == PathStart::Who::One;
        for (std::size_t i = one ? 1 : 0; i + 1 < steps.size(); ++i) search_->ban(steps[i].person);
        if (one && steps.size() == 2) search_->banDirectTie();
    }
    paths.resize(found);
}

}  // namespace kith::graph
