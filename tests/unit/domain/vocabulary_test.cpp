#include <kith/domain/vocabulary.h>

#include <gtest/gtest.h>
#include <set>
#include <string>

using namespace kith;

namespace {

template <class E>
void expectRoundTrip()
{
    std::set<std::string> seen;
    for (const Word& word : wordsOf<E>()) {
        EXPECT_EQ(fromWord<E>(word.word), static_cast<E>(word.value)) << word.word;
        EXPECT_EQ(toWord(static_cast<E>(word.value)), word.word);
        EXPECT_TRUE(seen.insert(std::string(word.word)).second) << word.word;
    }
}

}  // namespace

TEST(Vocabulary, EveryWordLeadsBackToItsValue)
{
    expectRoundTrip<Facet>();
    expectRoundTrip<Channel>();
    expectRoundTrip<Direction>();
    expectRoundTrip<Depth>();
    expectRoundTrip<Band>();
    expectRoundTrip<TieKind>();
    expectRoundTrip<ContactKind>();
    expectRoundTrip<ReminderKind>();
    expectRoundTrip<ReminderState>();
    expectRoundTrip<SkillLevel>();
    expectRoundTrip<Evidence>();
    expectRoundTrip<SpaceKind>();
}

TEST(Vocabulary, ReadsWordsInEitherCaseAndRefusesOthers)
{
    EXPECT_EQ(fromWord<TieKind>("Worked-With"), TieKind::WorkedWith);
    EXPECT_EQ(fromWord<SkillLevel>("b2"), SkillLevel::B2);
    EXPECT_EQ(fromWord<Channel>("telegraph"), std::nullopt);
    EXPECT_EQ(wordFor(wordsOf<Channel>(), 99), "");
}

TEST(Vocabulary, FacetsAreASet)
{
    Facets facets;
    facets.add(Facet::Talent);
    facets.add(Facet::Client);
    facets.remove(Facet::Talent);
    EXPECT_FALSE(facets.has(Facet::Talent));
    EXPECT_TRUE(facets.has(Facet::Client));
}
