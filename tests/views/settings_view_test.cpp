#include "view_fixture.h"

#include <kith/pages/settings_page.h>
#include <kith/shell/settings_view.h>

#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>

namespace kith::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

class TheSettings : public ViewFixture {
protected:
    TheSettings() : page(worker, files.clock, {u"~/kith/workspace.kith"_s, true, {}, {}})
    {
        view = new SettingsView(page, &theme, &settings, host, true);
        show(*view);
        view->activate();
    }

    QSpinBox* weight(const QString& name)
    {
        for (QSpinBox* box : view->findChildren<QSpinBox*>())
            if (box->accessibleName() == name) return box;
        return nullptr;
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    RecordingHost host;
    SettingsPage page;
    SettingsView* view = nullptr;  ///< the window's
};

TEST_F(TheSettings, SayWhatEveryFieldIs)
{
    EXPECT_EQ(namelessWidgets(*view), QStringList{});
}

TEST_F(TheSettings, ChangeWhatWarmthCountsByKeyboard)
{
    int told = 0;
    QObject::connect(&page, &SettingsPage::warmthWeightsChanged, [&] { ++told; });
    QSpinBox* recency = weight(u"Recency"_s);
    ASSERT_NE(recency, nullptr);
    EXPECT_EQ(recency->value(), 35);
    recency->setFocus();
    recency->selectAll();
    type(u"70"_s);
    EXPECT_EQ(told, 0) << "half a number is not one";
    press(Qt::Key_Return);
    EXPECT_EQ(told, 1);
    EXPECT_EQ(page.warmthWeights().recency, 70);
    press(Qt::Key_Up);
    EXPECT_EQ(page.warmthWeights().recency, 75);
    EXPECT_EQ(page.warmthWeights().frequency, 25);

    for (QAbstractButton* button : view->findChildren<QAbstractButton*>())
        if (button->text() == u"Usual weights"_s) button->click();
    EXPECT_EQ(page.warmthWeights(), WarmthWeights{});
    EXPECT_EQ(recency->value(), 35);
}

TEST_F(TheSettings, KeepTheWeightsWhenNothingWouldCount)
{
    page.setWarmthWeights({100, 0, 0, 0, 0});
    QSpinBox* recency = weight(u"Recency"_s);
    ASSERT_NE(recency, nullptr);
    recency->setValue(0);
    ASSERT_EQ(host.said.size(), 1);
    EXPECT_EQ(host.said.front(), u"Something must count: the weights were not changed."_s);
    EXPECT_EQ(recency->value(), 100);
    EXPECT_EQ(page.warmthWeights().recency, 100);
}

}  // namespace
}  // namespace kith::ui
