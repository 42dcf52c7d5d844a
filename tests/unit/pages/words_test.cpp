#include <kith/pages/words.h>

#include <gtest/gtest.h>

namespace kith::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

class WordsTest : public testing::Test {
protected:
    static Date day(const char* text) { return *parseIsoDate(text); }
    QLocale english{QLocale::English, QLocale::UnitedKingdom};
    Date today = day("2026-11-22");
};

TEST_F(WordsTest, SayHowLateOrHowSoon)
{
    EXPECT_EQ(dueInWords(today, today, english), u"Due today"_s);
    EXPECT_EQ(dueInWords(day("2026-11-21"), today, english), u"1 day late"_s);
    EXPECT_EQ(dueInWords(day("2026-10-22"), today, english), u"31 days late"_s);
    EXPECT_EQ(dueInWords(day("2026-11-23"), today, english), u"Due tomorrow"_s);
    EXPECT_EQ(dueInWords(day("2026-11-24"), today, english), u"Due Tuesday 24 November"_s);
    EXPECT_EQ(dueInWords(day("2027-03-09"), today, english), u"Due Tuesday 9 March 2027"_s);
}

TEST_F(WordsTest, SayHowLongAgo)
{
    EXPECT_EQ(agoInWords(today, today, english), u"today"_s);
    EXPECT_EQ(agoInWords(day("2026-11-21"), today, english), u"yesterday"_s);
    EXPECT_EQ(agoInWords(day("2026-09-29"), today, english), u"54 days ago"_s);
    EXPECT_EQ(agoInWords(day("2026-09-23"), today, english), u"2 months ago"_s);
    EXPECT_EQ(agoInWords(day("2024-11-22"), today, english), u"2 years ago"_s);
}

TEST_F(WordsTest, SayDaysInTheLanguageOfTheLocale)
{
    EXPECT_EQ(longDay(today, today, QLocale(QLocale::German)), u"Sonntag 22 November"_s);
    EXPECT_EQ(shortDay(day("2026-11-24"), today, english), u"Tue 24"_s);
    EXPECT_EQ(shortDay(day("2026-10-01"), today, english), u"1 Oct"_s);
    EXPECT_EQ(shortDay(day("2025-10-01"), today, english), u"1 Oct 2025"_s);
}

TEST_F(WordsTest, NameOneTwoAndManyPeople)
{
    EXPECT_EQ(namesInWords({}), QString{});
    EXPECT_EQ(namesInWords({u"Ana Ruiz"_s}), u"Ana Ruiz"_s);
    EXPECT_EQ(namesInWords({u"Ana Ruiz"_s, u"Li Wei"_s}), u"Ana Ruiz and Li Wei"_s);
    EXPECT_EQ(namesInWords({u"Ana Ruiz"_s, u"Li Wei"_s, u"Zoë Müller"_s}), u"Ana Ruiz and 2 others"_s);
}

TEST_F(WordsTest, HaveASentenceForAFullDisk)
{
    const QString sentence = problemSentence(u"The conversation was not saved"_s, {ErrorCode::DiskFull, "no space"});
    EXPECT_EQ(sentence,
              u"The conversation was not saved. The disk is full, and nothing was changed. Make room, "
              "then try again."_s);
}

TEST_F(WordsTest, HaveAWordForEveryValueOfEveryList)
{
    for (const Word& word : wordsOf<Channel>()) EXPECT_FALSE(wordFor(static_cast<Channel>(word.value)).isEmpty());
    for (const Word& word : wordsOf<Direction>()) EXPECT_FALSE(wordFor(static_cast<Direction>(word.value)).isEmpty());
    for (const Word& word : wordsOf<Depth>()) EXPECT_FALSE(wordFor(static_cast<Depth>(word.value)).isEmpty());
    for (const Word& word : wordsOf<Band>()) EXPECT_FALSE(wordFor(static_cast<Band>(word.value)).isEmpty());
    for (const Word& word : wordsOf<Facet>()) EXPECT_FALSE(wordFor(static_cast<Facet>(word.value)).isEmpty());
    for (const Word& word : wordsOf<TieKind>()) EXPECT_FALSE(wordFor(static_cast<TieKind>(word.value)).isEmpty());
    for (const Word& word : wordsOf<ContactKind>())
        EXPECT_FALSE(wordFor(static_cast<ContactKind>(word.value)).isEmpty());
    for (const Word& word : wordsOf<Evidence>()) EXPECT_FALSE(wordFor(static_cast<Evidence>(word.value)).isEmpty());
    for (const Word& word : wordsOf<SkillLevel>()) EXPECT_FALSE(wordFor(static_cast<SkillLevel>(word.value)).isEmpty());
}

}  // namespace
}  // namespace kith::ui
