#include <kith/graph/tie_strength.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

using namespace kith;
using namespace kith::graph;

namespace {

using std::chrono::days;
constexpr Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}};

rc::Gen<PairContact> anyContact()
{
    return rc::gen::map(rc::gen::tuple(rc::gen::inRange(0, 2000 * 24), rc::gen::inRange(0, 4), rc::gen::inRange(0, 3),
                                       rc::gen::inRange(0, 7), rc::gen::element(1U, 2U, 3U, 8U, 12U, 13U, 200U, 201U)),
                        [](const auto& drawn) {
                            const auto& [hours, direction, depth, channel, people] = drawn;
                            return PairContact{.at = kNow - std::chrono::hours{hours},
                                               .direction = static_cast<Direction>(direction),
                                               .depth = static_cast<Depth>(depth),
                                               .channel = static_cast<Channel>(channel),
                                               .people = people};
                        });
}

std::vector<PairContact> anyContacts()
{
    return *rc::gen::container<std::vector<PairContact>>(anyContact());
}

/// The formula as the header prints it, contact by contact.
PairSums plainSums(const std::vector<PairContact>& contacts)
{
    PairSums sums{.at = kNow};
    for (const PairContact& c : contacts) {
        if (c.channel == Channel::Note || c.direction == Direction::Broadcast || c.people < 2 || c.people > 200)
            continue;
        const double age = std::chrono::duration<double, days::period>(kNow - c.at).count();
        const double share = 1.0 / (c.people - 1.0);
        if (c.channel == Channel::Event || c.people > 12) {
            sums.together += share * std::pow(0.5, age / 365);
            continue;
        }
        const double recent = share * std::pow(0.5, age / 180);
        sums.near = std::max(sums.near, share * std::pow(0.5, age / 90));
        sums.contacts += recent;
        sums.in += c.direction == Direction::In ? recent : c.direction == Direction::Both ? recent / 2 : 0;
        sums.out += c.direction == Direction::Out ? recent : c.direction == Direction::Both ? recent / 2 : 0;
        const double depth = c.depth == Depth::Hello ? 0.2 : c.depth == Depth::Exchange ? 0.6 : 1.0;
        sums.deep += share * depth * std::pow(0.5, age / 365);
    }
    return sums;
}

bool near(const PairSums& a, const PairSums& b)
{
    const auto close = [](double x, double y) { return std::abs(x - y) < 1e-9; };
    return close(a.near, b.near) && close(a.contacts, b.contacts) && close(a.in, b.in) && close(a.out, b.out)
        && close(a.deep, b.deep) && close(a.together, b.together);
}

double strength(std::vector<Statement> statements, const std::vector<PairContact>& contacts = {}, Instant now = kNow)
{
    return explainTie(statements, contacts, now).strength;
}

}  // namespace

RC_GTEST_PROP(PairSums, CarriedOnContactByContactAreTheFormula, ())
{
    const auto contacts = anyContacts();
    PairSums sums;
    for (const PairContact& contact : contacts) sums.add(contact);
    RC_ASSERT(near(sums.carriedTo(kNow), plainSums(contacts)));
}

RC_GTEST_PROP(PairSums, DoNotDependOnTheOrderNorOnStopsOnTheWay, ())
{
    auto contacts = anyContacts();
    PairSums forwards;
    for (const PairContact& contact : contacts) forwards.add(contact);
    PairSums backwards;
    for (auto at = contacts.rbegin(); at != contacts.rend(); ++at) {
        backwards.add(*at);
        backwards = backwards.carriedTo(backwards.at + days{1});
    }
    const Instant later = kNow + days{5000};
    RC_ASSERT(near(forwards.carriedTo(later), backwards.carriedTo(later)));
    RC_ASSERT(forwards.carriedTo(forwards.at - days{3}) == forwards);
}

RC_GTEST_PROP(TieStrength, IsExplainedByPointsThatAddUp, ())
{
    const auto contacts = anyContacts();
    std::vector<Statement> statements;
    if (*rc::gen::arbitrary<bool>())
        statements.push_back({.kind = static_cast<TieKind>(*rc::gen::inRange(0, 6)),
                              .strength = *rc::gen::inRange(-20, 120) / 100.0,
                              .statedAt = kNow - days{*rc::gen::inRange(-10, 4000)}});
    const TieStrength tie = explainTie(statements, contacts, kNow);
    RC_ASSERT(tie.terms.size() == 6U);
    const double points = std::accumulate(tie.terms.begin(), tie.terms.end(), 0.0,
                                          [](double sum, const Term& term) { return sum + term.points; });
    RC_ASSERT(std::abs(points - tie.percent) < 1e-9);
    RC_ASSERT(std::abs(tie.percent - 100 * tie.strength) < 0.6);
    for (const Term& term : tie.terms) {
        RC_ASSERT(std::abs(term.points - term.value * term.weight) < 0.61);
        RC_ASSERT(!term.because.empty());
    }
    RC_ASSERT(tie.strength >= 0);
    RC_ASSERT(tie.strength <= 1);
}

RC_GTEST_PROP(TieStrength, OfWhatIsKeptIsThatOfTheContactsAtAnyLaterTime, ())
{
    const auto contacts = anyContacts();
    PairSums sums;
    for (const PairContact& contact : contacts) sums.add(contact);
    const Instant later = kNow + days{*rc::gen::inRange(0, 3000)};
    const Arc kept = tieParts({}, sums, later).arc();
    const TieStrength whole = explainTie({}, contacts, later);
    RC_ASSERT(std::abs(kept.strength() - whole.strength) < 0.001);
    RC_ASSERT(kept.marks.dashed() == whole.dashed);
}

TEST(TieStrength, FadesToNothing)
{
    const std::vector<PairContact> weekly = [] {
        std::vector<PairContact> contacts;
        for (int week = 0; week < 52; ++week)
            contacts.push_back({.at = kNow - days{7 * week}, .depth = Depth::Conversation});
        return contacts;
    }();
    double before = 1.01;
    for (int year = 0; year < 20; ++year) {
        const double now = strength({}, weekly, kNow + days{365 * year});
        EXPECT_LT(now, before) << year;
        before = now;
    }
    EXPECT_GT(strength({}, weekly), 0.95);
    EXPECT_LT(before, 0.001);
}

TEST(TieStrength, TakesTheStrongestOfContradictoryAndDuplicateStatements)
{
    const Statement weak{.kind = TieKind::WorkedWith, .strength = 0.1};
    const Statement strong{.kind = TieKind::WorkedWith, .strength = 0.8};
    EXPECT_NEAR(strength({weak, strong}), 0.8, 0.001);
    EXPECT_NEAR(strength({strong, weak}), 0.8, 0.001);
    EXPECT_NEAR(strength({strong, strong, strong}), 0.8, 0.001);
}

TEST(TieStrength, UsesTheUsualStrengthWhereNoneThatMakesSenseIsStated)
{
    for (const double nonsense : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()})
        EXPECT_NEAR(strength({{.kind = TieKind::Manages, .strength = nonsense}}), 0.7, 0.001);
    EXPECT_NEAR(strength({{.kind = TieKind::Knows}}), 0.3, 0.001);
    EXPECT_EQ(strength({{.kind = TieKind::Knows, .strength = 0.0}}), 0);
}

TEST(TieStrength, HalvesAStatementInFiveYears)
{
    const Statement old{.kind = TieKind::Knows, .strength = 0.8, .statedAt = kNow - days{1826}};
    EXPECT_NEAR(strength({old}), 0.4, 0.001);
    const Statement tomorrow{.kind = TieKind::Knows, .strength = 0.8, .statedAt = kNow + days{1}};
    EXPECT_NEAR(strength({tomorrow}), 0.8, 0.001);
}

TEST(TieStrength, GivesEachOfManyInAMeetingAShareOfIt)
{
    const auto spoken = [](std::uint32_t people) {
        return strength({}, {{.at = kNow, .depth = Depth::Conversation, .people = people}});
    };
    EXPECT_NEAR(spoken(2), 0.25 + 0.35 * (1 - std::exp2(-1 / 3.0)) + 0.15 * 0.5 + 0.25 * 0.5, 0.001);
    EXPECT_GT(spoken(2), 5 * spoken(12));
    EXPECT_EQ(spoken(201), 0);
}

TEST(TieStrength, OfThoseWhoWereOnlyTogetherIsWeakAndDashed)
{
    const std::vector<PairContact> events(50, {.at = kNow, .channel = Channel::Event, .people = 5});
    const TieStrength tie = explainTie({}, events, kNow);
    EXPECT_TRUE(tie.dashed);
    EXPECT_NEAR(tie.strength, 0.3, 0.001);
    EXPECT_EQ(tie.terms[5].because, "at the same event 50 times");
    const Statement confirmed{.kind = TieKind::Knows, .strength = 0.5};
    const TieStrength sure = explainTie(std::span(&confirmed, 1), events, kNow);
    EXPECT_FALSE(sure.dashed);
    EXPECT_NEAR(sure.strength, 1 - 0.5 * 0.7, 0.001);
}

TEST(TieStrength, IgnoresWhatIsNoContact)
{
    EXPECT_EQ(strength({}, {{.at = kNow, .channel = Channel::Note}}), 0);
    EXPECT_EQ(strength({}, {{.at = kNow, .direction = Direction::Broadcast}}), 0);
    EXPECT_EQ(strength({}, {{.at = kNow + days{1}}}), 0);
    EXPECT_EQ(strength({}, {{.at = kNow, .people = 1}}), 0);
}
