// A view in a window over a real workspace, without a screen.
#pragma once

#include "screen.h"

#include <kith/controls/page_view.h>
#include <kith/support/desk.h>
#include <kith/theme/theme.h>

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QDir>
#include <QTest>
#include <QWidget>
#include <gtest/gtest.h>
#include <memory>

namespace kith::ui {

/// A window that writes down what pages ask of it.
class RecordingHost final : public PageHost {
public:
    void say(const QString& sentence, const QString&, std::function<void()> run) override
    {
        said << sentence;
        undo = std::move(run);
    }
    void openPage(const QString& id, const QString& argument) override { opened << id + u' ' + argument; }
    void goBack() override { ++backs; }
    void runCommand(const QString&) override { }
    void logConversation(const QString& personId) override
    {
        if (log) log(personId);
    }

    QStringList said;
    QStringList opened;
    int backs = 0;
    std::function<void()> undo;
    std::function<void(const QString&)> log;
};

class ViewFixture : public testing::Test, protected test::Desk {
protected:
    ViewFixture()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        theme.install(*qApp);
    }

    /// Puts a view where the page lies in a window of 1280 × 800, and gives it the focus.
    void show(QWidget& view, QSize size = {1280, 800})
    {
        window.setObjectName(QStringLiteral("window"));
        window.resize(size);
        view.setParent(&window);
        view.setGeometry(196, 54, size.width() - 196, size.height() - 54);
        window.show();
        activate();
    }

    void activate()
    {
        window.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
        QTest::qWait(0);
    }

    /// Pressed where the focus is, as a person does.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ASSERT_NE(QApplication::focusWidget(), nullptr);
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QTest::qWait(0);
    }
    static void type(const QString& text)
    {
        ASSERT_NE(QApplication::focusWidget(), nullptr);
        QTest::keyClicks(QApplication::focusWidget(), text);
    }

    /// Every widget that can have the focus and has nothing to say for itself to a screen reader.
    static QStringList namelessWidgets(const QWidget& root)
    {
        QStringList nameless;
        for (const QWidget* widget : root.findChildren<QWidget*>()) {
            if ((widget->focusPolicy() & Qt::TabFocus) == 0 || widget->focusProxy() != nullptr) continue;
            if (qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) != nullptr) continue;
            // The list that drops from a box, which some versions of Qt make before it is asked for.
            if (widget->inherits("QComboBoxListView")) continue;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
            if (!named) nameless << QString::fromLatin1(widget->metaObject()->className());
        }
        return nameless;
    }

    /// A picture for people to look at, in the folder that KITH_SCREENSHOTS names; none without it.
    void picture(const QString& name)
    {
        const QString folder = qEnvironmentVariable("KITH_SCREENSHOTS");
        QTest::qWait(30);
        const QPixmap seen = window.grab();
        EXPECT_FALSE(seen.isNull());
        if (folder.isEmpty()) return;
        QDir().mkpath(folder);
        EXPECT_TRUE(seen.save(QDir(folder).filePath(name + QStringLiteral(".png"))));
    }

    Theme theme{Appearance::Light};
    RecordingHost host;
    QWidget window;
};

}  // namespace kith::ui
