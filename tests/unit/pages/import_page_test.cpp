#include "page_fixture.h"

#include <kith/pages/import_page.h>

namespace kith::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto kPeople = "name,title,organisation,city,email\n"
                         "Ana Ruiz,Platform engineer,Northlight,Leeds,ana@example.org\n"
                         "Kwame Mensah,Staff engineer,Granite Labs,York,kwame@example.org\n"
                         ",,,,\n";

class ImportPageTest : public PageFixture {
protected:
    QStringList names()
    {
        QStringList names;
        for (int row = 0; row < page.table().rowCount(); ++row)
            names << page.table().index(row, static_cast<int>(ImportColumn::Name)).data().toString();
        return names;
    }
    std::size_t people() { return files.reader().countPeople(); }

    ImportPage page{worker, files.clock, files.zone, files.ids};
    QSignalSpy problem{&page, &ImportPage::problem};
    QSignalSpy said{&page, &ImportPage::said};
};

TEST_F(ImportPageTest, ShowsWhatAFileWouldChangeAndWritesNothing)
{
    page.openFile(u"people.csv"_s, kPeople);

    EXPECT_EQ(page.state(), ImportPage::State::Preview);
    EXPECT_EQ(page.formatWords(), u"CSV file of people"_s);
    EXPECT_EQ(page.count(ImportAction::Create), 2u);
    EXPECT_TRUE(names().contains(u"Ana Ruiz"_s));
    EXPECT_EQ(people(), 1u);
}

TEST_F(ImportPageTest, ImportsAsOneBatchThatCanBeTakenBack)
{
    page.openFile(u"people.csv"_s, kPeople);
    page.apply();

    EXPECT_EQ(page.state(), ImportPage::State::Done);
    EXPECT_TRUE(page.resultSentence().startsWith(u"people.csv: 2 new"_s)) << page.resultSentence().toStdString();
    EXPECT_EQ(people(), 3u);
    ASSERT_EQ(page.batches().size(), 1u);
    EXPECT_EQ(page.batches().front().name, u"people.csv"_s);

    page.undo();
    EXPECT_EQ(people(), 1u);
    EXPECT_TRUE(page.batches().front().undone);
    EXPECT_EQ(said.count(), 1);
}

TEST_F(ImportPageTest, ComesBackToThePreviewWhenTheWritingIsCalledOff)
{
    page.openFile(u"people.csv"_s, kPeople);
    const auto called = QObject::connect(&page, &ImportPage::changed, &page, [this] {
        if (page.state() == ImportPage::State::Applying) page.cancel();
    });
    page.apply();

    EXPECT_EQ(page.state(), ImportPage::State::Preview);
    EXPECT_EQ(people(), 1u);
    EXPECT_EQ(problem.count(), 0);
    EXPECT_EQ(said.count(), 1);

    QObject::disconnect(called);
    page.apply();
    EXPECT_EQ(page.state(), ImportPage::State::Done);
    EXPECT_EQ(people(), 3u);
}

TEST_F(ImportPageTest, TellsHowFarTheWritingIs)
{
    std::string file = "name\n";
    for (int i = 0; i < 600; ++i) file += "Person " + std::to_string(i) + "\n";
    page.openFile(u"people.csv"_s, file);
    page.apply();

    const auto [done, all] = page.progress();
    EXPECT_GT(done, 0u);
    EXPECT_GE(all, done);
}

TEST_F(ImportPageTest, HasNothingToDoWithTheSameFileAgain)
{
    page.openFile(u"people.csv"_s, kPeople);
    page.apply();
    page.openFile(u"people.csv"_s, kPeople);

    EXPECT_TRUE(page.changesNothing());
    EXPECT_EQ(page.count(ImportAction::Unchanged), 2u);
}

TEST_F(ImportPageTest, ShowsWhatWasTypedByHandAndStays)
{
    page.openFile(u"people.csv"_s, kPeople);
    page.apply();
    const auto ana = files.reader().resolvePerson("ana@example.org");
    ASSERT_TRUE(ana);
    ASSERT_TRUE(EditPersonField(files.services()).run(*ana, person::city, std::string("Hull")));

    page.openFile(u"people.csv"_s, "name,city,email\nAna Ruiz,Wakefield,ana@example.org\n");
    page.setShown(ImportAction::Unchanged, true);

    const auto differences = page.differences(0);
    ASSERT_EQ(differences.size(), 1u);
    EXPECT_EQ(differences.front().before, u"Hull"_s);
    EXPECT_EQ(differences.front().after, u"Wakefield"_s);
    EXPECT_EQ(differences.front().note, u"kept: typed by hand"_s);
}

TEST_F(ImportPageTest, ListsOnlyTheKindsOfLinesThatAreWanted)
{
    page.openFile(u"people.csv"_s, kPeople);
    ASSERT_GE(page.table().rowCount(), 2);

    page.setShown(ImportAction::Create, false);
    EXPECT_FALSE(names().contains(u"Ana Ruiz"_s));
    page.setShown(ImportAction::Create, true);
    EXPECT_TRUE(names().contains(u"Ana Ruiz"_s));
}

TEST_F(ImportPageTest, ReadsAgainWithACorrectedColumnAndRemembersIt)
{
    const std::string strange = "name,spielort\nAna Ruiz,Leeds\n";
    page.openFile(u"first.csv"_s, strange);
    ASSERT_EQ(page.headers().size(), 2);
    ASSERT_NE(page.columnAt(1), exchange::Column::City);

    page.setColumn(1, exchange::Column::City);
    EXPECT_EQ(page.columnAt(1), exchange::Column::City);
    page.apply();
    ASSERT_EQ(page.state(), ImportPage::State::Done);

    page.openFile(u"second.csv"_s, "name,spielort\nWei Zhang,York\n");
    EXPECT_EQ(page.columnAt(1), exchange::Column::City);
}

TEST_F(ImportPageTest, SaysWhyAFileCannotBeRead)
{
    page.openFile(u"empty.csv"_s, "");
    EXPECT_EQ(page.state(), ImportPage::State::Empty);
    page.openPath(u"/nowhere/at/all.csv"_s);

    ASSERT_EQ(problem.count(), 2);
    EXPECT_TRUE(problem.front().front().toString().startsWith(u"empty.csv was not read"_s));
    EXPECT_EQ(people(), 1u);
}

TEST_F(ImportPageTest, PutsAPreviewAwayWithoutATrace)
{
    page.openFile(u"people.csv"_s, kPeople);
    page.cancel();

    EXPECT_EQ(page.state(), ImportPage::State::Empty);
    EXPECT_EQ(page.table().rowCount(), 0);
    EXPECT_EQ(people(), 1u);
}

}  // namespace
}  // namespace kith::ui
