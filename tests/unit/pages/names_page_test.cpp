#include "page_fixture.h"

#include <kith/pages/names_page.h>
#include <kith/support/temp_folder.h>

#include <fstream>

namespace kith::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

class NamesPageTest : public PageFixture {
protected:
    NamesPageTest()
    {
        page.read();
        QObject::connect(&page, &NamesPage::problem, [this](const QString& sentence) { problems << sentence; });
    }
    QString keyOf(const QString& part)
    {
        for (const NamesLine& line : page.lines().items())
            if (line.names.contains(part)) return line.key;
        return {};
    }
    const NamesLine* lineOf(const QString& part) { return page.at(page.lines().rowOf(keyOf(part))); }
    Outcome keep()
    {
        return [this](const QString& problem) { last = problem; };
    }

    NamesPage page{worker};
    QStringList problems;
    QString last;
};

TEST_F(NamesPageTest, ListsWhatKithComesWithAndWhatIsAdded)
{
    const int before = page.lines().count();
    ASSERT_GT(before, 40);
    QSignalSpy said(&page, &NamesPage::said);
    page.add(AliasKind::Skill, u"Erlang = BEAM"_s, keep());
    EXPECT_EQ(last, QString());
    EXPECT_EQ(said.count(), 1);
    EXPECT_EQ(page.lines().count(), before + 1);
    ASSERT_NE(lineOf(u"Erlang"_s), nullptr);
    EXPECT_EQ(lineOf(u"Erlang"_s)->detail, u"Skill · yours"_s);
    EXPECT_EQ(lineOf(u"scrum master"_s)->detail, u"Title · comes with Kith"_s);
    page.add(AliasKind::Skill, u"alone"_s, keep());
    EXPECT_TRUE(last.contains(u"Two names are needed"_s));
}

TEST_F(NamesPageTest, ChangesSwitchesOffAndPutsBack)
{
    page.change(keyOf(u"scrum master"_s), u"scrum master = iteration lead"_s, keep());
    EXPECT_EQ(last, QString());
    EXPECT_EQ(lineOf(u"iteration lead"_s)->detail, u"Title · changed"_s);
    EXPECT_TRUE(lineOf(u"iteration lead"_s)->changed);
    page.remove(keyOf(u"iteration lead"_s));
    EXPECT_EQ(lineOf(u"scrum master"_s)->detail, u"Title · switched off"_s);
    EXPECT_TRUE(lineOf(u"scrum master"_s)->off);
    page.restore(keyOf(u"scrum master"_s));
    EXPECT_EQ(lineOf(u"agile coach"_s)->detail, u"Title · comes with Kith"_s);
    page.add(AliasKind::Skill, u"Erlang = BEAM"_s, keep());
    page.remove(keyOf(u"Erlang"_s));
    EXPECT_EQ(lineOf(u"Erlang"_s), nullptr);
    EXPECT_TRUE(problems.isEmpty());
}

TEST_F(NamesPageTest, FiltersByPartsOfNamesAndSaysHowMany)
{
    page.setFilter(u"SCRUM"_s);
    EXPECT_EQ(page.lines().count(), 1);
    EXPECT_TRUE(page.sentence().startsWith(u"1 of "_s)) << page.sentence().toStdString();
    page.setFilter({});
    EXPECT_TRUE(page.sentence().endsWith(u" groups of names"_s));
    EXPECT_FALSE(page.sentence().contains(u" of 1"_s));
}

TEST_F(NamesPageTest, TakesATaxonomyFromFilesAndForgetsIt)
{
    test::TempFolder folder;
    const auto path = folder.path() / "skills_en.csv";
    std::ofstream(path) << "conceptType,preferredLabel,altLabels\n"
                           "KnowledgeSkillCompetence,grafting,\"budding\ntree grafting\"\n";
    QSignalSpy changed(&page, &NamesPage::taxonomyChanged);
    EXPECT_FALSE(page.hasTaxonomy());
    page.takeTaxonomy({QString::fromStdString(path.string())});
    EXPECT_EQ(page.taxonomySentence(), u"0 titles and 1 skill with 3 names."_s);
    EXPECT_EQ(changed.count(), 1);
    page.takeTaxonomy({QString::fromStdString((folder.path() / "nowhere.csv").string())});
    ASSERT_EQ(problems.size(), 1);
    EXPECT_TRUE(problems.front().contains(u"There is no such file"_s)) << problems.front().toStdString();
    EXPECT_TRUE(page.hasTaxonomy());
    page.forgetTaxonomy();
    EXPECT_EQ(page.taxonomySentence(), u"No names of a taxonomy."_s);
}

}  // namespace
}  // namespace kith::ui
