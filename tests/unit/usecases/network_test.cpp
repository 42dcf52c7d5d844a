#include "network_day.h"

#include <kith/support/fake_network.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace kith;
using namespace kith::graph;
using kith::test::FakeNetwork;
using kith::test::kNow;
using kith::test::kToday;
using kith::test::numberedId;
using kith::test::personId;
using What = RowChange::What;

namespace {

using std::chrono::days;

Facets colleague()
{
    Facets facets;
    facets.add(Facet::Colleague);
    return facets;
}

RowChange updated(Kind kind, const Id& id, FieldIndex field)
{
    return {.kind = kind, .id = id, .fields = {{.field = field, .before = {}, .after = {}}}};
}

/// What a graph says, by id.
struct Said {
    std::map<Id, std::uint8_t> people;
    std::map<std::pair<Id, Id>, std::pair<Weakness, std::uint16_t>> ends;
    friend bool operator==(const Said&, const Said&) = default;
};

Said saidBy(const Graph& graph)
{
    Said said;
    for (Node node = 0; node < graph.nodeCount(); ++node) {
        if (graph.flags(node).isGone()) continue;
        said.people[graph.idOf(node)] = graph.flags(node).bits;
        for (const Arc& arc : graph.arcs(node))
            said.ends[{graph.idOf(node), graph.idOf(arc.to)}] = {arc.weakness, arc.marks.bits};
    }
    return said;
}

Said saidAnew(const FakeNetwork& workspace)
{
    Network network;
    EXPECT_TRUE(network.load(workspace, kNow, kToday));
    return saidBy(*network.snapshot());
}

/// One random command: what changes in the workspace, and what the ChangeSet says of it.
RowChange anyChange(FakeNetwork& workspace)
{
    const auto number = [](int below) { return static_cast<std::size_t>(*rc::gen::inRange(0, below)); };
    /// Makes the row if it is not there, otherwise removes it or brings it back.
    const auto turn = [](auto& rows, const Id& id, auto fresh) {
        const auto [row, made] = rows.try_emplace(id, fresh);
        if (made) return What::Created;
        row->second.removed = !row->second.removed;
        return row->second.removed ? What::Removed : What::Restored;
    };
    switch (number(7)) {
    case 0: {
        const Id id = personId(number(8));
        return {.kind = Kind::Person,
                .id = id,
                .what = turn(workspace.people, id, FakeNetwork::Person{.said = {.id = id}})};
    }
    case 1: {
        const Id id = personId(number(8));
        const auto found = workspace.people.find(id);
        if (found == workspace.people.end()) return updated(Kind::Person, id, person::facets);
        found->second.said.facets.bits = static_cast<std::uint8_t>(number(16));
        found->second.said.approach.approach = static_cast<Approach>(number(3));
        return updated(Kind::Person, id, *rc::gen::element<FieldIndex>(person::facets, person::approach));
    }
    case 2: {
        const Id id = numberedId(7, number(10));
        const std::size_t a = number(8);
        const NetworkTie tie{.a = personId(a),
                             .b = personId((a + 1 + number(7)) % 8),
                             .kind = static_cast<TieKind>(number(6)),
                             .strength = 0.1 * static_cast<double>(number(11))};
        return {.kind = Kind::Tie, .id = id, .what = turn(workspace.ties, id, FakeNetwork::Tie{.said = tie})};
    }
    case 3: {
        const Id id = numberedId(7, number(10));
        const auto found = workspace.ties.find(id);
        if (found != workspace.ties.end()) found->second.said.strength = 0.1 * static_cast<double>(number(11));
        else workspace.ties[id] = {.said = {.a = personId(0), .b = personId(1)}, .removed = true};
        return updated(Kind::Tie, id, tie::strength);
    }
    case 4: {
        const Id id = numberedId(8, number(6));
        const FakeNetwork::Talk talk{.at = kNow - days{number(300)},
                                     .direction = static_cast<Direction>(number(4)),
                                     .depth = static_cast<Depth>(number(3)),
                                     .channel = static_cast<Channel>(number(7))};
        return {.kind = Kind::Interaction, .id = id, .what = turn(workspace.interactions, id, talk)};
    }
    case 5: {
        const Id id = numberedId(8, number(6));
        FakeNetwork::Talk& talk = workspace.interactions[id];
        talk.channel = static_cast<Channel>(number(7));
        return updated(Kind::Interaction, id, interaction::channel);
    }
    default: {
        const std::size_t talk = number(6);
        const std::size_t who = number(8);
        workspace.interactions.try_emplace(numberedId(8, talk));
        const Id id = numberedId(9, 8 * talk + who);
        return {.kind = Kind::Participant,
                .id = id,
                .what = turn(workspace.participants, id,
                             FakeNetwork::Participant{.interaction = numberedId(8, talk), .person = personId(who)})};
    }
    }
}

class NetworkTest : public testing::Test {
protected:
    NetworkTest()
    {
        for (std::size_t i = 0; i < 4; ++i)
            workspace.people[personId(i)] = {.said = {.id = personId(i), .facets = colleague()}};
        workspace.ties[numberedId(7, 0)] = {.said = {.a = personId(0), .b = personId(1), .strength = 0.5}};
        EXPECT_TRUE(network.load(workspace, kNow, kToday));
        workspace.bulkReads = 0;
    }
    bool apply(std::vector<RowChange> rows)
    {
        ChangeSet changes;
        changes.rows = std::move(rows);
        const auto applied = network.apply(changes, workspace, kNow, kToday);
        EXPECT_TRUE(applied);
        return *applied;
    }

    FakeNetwork workspace;
    Network network;
};

}  // namespace

RC_GTEST_PROP(Network, KeptCurrentIsTheSameAsMadeAnew, ())
{
    FakeNetwork workspace;
    for (int i = *rc::gen::inRange(0, 30); i > 0; --i) (void)anyChange(workspace);
    Network network;
    RC_ASSERT(network.load(workspace, kNow, kToday).has_value());
    for (int command = *rc::gen::inRange(1, 12); command > 0; --command) {
        ChangeSet changes;
        for (int i = *rc::gen::inRange(1, 6); i > 0; --i) changes.rows.push_back(anyChange(workspace));
        const GraphPtr before = network.snapshot();
        const Said saidBefore = saidBy(*before);
        RC_ASSERT(network.apply(changes, workspace, kNow, kToday).has_value());
        RC_ASSERT(saidBy(*network.snapshot()) == saidAnew(workspace));
        // Late and twice does no harm, and who holds the snapshot before sees what they saw.
        RC_ASSERT(network.apply(changes, workspace, kNow, kToday).has_value());
        RC_ASSERT(saidBy(*network.snapshot()) == saidAnew(workspace));
        RC_ASSERT(saidBy(*before) == saidBefore);
    }
}

TEST_F(NetworkTest, ReadsOnlyWhatAChangeTouches)
{
    workspace.ties[numberedId(7, 1)] = {.said = {.a = personId(1), .b = personId(2), .strength = 0.5}};
    workspace.pairReads = 0;
    EXPECT_TRUE(apply({{.kind = Kind::Tie, .id = numberedId(7, 1), .what = What::Created}}));
    EXPECT_EQ(workspace.pairReads, 1U);
    EXPECT_EQ(workspace.bulkReads, 0U);
    EXPECT_EQ(network.snapshot()->arcCount(), 4U);
}

TEST_F(NetworkTest, LeavesTheGraphAloneWhenNothingInItChanged)
{
    workspace.interactions[numberedId(8, 0)] = {.at = kNow};
    const GraphPtr before = network.snapshot();
    EXPECT_FALSE(apply({updated(Kind::Person, personId(0), person::city),
                        updated(Kind::Tie, numberedId(7, 0), tie::note),
                        updated(Kind::Interaction, numberedId(8, 0), interaction::text),
                        {.kind = Kind::ContactPoint, .id = numberedId(6, 0), .what = What::Created}}));
    EXPECT_EQ(network.snapshot(), before);
    EXPECT_EQ(workspace.pairReads, 0U);
}

TEST_F(NetworkTest, MakesTheGraphAnewWhenARowIsGoneForGood)
{
    workspace.ties.clear();
    EXPECT_TRUE(apply({{.kind = Kind::Tie, .id = numberedId(7, 0), .what = What::Removed}}));
    EXPECT_EQ(workspace.bulkReads, 1U);
    EXPECT_EQ(network.snapshot()->arcCount(), 0U);
}

TEST_F(NetworkTest, MakesTheGraphAnewAfterAnImport)
{
    ChangeSet import;
    for (std::size_t i = 0; i < 20'001; ++i)
        import.rows.push_back({.kind = Kind::Tie, .id = numberedId(7, 0), .what = What::Created});
    ASSERT_TRUE(network.apply(import, workspace, kNow, kToday));
    EXPECT_EQ(workspace.bulkReads, 1U);
    EXPECT_EQ(workspace.pairReads, 0U);
}

TEST_F(NetworkTest, ForgetsSomebodyWhoWasRemoved)
{
    workspace.people[personId(1)].removed = true;
    EXPECT_TRUE(apply({{.kind = Kind::Person, .id = personId(1), .what = What::Removed}}));
    EXPECT_EQ(network.snapshot()->arcCount(), 0U);
    workspace.people[personId(1)].removed = false;
    EXPECT_TRUE(apply({{.kind = Kind::Person, .id = personId(1), .what = What::Restored}}));
    EXPECT_EQ(network.snapshot()->arcCount(), 2U);
}

TEST_F(NetworkTest, HoldsSomebodyOffLimitsUntilTheirDayIsPast)
{
    NetworkPerson person{.id = personId(9), .approach = {Approach::OffLimits, kToday}};
    EXPECT_FALSE(networkFlags(person, kToday).mayMediate());
    EXPECT_TRUE(networkFlags(person, kToday + days{1}).mayMediate());
    person = {.id = personId(9), .unwilling = true};
    EXPECT_FALSE(networkFlags(person, kToday).mayMediate());
    EXPECT_FALSE(network.stale(kToday));
    EXPECT_TRUE(network.stale(kToday + days{1}));
}

TEST_F(NetworkTest, KeepsTheGraphItHasWhenLoadingIsCalledOff)
{
    const GraphPtr before = network.snapshot();
    std::stop_source stop;
    stop.request_stop();
    const auto loaded = network.load(workspace, kNow, kToday + days{1}, stop.get_token());
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(network.snapshot(), before);
    EXPECT_TRUE(network.stale(kToday + days{1}));
}

TEST(NetworkBeforeItIsLoaded, IsEmptyAndTakesNoChanges)
{
    const FakeNetwork workspace;
    Network network;
    EXPECT_FALSE(network.loaded());
    EXPECT_TRUE(network.stale(kToday));
    EXPECT_EQ(network.snapshot()->nodeCount(), 0U);
    ChangeSet changes;
    changes.rows.push_back({.kind = Kind::Person, .id = personId(0), .what = What::Created});
    EXPECT_EQ(network.apply(changes, workspace, kNow, kToday), false);
}
