// A list for item views, made of a few functions over plain values; no business in it.
#pragma once

#include <QAbstractListModel>
#include <cstddef>
#include <functional>
#include <unordered_set>
#include <utility>
#include <vector>

namespace kith::ui {

/// Shows a vector of `Item`. `Key` tells items apart, so that a new vector becomes the removals, moves, insertions
/// and updates that lead to it: a view keeps its selection and scroll position. Item needs operator==.
/// Reading is O(1); setItems is O(items) when nothing moves and O(items · moves) otherwise. Keys must be unique.
template <class Item, class Key>
class ListModel final : public QAbstractListModel {
public:
    using KeyOf = std::function<Key(const Item&)>;
    /// The value of an item in a role; an invalid QVariant for roles it does not know.
    using DataOf = std::function<QVariant(const Item&, int role)>;

    ListModel(KeyOf keyOf, DataOf dataOf, QObject* parent = nullptr)
        : QAbstractListModel(parent), keyOf_(std::move(keyOf)), dataOf_(std::move(dataOf))
    {
    }

    [[nodiscard]] const std::vector<Item>& items() const { return items_; }
    /// The item of a row, or nullptr where there is none.
    [[nodiscard]] const Item* at(int row) const
    {
        return row >= 0 && row < count() ? &items_[static_cast<std::size_t>(row)] : nullptr;
    }
    [[nodiscard]] int count() const { return static_cast<int>(items_.size()); }
    /// The row of a key, or -1. O(items).
    [[nodiscard]] int rowOf(const Key& key) const
    {
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (keyOf_(items_[i]) == key) return static_cast<int>(i);
        return -1;
    }

    void setItems(std::vector<Item> next)
    {
        removeMissing(next);
        if (items_.empty()) {
            insertAll(std::move(next));
            return;
        }
        std::unordered_set<Key> present;
        for (const Item& item : items_) present.insert(keyOf_(item));
        for (std::size_t row = 0; row < next.size(); ++row) {
            const bool known = present.contains(keyOf_(next[row]));
            place(row, std::move(next[row]), known);
        }
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        const Item* item = index.isValid() ? at(index.row()) : nullptr;
        return item != nullptr ? dataOf_(*item, role) : QVariant{};
    }

private:
    void removeMissing(const std::vector<Item>& next)
    {
        std::unordered_set<Key> kept;
        kept.reserve(next.size());
        for (const Item& item : next) kept.insert(keyOf_(item));
        for (std::size_t row = items_.size(); row-- > 0;)
            if (!kept.contains(keyOf_(items_[row]))) removeRow(row);
    }

    void insertAll(std::vector<Item> next)
    {
        if (next.empty()) return;
        beginInsertRows({}, 0, static_cast<int>(next.size()) - 1);
        items_ = std::move(next);
        endInsertRows();
    }

    void place(std::size_t row, Item item, bool known)
    {
        if (known) {
            const Key key = keyOf_(item);
            std::size_t from = row;
            while (keyOf_(items_[from]) != key) ++from;
            if (from != row) move(from, row);
            update(row, std::move(item));
            return;
        }
        const int at = static_cast<int>(row);
        beginInsertRows({}, at, at);
        items_.insert(items_.begin() + at, std::move(item));
        endInsertRows();
    }

    void update(std::size_t row, Item item)
    {
        if (items_[row] == item) return;
        items_[row] = std::move(item);
        const QModelIndex changed = index(static_cast<int>(row));
        Q_EMIT dataChanged(changed, changed);
    }

    void move(std::size_t from, std::size_t to)
    {
        beginMoveRows({}, static_cast<int>(from), static_cast<int>(from), {}, static_cast<int>(to));
        Item item = std::move(items_[from]);
        items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(from));
        items_.insert(items_.begin() + static_cast<std::ptrdiff_t>(to), std::move(item));
        endMoveRows();
    }

    void removeRow(std::size_t row)
    {
        const int at = static_cast<int>(row);
        beginRemoveRows({}, at, at);
        items_.erase(items_.begin() + at);
        endRemoveRows();
    }

    KeyOf keyOf_;
    DataOf dataOf_;
    std::vector<Item> items_;
};

}  // namespace kith::ui
