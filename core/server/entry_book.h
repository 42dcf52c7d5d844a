// The rows that one transaction reads and writes, each read once and written once. Private to this folder.
#pragma once

#include "core.h"

#include <kith/sync/merge.h>

#include <unordered_map>
#include <unordered_set>

namespace kith::server {

enum class Standing : std::uint8_t {
    Gone = 0,  ///< moved to another space
    Here = 1,
    Erased = 2,
};

/// What the database has of one row id.
struct Entry {
    Standing standing = Standing::Gone;
    Id space{};  ///< where it is, or was when it was erased
    std::int64_t number = 0;
    Id writer{};
    std::int64_t base = 0;  ///< see schema.cpp
    sync::Row row{};  ///< only when it is here
};

/// The row that a row belongs to, as the index of owners has it; nil for none. A conflict belongs to the row it is
/// about.
[[nodiscard]] Id ownerOf(const sync::Row& row);
/// The reference to an owner among a patch's fields; nil for none.
[[nodiscard]] Id ownerIn(const sync::RowPatch& patch);

/// Valid for one transaction that has taken its number.
class EntryBook {
public:
    EntryBook(Database& db, std::int64_t org, std::int64_t number) : db_(db), org_(org), number_(number) { }

    /// Reads ids that were not read yet, many at once.
    [[nodiscard]] Answer<void> load(std::span<const Id> ids);
    /// Reads what belongs to a row, for a move or an erasure; adds the ids to `found`.
    [[nodiscard]] Answer<void> loadOwnedBy(const Id& owner, std::vector<Id>& found);
    /// Nothing for an id that no row ever had. It must have been loaded.
    [[nodiscard]] const Entry* find(const Id& id) const;

    /// The row as it is from now on, in its placing's space. `writer` knows it if it knew it as of its last number and
    /// wrote it plainly; nobody does otherwise.
    void put(const sync::Row& row, const Id& writer, bool plainly);
    void erase(const Id& id);
    /// Erases a row that the book does not know, so that nobody brings it: a restored server may be older than it.
    void bar(Kind kind, const Id& id, const Id& space);
    [[nodiscard]] std::int64_t number() const { return number_; }

    /// Writes what changed, keeps up the sums, and announces the spaces.
    [[nodiscard]] Answer<void> flush(Announcement& announcement);

private:
    struct Kept {
        Entry now;
        bool known = false;
        bool changed = false;
        Entry before;  ///< without the row
        Kind kind{};
    };
    struct Delta {
        std::int64_t rows = 0;
        std::uint64_t sum = 0;
    };
    using Deltas = std::unordered_map<Id, Delta>;

    void take(const Record& record);
    void weigh(const Id& id, const Kept& kept, Deltas& deltas) const;
    [[nodiscard]] Answer<void> writeEntries();
    [[nodiscard]] Answer<void> writeSpaces(const Deltas& deltas, Announcement& announcement);

    Database& db_;
    std::int64_t org_;
    std::int64_t number_;
    std::unordered_map<Id, Kept> kept_;
    std::vector<Id> order_;  ///< of the changed ones
    bool unreadable_ = false;
};

/// Row states as the entry table keeps them.
[[nodiscard]] std::string stateOf(const sync::Row& row);
[[nodiscard]] std::optional<sync::RowPatch> readState(const std::string& state);

}  // namespace kith::server
