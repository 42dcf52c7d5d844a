// zstd for journal and outbox entries. Private to this folder.
#pragma once

#include <kith/base/error.h>

#include <string>
#include <string_view>

namespace kith::store {

/// One format byte (0 plain, 1 zstd), then the bytes. Short texts stay plain.
[[nodiscard]] std::string pack(std::string_view bytes);
/// Corrupt when the bytes are none of ours or would grow past 1 GiB.
[[nodiscard]] Result<std::string> unpack(std::string_view packed);

}  // namespace kith::store
