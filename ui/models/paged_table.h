// A table of a million rows that holds only the pages somebody looks at.
#pragma once

#include <QAbstractTableModel>
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kith::ui {

/// Shows the rows named by a vector of keys (4 bytes each); what a row says is fetched in pages of kPageRows when a
/// view asks for it, and at most kPages pages are kept, the ones used last. So memory and the work of a frame are
/// bounded whatever the length of the list. Replacing the keys is one begin/endResetModel, O(1) apart from the move.
template <class Item>
class PagedTable final : public QAbstractTableModel {
public:
    using Key = std::uint32_t;
    static constexpr std::size_t kPageRows = 64;
    static constexpr std::size_t kPages = 16;

    struct Shape {
        int columns = 0;
        /// The items of these keys, in their order; keys that name nothing any more are left out.
        std::function<std::vector<Item>(std::span<const Key>)> fetch{};
        std::function<Key(const Item&)> keyOf{};
        std::function<QVariant(const Item&, int column, int role)> data{};
        std::function<QVariant(int column, int role)> header{};
        /// Called when a view asks for an order; the owner answers with new keys when it has them.
        std::function<void(int column, Qt::SortOrder)> sorted{};
    };

    explicit PagedTable(Shape shape, QObject* parent = nullptr) : QAbstractTableModel(parent), shape_(std::move(shape))
    {
    }

    [[nodiscard]] const std::vector<Key>& keys() const { return keys_; }

    void setKeys(std::vector<Key> keys)
    {
        if (keys == keys_) {
            refresh();
            return;
        }
        beginResetModel();
        keys_ = std::move(keys);
        forget();
        endResetModel();
    }

    /// Fetches again whatever is looked at: the same rows may say something else now.
    void refresh()
    {
        forget();
        if (!keys_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, shape_.columns - 1));
    }

    [[nodiscard]] std::optional<Key> keyAt(int row) const
    {
        return isRow(row) ? std::optional(keys_[static_cast<std::size_t>(row)]) : std::nullopt;
    }
    /// The row of a key, or -1. O(rows), over four bytes each.
    [[nodiscard]] int rowOf(Key key) const
    {
        const auto it = std::find(keys_.begin(), keys_.end(), key);
        return it == keys_.end() ? -1 : static_cast<int>(it - keys_.begin());
    }
    /// What a row says, fetching its page when needed; nullptr when the row has gone meanwhile. The pointer is good
    /// until the next call.
    [[nodiscard]] const Item* at(int row) const
    {
        if (!isRow(row)) return nullptr;
        const auto number = static_cast<std::size_t>(row);
        const auto& item = page(number / kPageRows)[number % kPageRows];
        return item ? &*item : nullptr;
    }
    [[nodiscard]] std::size_t pagesHeld() const { return pages_.size(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(keys_.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : shape_.columns;
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        const Item* item = index.isValid() ? at(index.row()) : nullptr;
        return item != nullptr ? shape_.data(*item, index.column(), role) : QVariant{};
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= shape_.columns) return {};
        return shape_.header(section, role);
    }
    void sort(int column, Qt::SortOrder order) override
    {
        if (shape_.sorted) shape_.sorted(column, order);
    }

private:
    using Page = std::vector<std::optional<Item>>;
    using Held = std::list<std::pair<std::size_t, Page>>;  // the page used last comes first

    [[nodiscard]] bool isRow(int row) const { return row >= 0 && static_cast<std::size_t>(row) < keys_.size(); }

    void forget()
    {
        held_.clear();
        pages_.clear();
    }

    const Page& page(std::size_t number) const
    {
        if (!held_.empty() && held_.front().first == number) return held_.front().second;
        if (const auto it = pages_.find(number); it != pages_.end()) {
            held_.splice(held_.begin(), held_, it->second);
            return held_.front().second;
        }
        held_.emplace_front(number, fetch(number));
        pages_.emplace(number, held_.begin());
        if (held_.size() > kPages) {
            pages_.erase(held_.back().first);
            held_.pop_back();
        }
        return held_.front().second;
    }

    Page fetch(std::size_t number) const
    {
        const std::size_t first = number * kPageRows;
        const auto wanted = std::span(keys_).subspan(first, std::min(kPageRows, keys_.size() - first));
        Page page(wanted.size());
        std::size_t slot = 0;
        for (Item& item : shape_.fetch(wanted)) {
            const Key key = shape_.keyOf(item);
            while (slot < wanted.size() && wanted[slot] != key) ++slot;  // rows left out have gone meanwhile
            if (slot == wanted.size()) break;
            page[slot++] = std::move(item);
        }
        return page;
    }

    Shape shape_;
    std::vector<Key> keys_;
    mutable Held held_;
    mutable std::unordered_map<std::size_t, typename Held::iterator> pages_;
};

}  // namespace kith::ui
