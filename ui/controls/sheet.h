// A panel that comes up inside the window instead of a dialog.
#pragma once

#include <kith/theme/theme.h>

#include <QPointer>
#include <QWidget>

#include <functional>

namespace kith::ui {

/// Covers the whole window of `host` with a dimmed ground and shows one widget on a raised panel. Tab stays inside, Esc
/// or a click on the ground closes, the focus goes back to where it was. Create on the heap, call open(); it deletes
/// itself after closing.
class Sheet : public QWidget {
    Q_OBJECT
public:
    Sheet(const Theme* theme, QWidget* host, QWidget* content, int width = 760);

    /// Distance of the panel from the top in pixels at 800 pixels of height; scaled with the window. Default 150.
    void setTop(int top);
    /// Asked before Esc or a click outside closes; false keeps the sheet open (something was stepped back instead).
    void setMayClose(std::function<bool()> mayClose);
    void open(QWidget* focus = nullptr);
    /// Whether a sheet covers this widget's window.
    [[nodiscard]] static Sheet* current(const QWidget* widget);

public Q_SLOTS:
    void dismiss();

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();

    const Theme* theme_;
    QWidget* panel_;
    QWidget* content_;
    QPointer<QWidget> before_;
    std::function<bool()> mayClose_;
    int width_;
    int top_ = 150;
};

}  // namespace kith::ui
