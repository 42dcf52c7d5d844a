#include "view_fixture.h"

#include <kith/controls/sheet.h>
#include <kith/views/names_view.h>
#include <kith/views/side_list.h>

#include <QComboBox>
#include <QLineEdit>

namespace kith::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

class TheNames : public ViewFixture {
protected:
    TheNames()
    {
        view = std::make_unique<NamesView>(&theme, page, host);
        show(*view);
        view->activate();
        QTest::qWait(0);
    }
    void run(const QString& id)
    {
        for (const CommandSpec& command : view->commands())
            if (command.id == id) {
                EXPECT_TRUE(!command.enabled || command.enabled()) << id.toStdString();
                return command.run();
            }
        FAIL() << "no command " << id.toStdString();
    }
    QStringList names()
    {
        QStringList all;
        for (const NamesLine& line : page.lines().items()) all << line.names;
        return all;
    }

    NamesPage page{worker};
    RecordingHost host;
    std::unique_ptr<NamesView> view;
};

TEST_F(TheNames, AreAddedFilteredAndChangedByKeyboard)
{
    EXPECT_EQ(namelessWidgets(*view), QStringList());
    run(u"names.add"_s);
    QTest::qWait(0);
    ASSERT_NE(qobject_cast<QLineEdit*>(QApplication::focusWidget()), nullptr);
    type(u"talent partner = people scout"_s);
    press(Qt::Key_Return);
    EXPECT_EQ(Sheet::current(view.get()), nullptr) << "it was saved, so the sheet is gone";
    EXPECT_TRUE(names().contains(u"talent partner = people scout"_s));
    ASSERT_FALSE(host.said.isEmpty());
    EXPECT_TRUE(host.undo != nullptr);

    run(u"names.filter"_s);
    type(u"people scout"_s);
    ASSERT_EQ(names().size(), 1);
    press(Qt::Key_Return);
    ASSERT_NE(qobject_cast<SideList*>(QApplication::focusWidget()), nullptr);
    press(Qt::Key_Return);
    QTest::qWait(0);
    auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    ASSERT_NE(field, nullptr);
    EXPECT_EQ(field->text(), u"talent partner = people scout"_s);
    field->setText(u"alone"_s);
    press(Qt::Key_Return);
    EXPECT_NE(Sheet::current(view.get()), nullptr) << "what is not saved stays to be mended";
    field->setText(u"talent partner = people scout = headhunter"_s);
    press(Qt::Key_Return);
    EXPECT_EQ(names(), QStringList{u"talent partner = people scout = headhunter"_s});
    EXPECT_TRUE(view->stepBack()) << "the filter is cleared first";
    EXPECT_GT(names().size(), 40);
    EXPECT_FALSE(view->stepBack());
}

TEST_F(TheNames, ThatKithComesWithAreSwitchedOffAndPutBack)
{
    page.setFilter(u"scrum"_s);
    QTest::qWait(0);
    run(u"names.remove"_s);
    EXPECT_EQ(page.at(0)->detail, u"Title · switched off"_s);
    run(u"names.restore"_s);
    EXPECT_EQ(page.at(0)->detail, u"Title · comes with Kith"_s);
}

}  // namespace
}  // namespace kith::ui
