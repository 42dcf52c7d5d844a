// Puts widgets side by side and begins a new line where the room ends: for chips.
#pragma once

#include <QLayout>
#include <QList>

namespace kith::ui {

/// Mirrored in right-to-left layouts. O(items).
class FlowLayout final : public QLayout {
public:
    FlowLayout(QWidget* parent, int across, int down);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override { items_.append(item); }
    /// Puts a widget before others: at position `at`.
    void insertWidget(int at, QWidget* widget);
    [[nodiscard]] int count() const override { return static_cast<int>(items_.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override { return items_.value(index); }
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return place({0, 0, width, 0}, false); }
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
    void setGeometry(const QRect& rect) override;

private:
    int place(const QRect& rect, bool move) const;

    QList<QLayoutItem*> items_;
    int across_;
    int down_;
};

}  // namespace kith::ui
