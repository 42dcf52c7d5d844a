// Draws the cells of the list of people: avatar and name, words found by the filter, warmth, days.
#pragma once

#include <kith/pages/people_table.h>

#include <QStyledItemDelegate>
#include <vector>

namespace kith::ui {

class Theme;

class PeopleCells final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit PeopleCells(const Theme* theme, QObject* parent = nullptr);

    /// What is drawn in the accent.
    void setMarks(std::vector<search::Mark> marks) { marks_ = std::move(marks); }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintWords(QPainter& painter, const QRect& where, PeopleColumn column, const QString& text, const QFont& font,
                    const QColor& colour) const;

    const Theme* theme_;
    std::vector<search::Mark> marks_;
};

}  // namespace kith::ui
