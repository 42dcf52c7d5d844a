// The list of Today and of conflicts: one frame around all lines, moved through by J and K or the arrows.
#pragma once

#include <QListView>

namespace kith::ui {

class Theme;

/// As high as its lines, up to the room there is; then it scrolls. Letters are no search here: they are commands.
class TodayListView final : public QListView {
    Q_OBJECT
public:
    explicit TodayListView(const Theme* theme, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// A widget laid over the selected line, at the end of its last row; becomes a child of the list.
    void setActions(QWidget* actions, int margin);
    void placeActions();
    /// The widget lies at the end of the line's first row instead.
    void setActionsAtTop() { atTop_ = true; }

Q_SIGNALS:
    /// Enter or a double click on a line.
    void opened(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void updateGeometries() override;

private:
    void step(int by);

    const Theme* theme_;
    QWidget* actions_ = nullptr;
    int margin_ = 0;
    bool atTop_ = false;
};

}  // namespace kith::ui
