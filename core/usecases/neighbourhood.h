// Who stands around a person or a business area, bounded and laid out: what a picture of the network is drawn from.
#pragma once

#include <kith/graph/graph.h>
#include <kith/usecases/network_queries.h>
#include <kith/usecases/people_queries.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kith {

/// Nobody sees anything in a picture of more.
inline constexpr std::size_t kMostDrawn = 300;
inline constexpr std::uint32_t kMostSteps = 3;

/// Around one person, or around those who work in an area now.
struct NeighbourhoodWish {
    Id person{};
    Id area{};  ///< when `person` is nil
    std::uint32_t steps = 2;  ///< ties from the middle, 1 to kMostSteps
    std::size_t people = kMostDrawn;  ///< drawn at most; never more than kMostDrawn
    std::optional<Instant> since{};  ///< ties that nothing has shown since then are left out, undated ones among them
};

struct Neighbour {
    Id id;
    std::string name;
    std::string title;
    std::string organisation;
    Facets facets{};
    Band band = Band::Cold;
    int warmth = 0;
    std::uint32_t step = 0;  ///< ties from the middle along the strongest path; 0: in the middle
    std::uint32_t parent = 0;  ///< the one before on that path, as an index; of the middle itself
    double strength = 1;  ///< of that path
    double x = 0;  ///< the middle is 0, 0
    double y = 0;
};

/// A tie between two who are drawn, as indices.
struct NeighbourTie {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double strength = 0;
    bool dashed = false;  ///< they were only at the same events; leads to nobody until it is confirmed
    bool towards = false;  ///< on the strongest path of one of them to the middle
    std::vector<std::string> words;  ///< seen from `from` (tieWords)
    std::optional<Instant> last{};  ///< the latest sign of it; nothing when it is not dated
};

struct Neighbourhood {
    std::vector<Neighbour> people;  ///< strongest first, of equals in order of id; the middle first
    std::vector<NeighbourTie> ties;  ///< those towards the middle first, then the strongest
    std::size_t total = 0;  ///< everybody within so many steps, drawn or not; with `since`, as far as ties were asked
    double radius = 0;  ///< of the outermost ring; rings are evenly apart
};

/// Draws those with the strongest paths to the middle (graph::layoutAround). Of an area at most a third of those drawn
/// stand in the middle, whoever has most to give: the largest sum of strengths. With `since` the ties that are
/// drawn are asked for their latest sign, and what is left out makes room for others until none is left out any more.
/// The same graph, workspace and wish give the same picture. NotFound for somebody who is not in the graph, BadInput
/// for an area in which nobody works. Names are left empty. O(people within the steps and their ties).
[[nodiscard]] Result<Neighbourhood> neighbourhoodOf(const graph::GraphPtr& graph, const NetworkQueries& queries,
                                                    const NeighbourhoodWish& wish);

/// Fills in what a card says. People who are gone meanwhile keep an empty name.
void nameNeighbours(Neighbourhood& drawn, const PeopleQueries& people, Instant now);

/// Whom a picture might begin with: `wanted` when they have a tie that counts, else the colleague with the largest sum
/// of strengths, else whoever has it; nothing when there is no tie. O(people + ties).
[[nodiscard]] std::optional<Id> somebodyWithTies(const graph::Graph& graph, const Id& wanted);

}  // namespace kith
