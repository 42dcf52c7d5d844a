#include <kith/usecases/neighbourhood.h>

#include <kith/graph/layout.h>
#include <kith/usecases/introductions.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace kith {

namespace {

using graph::Arc;
using graph::Graph;
using graph::GraphPtr;
using graph::Node;

/// Of those drawn, how many of an area may stand in the middle.
constexpr std::size_t kMiddleShare = 3;
/// Ties that lead nowhere are drawn for what they add; more of them hide those that do.
constexpr std::size_t kLinesEach = 3;

double sumOfStrengths(const Graph& graph, Node node)
{
    double sum = 0;
    for (const Arc& arc : graph.arcs(node))
        if (arc.counts()) sum += arc.strength();
    return sum;
}

/// When two people last showed that they know each other; each pair is read once.
class Signs {
public:
    explicit Signs(const NetworkQueries& queries) : queries_(queries) { }

    std::optional<Instant> between(const Id& a, const Id& b)
    {
        const auto [known, fresh] = known_.try_emplace(graph::IdPair::of(a, b));
        if (fresh) known->second = read(a, b);
        return known->second;
    }

private:
    [[nodiscard]] std::optional<Instant> read(const Id& a, const Id& b) const
    {
        std::optional<Instant> last;
        for (const NetworkTie& tie : queries_.networkPair(a, b).ties) last = std::max(last, tie.statedAt);
        for (const graph::PairContact& contact : queries_.contactsBetween(a, b))
            if (graph::evidenceOf(contact.channel, contact.direction, contact.people) != graph::Evidence::None)
                return std::max(last, std::optional(contact.at));  // the latest comes first
        return last;
    }

    const NetworkQueries& queries_;
    std::unordered_map<graph::IdPair, std::optional<Instant>, graph::IdPairHash> known_;
};

Result<std::vector<Node>> middleOf(const Graph& graph, const NetworkQueries& queries, const NeighbourhoodWish& wish)
{
    std::vector<Node> middle;
    if (!wish.person.isNil()) {
        const auto shown = queries.networkPerson(wish.person);
        const auto node = graph.find(shown ? shown->id : wish.person);
        if (!node || graph.flags(*node).isGone()) return fail(ErrorCode::NotFound, "There is no such person.");
        middle.push_back(*node);
        return middle;
    }
    for (const Id& member : queries.membersOfGroup(Kind::Area, wish.area))
        if (const auto node = graph.find(member); node && !graph.flags(*node).isGone()) middle.push_back(*node);
    if (middle.empty()) return fail(ErrorCode::BadInput, "Nobody works in that area now.");
    return middle;
}

void keepThoseWithMostToGive(const Graph& graph, std::vector<Node>& middle, std::size_t most)
{
    std::ranges::sort(middle, {}, [&](Node node) { return std::pair(-sumOfStrengths(graph, node), graph.idOf(node)); });
    if (middle.size() > most) middle.resize(most);
}

/// How many people are within so many ties that count, the middle among them.
std::size_t countWithin(const Graph& graph, const std::vector<Node>& middle, std::uint32_t steps)
{
    std::vector<bool> seen(graph.nodeCount());
    std::vector<Node> front;
    for (const Node node : middle)
        if (!seen[node]) seen[node] = true, front.push_back(node);
    std::size_t count = front.size();
    std::vector<Node> next;
    for (std::uint32_t step = 0; step < steps && !front.empty(); ++step) {
        next.clear();
        for (const Node node : front)
            for (const Arc& arc : graph.arcs(node))
                if (arc.counts() && !seen[arc.to]) seen[arc.to] = true, next.push_back(arc.to);
        count += next.size();
        std::swap(front, next);
    }
    return count;
}

/// What of the ties drawn nothing has shown since.
graph::GraphEdit oldTies(const Graph& graph, const graph::Layout& layout, Instant since, Signs& signs)
{
    graph::GraphEdit edit;
    for (const graph::Line& line : layout.lines) {
        const Id& a = graph.idOf(layout.people[line.from].person);
        const Id& b = graph.idOf(layout.people[line.to].person);
        const auto last = signs.between(a, b);
        if (!last || *last < since) edit.pairs.push_back({.a = a, .b = b, .parts = std::nullopt});
    }
    return edit;
}

std::vector<Id> idsOf(const Graph& graph, const std::vector<Node>& nodes)
{
    std::vector<Id> ids;
    ids.reserve(nodes.size());
    for (const Node node : nodes) ids.push_back(graph.idOf(node));
    return ids;
}

std::vector<Node> nodesOf(const Graph& graph, const std::vector<Id>& ids)
{
    std::vector<Node> nodes;
    nodes.reserve(ids.size());
    for (const Id& id : ids) nodes.push_back(*graph.find(id));
    return nodes;
}

/// An inner ring has more room than it needs once the outermost is wide: evenly apart they are easier to tell.
void spreadRings(graph::Layout& layout)
{
    std::uint32_t last = 0;
    for (const graph::Placed& placed : layout.people) last = std::max(last, placed.ring);
    if (last < 2) return;
    for (graph::Placed& placed : layout.people) {
        const double radius = std::hypot(placed.x, placed.y);
        const double even = layout.radius * placed.ring / last;
        if (radius <= 0 || radius >= even) continue;
        placed.x *= even / radius;
        placed.y *= even / radius;
    }
}

}  // namespace

Result<Neighbourhood> neighbourhoodOf(const GraphPtr& whole, const NetworkQueries& queries,
                                      const NeighbourhoodWish& wish)
{
    KITH_TRY(everybody, middleOf(*whole, queries, wish));
    const std::size_t most = std::clamp<std::size_t>(wish.people, 1, kMostDrawn);
    const std::uint32_t steps = std::clamp<std::uint32_t>(wish.steps, 1, kMostSteps);
    std::vector<Node> middle = everybody;
    if (wish.person.isNil()) keepThoseWithMostToGive(*whole, middle, std::max<std::size_t>(1, most / kMiddleShare));
    // Those of an area stand on the first ring themselves.
    const graph::LayoutOptions options{
        .people = most, .lines = most * kLinesEach, .rings = middle.size() == 1 ? steps : steps + 1};

    GraphPtr graph = whole;
    Signs signs(queries);
    graph::Layout layout = graph::layoutAround(*graph, middle, options);
    if (wish.since) {
        const std::vector<Id> middleIds = idsOf(*graph, middle);
        const std::vector<Id> everybodyIds = idsOf(*graph, everybody);
        // Ends, because every round takes ties away. An edit may give people other numbers.
        for (;;) {
            const graph::GraphEdit edit = oldTies(*graph, layout, *wish.since, signs);
            if (edit.empty()) break;
            graph = graph->edited(edit);
            layout = graph::layoutAround(*graph, nodesOf(*graph, middleIds), options);
        }
        everybody = nodesOf(*graph, everybodyIds);
    }
    spreadRings(layout);

    Neighbourhood drawn{
        .people = {}, .ties = {}, .total = countWithin(*graph, everybody, steps), .radius = layout.radius};
    const std::uint32_t inner = middle.size() == 1 ? 0 : 1;
    for (const graph::Placed& placed : layout.people)
        drawn.people.push_back({.id = graph->idOf(placed.person),
                                .name = {},
                                .title = {},
                                .organisation = {},
                                .facets = Facets{static_cast<std::uint8_t>(graph->flags(placed.person).bits & 0x0F)},
                                .step = placed.ring - inner,
                                .parent = placed.parent,
                                .strength = placed.strength,
                                .x = placed.x,
                                .y = placed.y});
    for (const graph::Line& line : layout.lines)
        drawn.ties.push_back({.from = line.from,
                              .to = line.to,
                              .strength = line.arc.strength(),
                              .dashed = line.arc.marks.dashed(),
                              .towards = line.tree,
                              .words = tieWords(line.arc.marks),
                              .last = signs.between(drawn.people[line.from].id, drawn.people[line.to].id)});
    return drawn;
}

void nameNeighbours(Neighbourhood& drawn, const PeopleQueries& people, Instant now)
{
    for (Neighbour& each : drawn.people) {
        auto card = people.card(each.id, now);
        if (!card) continue;
        each.name = std::move(card->name);
        each.title = std::move(card->title);
        each.organisation = std::move(card->organisation);
        each.band = card->band;
        each.warmth = card->warmth;
    }
}

std::optional<Id> somebodyWithTies(const Graph& graph, const Id& wanted)
{
    if (const auto node = graph.find(wanted); node && sumOfStrengths(graph, *node) > 0) return wanted;
    std::optional<std::tuple<bool, double, Id>> best;
    for (Node node = 0; node < graph.nodeCount(); ++node) {
        const double sum = sumOfStrengths(graph, node);
        if (sum <= 0) continue;
        std::tuple key(!graph.flags(node).isColleague(), -sum, graph.idOf(node));
        if (!best || key < *best) best = key;
    }
    return best ? std::optional(std::get<Id>(*best)) : std::nullopt;
}

}  // namespace kith
