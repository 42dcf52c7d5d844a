#include "people_view_fixture.h"

#include <kith/controls/inline_edit.h>
#include <kith/controls/sheet.h>
#include <kith/views/import_view.h>

#include <QAccessible>
#include <QLineEdit>
#include <QScrollBar>
#include <QTemporaryDir>
#include <numeric>

namespace kith::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

TEST_F(PeopleViewTest, FindsAPersonByKeyboardAndOpensThem)
{
    openPeople();
    for (const CommandSpec& command : people->commands())
        if (command.id == u"people.filter"_s) command.run();
    type(u"kwame"_s);
    press(Qt::Key_Return);
    EXPECT_EQ(QApplication::focusWidget(), table());

    press(Qt::Key_Return);
    EXPECT_EQ(host.opened, QStringList{u"person "_s + idText(kwame)});
}

TEST_F(PeopleViewTest, StepsThroughTheListWithJAndKAndTheInspectorFollows)
{
    openPeople();
    ASSERT_EQ(list.selected(), ana);

    press(Qt::Key_J);
    EXPECT_EQ(list.selected(), kwame);
    EXPECT_EQ(inspected.lines()->name, u"Kwame Mensah"_s);
    press(Qt::Key_K);
    EXPECT_EQ(list.selected(), ana);
    press(Qt::Key_End);
    EXPECT_EQ(list.selectedRow(), list.table().rowCount() - 1);
}

TEST_F(PeopleViewTest, GoesToTheInspectorWithSpaceAndBackWithEsc)
{
    openPeople();
    press(Qt::Key_Space);
    EXPECT_NE(QApplication::focusWidget(), table());
    EXPECT_TRUE(people->stepBack());
    EXPECT_EQ(QApplication::focusWidget(), table());
    EXPECT_FALSE(people->stepBack());
}

TEST_F(PeopleViewTest, EscTakesTheFilterAwayFirst)
{
    openPeople();
    EXPECT_TRUE(people->filter(u"kwame"_s));
    EXPECT_EQ(list.shown(), 1U);

    EXPECT_TRUE(people->stepBack());
    EXPECT_EQ(list.shown(), list.total());
}

TEST_F(PeopleViewTest, AddsAPersonByKeyboard)
{
    openPeople();
    for (const CommandSpec& command : people->commands())
        if (command.id == u"people.new"_s) command.run();
    ASSERT_NE(Sheet::current(&window), nullptr);
    type(u"Wei Zhang"_s);
    press(Qt::Key_Tab);
    type(u"Analyst"_s);
    press(Qt::Key_Return, Qt::ControlModifier);

    EXPECT_EQ(Sheet::current(&window), nullptr);
    EXPECT_EQ(host.said, QStringList{u"Wei Zhang added"_s});
    EXPECT_EQ(inspected.lines()->title, u"Analyst"_s);
}

TEST_F(PeopleViewTest, SetsAReminderByKeyboard)
{
    openPeople();
    list.selectPerson(kwame);
    for (const CommandSpec& command : people->commands())
        if (command.id == u"people.remind"_s) command.run();
    ASSERT_NE(Sheet::current(&window), nullptr);
    type(u"send the slides"_s);
    press(Qt::Key_Return);

    EXPECT_EQ(Sheet::current(&window), nullptr);
    ASSERT_EQ(inspected.lines()->reminders.size(), 1U);
    EXPECT_EQ(inspected.lines()->reminders.front().reason, u"send the slides"_s);
}

TEST_F(PeopleViewTest, SavesAFieldOfThePersonWhereItStands)
{
    openPerson(ana);
    auto* city = named<InlineEdit>(*person, u"City"_s);
    ASSERT_NE(city, nullptr);
    city->setFocus();
    press(Qt::Key_F2);
    city->selectAll();
    type(u"Wakefield"_s);
    press(Qt::Key_Return);

    EXPECT_EQ(files.reader().card(ana, files.clock.now())->city, "Wakefield");
    EXPECT_EQ(host.said, QStringList{u"City saved"_s});
}

TEST_F(PeopleViewTest, SnoozesAReminderOfAPersonByKeyboard)
{
    openPerson(ana);
    auto* later = named<QAbstractButton>(*person, u"Snooze: Ask about the data lead role"_s);
    ASSERT_NE(later, nullptr);
    later->setFocus();
    press(Qt::Key_Space);
    ASSERT_NE(Sheet::current(&window), nullptr);
    press(Qt::Key_1);
    press(Qt::Key_Return);

    EXPECT_EQ(Sheet::current(&window), nullptr);
    EXPECT_EQ(host.said, QStringList{u"Put off until Monday 23 November"_s});
}

TEST_F(PeopleViewTest, LeavesAPersonWhomAColleagueErasedAndSaysSo)
{
    openPerson(ana);
    auto* later = named<QAbstractButton>(*person, u"Snooze: Ask about the data lead role"_s);
    ASSERT_NE(later, nullptr);
    later->setFocus();
    press(Qt::Key_Space);
    ASSERT_NE(Sheet::current(&window), nullptr);
    Edit bySync{.command = CommandKind::Sync};
    bySync.remove(Kind::Person, ana);
    ASSERT_TRUE(files.workspace().apply(bySync));

    EXPECT_EQ(Sheet::current(&window), nullptr);
    EXPECT_EQ(host.backs, 1);
    EXPECT_EQ(host.said, QStringList{u"Ana Ruiz is no longer shared with you, or was removed by a colleague."_s});
}

TEST_F(PeopleViewTest, StaysWithAPersonWhomSomebodyHereRemovedSoThatUndoBringsThemBack)
{
    openPerson(ana);
    whole.removePerson();
    EXPECT_EQ(host.backs, 0);
    EXPECT_EQ(host.said, QStringList{u"Ana Ruiz removed"_s});
}

TEST_F(PeopleViewTest, TellsTheWindowWithWhomAConversationWouldBe)
{
    openPerson(kwame);
    EXPECT_EQ(person->personInHand(), idText(kwame));
    EXPECT_EQ(PeopleView(&theme, list, inspected, host).personInHand(), QString{});
}

TEST_F(PeopleViewTest, AddsATagByKeyboard)
{
    openPerson(ana);
    auto* field = named<QLineEdit>(*person, u"Add a tag"_s);
    ASSERT_NE(field, nullptr);
    field->setFocus();
    type(u"data-pool"_s);
    press(Qt::Key_Return);

    ASSERT_EQ(whole.lines()->tags.size(), 1U);
    EXPECT_EQ(whole.lines()->tags.front().name, u"data-pool"_s);
}

TEST_F(PeopleViewTest, EveryControlHasANameForScreenReaders)
{
    openPeople();
    EXPECT_EQ(namelessWidgets(*people), QStringList{});
    people->hide();
    openPerson(ana);
    EXPECT_EQ(namelessWidgets(*person), QStringList{});
}

TEST_F(PeopleViewTest, ScreenReadersSeeATable)
{
    openPeople();
    QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(table());
    ASSERT_NE(seen, nullptr);
    EXPECT_EQ(seen->role(), QAccessible::Table);
    ASSERT_NE(seen->tableInterface(), nullptr);
    EXPECT_EQ(seen->tableInterface()->rowCount(), list.table().rowCount());
}

TEST_F(PeopleViewTest, TeachesWhatToDoWhenNobodyFits)
{
    openPeople();
    EXPECT_TRUE(people->filter(u"zzzz"_s));

    EXPECT_FALSE(table()->isVisible());
    EXPECT_EQ(list.selected(), std::nullopt);
    picture(u"people-nobody-fits"_s);
}

TEST_F(PeopleViewTest, IsDrawnInLightAndDarkAtTwoSizes)
{
    for (const auto appearance : {Appearance::Light, Appearance::Dark}) {
        theme.setAppearance(appearance);
        const QString look = theme.dark() ? u"dark"_s : u"light"_s;
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
            openPeople(size);
            (void)people->filter(u"eng"_s);
            picture(u"people-%1-%2"_s.arg(look).arg(size.width()));
            (void)people->filter({});
            people->setParent(nullptr);
            people.reset();
            openPerson(ana, size);
            picture(u"person-%1-%2"_s.arg(look).arg(size.width()));
            person->setParent(nullptr);
            person.reset();
        }
    }
}

TEST_F(PeopleViewTest, ImportsADroppedFileByKeyboard)
{
    ImportPage page(worker, files.clock, files.zone, files.ids);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"people.csv"_s);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(
        "name,title,city,email\nWei Zhang,Analyst,York,wei@example.org\nAna Ruiz,Head of data,Leeds,ana@example.org\n");
    file.close();
    ImportView view(&theme, page, host, {});
    show(view);
    view.activate();

    view.open(path);
    EXPECT_EQ(page.state(), ImportPage::State::Preview);
    EXPECT_EQ(namelessWidgets(view), QStringList{});
    picture(u"import-preview-light-1280"_s);
    const std::size_t before = files.reader().countPeople();
    for (const CommandSpec& command : view.commands())
        if (command.id == u"import.apply"_s) command.run();
    EXPECT_EQ(page.state(), ImportPage::State::Done);
    EXPECT_EQ(files.reader().countPeople(), before + 1);
    picture(u"import-done-light-1280"_s);
    EXPECT_TRUE(view.stepBack());
    view.setParent(nullptr);
}

TEST_F(PeopleViewTest, DrawsAScreenfulOfAMillionWithTwoReadsAFrame)
{
    using Lines = PagedTable<std::uint32_t>;
    int fetches = 0;
    Lines lines({.columns = 1,
                 .fetch =
                     [&](std::span<const Lines::Key> wanted) {
                         ++fetches;
                         return std::vector<std::uint32_t>(wanted.begin(), wanted.end());
                     },
                 .keyOf = [](std::uint32_t line) { return line; },
                 .data = [](std::uint32_t line, int,
                            int role) { return role == Qt::DisplayRole ? QVariant(line) : QVariant{}; },
                 .header = [](int, int) { return QVariant{}; }});
    std::vector<Lines::Key> keys(1'000'000);
    std::iota(keys.begin(), keys.end(), 0U);
    lines.setKeys(std::move(keys));
    RowTable rows(&theme);
    rows.setColumns({{}});
    rows.setModel(&lines);
    show(rows, {1920, 1080});

    for (int step = 0; step < 50; ++step) {
        const int before = fetches;
        rows.verticalScrollBar()->setValue(step * 700'000);
        (void)rows.grab();
        EXPECT_LE(fetches - before, 2);
    }
    rows.setModel(nullptr);
    rows.setParent(nullptr);
}

}  // namespace
}  // namespace kith::ui
