// Draws the cells of the list of people: avatar and name, words found by the filter, warmth, days.
#pragma once

#include <QStyledItemDelegate>
#include <string>
#include <vector>

namespace kith::ui {

class Theme;

class PeopleCells final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit PeopleCells(const Theme* theme, QObject* parent = nullptr);

    /// Folded words whose matches are drawn in the accent.
    void setWords(std::vector<std::string> words) { words_ = std::move(words); }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintWords(QPainter& painter, const QRect& where, const QString& text, const QFont& font,
                    const QColor& colour) const;

    const Theme* theme_;
    std::vector<std::string> words_;
};

}  // namespace kith::ui
