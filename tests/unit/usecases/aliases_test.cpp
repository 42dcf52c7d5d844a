#include <kith/exchange/csv_writer.h>
#include <kith/support/temp_workspace.h>
#include <kith/usecases/aliases.h>
#include <kith/usecases/history.h>
#include <kith/usecases/taxonomy.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace kith {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Aliases : public ::testing::Test {
protected:
    Id add(AliasKind kind, const std::string& names)
    {
        const auto id = AddAliases(w.services()).run(kind, names);
        EXPECT_TRUE(id) << id.error().message;
        return id.value_or(Id{});
    }
    AliasSet called(const std::string& name)
    {
        const auto set = aliasSetOf(w.reader(), name);
        EXPECT_TRUE(set) << name;
        return set.value_or(AliasSet{});
    }
    std::vector<std::string> others(AliasKind kind, const std::string& folded)
    {
        return aliasTable(w.reader()).othersOf(kind, folded);
    }
    static Error refusal(const auto& result) { return result ? Error{} : result.error(); }
    EditAliases edit() { return EditAliases(w.services()); }

    test::TempWorkspace w;
};

TEST_F(Aliases, AreThoseThatKithComesWithAndOnesOwn)
{
    const std::size_t before = aliasSets(w.reader()).size();
    EXPECT_GT(before, 40U);
    add(AliasKind::Title, "Talent partner = people  scout =  TALENT PARTNER = ");
    EXPECT_EQ(aliasSets(w.reader()).size(), before + 1);
    EXPECT_THAT(others(AliasKind::Title, "people scout"), ElementsAre("Talent partner"));
    EXPECT_THAT(others(AliasKind::Skill, "people scout"), IsEmpty());
    EXPECT_THAT(others(AliasKind::Title, "talent partner"), Contains("people scout")) << "beside those of Kith";
    w.reopen();
    EXPECT_THAT(called("people scout").names, ElementsAre("Talent partner", "people scout"));
}

TEST_F(Aliases, ThatKithComesWithAreChangedSwitchedOffAndPutBackEachAsOneCommand)
{
    const AliasSet master = called("scrum master");
    EXPECT_TRUE(master.isBuiltIn());
    ASSERT_TRUE(edit().setNames(master, "scrum master = iteration lead"));
    EXPECT_THAT(others(AliasKind::Title, "scrum master"), ElementsAre("iteration lead"));
    EXPECT_THAT(others(AliasKind::Title, "agile coach"), IsEmpty());
    ASSERT_TRUE(edit().remove(called("iteration lead")));
    EXPECT_THAT(others(AliasKind::Title, "scrum master"), IsEmpty());
    EXPECT_TRUE(called("agile coach").isOff()) << "found by the names it came with";
    EXPECT_TRUE(edit().remove(called("agile coach"))->rows.empty()) << "it is off already";
    ASSERT_TRUE(edit().restore(called("scrum master")));
    EXPECT_THAT(others(AliasKind::Title, "scrum master"), ElementsAre("agile coach"));

    ASSERT_TRUE(UndoLast(w.services()).run());
    EXPECT_THAT(others(AliasKind::Title, "scrum master"), IsEmpty());
    ASSERT_TRUE(UndoLast(w.services()).run());
    EXPECT_THAT(others(AliasKind::Title, "scrum master"), ElementsAre("iteration lead"));
    ASSERT_TRUE(UndoLast(w.services()).run());
    EXPECT_TRUE(called("scrum master").row.isNil());
    EXPECT_THAT(others(AliasKind::Title, "scrum master"), ElementsAre("agile coach"));
}

TEST_F(Aliases, AreAsTheyCameWhenTheirNamesAreTypedAgain)
{
    ASSERT_TRUE(edit().setNames(called("scrum master"), "scrum master = iteration lead"));
    ASSERT_TRUE(edit().setNames(called("scrum master"), "agile coach = scrum master"));
    EXPECT_TRUE(called("scrum master").row.isNil());
}

TEST_F(Aliases, OfOnesOwnAreChangedAndDeleted)
{
    add(AliasKind::Skill, "Erlang = OTP");
    ASSERT_TRUE(edit().setNames(called("otp"), "Erlang = BEAM"));
    EXPECT_THAT(others(AliasKind::Skill, "beam"), ElementsAre("Erlang"));
    EXPECT_EQ(refusal(edit().restore(called("beam"))).code, ErrorCode::BadInput);
    const AliasSet gone = called("beam");
    ASSERT_TRUE(edit().remove(gone));
    EXPECT_EQ(aliasSetOf(w.reader(), "beam").error().code, ErrorCode::NotFound);
    EXPECT_EQ(refusal(edit().remove(gone)).code, ErrorCode::NotFound);
    EXPECT_EQ(refusal(edit().setNames(gone, "a = b")).code, ErrorCode::NotFound);
}

TEST_F(Aliases, AreRefusedWithLessThanTwoNamesAndWhenTheyAreThereAlready)
{
    for (const char* text : {"", "one", "one = ", "One = one", "= ="})
        EXPECT_THAT(refusal(AddAliases(w.services()).run(AliasKind::Title, text)).message, HasSubstr("Two names"))
            << text;
    EXPECT_THAT(refusal(AddAliases(w.services()).run(AliasKind::Title, "Agile Coach = scrum master")).message,
                HasSubstr("mean the same already"));
    EXPECT_THAT(refusal(AddAliases(w.services()).run(AliasKind::Title, "a = " + std::string(5000, 'b'))).message,
                HasSubstr("longer"));
    EXPECT_TRUE(AddAliases(w.services()).run(AliasKind::Skill, "Agile Coach = scrum master")) << "another kind";
    EXPECT_EQ(aliasSetOf(w.reader(), "scrum master").error().code, ErrorCode::Ambiguous);
    EXPECT_EQ(called("skill: scrum master").kind, AliasKind::Skill);
    EXPECT_EQ(called("title:scrum master").kind, AliasKind::Title);
}

TEST_F(Aliases, ThatTwoColleaguesChangedSideBySideBothHold)
{
    const AliasSet master = called("scrum master");
    Edit theirs{.command = CommandKind::ChangeAliases};
    theirs.put(Kind::Alias, w.ids.make()).fields = {{alias::what, enumValue(AliasKind::Title)},
                                                    {alias::names, textValue("scrum master = sprint lead")},
                                                    {alias::replaces, textValue(master.replaces)}};
    ASSERT_TRUE(edit().setNames(master, "scrum master = iteration lead"));
    ASSERT_TRUE(w.workspace().apply(theirs));
    EXPECT_THAT(others(AliasKind::Title, "scrum master"),
                ::testing::UnorderedElementsAre("iteration lead", "sprint lead"));
    ASSERT_TRUE(edit().restore(called("sprint lead")));
    EXPECT_THAT(others(AliasKind::Title, "scrum master"), ElementsAre("agile coach"));
}

/// A file of the CSV package.
std::string escoFile(const std::vector<std::array<std::string, 4>>& rows)
{
    std::string csv;
    exchange::CsvWriter writer(csv);
    writer.row(std::array<std::string, 4>{"conceptType", "conceptUri", "preferredLabel", "altLabels"});
    for (const auto& row : rows) writer.row(row);
    return csv;
}

TEST_F(Aliases, OfATaxonomyCountUntilItIsRemoved)
{
    const std::array<TaxonomyFile, 2> files{
        TaxonomyFile{
            "occupations.csv",
            escoFile({{"Occupation", "u1", "bee keeper", "apiarist\nhoney farmer"}, {"Occupation", "u2", "poet", ""}})},
        TaxonomyFile{"skills.csv",
                     escoFile({{"KnowledgeSkillCompetence", "u3", "grafting", "budding | tree grafting"}})}};
    const auto size = ImportTaxonomy(w.services()).run(files);
    ASSERT_TRUE(size) << size.error().message;
    EXPECT_EQ(*size, (TaxonomySize{.titles = 1, .skills = 1, .names = 6}));
    EXPECT_THAT(others(AliasKind::Title, "apiarist"), ElementsAre("bee keeper", "honey farmer"));
    EXPECT_THAT(others(AliasKind::Skill, "budding"), ElementsAre("grafting", "tree grafting"));
    EXPECT_THAT(others(AliasKind::Title, "scrum master"), ElementsAre("agile coach")) << "Kith's own stay";
    w.reopen();
    EXPECT_EQ(taxonomySize(w.reader()).names, 6U);
    ASSERT_TRUE(ImportTaxonomy(w.services()).run(std::span(files).last(1)));
    EXPECT_THAT(others(AliasKind::Title, "apiarist"), IsEmpty()) << "it is in the place of the last one";
    ASSERT_TRUE(ImportTaxonomy(w.services()).remove());
    EXPECT_EQ(taxonomySize(w.reader()), TaxonomySize{});
}

TEST_F(Aliases, OfATaxonomyStayWhenAFileIsNoneOfIt)
{
    const std::array<TaxonomyFile, 1> good{
        TaxonomyFile{"skills.csv", escoFile({{"KnowledgeSkillCompetence", "u3", "grafting", "budding"}})}};
    ASSERT_TRUE(ImportTaxonomy(w.services()).run(good));
    const std::array<TaxonomyFile, 2> bad{good[0], TaxonomyFile{"people.csv", "name,email\nAna,ana@example.org\n"}};
    EXPECT_THAT(refusal(ImportTaxonomy(w.services()).run(bad)).message, HasSubstr("people.csv: This is no file of"));
    const std::array<TaxonomyFile, 1> groups{
        TaxonomyFile{"groups.csv", escoFile({{"SkillGroup", "u4", "crafts", "trades"}})}};
    EXPECT_THAT(refusal(ImportTaxonomy(w.services()).run(groups)).message, HasSubstr("no other names"));
    EXPECT_EQ(taxonomySize(w.reader()).skills, 1U);
}

}  // namespace
}  // namespace kith
