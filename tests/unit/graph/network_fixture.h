// Small networks for the tests of the graph: people by number, and the plain data that a graph is compared with.
#pragma once

#include <kith/graph/builder.h>
#include <kith/graph/graph.h>

#include <rapidcheck.h>

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace kith::graph::test {

/// The id of person n; ids are in order of the numbers.
inline Id idOf(std::size_t n)
{
    Id id;
    id.bytes[0] = 1;
    for (std::size_t i = 0; i < 4; ++i) id.bytes[15 - i] = static_cast<std::uint8_t>(n >> (8 * i));
    return id;
}

/// A stated tie of this strength.
inline TieParts stated(double strength, TieKind kind = TieKind::Knows)
{
    const Statement statement{.kind = kind, .strength = strength};
    return tieParts(std::span(&statement, 1), {}, Instant{});
}

inline PersonFlags flagsOf(std::initializer_list<std::uint8_t> bits)
{
    PersonFlags flags;
    for (const std::uint8_t bit : bits) flags.bits = static_cast<std::uint8_t>(flags.bits | bit);
    return flags;
}
inline constexpr auto kColleague = static_cast<std::uint8_t>(Facet::Colleague);
inline constexpr auto kTalent = static_cast<std::uint8_t>(Facet::Talent);

/// What a graph says, as plain data by id.
struct Plain {
    std::map<Id, PersonFlags> people;
    std::map<std::pair<Id, Id>, std::pair<Weakness, Marks>> ends;
    friend bool operator==(const Plain&, const Plain&) = default;
};

inline Plain plainOf(const Graph& graph)
{
    Plain plain;
    for (Node node = 0; node < graph.nodeCount(); ++node) {
        if (graph.flags(node).isGone()) continue;
        plain.people[graph.idOf(node)] = graph.flags(node);
        for (const Arc& arc : graph.arcs(node))
            plain.ends[{graph.idOf(node), graph.idOf(arc.to)}] = {arc.weakness, arc.marks};
    }
    return plain;
}

/// A network as somebody would write it down: flags of people 0 … n - 1 and all that is known of pairs.
struct Network {
    std::vector<PersonFlags> people;
    std::map<std::pair<std::size_t, std::size_t>, TieParts> ties;  ///< from the smaller number, seen from it

    [[nodiscard]] GraphPtr built() const
    {
        GraphBuilder builder;
        for (std::size_t i = 0; i < people.size(); ++i) builder.addPerson(idOf(i), people[i]);
        for (const auto& [ends, parts] : ties) builder.addTie(idOf(ends.first), idOf(ends.second), parts);
        return builder.build();
    }
    void set(std::size_t a, std::size_t b, const TieParts& parts)
    {
        ties[std::minmax(a, b)] = a < b ? parts : parts.turned();
    }
};

/// Ties of all sorts; few different strengths, so that many paths are equally good, and now and then 0, 1 and dashed.
inline rc::Gen<TieParts> anyTie()
{
    return rc::gen::map(rc::gen::tuple(rc::gen::element(0.0, 0.25, 0.5, 0.5, 0.7, 0.7071067811865476, 1.0),
                                       rc::gen::inRange(0, 12), rc::gen::inRange(0, 6)),
                        [](const auto& drawn) {
                            const auto [strength, sort, kind] = drawn;
                            TieParts parts = stated(strength, static_cast<TieKind>(kind));
                            if (sort == 0) parts = {.together = 20000, .marks = {Marks::kTogether}};
                            if (sort == 1) parts.join({.spoken = 30000, .marks = {Marks::kSpoken}});
                            return parts;
                        });
}

inline rc::Gen<PersonFlags> anyFlags()
{
    return rc::gen::weightedElement<PersonFlags>({{6, flagsOf({kTalent})},
                                                  {4, flagsOf({kColleague})},
                                                  {1, flagsOf({kColleague, PersonFlags::kUnwilling})},
                                                  {1, flagsOf({kTalent, PersonFlags::kOffLimits})},
                                                  {1, flagsOf({kTalent, PersonFlags::kDoNotContact})}});
}

/// Up to `most` people with up to `ties` ties.
inline Network anyNetwork(int most, int ties)
{
    Network network;
    const auto people = static_cast<std::size_t>(*rc::gen::inRange(1, most + 1));
    network.people = *rc::gen::container<std::vector<PersonFlags>>(people, anyFlags());
    const int count = *rc::gen::inRange(0, ties + 1);
    for (int i = 0; i < count; ++i) {
        const auto a = *rc::gen::inRange<std::size_t>(0, people);
        const auto b = *rc::gen::inRange<std::size_t>(0, people);
        if (a != b) network.set(a, b, *anyTie());
    }
    return network;
}

/// The same network by way of an overlay: built in part, the rest and some detours as edits.
inline GraphPtr viaOverlay(const Network& network)
{
    Network first = network;
    const std::size_t early = *rc::gen::inRange<std::size_t>(0, network.people.size() + 1);
    first.people.resize(early);
    for (auto& flags : first.people)
        if (*rc::gen::inRange(0, 4) == 0) flags = *anyFlags();
    std::erase_if(first.ties, [&](const auto& tie) { return tie.first.second >= early; });
    std::map<std::pair<std::size_t, std::size_t>, TieParts> later;
    for (auto& [ends, parts] : first.ties)
        if (*rc::gen::inRange(0, 3) == 0) parts = *anyTie();
    GraphPtr graph = first.built();

    GraphEdit people;
    for (std::size_t i = 0; i < network.people.size(); ++i) people.people.push_back({idOf(i), network.people[i]});
    graph = graph->edited(people);
    if (*rc::gen::arbitrary<bool>()) graph = graph->folded();
    GraphEdit edit;
    for (std::size_t a = 0; a < network.people.size(); ++a)
        for (std::size_t b = a + 1; b < network.people.size(); ++b) {
            const auto wanted = network.ties.find({a, b});
            const bool there = first.ties.contains({a, b});
            if (wanted == network.ties.end() && !there) continue;
            GraphEdit::Pair pair{idOf(a), idOf(b), std::nullopt};
            if (wanted != network.ties.end()) pair.parts = wanted->second;
            if (*rc::gen::arbitrary<bool>()) {
                std::swap(pair.a, pair.b);
                if (pair.parts) pair.parts = pair.parts->turned();
            }
            edit.pairs.push_back(pair);
            if (*rc::gen::inRange(0, 5) == 0) graph = graph->edited(std::exchange(edit, {}));
        }
    return graph->edited(edit);
}

inline Node nodeOf(const Graph& graph, std::size_t person)
{
    return *graph.find(idOf(person));
}

}  // namespace kith::graph::test
