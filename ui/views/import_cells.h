// Draws the lines of an import preview: what happens, to whom, what differs.
#pragma once

#include <QStyledItemDelegate>

namespace kith::ui {

class Theme;

class ImportCells final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit ImportCells(const Theme* theme, QObject* parent = nullptr) : QStyledItemDelegate(parent), theme_(theme) { }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme* theme_;
};

}  // namespace kith::ui
