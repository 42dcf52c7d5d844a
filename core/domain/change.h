// What a command did: the rows and fields that changed, with old and new values. A ChangeSet feeds the undo stack,
// live lists, the graph, search and the sync outbox.
#pragma once

#include <kith/domain/edit.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

/// Stands for the space of a row among its fields; its values are ids.
inline constexpr FieldIndex kPlacingField = 30;

struct FieldChange {
    FieldIndex field = 0;  ///< or kPlacingField
    Value before;
    Value after;
    /// The workspace's local number for where the old value came from, so that undo gives the provenance back too;
    /// 0 when the field had never been set.
    std::uint32_t sourceBefore = 0;
    /// When the old value was written; zero when the field had never been set. What a conflict is judged by.
    HybridTime timeBefore{};
    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

struct RowChange {
    enum class What : std::uint8_t { Created, Updated, Removed, Restored };
    Kind kind{};
    Id id;
    What what = What::Updated;
    /// For Updated and Restored, the fields that changed. Empty for Created and Removed: the values are in the table,
    /// and an import of a hundred thousand people must not hold them twice.
    std::vector<FieldChange> fields{};
    friend bool operator==(const RowChange&, const RowChange&) = default;
};

struct ChangeSet {
    /// Number of the command in this workspace's journal: 1, 2, 3 …
    std::int64_t command = 0;
    CommandKind kind{};
    std::string subject{};
    std::vector<RowChange> rows{};

    [[nodiscard]] bool touches(Kind kind) const;
    [[nodiscard]] bool empty() const { return rows.empty(); }
};

/// Compact binary form of the rows for the journal. A created row is written as kind and id alone: its values are in
/// the table, and undo needs no more. Little-endian, varints (LEB128); a leading byte gives the format, 1 or 2.
[[nodiscard]] std::string encodeRows(std::span<const RowChange> rows);
/// Reads what encodeRows wrote; fails with Corrupt on anything else, without reading past the end.
[[nodiscard]] Result<std::vector<RowChange>> decodeRows(std::string_view bytes);

}  // namespace kith
