#include "people_fixture.h"

#include <kith/pages/people_saved.h>
#include <kith/usecases/history.h>

#include <QSignalSpy>

namespace kith::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

class PeopleSavedTest : public SearchingPeoplePageTest {
protected:
    PeopleSavedTest()
    {
        feeder.start();
        QObject::connect(&saved, &PeopleSaved::said, [this](const QString& sentence) { said << sentence; });
        QObject::connect(&saved, &PeopleSaved::problem, [this](const QString& sentence) { problems << sentence; });
    }
    /// The sentence about what was wrong; empty when it was saved.
    QString save(const QString& name, const Id& space = {})
    {
        QString answer = u"no answer"_s;
        saved.save(name, space, [&](const QString& problem) { answer = problem; });
        return answer;
    }
    QString rename(const QString& name)
    {
        QString answer = u"no answer"_s;
        saved.rename(name, [&](const QString& problem) { answer = problem; });
        return answer;
    }
    QStringList names()
    {
        QStringList all;
        for (const auto& choice : saved.choices()) all << choice.name;
        return all;
    }
    QString inHand() { return saved.inHand() != nullptr ? saved.inHand()->name : QString{}; }
    Id addSpace(const char* name)
    {
        Edit edit{.command = CommandKind::Organise, .subject = name};
        const Id id = files.ids.make();
        edit.put(Kind::Space, id).fields = {{space::name, textValue(name)}, {space::kind, enumValue(SpaceKind::Team)}};
        worker.write([edit](Services& services) { EXPECT_TRUE(services.writer.apply(edit)); }, [] {});
        return id;
    }
    void undo()
    {
        worker.write([](Services& services) { EXPECT_TRUE(UndoLast(services).run()); }, [] {});
    }

    PeopleSaved saved{page};
    QStringList said;
    QStringList problems;
};

TEST_F(PeopleSavedTest, SavesWhatTheLineAsksAndPutsItBackIntoTheLine)
{
    EXPECT_FALSE(saved.mayBeSaved());
    page.setFilterText(u"city:leeds"_s);
    EXPECT_TRUE(saved.mayBeSaved());
    EXPECT_EQ(save(u"Leeds"_s), QString{});
    EXPECT_EQ(said, QStringList{u"Leeds is saved"_s});
    EXPECT_EQ(inHand(), u"Leeds"_s);
    page.setFilterText(u"engineer"_s);
    EXPECT_EQ(save(u"Engineers"_s), QString{});
    EXPECT_EQ(names(), (QStringList{u"Engineers"_s, u"Leeds"_s}));

    saved.choose(saved.choices()[1].id);
    EXPECT_EQ(page.filterText(), u"city:leeds"_s);
    EXPECT_EQ(page.shown(), 2U);
    EXPECT_EQ(inHand(), u"Leeds"_s);
    page.setFilterText({});
    EXPECT_EQ(inHand(), QString{}) << "an emptied line has let go of it";
    saved.choose(Id{});
    EXPECT_EQ(page.filterText(), QString{});
}

TEST_F(PeopleSavedTest, SaysWhyItWasNotSaved)
{
    page.setFilterText(u"warmth>lots"_s);
    EXPECT_TRUE(save(u"Warm"_s).startsWith(u"The search was not saved. At letter 8: "_s))
        << save(u"Warm"_s).toStdString();
    page.setFilterText(u"city:leeds"_s);
    EXPECT_EQ(save(u" "_s), u"The search was not saved. Give the saved search a name; nothing was saved."_s);
    EXPECT_EQ(save(u"Leeds"_s), QString{});
    EXPECT_EQ(save(u"LEEDS"_s),
              u"The search was not saved. There is a saved search of that name already; nothing was saved."_s);
    EXPECT_EQ(names(), QStringList{u"Leeds"_s});
    EXPECT_TRUE(problems.isEmpty()) << "whoever asked is told";
}

TEST_F(PeopleSavedTest, KeepsTheChosenOneInHandWhileItsLineIsChanged)
{
    page.setFilterText(u"city:leeds"_s);
    ASSERT_EQ(save(u"Leeds"_s), QString{});
    EXPECT_FALSE(saved.isChanged());
    page.setFilterText(u"city:leeds engineer"_s);
    EXPECT_EQ(inHand(), u"Leeds"_s);
    EXPECT_TRUE(saved.isChanged());
    saved.changeToLine();
    EXPECT_FALSE(saved.isChanged());
    EXPECT_EQ(saved.inHand()->query, u"city:leeds engineer"_s);
    page.setFilterText(u"warmth>lots"_s);
    saved.changeToLine();
    ASSERT_EQ(problems.size(), 1);
    EXPECT_TRUE(problems.front().startsWith(u"The search was not changed. At letter 8: "_s));
    EXPECT_EQ(saved.inHand()->query, u"city:leeds engineer"_s);
    undo();
    EXPECT_EQ(saved.inHand()->query, u"city:leeds"_s);
}

TEST_F(PeopleSavedTest, KnowsASearchByItsLineUntilItIsAnother)
{
    page.setFilterText(u"city:leeds"_s);
    ASSERT_EQ(save(u"Leeds"_s), QString{});
    page.setFilterText({});
    QSignalSpy changed(&saved, &PeopleSaved::changed);
    page.setFilterText(u"city:leeds"_s);
    EXPECT_EQ(inHand(), u"Leeds"_s) << "as Ctrl+K puts it there";
    EXPECT_EQ(changed.count(), 1);
    page.setFilterText(u"city:leeds a"_s);
    EXPECT_EQ(inHand(), QString{}) << "it was only passed on the way";
}

TEST_F(PeopleSavedTest, RenamesAndDeletesWithUndo)
{
    page.setFilterText(u"city:leeds"_s);
    ASSERT_EQ(save(u"Leeds"_s), QString{});
    page.setFilterText(u"engineer"_s);
    ASSERT_EQ(save(u"Engineers"_s), QString{});
    EXPECT_EQ(rename(u"leeds"_s),
              u"The search was not renamed. There is a saved search of that name already; nothing was saved."_s);
    EXPECT_EQ(rename(u"All engineers"_s), QString{});
    EXPECT_EQ(inHand(), u"All engineers"_s);
    saved.remove();
    EXPECT_EQ(names(), QStringList{u"Leeds"_s});
    EXPECT_EQ(inHand(), QString{});
    EXPECT_EQ(page.filterText(), u"engineer"_s) << "the line stays";
    EXPECT_EQ(said,
              (QStringList{u"Leeds is saved"_s, u"Engineers is saved"_s, u"It is called All engineers now"_s,
                           u"All engineers is deleted"_s}));
    saved.remove();
    saved.changeToLine();
    saved.moveTo(Id{});
    EXPECT_EQ(said.size(), 4) << "nothing is in hand";
    undo();
    EXPECT_EQ(names(), (QStringList{u"All engineers"_s, u"Leeds"_s}));
    EXPECT_EQ(inHand(), u"All engineers"_s) << "its line is still there";
    undo();
    EXPECT_EQ(inHand(), u"Engineers"_s);
}

TEST_F(PeopleSavedTest, SharesWithASpaceAndTakesItBack)
{
    const Id team = addSpace("Platform team");
    page.setFilterText(u"city:leeds"_s);
    ASSERT_EQ(save(u"Leeds"_s), QString{});
    EXPECT_TRUE(saved.inHand()->shared.isEmpty());
    const auto places = saved.places();
    ASSERT_EQ(places.size(), 3U);
    EXPECT_EQ(places[0].name, u"Only you"_s);
    EXPECT_EQ(places[0].space, saved.inHand()->space);
    saved.moveTo(team);
    EXPECT_EQ(saved.inHand()->shared, u"Platform team"_s);
    EXPECT_EQ(said.back(), u"Whoever sees Platform team sees Leeds now"_s);
    saved.moveTo(places[0].space);
    EXPECT_TRUE(saved.inHand()->shared.isEmpty());
    EXPECT_EQ(said.back(), u"Only you see Leeds now"_s);
    page.setFilterText(u"engineer"_s);
    ASSERT_EQ(save(u"Engineers"_s, team), QString{});
    EXPECT_EQ(saved.inHand()->shared, u"Platform team"_s);
}

}  // namespace
}  // namespace kith::ui
