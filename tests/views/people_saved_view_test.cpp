#include "people_view_fixture.h"

#include <kith/controls/labels.h>
#include <kith/controls/sheet.h>
#include <kith/usecases/saved_searches.h>
#include <kith/usecases/search_feeder.h>
#include <kith/views/people_saved_chip.h>
#include <kith/views/query_field.h>

#include <QComboBox>
#include <QMenu>

namespace kith::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

/// A People page in which searches are saved.
class SavedViewTest : public PeopleViewTest {
protected:
    SavedViewTest()
    {
        list.setSearch(search);
        feeder.start();
    }
    ~SavedViewTest() override
    {
        if (Sheet* sheet = Sheet::current(&window)) sheet->dismiss();
    }

    void run(const QString& id)
    {
        for (const CommandSpec& command : people->commands())
            if (command.id == id && (!command.enabled || command.enabled())) command.run();
        QTest::qWait(0);
    }
    PeopleSavedChip* chip() { return people->findChild<PeopleSavedChip*>(); }
    /// What the open menu offers, without keys and spaces behind the tab; separators left out.
    QStringList offered()
    {
        QStringList texts;
        if (chip()->menu() == nullptr) return texts;
        for (const QAction* action : chip()->menu()->actions())
            if (!action->isSeparator()) texts << action->text().section(u'\t', 0, 0);
        return texts;
    }
    void openMenu()
    {
        chip()->setFocus();
        press(Qt::Key_Space);
    }
    void choose(const QString& text)
    {
        ASSERT_NE(chip()->menu(), nullptr);
        for (QAction* action : chip()->menu()->actions())
            if (action->text().section(u'\t', 0, 0) == text) {
                chip()->menu()->setActiveAction(action);
                QTest::keyClick(chip()->menu(), Qt::Key_Return);
                QTest::qWait(0);
                return;
            }
        FAIL() << text.toStdString();
    }
    void save(const QString& query, const QString& name)
    {
        EXPECT_TRUE(people->filter(query));
        run(u"people.save"_s);
        ASSERT_NE(Sheet::current(&window), nullptr);
        type(name);
        press(Qt::Key_Return);
        ASSERT_EQ(Sheet::current(&window), nullptr);
    }
    void makeTeam()
    {
        Edit edit{.command = CommandKind::Organise};
        edit.put(Kind::Space, files.ids.make()).fields = {{space::name, textValue("R&D")},
                                                          {space::kind, enumValue(SpaceKind::Team)}};
        ASSERT_TRUE(files.workspace().apply(edit));
    }

    PeopleSearch search;
    SearchFeeder feeder{worker, search, files.clock, files.zone, [this] { list.searchReady(); }};
};

TEST_F(SavedViewTest, SavesTheLineUnderANameByKeyboard)
{
    openPeople();
    EXPECT_EQ(chip()->accessibleName(), u"Saved none yet"_s);
    run(u"people.save"_s);
    EXPECT_EQ(Sheet::current(&window), nullptr) << "an empty line is nothing to save";
    EXPECT_TRUE(people->filter(u"city:leeds engineer"_s));
    run(u"people.save"_s);
    Sheet* sheet = Sheet::current(&window);
    ASSERT_NE(sheet, nullptr);
    EXPECT_EQ(namelessWidgets(*sheet), QStringList{});
    auto* name = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    ASSERT_NE(name, nullptr);
    EXPECT_EQ(name->accessibleName(), u"Name"_s);
    press(Qt::Key_Return);
    ASSERT_NE(Sheet::current(&window), nullptr) << "it needs a name";
    QStringList sentences;
    for (const auto* label : sheet->findChildren<TextLabel*>())
        if (label->isVisible()) sentences << label->text();
    EXPECT_TRUE(sentences.contains(u"The search was not saved. Give the saved search a name; nothing was saved."_s));
    picture(u"people-saving-light"_s);
    type(u"Engineers in Leeds"_s);
    press(Qt::Key_Return);
    EXPECT_EQ(Sheet::current(&window), nullptr);
    EXPECT_EQ(host.said, QStringList{u"Engineers in Leeds is saved"_s});
    EXPECT_TRUE(host.undo);
    EXPECT_EQ(chip()->accessibleName(), u"Saved Engineers in Leeds"_s);
    EXPECT_EQ(namelessWidgets(*people), QStringList{});
}

TEST_F(SavedViewTest, SaysAtTheLetterWhyALineIsNotSaved)
{
    openPeople();
    EXPECT_TRUE(people->filter(u"zoë warmth>lots"_s));
    run(u"people.save"_s);
    EXPECT_EQ(Sheet::current(&window), nullptr);
    ASSERT_EQ(host.said.size(), 1);
    EXPECT_TRUE(host.said.front().startsWith(u"At letter 12: "_s)) << host.said.front().toStdString();
}

TEST_F(SavedViewTest, ListsThemUnderTheLineAndPutsTheChosenOneIntoIt)
{
    openPeople();
    save(u"city:leeds"_s, u"Leeds & around"_s);
    save(u"engineer"_s, u"Engineers"_s);
    EXPECT_TRUE(people->filter(QString{}));
    EXPECT_EQ(chip()->accessibleName(), u"Saved 2"_s);
    openMenu();
    EXPECT_EQ(offered(), (QStringList{u"Engineers"_s, u"Leeds && around"_s, u"Save this search…"_s}));
    ASSERT_NE(chip()->menu()->activeAction(), nullptr);
    EXPECT_EQ(chip()->menu()->activeAction()->text(), u"Engineers"_s) << "ready for Enter";
    QTest::keyClick(chip()->menu(), Qt::Key_Down);
    QTest::keyClick(chip()->menu(), Qt::Key_Return);
    EXPECT_EQ(people->findChild<QueryField*>()->text(), u"city:leeds"_s);
    EXPECT_EQ(list.shown(), 2U);
    EXPECT_EQ(chip()->accessibleName(), u"Saved Leeds & around"_s);
    EXPECT_TRUE(people->filter(u"city:leeds engineer"_s));
    EXPECT_EQ(chip()->accessibleName(), u"Saved Leeds & around, changed"_s);
    picture(u"people-saved-light"_s);
}

TEST_F(SavedViewTest, ChangesRenamesAndDeletesTheOneInHand)
{
    openPeople();
    save(u"city:leeds"_s, u"Leeds"_s);
    EXPECT_TRUE(people->filter(u"city:leeds engineer"_s));
    openMenu();
    EXPECT_EQ(offered(),
              (QStringList{u"Leeds"_s, u"Save this search…"_s, u"Change “Leeds” to this"_s, u"Rename “Leeds”…"_s,
                           u"Who sees “Leeds”"_s, u"Delete “Leeds”"_s}));
    choose(u"Change “Leeds” to this"_s);
    EXPECT_EQ(chip()->accessibleName(), u"Saved Leeds"_s);
    openMenu();
    EXPECT_FALSE(offered().contains(u"Change “Leeds” to this"_s));
    choose(u"Rename “Leeds”…"_s);
    ASSERT_NE(Sheet::current(&window), nullptr);
    type(u"Leeds engineers"_s);
    press(Qt::Key_Return);
    EXPECT_EQ(Sheet::current(&window), nullptr);
    EXPECT_EQ(chip()->accessibleName(), u"Saved Leeds engineers"_s) << "the old name was there to be replaced";
    openMenu();
    choose(u"Delete “Leeds engineers”"_s);
    EXPECT_EQ(chip()->accessibleName(), u"Saved none yet"_s);
    EXPECT_EQ(host.said.back(), u"Leeds engineers is deleted"_s);
    EXPECT_TRUE(host.undo);
}

TEST_F(SavedViewTest, AsksWhoShallSeeIt)
{
    makeTeam();
    openPeople();
    EXPECT_TRUE(people->filter(u"city:leeds"_s));
    run(u"people.save"_s);
    type(u"Leeds"_s);
    auto* who = named<QComboBox>(*Sheet::current(&window), u"Who sees it"_s);
    ASSERT_NE(who, nullptr);
    EXPECT_EQ(who->currentText(), u"Only you"_s);
    who->setCurrentText(u"R&D"_s);
    press(Qt::Key_Return);
    const auto all = savedSearches(files.reader());
    ASSERT_EQ(all.size(), 1U);
    EXPECT_FALSE(all.front().isPrivate);
    openMenu();
    EXPECT_EQ(chip()->menu()->actions().front()->text(), u"Leeds\tR&&D"_s);
    for (const QAction* action : chip()->menu()->actions())
        if (action->menu() != nullptr) action->menu()->actions().front()->trigger();
    EXPECT_TRUE(savedSearches(files.reader()).front().isPrivate);
    EXPECT_EQ(host.said.back(), u"Only you see Leeds now"_s);
}

TEST_F(SavedViewTest, OffersItsCommandsOnlyWhenTheyMeanSomething)
{
    openPeople();
    const auto enabled = [&] {
        QStringList ids;
        for (const CommandSpec& command : people->commands())
            if (command.id.startsWith(u"people.save"_s) && (!command.enabled || command.enabled())) ids << command.id;
        return ids;
    };
    EXPECT_EQ(enabled(), QStringList{u"people.saved"_s});
    EXPECT_TRUE(people->filter(u"engineer"_s));
    EXPECT_EQ(enabled(), (QStringList{u"people.save"_s, u"people.saved"_s}));
    save(u"engineer"_s, u"Engineers"_s);
    EXPECT_EQ(enabled(),
              (QStringList{u"people.save"_s, u"people.saved"_s, u"people.saved.rename"_s, u"people.saved.delete"_s}));
    EXPECT_TRUE(people->filter(u"engineer leeds"_s));
    EXPECT_TRUE(enabled().contains(u"people.saved.change"_s));
    for (const CommandSpec& command : people->commands())
        if (command.id == u"people.save"_s) {
            EXPECT_EQ(command.shortcut, QKeySequence(u"Ctrl+S"_s));
        }
}

}  // namespace
}  // namespace kith::ui
