// A table of rows of one height that does the same little work for a hundred rows and for a million.
#pragma once

#include <QAbstractItemView>
#include <QHeaderView>
#include <vector>

namespace kith::ui {

class Theme;

/// QTableView keeps a record of every row; here a row's place is its number times the height, so that a new list,
/// a scroll step and a frame cost O(rows on screen). One row is current; columns share the width by weight and can be
/// dragged. Cells are drawn by the item delegate, row grounds and hairlines by the table.
class RowTable : public QAbstractItemView {
    Q_OBJECT
public:
    struct Column {
        double weight = 1;
        int least = 40;  ///< logical pixels
        int givesWay = 0;  ///< hidden when the table is narrower than this; 0: never
        int lead = 8;  ///< before the words of the heading
        int trail = 4;  ///< behind them
    };

    explicit RowTable(const Theme* theme, QWidget* parent = nullptr);

    void setColumns(std::vector<Column> columns);
    void setRowHeight(int pixels);
    [[nodiscard]] int rowHeight() const { return rowHeight_; }
    [[nodiscard]] QHeaderView* header() const { return header_; }
    [[nodiscard]] int hoveredRow() const { return hovered_; }

    [[nodiscard]] std::vector<double> weights() const;
    void setWeights(const std::vector<double>& weights);

    void setModel(QAbstractItemModel* model) override;
    [[nodiscard]] QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint& point) const override;
    /// Would read every row to find a text; typing is for the filter.
    void keyboardSearch(const QString& /*search*/) override { }

Q_SIGNALS:
    /// Enter or double click.
    void opened(int row);
    /// Space.
    void previewed(int row);
    void currentRowChanged(int row);

protected:
    [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int horizontalOffset() const override { return 0; }
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex& index) const override;
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void fitColumns();
    void takeWidths();
    void hover(int row);
    [[nodiscard]] int rows() const;
    [[nodiscard]] QRect rowRect(int row) const;

    class Header;

    const Theme* theme_;
    QHeaderView* header_;
    std::vector<Column> columns_;
    int rowHeight_ = 36;
    int hovered_ = -1;
    bool fitting_ = false;
};

}  // namespace kith::ui
