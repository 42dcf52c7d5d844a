#include <kith/exchange/dates.h>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::exchange;

namespace {

std::string read(std::string_view text, DayOrder order = DayOrder::DayFirst)
{
    const auto date = readDate(text, order);
    if (date) return isoDate(*date);
    return date.error() == DateProblem::NoSuchDay ? "no such day" : "no date";
}

std::string readAt(std::string_view text)
{
    const auto at = readInstant(text, DayOrder::DayFirst, UtcZone{});
    return at ? isoInstant(*at) : "no";
}

}  // namespace

TEST(Dates, ReadsTheFormsThatFilesUse)
{
    for (const std::string_view text :
         {"2024-03-12", "2024/3/12", "20240312", "12 Mar 2024", "12 March 2024", "12. März 2024", "12-mars-2024",
          "12 de marzo de 2024", "Mar 12, 2024", "March 12th, 2024", "12/03/2024", "12.03.2024", "12-3-24",
          "2024-03-12T08:30:00Z", "12/03/2024 14:30"})
        EXPECT_EQ(read(text), "2024-03-12") << text;
}

TEST(Dates, KnowsTheMonthsOfFourLanguages)
{
    EXPECT_EQ(read("1 janvier 2024"), "2024-01-01");
    EXPECT_EQ(read("1 févr. 2024"), "2024-02-01");
    EXPECT_EQ(read("1 Mai 2024"), "2024-05-01");
    EXPECT_EQ(read("1 juin 2024"), "2024-06-01");
    EXPECT_EQ(read("1 juillet 2024"), "2024-07-01");
    EXPECT_EQ(read("1 août 2024"), "2024-08-01");
    EXPECT_EQ(read("1 agosto 2024"), "2024-08-01");
    EXPECT_EQ(read("1 Okt 2024"), "2024-10-01");
    EXPECT_EQ(read("1 Dezember 2024"), "2024-12-01");
    EXPECT_EQ(read("1 enero 2024"), "2024-01-01");
}

TEST(Dates, ReadsSlashesInTheOrderThatIsAskedFor)
{
    EXPECT_EQ(read("03/04/2024"), "2024-04-03");
    EXPECT_EQ(read("03/04/2024", DayOrder::MonthFirst), "2024-03-04");
    EXPECT_EQ(read("03.04.2024", DayOrder::MonthFirst), "2024-04-03");
    EXPECT_EQ(read("01/31/18, 05:25 PM", DayOrder::MonthFirst), "2018-01-31");
}

TEST(Dates, TakesTheFirstDayOfAMonthOrAYear)
{
    EXPECT_EQ(read("2019-04"), "2019-04-01");
    EXPECT_EQ(read("2019"), "2019-01-01");
}

TEST(Dates, TellsImpossibleDaysFromOtherText)
{
    for (const std::string_view text :
         {"31 Feb 2024", "2023-02-29", "32/01/2024", "03/25/2024", "0000-01-01", "1 Jan 9999"})
        EXPECT_EQ(read(text), "no such day") << text;
    for (const std::string_view text : {"", "soon", "12", "12 Foo 2024", "Mar", "12/03-2024", "99999999999999999999"})
        EXPECT_EQ(read(text), "no date") << text;
    EXPECT_EQ(sentenceFor(DateProblem::NoSuchDay, "since", "31 Feb 2024"),
              "There is no such day as “31 Feb 2024” (since); the row was left out.");
}

TEST(Dates, ReadsInstantsWithAndWithoutATime)
{
    EXPECT_EQ(readAt("2024-03-12T08:30:00Z"), "2024-03-12T08:30:00Z");
    EXPECT_EQ(readAt("2024-03-12 08:30"), "2024-03-12T08:30:00Z");
    EXPECT_EQ(readAt("12/03/2024 2:30 PM"), "2024-03-12T14:30:00Z");
    EXPECT_EQ(readAt("12 Mar 2024, 14:30:59"), "2024-03-12T14:30:00Z");
    EXPECT_EQ(readAt("12 Mar 2024"), "2024-03-12T12:00:00Z");
    EXPECT_EQ(readAt("12 Mar 2024 25:00"), "no");
    EXPECT_EQ(readAt("2024-02-30 08:30"), "no");
}
