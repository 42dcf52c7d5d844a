// The files of a snapshot: NDJSON (a NumberedRow a line) in one zstd frame (RFC 8878), known by their SHA-256.
#pragma once

#include <kith/base/error.h>
#include <kith/sync/messages.h>

#include <string>
#include <string_view>
#include <vector>

namespace kith::sync {

/// What a part may grow to; a server makes parts of a small fraction of it.
inline constexpr std::size_t kLargestPart = 256UZ * 1024 * 1024;

struct PackedPart {
    SnapshotPart part;
    std::string bytes;
};

/// Compresses lines that were written with wire.h, each with its line end.
[[nodiscard]] Result<PackedPart> packPart(int index, std::int64_t rows, std::string_view lines);
/// The rows of a part. BadInput when the bytes are not what the snapshot promised (size, SHA-256), are no zstd, or grow
/// past kLargestPart. Rows of kinds that this version does not know are left out.
[[nodiscard]] Result<std::vector<NumberedRow>> readPart(const SnapshotPart& part, std::string_view bytes);

}  // namespace kith::sync
