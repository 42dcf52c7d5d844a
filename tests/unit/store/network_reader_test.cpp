// What the graph reads from a real workspace.
#include <kith/support/temp_workspace.h>
#include <kith/usecases/approach.h>
#include <kith/usecases/interactions.h>
#include <kith/usecases/introductions.h>
#include <kith/usecases/log_interaction.h>
#include <kith/usecases/merge_people.h>
#include <kith/usecases/network.h>
#include <kith/usecases/people.h>
#include <kith/usecases/ties.h>

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <rapidcheck/gtest.h>

using namespace kith;
using kith::test::TempWorkspace;
using namespace std::chrono;

namespace {

struct End {
    graph::Weakness weakness = 0;
    std::uint16_t marks = 0;
};

/// What a graph says, by id.
struct Said {
    std::map<Id, std::uint8_t> people;
    std::map<std::pair<Id, Id>, End> ends;
};

Said saidBy(const graph::Graph& graph)
{
    Said said;
    for (graph::Node node = 0; node < graph.nodeCount(); ++node) {
        if (graph.flags(node).isGone()) continue;
        said.people[graph.idOf(node)] = graph.flags(node).bits;
        for (const graph::Arc& arc : graph.arcs(node))
            said.ends[{graph.idOf(node), graph.idOf(arc.to)}] = {arc.weakness, arc.marks.bits};
    }
    return said;
}

/// Sums of the same interactions in another order may differ in their last digit, and so by a step.
bool agree(const Said& a, const Said& b)
{
    return a.people == b.people && std::ranges::equal(a.ends, b.ends, [](const auto& one, const auto& other) {
               return one.first == other.first && one.second.marks == other.second.marks
                   && std::abs(int{one.second.weakness} - int{other.second.weakness}) <= 1;
           });
}

class Known {
public:
    explicit Known(TempWorkspace& workspace) : w(workspace)
    {
        for (const char* name : {"Ana Ruiz", "Tom Kay", "Ben Ode", "Chi Lam", "Dee Fox", "Eve Orr"})
            people.push_back(w.addPerson(name, people.size() < 2 ? Facet::Colleague : Facet::Talent));
        EXPECT_TRUE(network.load(w.reader().network(), w.clock.now(), today()));
    }

    [[nodiscard]] Date today() const { return floor<days>(w.clock.now()); }
    [[nodiscard]] Said anew() const
    {
        Network fresh;
        EXPECT_TRUE(fresh.load(w.reader().network(), w.clock.now(), today()));
        return saidBy(*fresh.snapshot());
    }
    /// As the pairs say, one by one.
    [[nodiscard]] Said byPairs() const
    {
        Said said;
        const NetworkQueries& reads = w.reader().network();
        for (const Id& person : people) {
            const auto found = reads.networkPerson(person);
            if (!found || found->id != person) continue;
            said.people[person] = networkFlags(*found, today()).bits;
            for (const Id& other : reads.networkPartners(person)) {
                if (other == person || !reads.networkPerson(other)) continue;
                const auto parts = networkTie(person, reads.networkPair(person, other), w.clock.now());
                if (parts) said.ends[{person, other}] = {parts->arc().weakness, parts->arc().marks.bits};
            }
        }
        return said;
    }
    void take(const Result<ChangeSet>& changes)
    {
        if (!changes) return;
        EXPECT_TRUE(network.apply(*changes, w.reader().network(), w.clock.now(), today()));
    }

    TempWorkspace& w;
    std::vector<Id> people;
    Network network;
};

void doSomething(Known& known)
{
    TempWorkspace& w = known.w;
    const auto number = [](int below) { return static_cast<std::size_t>(*rc::gen::inRange(0, below)); };
    const Id a = known.people[number(6)];
    const Id b = known.people[number(6)];
    switch (number(9)) {
    case 0:
    case 1:
        known.take(AddTie(w.services())
                       .run({.a = a,
                             .b = b,
                             .kind = static_cast<TieKind>(number(6)),
                             .strength = 0.1 * static_cast<double>(number(11))}));
        break;
    case 2: known.take(RemoveTie(w.services()).run(a, b)); break;
    case 3:
    case 4: {
        const auto logged = LogInteraction(w.services())
                                .run({.people = {a, b, known.people[number(6)]},
                                      .channel = static_cast<Channel>(number(7)),
                                      .direction = static_cast<Direction>(number(4)),
                                      .depth = static_cast<Depth>(number(3)),
                                      .at = w.clock.now() - days{number(400)},
                                      .text = "Spoke of the move"});
        if (logged) known.take(logged->changes);
        break;
    }
    case 5: known.take(MergePeople(w.services()).run({.keep = a, .other = b})); break;
    case 6: known.take(UnmergePeople(w.services()).run(a)); break;
    case 7:
        known.take(
            EditApproach(w.services()).run(a, {.approach = static_cast<Approach>(number(3)), .reason = "asked"}));
        break;
    default: {
        const auto undone = w.workspace().undo();
        if (undone) known.take(undone->changes);
    }
    }
}

}  // namespace

RC_GTEST_PROP(NetworkOfAWorkspace, KeptCurrentIsTheSameAsMadeAnewAndAsItsPairs, ())
{
    TempWorkspace w;
    Known known(w);
    for (int i = *rc::gen::inRange(1, 14); i > 0; --i) doSomething(known);
    const Said anew = known.anew();
    RC_ASSERT(agree(saidBy(*known.network.snapshot()), anew));
    RC_ASSERT(agree(known.byPairs(), anew));
}

TEST(NetworkOfAWorkspace, HearsOfAConversationWithSomebodyWhoWasMerged)
{
    TempWorkspace w;
    Known known(w);
    known.take(MergePeople(w.services()).run({.keep = known.people[1], .other = known.people[0]}));
    const auto logged = LogInteraction(w.services())
                            .run({.people = {known.people[0], known.people[2]},
                                  .channel = Channel::Call,
                                  .at = w.clock.now() - days{3},
                                  .text = "Spoke of the move"});
    ASSERT_TRUE(logged);
    known.take(logged->changes);
    const Said kept = saidBy(*known.network.snapshot());
    const Said anew = known.anew();
    EXPECT_EQ(kept.people.size(), anew.people.size());
    EXPECT_EQ(kept.ends.size(), anew.ends.size());
    for (const auto& [ends, end] : anew.ends) {
        ASSERT_TRUE(kept.ends.contains(ends));
        EXPECT_EQ(kept.ends.at(ends).weakness, end.weakness);
        EXPECT_EQ(kept.ends.at(ends).marks, end.marks);
    }
}

TEST(NetworkOfAWorkspace, IsOffLimitsByAnyRecordOfAPerson)
{
    TempWorkspace w;
    Known known(w);
    const Id shown = known.people[2];
    const Id other = known.people[3];
    ASSERT_TRUE(EditApproach(w.services()).run(other, {.approach = Approach::OffLimits, .reason = "at a client"}));
    ASSERT_TRUE(MergePeople(w.services()).run({.keep = shown, .other = other}));
    for (const Id& asked : {shown, other}) {
        const auto person = w.reader().network().networkPerson(asked);
        ASSERT_TRUE(person);
        EXPECT_EQ(person->id, shown);
        EXPECT_FALSE(networkFlags(*person, known.today()).mayMediate());
    }
    EXPECT_EQ(known.anew().people.at(shown) & graph::PersonFlags::kOffLimits, graph::PersonFlags::kOffLimits);
}

TEST(NetworkOfAWorkspace, CountsAreasWithThoseBelowThem)
{
    TempWorkspace w;
    const auto person = [&](const std::string& name, const std::string& area) {
        return *AddPerson(w.services()).run({.name = name, .organisation = "Northmoor Council", .area = area});
    };
    const Id zoe = person("Zoë Adler", "Engineering");
    const Id tom = person("Tom Kerr", "Platform");
    const auto areas = w.reader().network().networkGroups(Kind::Area);
    ASSERT_EQ(areas.size(), 2U);
    Edit edit{.command = CommandKind::EditPerson, .source = {.origin = "typed"}};
    edit.put(Kind::Area, areas[1].id).fields = {{area::parent, idValue(areas[0].id)}};
    ASSERT_TRUE(w.workspace().apply(edit));
    const auto nested = w.reader().network().networkGroups(Kind::Area);
    EXPECT_EQ(nested[0].people, 2U);
    EXPECT_EQ(nested[1].people, 1U);
    auto all = w.reader().network().membersOfGroup(Kind::Area, areas[0].id);
    std::ranges::sort(all);
    EXPECT_EQ(all, (std::vector{std::min(zoe, tom), std::max(zoe, tom)}));
    const Id una = person("Una Bell", "Platform");
    ASSERT_TRUE(MergePeople(w.services()).run({.keep = zoe, .other = tom}));
    const Id council = w.reader().network().networkGroups(Kind::Organisation)[0].id;
    auto shown = w.reader().network().membersOfGroup(Kind::Organisation, council);
    std::ranges::sort(shown);
    EXPECT_EQ(shown, (std::vector{std::min(zoe, una), std::max(zoe, una)}));
    EXPECT_EQ(w.reader().network().networkGroups(Kind::Organisation)[0].people, 2U);
}

TEST(Introductions, SayTheStepsTheirTiesAndTheProduct)
{
    TempWorkspace w;
    Known known(w);
    const auto tie = [&](std::size_t a, std::size_t b, double strength, TieKind kind = TieKind::WorkedWith) {
        ASSERT_TRUE(
            AddTie(w.services()).run({.a = known.people[a], .b = known.people[b], .kind = kind, .strength = strength}));
    };
    tie(0, 2, 0.5);
    tie(2, 3, 0.5);
    tie(1, 4, 0.9, TieKind::Manages);
    tie(4, 3, 0.6);
    Network network;
    ASSERT_TRUE(network.load(w.reader().network(), w.clock.now(), known.today()));
    const Introductions introductions(w.reader(), network.snapshot(), w.clock.now(), known.today());
    const auto paths = introductions.paths({.to = known.people[3], .count = 5});
    ASSERT_TRUE(paths);
    ASSERT_EQ(paths->size(), 2U);
    const Introduction& best = paths->front();
    EXPECT_NEAR(best.strength, 0.54, 0.001);
    ASSERT_EQ(best.steps.size(), 3U);
    EXPECT_EQ(best.steps[0].name, "Tom Kay");
    EXPECT_TRUE(best.steps[0].tie.empty());
    EXPECT_EQ(best.steps[1].name, "Dee Fox");
    EXPECT_EQ(best.steps[1].tie, std::vector<std::string>{"manages"});
    EXPECT_NEAR(best.steps[1].strength * best.steps[2].strength, best.strength, 1e-9);
    EXPECT_EQ(introductions.paths({.to = w.ids.make()}).error().code, ErrorCode::NotFound);
    const auto known2 = introductions.whoKnows(known.people[4], 9);
    ASSERT_TRUE(known2);
    ASSERT_EQ(known2->size(), 1U);
    EXPECT_EQ(known2->front().tie, std::vector<std::string>{"manages"});
}

TEST(Introductions, GoThroughNobodyWhoIsNotToBeContacted)
{
    TempWorkspace w;
    Known known(w);
    for (const auto& [a, b] : {std::pair{0, 2}, std::pair{2, 3}})
        ASSERT_TRUE(AddTie(w.services()).run({.a = known.people[a], .b = known.people[b], .strength = 0.8}));
    ASSERT_TRUE(
        EditApproach(w.services()).run(known.people[2], {.approach = Approach::DoNotContact, .reason = "asked"}));
    Network network;
    ASSERT_TRUE(network.load(w.reader().network(), w.clock.now(), known.today()));
    const Introductions introductions(w.reader(), network.snapshot(), w.clock.now(), known.today());
    const auto paths = introductions.paths({.to = known.people[3], .count = 1});
    ASSERT_TRUE(paths);
    EXPECT_TRUE(paths->empty());
}
