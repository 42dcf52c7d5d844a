#include <kith/domain/warmth.h>

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace kith;
using namespace std::chrono;

namespace {

const Instant kNow = sys_days{year{2026} / November / 22} + hours{12};

Contact ago(int daysBack, Direction direction = Direction::Both, Depth depth = Depth::Conversation, Id colleague = {},
            Channel channel = Channel::Meeting)
{
    return {kNow - days{daysBack}, direction, depth, channel, colleague};
}

double valueOf(const Warmth& warmth, std::string_view name)
{
    for (const WarmthTerm& term : warmth.terms)
        if (term.name == name) return term.value;
    return -1;
}

rc::Gen<std::vector<Contact>> anyContacts()
{
    return rc::gen::container<std::vector<Contact>>(rc::gen::exec([] {
        return ago(*rc::gen::inRange(-50, 3000), static_cast<Direction>(*rc::gen::inRange(0, 4)),
                   static_cast<Depth>(*rc::gen::inRange(0, 3)), Id{{*rc::gen::inRange<std::uint8_t>(0, 5)}},
                   static_cast<Channel>(*rc::gen::inRange(0, 7)));
    }));
}

}  // namespace

TEST(WarmthWeights, AreTheSameWhenReadAgain)
{
    for (const WarmthWeights& weights :
         {WarmthWeights{}, WarmthWeights{100, 0, 0, 0, 0}, WarmthWeights{12.5, 1, 2, 3, 4}})
        EXPECT_EQ(weightsFrom(toText(weights)), weights) << toText(weights);
    EXPECT_EQ(weightsFrom(" 35, 25 ,15,15,10 "), WarmthWeights{});
}

TEST(WarmthWeights, AreFiveNumbersOfWhichOneCounts)
{
    for (const char* text : {"", "1,2,3,4", "1,2,3,4,5,6", "0,0,0,0,0", "1,2,3,4,-5", "1,2,3,4,101", "1,2,3,4,nan",
                             "1,2,3,4,5x", "1,2,,4,5", "inf,2,3,4,5", "recency"})
        EXPECT_EQ(weightsFrom(text), std::nullopt) << text;
}

TEST(Warmth, OfNobodySpokenWithIsNothing)
{
    const Warmth warmth = warmthOf({}, kNow);
    EXPECT_EQ(warmth.warmth, 0);
    EXPECT_EQ(warmth.band, Band::Cold);
    ASSERT_EQ(warmth.terms.size(), 5U);
    EXPECT_EQ(warmth.terms[0].because, "not spoken yet");
}

TEST(Warmth, FollowsThePrintedFormula)
{
    // Sixty days ago we wrote a few lines; thirty days ago they came for a conversation with colleague 7.
    const Contact contacts[] = {ago(60, Direction::Out, Depth::Exchange),
                                ago(30, Direction::In, Depth::Conversation, Id{{7}})};
    const Warmth warmth = warmthOf(contacts, kNow);
    const double older = std::exp2(-60.0 / 180);
    const double newer = std::exp2(-30.0 / 180);
    const double fade = std::exp2(-30.0 / 365);
    EXPECT_NEAR(valueOf(warmth, "recency"), std::exp2(-0.5), 1e-12);
    EXPECT_NEAR(valueOf(warmth, "frequency"), 1 - std::exp2(-(older + newer) / 2), 1e-12);
    EXPECT_NEAR(valueOf(warmth, "reciprocity"), fade * 2 * older / (older + newer), 1e-12);
    EXPECT_NEAR(valueOf(warmth, "depth"), fade * (0.6 * older + newer) / (older + newer), 1e-12);
    EXPECT_NEAR(valueOf(warmth, "breadth"), 1 - std::exp2(-fade / 2), 1e-12);
    EXPECT_EQ(warmth.warmth, 63);
    EXPECT_EQ(warmth.band, Band::Warm);
}

TEST(Warmth, SaysWhyInPlainWords)
{
    const Contact contacts[] = {ago(54, Direction::In, Depth::Conversation, Id{{1}}),
                                ago(400, Direction::Both, Depth::Hello),
                                ago(90, Direction::Out, Depth::Exchange, Id{{2}})};
    const auto terms = warmthOf(contacts, kNow).terms;
    EXPECT_EQ(terms[0].because, "spoken 54 days ago");
    EXPECT_EQ(terms[1].because, "2 times in the last half year, 3 in all");
    EXPECT_EQ(terms[2].because, "they wrote once, we wrote once, both talked once");
    EXPECT_EQ(terms[3].because, "1 real conversation, 1 exchange, 1 hello");
    EXPECT_EQ(terms[4].because, "2 colleagues in the last half year, 2 in all");
}

TEST(Warmth, IgnoresNotesBroadcastsAndTheFuture)
{
    const Contact contacts[] = {ago(1, Direction::Both, Depth::Conversation, {}, Channel::Note),
                                ago(1, Direction::Broadcast), ago(-1)};
    EXPECT_EQ(warmthOf(contacts, kNow).warmth, 0);
}

TEST(Warmth, CountsAColleagueOnceByTheLastContact)
{
    const Contact contacts[] = {ago(73, Direction::Both, Depth::Hello, Id{{1}}),
                                ago(365, Direction::Both, Depth::Hello, Id{{2}}),
                                ago(0, Direction::Both, Depth::Hello, Id{{1}}), ago(0, Direction::Both, Depth::Hello)};
    EXPECT_NEAR(valueOf(warmthOf(contacts, kNow), "breadth"), 1 - std::exp2(-(1 + 0.5) / 2), 1e-12);
}

TEST(Warmth, SaysThatNoColleagueWasNamed)
{
    const Contact contacts[] = {ago(3)};
    EXPECT_EQ(warmthOf(contacts, kNow).terms[4].because, "no colleague named");
}

TEST(Warmth, OneSidedLettersDoNotCountAsReciprocity)
{
    const Contact contacts[] = {ago(3, Direction::Out), ago(9, Direction::Out)};
    EXPECT_EQ(valueOf(warmthOf(contacts, kNow), "reciprocity"), 0);
}

TEST(Warmth, ScalesOtherWeightsToAHundred)
{
    const Contact contacts[] = {ago(0)};
    const Warmth onlyRecency =
        warmthOf(contacts, kNow, {.recency = 7, .frequency = 0, .reciprocity = 0, .depth = -3, .breadth = 0});
    EXPECT_EQ(onlyRecency.warmth, 100);
    const Warmth none =
        warmthOf(contacts, kNow, {.recency = 0, .frequency = 0, .reciprocity = 0, .depth = 0, .breadth = 0});
    EXPECT_EQ(none.warmth, warmthOf(contacts, kNow).warmth);
}

TEST(Warmth, BandsStartWhereTheFormulaSays)
{
    EXPECT_EQ(bandOf(0), Band::Cold);
    EXPECT_EQ(bandOf(19), Band::Cold);
    EXPECT_EQ(bandOf(20), Band::Cool);
    EXPECT_EQ(bandOf(44), Band::Cool);
    EXPECT_EQ(bandOf(45), Band::Warm);
    EXPECT_EQ(bandOf(74), Band::Warm);
    EXPECT_EQ(bandOf(75), Band::Hot);
}

RC_GTEST_PROP(Warmth, PointsAddUpToTheWarmth, ())
{
    const Warmth warmth = warmthOf(*anyContacts(), kNow);
    int tenths = 0;
    for (const WarmthTerm& term : warmth.terms) {
        RC_ASSERT(term.value >= 0 && term.value <= 1);
        RC_ASSERT(term.points >= 0 && term.points <= term.weight);
        RC_ASSERT(std::abs(term.points - term.value * term.weight) < 0.5);
        RC_ASSERT(term.value > 0 || term.points == 0);
        tenths += static_cast<int>(std::lround(term.points * 10));
    }
    RC_ASSERT(tenths == warmth.warmth * 10);
    RC_ASSERT(warmth.warmth >= 0 && warmth.warmth <= 100);
    RC_ASSERT(warmth.band == bandOf(warmth.warmth));
}

RC_GTEST_PROP(Warmth, FadesWhenNothingHappens, ())
{
    auto contacts = *anyContacts();
    std::erase_if(contacts, [](const Contact& contact) { return contact.at > kNow; });
    const auto later = days{*rc::gen::inRange(1, 4000)};
    RC_ASSERT(warmthOf(contacts, kNow + later).warmth <= warmthOf(contacts, kNow).warmth);
    RC_ASSERT(warmthOf(contacts, kNow + years{40}).warmth == 0);
}

RC_GTEST_PROP(Warmth, FollowsFromItsBasisAtAnyLaterTime, ())
{
    auto contacts = *anyContacts();
    const auto basis = warmthBasisOf(contacts);
    const Instant later = kNow + days{50} + minutes{*rc::gen::inRange(0, 5'000'000)};
    RC_ASSERT((basis ? warmthAt(*basis, later) : 0) == warmthOf(contacts, later).warmth);
    std::ranges::reverse(contacts);
    RC_ASSERT(warmthBasisOf(contacts) == basis);
}

RC_GTEST_PROP(Warmth, GrowsFromOneContactToTheNextAsFromAllAtOnce, ())
{
    auto contacts = *anyContacts();
    std::erase_if(contacts, [](const Contact& contact) { return !warms(contact); });
    RC_PRE(!contacts.empty());
    WarmthBasis sum = *warmthBasisOf(std::span(contacts).first(1));
    for (std::size_t i = 1; i < contacts.size(); ++i) {
        std::optional<Instant> before;
        for (const Contact& earlier : std::span(contacts).first(i))
            if (earlier.colleague == contacts[i].colleague) before = std::max(before.value_or(earlier.at), earlier.at);
        sum = withContact(sum, contacts[i], before);
    }
    const WarmthBasis whole = *warmthBasisOf(contacts);
    RC_ASSERT(sum.last == whole.last);
    for (const auto part : {&WarmthBasis::contacts, &WarmthBasis::mutual, &WarmthBasis::depth, &WarmthBasis::colleagues,
                            &WarmthBasis::lean})
        RC_ASSERT(std::abs(sum.*part - whole.*part) < 1e-9);
}
