#include "screen.h"

#include <kith/controls/inline_edit.h>
#include <kith/controls/sheet.h>
#include <kith/shell/help_view.h>
#include <kith/shell/main_window.h>

#include <QApplication>
#include <QFile>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace kith::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

class Page final : public PageView {
public:
    explicit Page(const QString& name) : name_(name) { setFocusPolicy(Qt::StrongFocus); }
    QString title() const override { return name_; }
    QList<CommandSpec> commands() override
    {
        return {{name_ + u".act"_s, u"Act on %1"_s.arg(name_), QKeySequence(u"A"_s), [this] { ++acts; },
                 [this] { return able; }}};
    }
    void activate() override { setFocus(); }
    void open(const QString& argument) override { opened = argument; }
    bool stepBack() override { return std::exchange(inner, false); }

    int acts = 0;
    bool able = true;
    bool inner = false;
    QString opened;
    QString filtered;
    bool filter(const QString& text) override
    {
        filtered = text;
        return name_ == u"People"_s;
    }

private:
    QString name_;
};

class TheWindow : public testing::Test {
protected:
    TheWindow()
    {
        theme.install(*qobject_cast<QApplication*>(QCoreApplication::instance()));
        window.setActions({.log = [this](const QString& who) { logged.append(who); },
                           .find =
                               [this](const QString& text, auto answer) {
                                   asked = text;
                                   answerLater = std::move(answer);
                                   if (!slow) answerLater(found);
                               },
                           .undo = [](const auto& answer) { answer(true, u"Undone: log a conversation"_s); },
                           .redo = [](const auto& answer) { answer(false, u"There is nothing to redo."_s); }});
        window.addPage({u"today"_s, u"Today"_s, Icon::Today}, today);
        window.addPage({u"people"_s, u"People"_s, Icon::People}, people);
        window.addHiddenPage(u"person"_s, person);
        window.show();
        window.activateWindow();
        QCoreApplication::processEvents();
    }
    ~TheWindow() override { QApplication::setStyle(u"Fusion"_s); }
    void press(const QKeySequence& keys) { QTest::keySequence(&window, keys); }
    void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    Theme theme{Appearance::Light};
    SilentNotifier notifier;
    MainWindow window{&theme, nullptr, &notifier};
    Page* today = new Page(u"Today"_s);
    Page* people = new Page(u"People"_s);
    Page* person = new Page(u"Person"_s);
    QStringList logged;
    PaletteFinds found{.peopleHeading = u"People · 1"_s, .people = {{u"ana"_s, u"Ana Ruiz"_s, u"City Council"_s}}};
    bool slow = false;
    QString asked;
    std::function<void(const PaletteFinds&)> answerLater;
};

TEST_F(TheWindow, GoesToItsPagesByNumber)
{
    EXPECT_EQ(window.currentPage(), u"today"_s);
    press(QKeySequence(u"Ctrl+2"_s));
    EXPECT_EQ(window.currentPage(), u"people"_s);
}

TEST_F(TheWindow, SaysHowSyncStandsAndOpensItsPageByKeyboard)
{
    auto* sync = new Page(u"Sync"_s);
    window.addHiddenPage(u"sync"_s, sync);
    window.setState(u"2 conflicts"_s, Ink::Warning, u"The other value is kept."_s);
    auto* state = window.findChild<StateButton*>();
    ASSERT_NE(state, nullptr);
    EXPECT_EQ(state->accessibleName(), u"Sync: 2 conflicts"_s);
    EXPECT_EQ(state->accessibleDescription(), u"The other value is kept."_s);
    EXPECT_TRUE(state->focusPolicy() & Qt::TabFocus);
    state->setFocus();
    key(Qt::Key_Space);
    EXPECT_EQ(window.currentPage(), u"sync"_s);
}

TEST_F(TheWindow, GivesEachPageItsOwnKeys)
{
    press(QKeySequence(u"A"_s));
    EXPECT_EQ(today->acts, 1);
    press(QKeySequence(u"Ctrl+2"_s));
    press(QKeySequence(u"A"_s));
    EXPECT_EQ(today->acts, 1);
    EXPECT_EQ(people->acts, 1);
    people->able = false;
    press(QKeySequence(u"A"_s));
    EXPECT_EQ(people->acts, 1);
}

TEST_F(TheWindow, StepsBackOutOfThePageAndThenToThePageBefore)
{
    window.openPage(u"person"_s, u"ana"_s);
    EXPECT_EQ(person->opened, u"ana"_s);
    person->inner = true;
    press(QKeySequence(Qt::Key_Escape));
    EXPECT_EQ(window.currentPage(), u"person"_s);
    press(QKeySequence(Qt::Key_Escape));
    EXPECT_EQ(window.currentPage(), u"today"_s);
}

TEST_F(TheWindow, FindsACommandInThePalette)
{
    press(QKeySequence(u"Ctrl+K"_s));
    ASSERT_NE(Sheet::current(&window), nullptr);
    type(u"log a"_s);
    auto* palette = window.findChild<CommandPalette*>();
    ASSERT_NE(palette, nullptr);
    EXPECT_EQ(palette->lines(), (QStringList{u"People · 1"_s, u"Ana Ruiz"_s, u"Commands"_s, u"Log a conversation"_s}));
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    EXPECT_EQ(Sheet::current(&window), nullptr);
    EXPECT_EQ(logged, QStringList{QString()});
}

TEST_F(TheWindow, OpensAPersonFromThePalette)
{
    press(QKeySequence(u"Ctrl+K"_s));
    type(u"ana"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(window.currentPage(), u"person"_s);
    EXPECT_EQ(person->opened, u"ana"_s);
}

TEST_F(TheWindow, GroupsWhatItFindsByKindAndHandsTheRestToPeople)
{
    found.showAll = u"Show all 12 in People"_s;
    found.notesHeading = u"Notes · 1"_s;
    found.notes = {{u"zoe"_s, u"Zoë Müller"_s, u"… likes ana logs …"_s}};
    press(QKeySequence(u"Ctrl+K"_s));
    type(u"undo the"_s);
    auto* palette = window.findChild<CommandPalette*>();
    ASSERT_NE(palette, nullptr);
    EXPECT_EQ(palette->lines(),
              (QStringList{u"People · 1"_s, u"Ana Ruiz"_s, u"Show all 12 in People"_s, u"Notes · 1"_s, u"Zoë Müller"_s,
                           u"Commands"_s, u"Undo the last change"_s}));
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    EXPECT_EQ(window.currentPage(), u"person"_s);
    EXPECT_EQ(person->opened, u"zoe"_s) << "a note opens whom it is about";

    press(QKeySequence(u"Ctrl+K"_s));
    type(u"undo the"_s);
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    EXPECT_EQ(window.currentPage(), u"people"_s);
    EXPECT_EQ(people->filtered, u"undo the"_s);
}

TEST_F(TheWindow, OpensASavedSearchFromThePaletteAsAQueryOfThePeoplePage)
{
    found.searches = {{u"1"_s, u"Warm engineers"_s, u"warmth>40 title:engineer"_s}};
    press(QKeySequence(u"Ctrl+K"_s));
    type(u"undo the"_s);
    auto* palette = window.findChild<CommandPalette*>();
    ASSERT_NE(palette, nullptr);
    EXPECT_EQ(palette->lines(),
              (QStringList{u"People · 1"_s, u"Ana Ruiz"_s, u"Saved searches"_s, u"Warm engineers"_s, u"Commands"_s,
                           u"Undo the last change"_s}));
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    EXPECT_EQ(window.currentPage(), u"people"_s);
    EXPECT_EQ(people->filtered, u"warmth>40 title:engineer"_s);
}

TEST_F(TheWindow, GoesOnWithTheLetterThatOpenedThePalette)
{
    auto* bar = window.findChild<SearchBar*>();
    ASSERT_NE(bar, nullptr);
    bar->setFocus();
    type(u"l"_s);
    QCoreApplication::processEvents();
    ASSERT_NE(Sheet::current(&window), nullptr);
    type(u"og"_s);
    EXPECT_EQ(asked, u"log"_s);
}

TEST_F(TheWindow, ShowsAndKeepsByWhatAPageIsFilteredWhereverItWasTyped)
{
    window.openPage(u"people"_s);
    auto* bar = window.findChild<SearchBar*>();
    ASSERT_NE(bar, nullptr);
    bar->setText(u"ana leeds"_s);
    EXPECT_EQ(people->filtered, u"ana leeds"_s);
    Q_EMIT people->filterChanged(u"leeds"_s);
    EXPECT_EQ(bar->text(), u"leeds"_s);

    window.openPage(u"today"_s);
    EXPECT_EQ(bar->text(), QString());
    window.openPage(u"people"_s);
    EXPECT_EQ(people->filtered, u"leeds"_s);

    window.openPage(u"today"_s);
    Q_EMIT people->filterChanged(u"york"_s);
    EXPECT_EQ(bar->text(), QString()) << "it is of a page behind";
    window.openPage(u"people"_s);
    EXPECT_EQ(people->filtered, u"york"_s);
}

TEST_F(TheWindow, NeverShowsWhatAnEarlierKeyFoundAndLetsEnterWait)
{
    slow = true;
    press(QKeySequence(u"Ctrl+K"_s));
    type(u"a"_s);
    const auto early = answerLater;
    type(u"n"_s);
    EXPECT_EQ(asked, u"an"_s);
    auto* palette = window.findChild<CommandPalette*>();
    ASSERT_NE(palette, nullptr);
    early({.peopleHeading = u"People · 9"_s, .people = {{u"old"_s, u"Old Answer"_s, {}}}});
    EXPECT_FALSE(palette->lines().contains(u"Old Answer"_s));

    key(Qt::Key_Return);
    EXPECT_NE(Sheet::current(&window), nullptr) << "nothing was chosen from what stood there before";
    answerLater(found);
    EXPECT_EQ(Sheet::current(&window), nullptr);
    EXPECT_EQ(person->opened, u"ana"_s);
}

TEST_F(TheWindow, HoldsItsKeysWhileASheetIsOpenAndGivesTheFocusBack)
{
    press(QKeySequence(u"F1"_s));
    ASSERT_NE(Sheet::current(&window), nullptr);
    press(QKeySequence(u"Ctrl+2"_s));
    EXPECT_EQ(window.currentPage(), u"today"_s);
    for (int i = 0; i < 5; ++i) {
        key(Qt::Key_Tab);
        EXPECT_TRUE(Sheet::current(&window)->isAncestorOf(QApplication::focusWidget()));
    }
    key(Qt::Key_Escape);
    EXPECT_EQ(Sheet::current(&window), nullptr);
    EXPECT_EQ(QApplication::focusWidget(), today);
}

TEST_F(TheWindow, SaysWhatWasUndone)
{
    press(QKeySequence(u"Ctrl+Z"_s));
    EXPECT_EQ(window.findChild<Toast*>()->sentence(), u"Undone: log a conversation"_s);
    press(QKeySequence(u"Ctrl+Shift+Z"_s));
    EXPECT_EQ(window.findChild<Toast*>()->sentence(), u"There is nothing to redo."_s);
}

TEST_F(TheWindow, TakesFilesDroppedOnIt)
{
    QSignalSpy dropped(&window, &MainWindow::filesDropped);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(u"/tmp/Connections.csv"_s), QUrl(u"https://example.org/x"_s)});
    QDragEnterEvent enter({300, 300}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop({300, 300}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &drop);
    ASSERT_EQ(dropped.size(), 1);
    EXPECT_EQ(dropped.first().first().toStringList(), QStringList{u"/tmp/Connections.csv"_s});
}

TEST_F(TheWindow, NamesEveryControlForScreenReaders)
{
    const auto check = [&] {
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus) continue;
            if (widget->objectName().startsWith(u"qt_"_s)) continue;
            const QVariant text = widget->property("text");
            EXPECT_FALSE(widget->accessibleName().isEmpty() && text.toString().isEmpty())
                << widget->metaObject()->className();
        }
    };
    check();
    window.openShortcuts();
    check();
    window.openGuide();
    check();
    window.openPalette();
    check();
}

TEST_F(TheWindow, ShowsEveryChapterOfTheGuide)
{
    for (const auto& chapter : HelpView::chapters()) {
        QFile file(u":/kith/help/%1.md"_s.arg(chapter.topic));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << chapter.topic.toStdString();
        EXPECT_GT(file.size(), 400) << chapter.topic.toStdString();
    }
}

TEST_F(TheWindow, EditsInPlaceAndTakesBackWithEscape)
{
    auto* edit = new InlineEdit(&theme, u"City"_s, today);
    edit->setValue(u"Leeds"_s);
    edit->show();
    edit->setFocus();
    QSignalSpy committed(edit, &InlineEdit::committed);
    key(Qt::Key_Return);
    ASSERT_TRUE(edit->editing());
    type(u"York"_s);
    key(Qt::Key_Escape);
    EXPECT_EQ(edit->text(), u"Leeds"_s);
    EXPECT_EQ(window.currentPage(), u"today"_s);
    key(Qt::Key_Return);
    type(u" York "_s);
    key(Qt::Key_Return);
    ASSERT_EQ(committed.size(), 1);
    EXPECT_EQ(committed.first().first().toString(), u"York"_s);
    EXPECT_FALSE(edit->editing());
}

}  // namespace
}  // namespace kith::ui
