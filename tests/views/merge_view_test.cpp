// Merging two people on the person's page, and the way back.
#include "view_fixture.h"

#include <kith/controls/sheet.h>
#include <kith/models/text.h>
#include <kith/usecases/people.h>
#include <kith/views/person_view.h>

#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace kith::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

class MergeView : public ViewFixture {
protected:
    MergeView()
    {
        ana = add({.name = "Ana Ruiz",
                   .city = "Leeds",
                   .title = "Platform engineer",
                   .organisation = "City Council",
                   .emails = {"ana@example.org"},
                   .about = "Wants to lead a team; likes work that helps the city."});
        ani =
            add({.name = "Ani R.",
                 .city = "Porto",
                 .organisation = "Northlight",
                 .emails = {"ani@example.net"},
                 .about = "Met at the meet-up in May. Asked about remote work, and about how teams are made up here."});
        speak(ana, "2026-09-29T10:00:00Z", "Open to the data lead role after the bonus in March.");
        speak(ani, "2026-10-12T10:00:00Z", "Sent the job family guide.");
        person = std::make_unique<PersonView>(&theme, page, host);
        show(*person);
        person->show();
        person->open(toQString(ana.toString()));
        person->activate();
        QTest::qWait(0);
    }
    ~MergeView() override { person->setParent(nullptr); }

    Id add(const PersonInput& input) { return AddPerson(files.services()).run(input).value_or(Id{}); }
    void openSheet()
    {
        for (const CommandSpec& command : person->commands())
            if (command.id == u"person.merge"_s) command.run();
        QTest::qWait(0);
        ASSERT_NE(Sheet::current(person.get()), nullptr);
    }
    /// The list of names is a window of its own. Once it is closed a desktop makes the one below it active again, by
    /// which the focus can move; without a screen nobody does.
    void chooseByName(const QString& name)
    {
        type(name);
        press(Qt::Key_Return);
        activate();
    }
    template <class Widget>
    Widget* named(const QString& name)
    {
        for (auto* widget : window.findChildren<Widget*>())
            if (widget->accessibleName() == name) return widget;
        return nullptr;
    }

    Id ana, ani;
    PersonPage page{worker, files.clock, files.zone, 200};
    std::unique_ptr<PersonView> person;
};

}  // namespace

TEST_F(MergeView, ComparesChoosesMergesAndUnmerges)
{
    openSheet();
    press(Qt::Key_Return);
    ASSERT_NE(Sheet::current(person.get()), nullptr) << "nobody is chosen yet";
    type(u"ani"_s);
    press(Qt::Key_Return);
    ASSERT_NE(Sheet::current(person.get()), nullptr) << "Enter takes the name, and merges nobody";
    EXPECT_EQ(page.lines()->merged.size(), 0U);
    auto* keep = named<QRadioButton>(u"City: Leeds"_s);
    auto* take = named<QRadioButton>(u"City: Porto"_s);
    ASSERT_TRUE(keep != nullptr && take != nullptr);
    EXPECT_TRUE(keep->isChecked());
    EXPECT_EQ(namelessWidgets(*Sheet::current(person.get())), QStringList{});
    picture(u"merge-sheet-light"_s);
    theme.setAppearance(Appearance::Dark);
    picture(u"merge-sheet-dark"_s);
    theme.setAppearance(Appearance::Light);
    take->click();
    press(Qt::Key_Return, Qt::ControlModifier);

    EXPECT_EQ(Sheet::current(person.get()), nullptr);
    ASSERT_EQ(page.lines()->merged.size(), 1U);
    EXPECT_EQ(page.lines()->timeline.size(), 2U);
    EXPECT_TRUE(page.lines()->place.contains(u"Porto"_s));
    ASSERT_FALSE(host.said.isEmpty());
    EXPECT_TRUE(host.said.last().contains(u"merged into"_s));
    picture(u"merged-line-light"_s);
    theme.setAppearance(Appearance::Dark);
    picture(u"merged-line-dark"_s);

    auto* unmerge = named<QPushButton>(u"Unmerge Ani R."_s);
    ASSERT_NE(unmerge, nullptr);
    EXPECT_TRUE(unmerge->isVisible());
    unmerge->click();
    EXPECT_TRUE(page.lines()->merged.empty());
    EXPECT_TRUE(page.lines()->place.contains(u"Leeds"_s));
    auto* gone = named<QPushButton>(u"Unmerge Ani R."_s);
    EXPECT_TRUE(gone == nullptr || !gone->isVisible());
}

TEST_F(MergeView, WorksByKeyboardAlone)
{
    openSheet();
    chooseByName(u"ani"_s);
    press(Qt::Key_Tab);
    auto* keep = named<QRadioButton>(u"City: Leeds"_s);
    auto* take = named<QRadioButton>(u"City: Porto"_s);
    ASSERT_TRUE(keep != nullptr && take != nullptr);
    EXPECT_NE(qobject_cast<QRadioButton*>(QApplication::focusWidget()), nullptr)
        << "what is chosen comes after the name and before the buttons, not "
        << QApplication::focusWidget()->accessibleName().toStdString();
    for (int steps = 0; steps < 10 && !keep->hasFocus(); ++steps) press(Qt::Key_Tab);
    ASSERT_TRUE(keep->hasFocus());
    press(Qt::Key_Right);
    EXPECT_TRUE(take->hasFocus() && take->isChecked());
    press(Qt::Key_Left);
    EXPECT_TRUE(keep->isChecked());
    take->setFocus();
    press(Qt::Key_Space);
    EXPECT_TRUE(take->isChecked());
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_EQ(page.lines()->merged.size(), 1U);
    EXPECT_TRUE(page.lines()->place.contains(u"Porto"_s));

    auto* unmerge = named<QPushButton>(u"Unmerge Ani R."_s);
    ASSERT_NE(unmerge, nullptr);
    for (int steps = 0; steps < 100 && !unmerge->hasFocus(); ++steps) press(Qt::Key_Tab);
    ASSERT_TRUE(unmerge->hasFocus());
    press(Qt::Key_Space);
    EXPECT_TRUE(page.lines()->merged.empty());
}

}  // namespace kith::ui
