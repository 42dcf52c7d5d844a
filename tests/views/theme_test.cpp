#include "screen.h"

#include <kith/controls/paint.h>
#include <kith/theme/button_kind.h>
#include <kith/theme/theme.h>

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QPalette>
#include <gtest/gtest.h>

namespace kith::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr double kReadable = 4.5;  // WCAG 2.2, 1.4.3

class InBothThemes : public testing::TestWithParam<Appearance> {
protected:
    Theme theme{GetParam()};
};

INSTANTIATE_TEST_SUITE_P(Theme, InBothThemes, testing::Values(Appearance::Light, Appearance::Dark),
                         [](const auto& which) { return which.param == Appearance::Light ? "light" : "dark"; });

TEST_P(InBothThemes, EveryInkCanBeReadOnEveryGround)
{
    const Tokens& t = theme.tokens();
    for (const QColor& ground : {t.canvas, t.surface, t.raised, t.accentSoft}) {
        for (const Ink ink : {Ink::Text, Ink::Muted, Ink::Faint, Ink::Accent, Ink::Danger, Ink::Warning, Ink::Good}) {
            EXPECT_GE(contrast(theme.ink(ink), ground), kReadable)
                << "ink " << static_cast<int>(ink) << " on " << ground.name().toStdString();
        }
        for (const QColor& band : t.bandText) EXPECT_GE(contrast(band, ground), kReadable) << band.name().toStdString();
    }
    EXPECT_GE(contrast(t.onAccent, t.accent), kReadable);
    EXPECT_GE(contrast(t.text, t.selection), kReadable);
}

TEST_P(InBothThemes, FocusStandsOutFromEveryGround)
{
    const Tokens& t = theme.tokens();
    for (const QColor& ground : {t.canvas, t.surface, t.raised, t.accentSoft})
        EXPECT_GE(contrast(t.focus, ground), 3.0);
}

TEST_P(InBothThemes, PlaceholdersAndMenusUseReadableColours)
{
    const QPalette palette = theme.palette();
    EXPECT_GE(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)), kReadable);
    EXPECT_GE(contrast(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)), kReadable);
}

TEST_P(InBothThemes, EveryIconIsDrawnInTheColourAsked)
{
    for (int i = 0; i <= static_cast<int>(Icon::Bell); ++i) {
        const auto icon = static_cast<Icon>(i);
        const QImage image = theme.pixmap(icon, 20, QColor(200, 10, 30), 2.0).toImage();
        bool drawn = false;
        for (int y = 0; y < image.height() && !drawn; ++y) {
            for (int x = 0; x < image.width() && !drawn; ++x) {
                const QColor pixel = image.pixelColor(x, y);
                drawn = pixel.alpha() > 200 && pixel.red() > 180 && pixel.green() < 40;
            }
        }
        EXPECT_TRUE(drawn) << iconName(icon).toStdString();
        EXPECT_EQ(iconNamed(iconName(icon)), icon);
    }
}

TEST(Theme, TellsWhenItChanges)
{
    Theme theme(Appearance::Light);
    int changes = 0;
    QObject::connect(&theme, &Theme::changed, [&] { ++changes; });
    theme.setAppearance(Appearance::Dark);
    EXPECT_TRUE(theme.dark());
    EXPECT_EQ(theme.tokens().canvas, darkTokens().canvas);
    EXPECT_EQ(changes, 1);
}

TEST(Initials, AreTheFirstLettersOfFirstAndLastWord)
{
    EXPECT_EQ(initialsOf(u"Ana Ruiz"_s), u"AR"_s);
    EXPECT_EQ(initialsOf(u"  élodie   de la moreau "_s), u"ÉM"_s);
    EXPECT_EQ(initialsOf(u"Олена Ковальчук"_s), u"ОК"_s);
    EXPECT_EQ(initialsOf(u"李伟"_s), u"李"_s);
    EXPECT_EQ(initialsOf(u"Plato"_s), u"P"_s);
    EXPECT_EQ(initialsOf(u"(— )"_s), u"?"_s);
    EXPECT_EQ(initialsOf({}), u"?"_s);
}

TEST(Initials, KeepMarksWithTheirLetter)
{
    EXPECT_EQ(initialsOf(u"E\u0301lodie Moreau"_s), u"E\u0301M"_s);
}

TEST(Tint, IsTheSameForTheSameNameEverywhere)
{
    EXPECT_EQ(hueOf(u"Ana Ruiz"_s), hueOf(u"Ana Ruiz"_s));
    EXPECT_EQ(hueOf(u"Ana Ruiz"_s), 38);
}

TEST(Keys, ReadAsTheyAreOnTheKeyboard)
{
    EXPECT_EQ(keyText(QKeySequence(u"Ctrl+K"_s)), u"Ctrl K"_s);
    EXPECT_EQ(keyText(QKeySequence(u"Ctrl+Shift+Z"_s)), u"Ctrl Shift Z"_s);
    EXPECT_EQ(keyText(QKeySequence(Qt::Key_Return)), u"Enter"_s);
    EXPECT_EQ(keyText(QKeySequence(u"Ctrl+Return"_s)), u"Ctrl Enter"_s);
    EXPECT_EQ(keyText(QKeySequence(u"Ctrl++"_s)), u"Ctrl +"_s);
}

TEST(ToolTips, ShowTagsAsText)
{
    EXPECT_TRUE(plainToolTip(u"<b>Ana</b> & co"_s).contains(u"&lt;b&gt;Ana&lt;/b&gt; &amp; co"_s));
}

TEST(Controls, NameTheListOfAComboBoxAfterTheBox)
{
    Theme theme{Appearance::Light};
    theme.install(*qApp);
    QComboBox box;
    box.addItems({QStringLiteral("Once"), QStringLiteral("Every week")});
    box.setAccessibleName(QStringLiteral("Repetition"));
    box.show();
    box.showPopup();
    EXPECT_EQ(box.view()->accessibleName(), QStringLiteral("Repetition"));
}

TEST(Controls, PutTheWordsOfALinkInLineWithThoseAroundIt)
{
    Theme theme{Appearance::Light};
    theme.install(*qApp);
    QPushButton link(QStringLiteral("See everybody who is held alone"));
    setButtonKind(&link, ButtonKind::Link);
    const QFontMetrics words(theme.font(TextSize::Small, Weight::Medium));
    EXPECT_EQ(link.sizeHint().width(), words.size(Qt::TextShowMnemonic, link.text()).width() + 2 * kLinkMargin);
}

}  // namespace
}  // namespace kith::ui
