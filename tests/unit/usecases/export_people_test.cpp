#include <kith/support/temp_workspace.h>
#include <kith/usecases/export_people.h>
#include <kith/usecases/log_interaction.h>
#include <kith/usecases/people.h>
#include <kith/usecases/ties.h>

#include <gtest/gtest.h>

namespace kith {
namespace {

class Exports : public ::testing::Test {
protected:
    std::string write(ExportFormat format)
    {
        std::string text;
        const auto count = ExportPeople(workspace.reader(), workspace.clock.now())
                               .run(format, [&](std::string_view part) -> Result<void> {
                                   text += part;
                                   return {};
                               });
        EXPECT_TRUE(count);
        return text;
    }
    test::TempWorkspace workspace;
};

TEST_F(Exports, HoldPeopleOrganisationsAndConversationsAsJson)
{
    const auto ana = AddPerson(workspace.services()).run({.name = "Ana Ruiz", .organisation = "Norsk \"people\": []"});
    ASSERT_TRUE(ana);
    workspace.addPerson("Tom Kay");
    ASSERT_TRUE(LogInteraction(workspace.services())
                    .run({.people = {*ana}, .at = workspace.clock.now(), .text = "Coffee at the corner"}));
    const std::string json = write(ExportFormat::Json);
    EXPECT_TRUE(json.starts_with("{\n  \"people\": [\n"));
    EXPECT_NE(json.find("\"name\": \"Ana Ruiz\""), std::string::npos);
    EXPECT_NE(json.find("Coffee at the corner"), std::string::npos);
    EXPECT_NE(json.find("\"organisations\": ["), std::string::npos);
    EXPECT_LT(json.find("Tom Kay"), json.find("\"organisations\": ["));
    EXPECT_TRUE(json.ends_with("}\n"));
}

TEST_F(Exports, OfAnEmptyWorkspaceAreCompleteDocuments)
{
    EXPECT_NE(write(ExportFormat::Json).find("\"people\": []"), std::string::npos);
    EXPECT_EQ(write(ExportFormat::VCard), "");
    EXPECT_NE(write(ExportFormat::Csv).find("name"), std::string::npos);
}

TEST_F(Exports, HoldOneCardAPerson)
{
    workspace.addPerson("Ana Ruiz");
    workspace.addPerson("Tom Kay");
    const std::string cards = write(ExportFormat::VCard);
    EXPECT_NE(cards.find("FN:Ana Ruiz\r\n"), std::string::npos);
    EXPECT_NE(cards.find("FN:Tom Kay\r\n"), std::string::npos);
}

TEST_F(Exports, TellATieWithADirectionOnTheCardFromWhichItLeads)
{
    const Id ana = workspace.addPerson("Ana Ruiz");
    const Id tom = workspace.addPerson("Tom Kay");
    ASSERT_TRUE(AddTie(workspace.services()).run({.a = tom, .b = ana, .kind = TieKind::Referred}));
    const std::string cards = write(ExportFormat::VCard);
    const std::size_t related = cards.find("RELATED");
    ASSERT_NE(related, std::string::npos);
    EXPECT_GT(related, cards.find("FN:Tom Kay"));
    EXPECT_EQ(cards.find("RELATED", related + 1), std::string::npos);
}

TEST_F(Exports, StopAtTheFirstPartThatCannotBeWritten)
{
    workspace.addPerson("Ana Ruiz");
    const auto count = ExportPeople(workspace.reader(), workspace.clock.now())
                           .run(ExportFormat::Json, [](std::string_view) -> Result<void> {
                               return fail(ErrorCode::DiskFull, "The disk is full.");
                           });
    EXPECT_EQ(count.error().code, ErrorCode::DiskFull);
}

TEST(ExportFormats, AreKnownByTheEndingOfTheFile)
{
    EXPECT_EQ(exportFormatOf("People.VCF"), ExportFormat::VCard);
    EXPECT_EQ(exportFormatOf("people.csv"), ExportFormat::Csv);
    EXPECT_EQ(exportFormatOf("people.json"), ExportFormat::Json);
    EXPECT_EQ(exportFormatOf("people"), std::nullopt);
}

}  // namespace
}  // namespace kith
