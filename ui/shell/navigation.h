// The left edge of the window: pages with icon, name and count; below them the state of sync and the settings.
#pragma once

#include <kith/controls/badges.h>
#include <kith/controls/surfaces.h>

#include <QAbstractButton>
#include <QMap>

class QButtonGroup;

namespace kith::ui {

/// A page as the navigation lists it.
struct NavItem {
    QString id;
    QString title;
    Icon icon = Icon::Today;
    /// Shown in the business manager's view too.
    bool inManagerView = true;
};

class NavButton : public QAbstractButton {
    Q_OBJECT
public:
    NavButton(const Theme* theme, Icon icon, const QString& text, QWidget* parent = nullptr);
    /// Negative for none.
    void setCount(qint64 count);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* theme_;
    Icon icon_;
    qint64 count_ = -1;
};

/// A dot and a few words: how the workspace stands with its server. Pressing it opens the page about that.
class StateButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit StateButton(const Theme* theme, QWidget* parent = nullptr);
    /// `detail` is in the tooltip and said by screen readers.
    void setState(const QString& words, Ink ink, const QString& detail);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* theme_;
    Ink ink_ = Ink::Good;
};

class Navigation : public Ground {
    Q_OBJECT
public:
    explicit Navigation(const Theme* theme, QWidget* parent = nullptr);

    void add(const NavItem& item, const QKeySequence& keys);
    void setCurrent(const QString& id);
    void setCount(const QString& id, qint64 count);
    void setTitle(const QString& id, const QString& title);
    void setManagerView(bool on);
    /// "Works offline", "Up to date", "3 edits waiting" …, with the ink of the dot beside it.
    void setState(const QString& words, Ink ink, const QString& detail = {});
    [[nodiscard]] QPushButton* settingsButton() const { return settings_; }
    [[nodiscard]] StateButton* stateButton() const { return state_; }

Q_SIGNALS:
    void chosen(const QString& id);

private:
    struct Entry {
        NavItem item;
        NavButton* button;
    };
    const Theme* theme_;
    QButtonGroup* group_;
    QVBoxLayout* list_;
    QMap<QString, Entry> entries_;
    StateButton* state_;
    IconButton* settings_;
};

}  // namespace kith::ui
