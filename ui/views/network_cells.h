// Draws the cells of the network as a list.
#pragma once

#include <QStyledItemDelegate>

namespace kith::ui {

class Theme;

/// For the rows of a NetworkTable. Whoever is on the best way has their name in the accent, with a mark before it.
class NetworkCells final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit NetworkCells(const Theme* theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme* theme_;
};

}  // namespace kith::ui
