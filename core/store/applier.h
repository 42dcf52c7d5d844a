// Writes the rows of one command and says what changed. Private to this folder.
#pragma once

#include "derived.h"

#include <kith/domain/change.h>

namespace kith::store {

/// A field to write; `source` is the local number of where the value comes from, 0 for the command's own.
struct FieldWrite {
    FieldIndex field = 0;
    Value value;
    std::uint32_t source = 0;
};

struct RowWrite {
    Kind kind{};
    Id id;
    std::vector<FieldWrite> fields{};
    bool remove = false;
    /// Local number of the space to put it in; nothing: where it is, or where its owner is.
    std::optional<std::int64_t> space{};
    bool fresh = false;  ///< see RowEdit
    std::string key{};  ///< likewise
};

/// Applies row writes inside the caller's transaction. After a failure the transaction must be rolled back and
/// forget() called.
class Applier {
public:
    Applier(sqlite::Connection& connection, RowStore& rows);

    /// Writes one row; nothing when nothing changed. Checks types, words, references and immutable fields.
    Result<std::optional<RowChange>> write(RowWrite write, const StampEntry& stamp);
    /// Brings derived rows up to date; call once, at the end of the command.
    Result<void> finish(const Derived::Progress& progress);
    void forget();
    [[nodiscard]] Derived& derived() { return derived_; }

private:
    Result<void> checkField(Kind kind, const FieldWrite& write);
    [[nodiscard]] std::int64_t spaceForNew(const RowWrite& write) const;
    Result<void> checkWritable(std::int64_t space);
    Result<void> moveTo(std::int64_t space, StoredRow& row, const StampEntry& stamp, const Id& id, RowChange& change);
    Result<RowChange> create(RowWrite& write, const StampEntry& stamp);
    Result<std::optional<RowChange>> change(const RowWrite& write, StoredRow& row, const StampEntry& stamp);

    sqlite::Connection& connection_;
    RowStore& rows_;
    Derived derived_;
    std::vector<bool> referredTo_;  ///< by kind: whether rows of some kind point to it
    /// Rows of those kinds known to exist within this command, and the spaces that they are in.
    std::unordered_map<Id, std::int64_t> known_;
    std::unordered_set<std::int64_t> writable_;  ///< spaces known to be writable within this command
    std::optional<std::int64_t> defaultSpace_;
};

}  // namespace kith::store
