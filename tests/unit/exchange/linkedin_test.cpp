#include <kith/exchange/linkedin.h>

#include <gmock/gmock.h>

using namespace kith;
using namespace kith::exchange;
using testing::ElementsAre;

namespace {

constexpr std::string_view kExport =
    "Notes:\r\n"
    "\"When exporting your connection data, you may notice that some of the email addresses are missing.\"\r\n"
    "\r\n"
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n"
    "Ana,\"Lima, PhD\",https://www.linkedin.com/in/ana-lima,,\"Acme, Inc.\",Engineer,12 Mar 2024\r\n"
    ",,,,,,14 Feb 2023\r\n"
    "Bo,Li,https://www.linkedin.com/in/bo-li,bo@example.com,,,31 Feb 2024\r\n"
    "Олена,Коваль,https://www.linkedin.com/in/olena,,,,01 Jan 2020\r\n";

}  // namespace

TEST(LinkedIn, ReadsConnectionsBelowThePreamble)
{
    const auto file = readLinkedIn(kExport);
    ASSERT_TRUE(file);
    EXPECT_EQ(file->format, Format::LinkedIn);
    ASSERT_EQ(file->people.size(), 2U);
    const PersonRecord& ana = file->people[0];
    EXPECT_EQ(ana.line, 5U);
    EXPECT_EQ(ana.name, "Ana Lima, PhD");
    EXPECT_THAT(ana.contacts, ElementsAre(ContactRecord{ContactKind::Url, "https://www.linkedin.com/in/ana-lima"}));
    EXPECT_THAT(ana.positions, ElementsAre(PositionRecord{.organisation = "Acme, Inc.", .role = "Engineer"}));
    EXPECT_EQ(isoDate(ana.connectedOn.value_or(Date{})), "2024-03-12");
    EXPECT_EQ(file->people[1].name, "Олена Коваль");
    EXPECT_TRUE(file->people[1].positions.empty());
}

TEST(LinkedIn, RejectsNamelessConnectionsAndImpossibleDays)
{
    const auto file = readLinkedIn(kExport);
    ASSERT_EQ(file->rejected.size(), 2U);
    EXPECT_EQ(file->rejected[0].line, 6U);
    EXPECT_EQ(file->rejected[1].line, 7U);
}

TEST(LinkedIn, TakesColumnsInAnyOrderAndOldDates)
{
    const auto file = readLinkedIn(
        "Last Name,First Name,Connected On,Position,Company\nLima,Ana,\"01/31/18, 05:25 PM\",Engineer,Acme\n");
    ASSERT_TRUE(file);
    ASSERT_EQ(file->people.size(), 1U);
    EXPECT_EQ(file->people[0].family, "Lima");
    EXPECT_EQ(isoDate(*file->people[0].connectedOn), "2018-01-31");
}

TEST(LinkedIn, KnowsItsOwnFiles)
{
    EXPECT_TRUE(looksLikeLinkedIn(kExport));
    EXPECT_FALSE(looksLikeLinkedIn("First Name,Last Name,E-mail\nAna,Lima,a@example.com\n"));
    EXPECT_FALSE(readLinkedIn("name\nAna\n"));
}
