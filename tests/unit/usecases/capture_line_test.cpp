#include <kith/support/temp_workspace.h>
#include <kith/usecases/capture_line.h>
#include <kith/usecases/history.h>
#include <kith/usecases/pools.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace kith {
namespace {

using namespace std::chrono;
using ::testing::HasSubstr;

class CaptureALine : public ::testing::Test {
protected:
    CaptureALine()
    {
        ana = workspace.addPerson("Ana Ruiz");
        tom = workspace.addPerson("Tom Kaplan", Facet::Colleague);
        maya = workspace.addPerson("Maya Brooks", Facet::Colleague);
        EXPECT_TRUE(workspace.workspace().setSetting(settings::kMe, maya.toString()));
    }

    [[nodiscard]] Result<ReadLine> read(std::string_view line, std::vector<Id> also = {})
    {
        return CaptureLine(workspace.services(), DayOrder::DayFirst).read(line, also);
    }
    [[nodiscard]] Result<Logged> log(std::string_view line, std::vector<Id> also = {})
    {
        const auto understood = read(line, std::move(also));
        if (!understood) return std::unexpected(understood.error());
        return CaptureLine(workspace.services(), DayOrder::DayFirst).run(*understood);
    }
    std::size_t conversationsWithAna()
    {
        return workspace.reader().person(ana, workspace.clock.now())->interactionCount;
    }

    test::TempWorkspace workspace;
    Id ana;
    Id tom;
    Id maya;
};

constexpr std::string_view kLine = "coffee with ana ruiz, Tom K and Priya Nair yesterday 40m about the data lead role; "
                                   "open to move after bonus in March; "
                                   "ask again 2nd Tuesday of March #data-pool";

TEST_F(CaptureALine, PutsTalentIntoThePoolThatAHashNames)
{
    const auto pool = AddPool(workspace.services()).run({.name = "Data Pool"});
    ASSERT_TRUE(pool);
    const auto understood = read(kLine);
    ASSERT_TRUE(understood);
    ASSERT_EQ(understood->pools.size(), 1U);
    EXPECT_TRUE(understood->tags.empty()) << "it is no tag then";
    const auto logged = log(kLine);
    ASSERT_TRUE(logged) << logged.error().message;
    std::vector<std::string> members;
    for (const PoolMemberView& each : workspace.reader().pipelines().poolMembers(*pool)) members.push_back(each.name);
    EXPECT_THAT(members, ::testing::ElementsAre("Ana Ruiz", "Priya Nair")) << "Tom is a colleague";
    ASSERT_TRUE(UndoLast(workspace.services()).run());
    EXPECT_TRUE(workspace.reader().pipelines().poolMembers(*pool).empty()) << "one undo takes all of it back";
}

TEST_F(CaptureALine, LogsThePeopleTheReminderAndTheTagsAsOneCommand)
{
    const auto logged = log(kLine);
    ASSERT_TRUE(logged) << logged.error().message;
    const auto view = workspace.reader().interaction(logged->interaction);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->channel, Channel::Meeting);
    EXPECT_EQ(view->minutes, 40);
    EXPECT_EQ(isoInstant(view->at), "2026-11-21T12:00:00Z");
    EXPECT_EQ(view->text, "About the data lead role; open to move after bonus in March");
    EXPECT_EQ(view->participants.size(), 4U);
    ASSERT_EQ(logged->created.size(), 1U);
    EXPECT_EQ(workspace.reader().card(logged->created[0], workspace.clock.now())->name, "Priya Nair");
    const auto due = workspace.reader().reminder(logged->reminder);
    ASSERT_TRUE(due);
    EXPECT_EQ(due->person, ana);
    EXPECT_EQ(isoDate(due->due), "2027-03-09");
    EXPECT_EQ(due->reason, "open to move after bonus in March");
    for (const Id& id : {ana, tom, logged->created[0]}) {
        const auto tags = workspace.reader().person(id, workspace.clock.now())->tags;
        ASSERT_EQ(tags.size(), 1U);
        EXPECT_EQ(tags[0].name, "data-pool");
    }
    EXPECT_TRUE(workspace.reader().person(maya, workspace.clock.now())->tags.empty());

    ASSERT_TRUE(UndoLast(workspace.services()).run());
    EXPECT_EQ(conversationsWithAna(), 0U);
    EXPECT_TRUE(workspace.reader().person(ana, workspace.clock.now())->tags.empty());
    EXPECT_FALSE(workspace.reader().card(logged->created[0], workspace.clock.now()));
    EXPECT_FALSE(workspace.reader().reminder(logged->reminder));
}

TEST_F(CaptureALine, SetsAReminderThatComesBack)
{
    const auto logged = log("called Ana; check in every other Friday until June");
    ASSERT_TRUE(logged) << logged.error().message;
    const auto due = workspace.reader().reminder(logged->reminder);
    EXPECT_EQ(due->rrule, "FREQ=WEEKLY;UNTIL=20270601;INTERVAL=2;BYDAY=FR");
    EXPECT_EQ(isoDate(due->due), "2026-11-27");
}

TEST_F(CaptureALine, OffersUpToFivePeopleWhereANameFitsSeveralAndLogsNothing)
{
    for (const char* name : {"Tom Keller", "Tom Keane", "Tom Kim", "Tom Kerr", "Tom Kuhn", "Tom Lang"})
        workspace.addPerson(name);
    const auto understood = read("coffee with Ana and Tom K");
    ASSERT_TRUE(understood);
    ASSERT_EQ(understood->people.size(), 2U);
    EXPECT_EQ(understood->people[0].id, ana);
    EXPECT_TRUE(understood->people[1].id.isNil());
    EXPECT_EQ(understood->people[1].fitting, 6U);
    EXPECT_EQ(understood->people[1].candidates.size(), 5U);
    const auto logged = log("coffee with Ana and Tom K");
    ASSERT_FALSE(logged);
    EXPECT_EQ(logged.error().code, ErrorCode::Ambiguous);
    EXPECT_THAT(logged.error().message, HasSubstr("“Tom K” fits 6 people"));
    EXPECT_EQ(conversationsWithAna(), 0U);
}

TEST_F(CaptureALine, TakesWhoIsNamedBesideItForTheOneMeant)
{
    const Id other = workspace.addPerson("Tom Keller");
    const auto understood = read("coffee with Tom K", {other, ana});
    ASSERT_TRUE(understood);
    ASSERT_EQ(understood->people.size(), 2U);
    EXPECT_EQ(understood->people[0].id, other);
    EXPECT_EQ(understood->people[0].text, "Tom K");
    EXPECT_EQ(understood->people[1].id, ana);
}

TEST_F(CaptureALine, PrefersWhoHasExactlyTheName)
{
    const Id exact = workspace.addPerson("Tom K");
    EXPECT_EQ(read("coffee with Tom K")->people[0].id, exact);
}

TEST_F(CaptureALine, LogsNothingWithADayThatDoesNotExistOrWithNobody)
{
    const auto logged = log("met Ana on 31 February");
    ASSERT_FALSE(logged);
    EXPECT_EQ(logged.error().message, "There is no 31 February. Nothing was logged.");
    EXPECT_EQ(log("coffee yesterday").error().message, "The line does not say who it was with. Nothing was logged.");
    EXPECT_EQ(log("emailed nobody.here@example.org").error().code, ErrorCode::NotFound);
    EXPECT_EQ(log(std::string((1U << 20U) + 1, 'x')).error().code, ErrorCode::BadInput);
    EXPECT_EQ(conversationsWithAna(), 0U);
}

}  // namespace
}  // namespace kith
