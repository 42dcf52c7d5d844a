// The parts that the inspector and the Person page are made of.
#pragma once

#include <kith/base/id.h>
#include <kith/controls/labels.h>

#include <QScrollArea>
#include <QVBoxLayout>
#include <QWidget>
#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace kith::ui {

/// A heading with rows under it.
class Section : public QWidget {
    Q_OBJECT
public:
    Section(const Theme* theme, const QString& title, QWidget* parent = nullptr);
    [[nodiscard]] QVBoxLayout* body() const { return body_; }
    [[nodiscard]] const Theme* theme() const { return theme_; }

private:
    const Theme* theme_;
    QVBoxLayout* body_;
};

/// Rows of one section, told apart by id: a row that stays keeps its widget, and with it the focus and what is being
/// typed in it. Line needs a member `id`.
template <class Line>
class Rows {
public:
    struct Row {
        QWidget* widget = nullptr;
        std::function<void(const Line&)> show{};
    };
    using Make = std::function<Row(const Line&)>;

    Rows(QVBoxLayout* column, Make make) : column_(column), make_(std::move(make)) { }

    /// O(rows²) in the worst case; a person has few.
    void set(const std::vector<Line>& lines)
    {
        std::vector<std::pair<Id, Row>> next;
        for (const Line& line : lines) {
            const auto old = std::ranges::find(rows_, line.id, &std::pair<Id, Row>::first);
            if (old != rows_.end()) {
                next.push_back(std::move(*old));
                rows_.erase(old);
            } else {
                next.emplace_back(line.id, make_(line));
            }
            next.back().second.show(line);
            column_->removeWidget(next.back().second.widget);
            column_->insertWidget(static_cast<int>(next.size()) - 1, next.back().second.widget);
        }
        for (auto& [id, row] : rows_) {
            row.widget->hide();
            row.widget->deleteLater();
        }
        rows_ = std::move(next);
    }

private:
    QVBoxLayout* column_;
    Make make_;
    std::vector<std::pair<Id, Row>> rows_;
};

/// Shows a column of parts that scrolls by itself, on whatever ground it stands. The room of the scroll bar is always
/// kept: words that wrap differently with and without it would never come to rest.
[[nodiscard]] QScrollArea* scrollingColumn(QWidget* inner);

/// A row of words with small buttons behind it.
[[nodiscard]] QWidget* rowWidget(const QList<QWidget*>& parts, int stretchAt, int space = 2 * kSpace);

}  // namespace kith::ui
