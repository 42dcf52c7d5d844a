// The stamps of a row as one small blob. Private to this folder.
#pragma once

#include <kith/domain/stamp.h>
#include <kith/sqlite/connection.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace kith::store {

/// The bit that stamps whether the row is there or removed.
inline constexpr unsigned kPresence = 31;
/// The bit that stamps which space the row is in.
inline constexpr unsigned kPlacing = 30;

/// One stamp shared by the fields in `mask` (bit i is field i, bit 30 the row's space, bit 31 its
/// presence). Rows written in one go have
/// a single entry. On disk: hybrid time (8 bytes, little-endian), then device number, source number and mask as LEB128
/// varints.
struct StampEntry {
    HybridTime time;
    std::uint32_t device = 0;
    std::uint32_t source = 0;
    std::uint32_t mask = 0;
};

using StampEntries = std::vector<StampEntry>;

[[nodiscard]] std::string encodeStamps(std::span<const StampEntry> entries);
/// Entries of a blob; whatever cannot be read is left out (`check` reports it).
[[nodiscard]] StampEntries decodeStamps(std::string_view bytes);
/// Gives the fields in entry.mask that stamp, taking them from whichever had them.
void setStamp(StampEntries& entries, const StampEntry& entry);
[[nodiscard]] const StampEntry* stampOf(const StampEntries& entries, unsigned field);
[[nodiscard]] HybridTime latestOf(const StampEntries& entries);

/// Devices and sources by small local numbers, cached. One per connection.
class Interned {
public:
    explicit Interned(sqlite::Connection& connection) : connection_(connection) { }

    Result<std::uint32_t> deviceNumber(const Id& device);
    Result<std::uint32_t> sourceNumber(const Source& source);
    [[nodiscard]] Id device(std::uint32_t number) const;
    [[nodiscard]] Source source(std::uint32_t number) const;
    /// Forgets what a rolled-back transaction may have added.
    void forget();

private:
    sqlite::Connection& connection_;
    mutable std::unordered_map<std::uint32_t, Id> devices_;
    mutable std::unordered_map<std::uint32_t, Source> sources_;
    std::optional<std::pair<Source, std::uint32_t>> latest_;
};

}  // namespace kith::store
