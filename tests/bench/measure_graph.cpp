// The graph on synthetic networks of several sizes; needs no workspace.
#include "bed.h"
#include "power_network.h"

#include <kith/graph/builder.h>
#include <kith/graph/held_alone.h>
#include <kith/graph/layout.h>
#include <kith/graph/path_finder.h>

#include <algorithm>
#include <fmt/format.h>

namespace kith::bench {

namespace {

constexpr std::size_t kBest = 5;

Id idOf(std::uint32_t person)
{
    // Like a UUIDv7: time first, then what is random.
    SeededRandom random(person);
    const std::uint64_t low = random.next();
    Id id;
    for (std::size_t i = 0; i < 4; ++i) id.bytes[5 - i] = static_cast<std::uint8_t>(person >> (8 * i));
    for (std::size_t i = 0; i < 8; ++i) id.bytes[8 + i] = static_cast<std::uint8_t>(low >> (8 * i));
    return id;
}

/// A twentieth are colleagues, a fiftieth may not be asked.
graph::PersonFlags flagsOf(std::uint32_t person)
{
    graph::PersonFlags flags;
    flags.bits = static_cast<std::uint8_t>(person % 20 == 7 ? Facet::Colleague : Facet::Talent);
    if (person % 50 == 11) flags.bits |= graph::PersonFlags::kOffLimits;
    return flags;
}

class Measure {
public:
    Measure(Bed& bed, std::size_t people)
        : bed_(bed), people_(static_cast<std::uint32_t>(people)), ties_(powerNetwork(people, bed.options.seed))
    {
    }

    void all()
    {
        measureBuild();
        measurePaths();
        measureLayout();
        measureHeldAlone();
        measureEdits();
    }

private:
    void report(const char* work, Figure figure) { bed_.report.add(work, people_, std::move(figure)); }

    void measureBuild()
    {
        std::vector<Id> ids(people_);
        for (std::uint32_t i = 0; i < people_; ++i) ids[i] = idOf(i);
        std::vector<graph::TieParts> parts;
        parts.reserve(ties_.size());
        for (BareTie& tie : ties_) {
            const graph::Statement statement{.strength = graph::strengthOf(tie.weakness)};
            parts.push_back(graph::tieParts(std::span(&statement, 1), {}, Instant{}));
            // Exactly what the graph will hold, so that both search the same.
            tie.weakness = parts.back().arc().weakness;
        }
        Stopwatch kith;
        Stopwatch limit;
        for (int i = 0; i < 3; ++i) {
            graph_.reset();
            kith.time([&] {
                graph::GraphBuilder builder(people_, ties_.size());
                for (std::uint32_t n = 0; n < people_; ++n) builder.addPerson(ids[n], flagsOf(n));
                for (std::size_t n = 0; n < ties_.size(); ++n)
                    builder.addTie(ids[ties_[n].a], ids[ties_[n].b], parts[n]);
                graph_ = builder.build();
            });
            limit.time([&] { bare_ = BareGraph::of(people_, ties_); });
        }
        const auto memory = graph_->memory();
        report(
            "graph-build",
            {.name = {},
             .what = fmt::format("all people and ties by their ids into a graph of {} ends of ties; then {:.1f} bytes"
                                 " an end, {:.1f} a person, {:.1f} MB",
                                 graph_->arcCount(),
                                 static_cast<double>(memory.arcs)
                                     / static_cast<double>(std::max<std::size_t>(1, graph_->arcCount())),
                                 static_cast<double>(memory.people) / people_, static_cast<double>(memory.all()) / 1e6),
             .limitIs = "compressed rows from numbers by counting",
             .kith = kith.timing(),
             .limit = limit.timing(),
             .items = graph_->arcCount(),
             .target = "<= 1 s in the background at 1M"});
    }

    void measurePaths()
    {
        struct Pair {
            std::uint32_t from, to;
        };
        SeededRandom random(bed_.options.seed + 1);
        std::vector<Pair> pairs;
        while (pairs.size() < std::max<std::size_t>(5, 5 * bed_.options.operations))
            pairs.push_back(
                {static_cast<std::uint32_t>(random.below(people_)), static_cast<std::uint32_t>(random.below(people_))});

        graph::PathFinder finder;
        BareSearch search(bare_);
        graph::Path path;
        std::vector<graph::Path> paths;
        Stopwatch best;
        Stopwatch both;
        Stopwatch one;
        Stopwatch anybody;
        Stopwatch five;
        std::uint64_t sum = 0;
        (void)finder.best(*graph_, graph::PathStart::one(0), people_ - 1, path);
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const auto [from, to] = pairs[i];
            best.time([&] { (void)finder.best(*graph_, graph::PathStart::one(from), to, path); });
            both.time([&] { sum += search.bidirectional(from, to); });
            anybody.time([&] { (void)finder.best(*graph_, graph::PathStart::anybody(), to, path); });
            if (i % 5 == 0)
                five.time([&] { finder.bestDistinct(*graph_, graph::PathStart::one(from), to, kBest, paths); });
            if (i % 50 == 0) one.time([&] { sum += search.oneSided(from, to); });
        }
        if (sum == 0) giveUp("no path anywhere");
        const std::string limitIs = "bidirectional Dijkstra on bare rows without rules, the length alone";
        report("path",
               {.name = {},
                .what = "the best path from one person to another, with its steps",
                .limitIs = limitIs,
                .kith = best.timing(),
                .limit = both.timing(),
                .target = "p99 <= 8 ms at 10M ends"});
        report("path-plain",
               {.name = {},
                .what = "the same",
                .limitIs = "plain Dijkstra on bare rows, the length alone",
                .kith = best.timing(),
                .limit = one.timing()});
        report("path-anybody",
               {.name = {},
                .what = "the best path from any colleague",
                .limitIs = limitIs + ", from one",
                .kith = anybody.timing(),
                .limit = both.timing(),
                .target = "p99 <= 8 ms at 10M ends"});
        report("path-five",
               {.name = {},
                .what = "the best five with distinct middlemen",
                .limitIs = limitIs + ", once",
                .kith = five.timing(),
                .limit = both.timing(),
                .target = "p99 <= 50 ms at 10M ends"});
    }

    void measureLayout()
    {
        SeededRandom random(bed_.options.seed + 2);
        Stopwatch watch;
        std::size_t drawn = 0;
        for (std::size_t i = 0; i < std::max<std::size_t>(3, bed_.options.operations / 4); ++i) {
            // The first people have most ties.
            const auto middle = static_cast<graph::Node>(i % 4 == 0 ? random.below(20) : random.below(people_));
            watch.time([&] { drawn = std::max(drawn, layoutAround(*graph_, std::span(&middle, 1)).people.size()); });
        }
        report("layout",
               {.name = {},
                .what = fmt::format("a person in the middle, up to {} drawn", drawn),
                .limitIs = {},
                .kith = watch.timing(),
                .target = "<= 100 ms"});
    }

    void measureHeldAlone()
    {
        Stopwatch watch;
        for (int i = 0; i < 3; ++i) watch.time([&] { (void)heldAlone(*graph_); });
        report("held-alone", {.name = {}, .what = "everybody held alone", .limitIs = {}, .kith = watch.timing()});
    }

    void measureEdits()
    {
        SeededRandom random(bed_.options.seed + 3);
        Stopwatch watch;
        graph::GraphPtr now = graph_;
        const graph::Statement statement{.strength = 0.5};
        const auto parts = graph::tieParts(std::span(&statement, 1), {}, Instant{});
        for (std::size_t i = 0; i < std::max<std::size_t>(5, 5 * bed_.options.operations); ++i) {
            const auto a = static_cast<std::uint32_t>(random.below(people_));
            const auto b = static_cast<std::uint32_t>(random.below(people_));
            watch.time([&] { now = now->edited({.pairs = {{idOf(a), idOf(b), parts}}}); });
        }
        report("graph-edit",
               {.name = {},
                .what = "one tie changed, a new snapshot beside the old",
                .limitIs = {},
                .kith = watch.timing()});
    }

    Bed& bed_;
    std::uint32_t people_;
    std::vector<BareTie> ties_;
    BareGraph bare_;
    graph::GraphPtr graph_;
};

}  // namespace

void measureGraph(Bed& bed)
{
    for (const std::size_t people : bed.options.graphPeople) Measure(bed, people).all();
}

}  // namespace kith::bench
