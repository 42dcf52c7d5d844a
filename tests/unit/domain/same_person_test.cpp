#include <kith/domain/same_person.h>

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <rapidcheck/gtest.h>
#include <set>

using namespace kith;

namespace {

Id numbered(int number)
{
    Id id;
    id.bytes.back() = static_cast<std::uint8_t>(number);
    return id;
}

using Links = std::vector<SameLink>;
using Shown = std::map<int, int>;

SameLink link(int from, int into)
{
    return {numbered(from), numbered(into)};
}

Shown shown(const Links& links)
{
    Shown result;
    for (const auto& [from, into] : shownInstead(links)) result[from.bytes.back()] = into.bytes.back();
    return result;
}

constexpr int kPeople = 8;

Links anyLinks()
{
    const auto one = rc::gen::map(rc::gen::pair(rc::gen::inRange(1, kPeople), rc::gen::inRange(1, kPeople)),
                                  [](const std::pair<int, int>& ends) { return link(ends.first, ends.second); });
    return *rc::gen::resize(rc::kNominalSize, rc::gen::container<Links>(one));
}

Id shownFor(const Links& links, const Id& who)
{
    const auto instead = shownInstead(links);
    const auto found = instead.find(who);
    return found == instead.end() ? who : found->second;
}

/// Whom links join, found by going to and fro until nothing is new.
std::set<Id> joinedTo(const Links& links, const Id& who)
{
    std::set<Id> all{who};
    for (std::size_t before = 0; before != all.size();) {
        before = all.size();
        for (const SameLink& each : links)
            if (all.contains(each.person) || all.contains(each.into)) all.insert({each.person, each.into});
    }
    return all;
}

}  // namespace

TEST(SamePerson, ShowsWhoeverTheOthersWereMergedInto)
{
    EXPECT_EQ(shown({}), Shown{});
    EXPECT_EQ(shown({link(1, 2)}), (Shown{{1, 2}}));
    EXPECT_EQ(shown({link(1, 2), link(2, 3)}), (Shown{{1, 3}, {2, 3}})) << "over several steps";
    EXPECT_EQ(shown({link(2, 1), link(3, 1), link(5, 4)}), (Shown{{2, 1}, {3, 1}, {5, 4}}));
    EXPECT_EQ(shown({link(1, 1)}), Shown{}) << "a link to oneself says nothing";
}

TEST(SamePerson, TakesTheSmallestIdWhereMergesOfSeveralMachinesDisagree)
{
    EXPECT_EQ(shown({link(3, 2), link(2, 3)}), (Shown{{3, 2}})) << "each into the other";
    EXPECT_EQ(shown({link(4, 3), link(3, 2), link(2, 4)}), (Shown{{3, 2}, {4, 2}})) << "in a circle";
    EXPECT_EQ(shown({link(1, 5), link(5, 4), link(4, 5)}), (Shown{{1, 4}, {5, 4}})) << "into a circle";
    EXPECT_EQ(shown({link(1, 3), link(1, 2)}), (Shown{{1, 2}, {3, 2}})) << "one into two";
    EXPECT_EQ(shown({link(1, 2), link(2, 1), link(1, 5)}), (Shown{{1, 5}, {2, 5}})) << "a way out of a circle";
}

TEST(SamePerson, IsSeparatedFromOneAndKeepsWhoWasMergedIntoIt)
{
    const auto cut = [](const Links& links, int from, int other) {
        return linksBetween(links, numbered(from), numbered(other));
    };
    using Places = std::vector<std::size_t>;
    EXPECT_EQ(cut({link(1, 2), link(2, 3)}, 2, 3), Places{1}) << "1 stays with 2";
    EXPECT_EQ(cut({link(1, 2), link(2, 3)}, 1, 3), Places{0});
    EXPECT_EQ(cut({link(3, 2), link(2, 3)}, 3, 2), (Places{0, 1})) << "both ways";
    EXPECT_EQ(cut({link(1, 2), link(1, 2)}, 1, 2), (Places{0, 1})) << "merged twice";
}

RC_GTEST_PROP(SamePerson, IsTheSameInWhateverOrderTheLinksCome, ())
{
    const Links links = anyLinks();
    Links other = links;
    std::shuffle(other.begin(), other.end(), std::minstd_rand(*rc::gen::inRange(1U, 1U << 20U)));
    other.insert(other.end(), links.begin(), links.end());
    RC_ASSERT(shownInstead(links) == shownInstead(other));
}

RC_GTEST_PROP(SamePerson, ShowsEverybodyJoinedAsTheSameOneOfThem, ())
{
    const Links links = anyLinks();
    for (int i = 1; i < kPeople; ++i) {
        const auto joined = joinedTo(links, numbered(i));
        const Id one = shownFor(links, numbered(i));
        RC_ASSERT(joined.contains(one));
        RC_ASSERT(shownFor(links, one) == one);
        for (const Id& each : joined) RC_ASSERT(shownFor(links, each) == one);
        const auto isFree = [&](const Id& id) {
            return std::ranges::none_of(links, [&](const SameLink& l) { return l.person == id && l.person != l.into; });
        };
        // Nobody is better: who is merged into nobody comes before who is, and the smaller id first.
        const auto firstFree = std::ranges::find_if(joined, isFree);
        if (firstFree != joined.end()) RC_ASSERT(one == *firstFree);
    }
}

RC_GTEST_PROP(SamePerson, IsOneWithNobodyWhomItWasSeparatedFrom, ())
{
    const Links links = anyLinks();
    const Id who = numbered(*rc::gen::inRange(1, kPeople));
    const Id other = numbered(*rc::gen::inRange(1, kPeople));
    RC_PRE(who != other);
    const auto places = linksBetween(links, who, other);
    Links left;
    for (std::size_t i = 0; i < links.size(); ++i)
        if (std::ranges::find(places, i) == places.end()) left.push_back(links[i]);
    RC_ASSERT(!joinedTo(left, who).contains(other));
    // What is cut is at the person; links among others stay.
    for (const std::size_t place : places) RC_ASSERT(links[place].person == who || links[place].into == who);
}
