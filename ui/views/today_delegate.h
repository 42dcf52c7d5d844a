// Draws one line of Today: who, why, the last words; at the far end how urgent and how warm.
#pragma once

#include <kith/pages/today_item.h>

#include <QStyledItemDelegate>

namespace kith::ui {

class Theme;

class TodayDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    TodayDelegate(const TodayList& list, const Theme* theme, QObject* parent = nullptr);

    /// Width kept free at the end of the selected line's last row for its buttons, in logical pixels.
    void setReserved(int width) { reserved_ = width; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Space between the line's edge and what is drawn in it.
    [[nodiscard]] int padding() const;

private:
    struct Rows;
    [[nodiscard]] Rows rowsOf(const QRect& rect, Qt::LayoutDirection direction, bool selected) const;
    void paintWords(QPainter& painter, const Rows& rows, const TodayItem& item, bool selected) const;
    void paintState(QPainter& painter, const Rows& rows, const TodayItem& item) const;

    const TodayList& list_;
    const Theme* theme_;
    int reserved_ = 0;
};

}  // namespace kith::ui
