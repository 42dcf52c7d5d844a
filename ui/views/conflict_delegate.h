// Draws a conflict: what it is about, and below it both values side by side with who wrote them.
#pragma once

#include <kith/pages/sync_page.h>

#include <QStyledItemDelegate>

namespace kith::ui {

class Theme;

class ConflictDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    ConflictDelegate(const ConflictList& list, const Theme* theme, QObject* parent = nullptr);

    /// Width kept free at the end of the selected line's first row for its buttons, in logical pixels.
    void setReserved(int width) { reserved_ = width; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Space between the line's edge and what is drawn in it.
    [[nodiscard]] int padding() const;

private:
    /// Width of one of the two values in a line of this width.
    [[nodiscard]] int halfOf(int width) const;
    void paintValue(QPainter& painter, const QRect& where, const QString& value, const QString& caption, bool stands,
                    Qt::LayoutDirection direction) const;

    const ConflictList& list_;
    const Theme* theme_;
    int reserved_ = 0;
};

}  // namespace kith::ui
