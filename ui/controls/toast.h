// A sentence at the bottom of the window, with at most one action, that leaves by itself.
#pragma once

#include <kith/controls/badges.h>
#include <kith/controls/labels.h>

#include <QTimer>
#include <QWidget>

#include <functional>

namespace kith::ui {

class Toast : public QWidget {
    Q_OBJECT
public:
    /// Lives at the bottom of `window` and follows its size.
    Toast(const Theme* theme, QWidget* window);

    /// Replaces what was said before. With an action it stays ten seconds, without it six; pointing at it holds it.
    void say(const QString& sentence, const QString& action = {}, std::function<void()> run = {});
    /// What is being said; empty when nothing.
    [[nodiscard]] QString sentence() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void place();

    const Theme* theme_;
    TextLabel* text_;
    QPushButton* action_;
    QTimer timer_;
    std::function<void()> run_;
};

}  // namespace kith::ui
