#include <kith/views/row_table_accessible.h>

#include <kith/views/row_table.h>

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPersistentModelIndex>

namespace kith::ui {

namespace {

QAccessibleInterface* accessibleOf(const RowTable* table)
{
    return QAccessible::queryAccessibleInterface(const_cast<RowTable*>(table));
}

class Cell final : public QAccessibleInterface, public QAccessibleTableCellInterface {
public:
    Cell(RowTable* table, const QModelIndex& index) : table_(table), index_(index) { }

    [[nodiscard]] bool isValid() const override { return index_.isValid(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override { return accessibleOf(table_); }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Cell; }
    void setText(QAccessible::Text, const QString&) override { }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name || !isValid()) return {};
        const QString spoken = index_.data(Qt::AccessibleTextRole).toString();
        return spoken.isEmpty() ? index_.data(Qt::DisplayRole).toString() : spoken;
    }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid()) return {};
        const QRect seen = table_->visualRect(index_).intersected(table_->viewport()->rect());
        return seen.isEmpty() ? QRect{} : seen.translated(table_->viewport()->mapToGlobal(QPoint{}));
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.selectable = state.focusable = true;
        state.selected = isSelected();
        state.focused = isValid() && table_->hasFocus() && table_->currentIndex().row() == index_.row();
        state.offscreen = rect().isNull();
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface*>(this) : nullptr;
    }

    [[nodiscard]] bool isSelected() const override { return isValid() && table_->currentIndex().row() == index_.row(); }
    [[nodiscard]] QList<QAccessibleInterface*> columnHeaderCells() const override { return {}; }
    [[nodiscard]] QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
    [[nodiscard]] int columnIndex() const override { return index_.column(); }
    [[nodiscard]] int rowIndex() const override { return index_.row(); }
    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] QAccessibleInterface* table() const override { return accessibleOf(table_); }

private:
    RowTable* table_;
    QPersistentModelIndex index_;
};

class Table final : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    explicit Table(RowTable* table) : QAccessibleWidget(table, QAccessible::Table), table_(table) { }
    ~Table() override { forget(); }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableInterface) return static_cast<QAccessibleTableInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    [[nodiscard]] int childCount() const override { return rowCount() * columnCount(); }
    [[nodiscard]] QAccessibleInterface* child(int number) const override
    {
        return columnCount() == 0 ? nullptr : cellAt(number / columnCount(), number % columnCount());
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* cell = dynamic_cast<const Cell*>(child);
        return cell != nullptr && cell->isValid() ? cell->rowIndex() * columnCount() + cell->columnIndex() : -1;
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override
    {
        const QModelIndex index = table_->indexAt(table_->viewport()->mapFromGlobal(QPoint(x, y)));
        return index.isValid() ? cellAt(index.row(), index.column()) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface* focusChild() const override
    {
        const QModelIndex index = table_->currentIndex();
        return index.isValid() ? cellAt(index.row(), index.column()) : nullptr;
    }

    [[nodiscard]] QAccessibleInterface* cellAt(int row, int column) const override
    {
        if (row < 0 || row >= rowCount() || column < 0 || column >= columnCount()) return nullptr;
        const int number = row * columnCount() + column;
        if (const auto known = cells_.constFind(number); known != cells_.constEnd())
            return QAccessible::accessibleInterface(*known);
        if (cells_.size() >= kMostCells) forget();
        auto* cell = new Cell(table_, table_->model()->index(row, column));
        cells_.insert(number, QAccessible::registerAccessibleInterface(cell));
        return cell;
    }
    [[nodiscard]] QAccessibleInterface* caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* summary() const override { return nullptr; }
    [[nodiscard]] int rowCount() const override { return table_->model() == nullptr ? 0 : table_->model()->rowCount(); }
    [[nodiscard]] int columnCount() const override
    {
        return table_->model() == nullptr ? 0 : table_->model()->columnCount();
    }
    [[nodiscard]] QString columnDescription(int column) const override
    {
        return table_->model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    [[nodiscard]] QString rowDescription(int) const override { return {}; }
    [[nodiscard]] int selectedRowCount() const override { return table_->currentIndex().isValid() ? 1 : 0; }
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedCellCount() const override { return selectedRowCount() * columnCount(); }
    [[nodiscard]] QList<QAccessibleInterface*> selectedCells() const override
    {
        QList<QAccessibleInterface*> cells;
        if (selectedRowCount() == 0) return cells;
        for (int column = 0; column < columnCount(); ++column) cells << cellAt(table_->currentIndex().row(), column);
        return cells;
    }
    [[nodiscard]] QList<int> selectedRows() const override
    {
        return selectedRowCount() == 0 ? QList<int>{} : QList<int>{table_->currentIndex().row()};
    }
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] bool isRowSelected(int row) const override
    {
        return selectedRowCount() != 0 && table_->currentIndex().row() == row;
    }
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    bool selectRow(int row) override
    {
        if (row < 0 || row >= rowCount()) return false;
        table_->setCurrentIndex(table_->model()->index(row, 0));
        return true;
    }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent*) override { forget(); }

private:
    static constexpr qsizetype kMostCells = 4096;  ///< a reader that walks a million rows shall not fill the memory

    void forget() const
    {
        const auto cells = std::exchange(cells_, {});
        for (const QAccessible::Id id : cells) QAccessible::deleteAccessibleInterface(id);
    }

    RowTable* table_;
    mutable QHash<int, QAccessible::Id> cells_;
};

QAccessibleInterface* make(const QString& /*className*/, QObject* object)
{
    auto* table = qobject_cast<RowTable*>(object);
    return table != nullptr ? new Table(table) : nullptr;
}

}  // namespace

void installRowTableAccessibility()
{
    QAccessible::installFactory(make);  // ignores a factory that it has
}

}  // namespace kith::ui
