// Bodies of requests and replies, compressed and not: RFC 1952 (gzip) and RFC 8878 (zstd).
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace kith::sync {

enum class Encoding : std::uint8_t { Identity, Gzip, Zstd };

/// The word of Content-Encoding: "identity", "gzip", "zstd".
[[nodiscard]] std::string_view wordOf(Encoding encoding);
/// The encoding that a Content-Encoding names; empty means identity. Case is ignored. Nothing for others, and for
/// several encodings one on top of the other.
[[nodiscard]] std::optional<Encoding> encodingOf(std::string_view contentEncoding);
/// What to answer with: the best that an Accept-Encoding (RFC 9110, 12.5.3) allows, zstd before gzip before identity.
[[nodiscard]] Encoding bestOf(std::string_view acceptEncoding);

/// Compresses, with a sum of the content in the frame, so that altered bytes are noticed. O(size).
[[nodiscard]] std::string compress(Encoding encoding, std::string_view bytes);

/// How much a body may become. Both are checked while it is being read, so that a small body that would become a huge
/// one costs no more than `bytes`.
struct ExpandLimits {
    std::size_t bytes = 0;  ///< of the result
    std::size_t ratio = 100;  ///< of result to input, once the result is longer than 64 KiB
};

enum class ExpandProblem : std::uint8_t {
    Damaged,  ///< or cut off, or followed by something else
    TooLarge,  ///< more than the limits allow
};

/// Expands the whole of `bytes`. O(result) time and memory, and never more than the limits.
[[nodiscard]] std::expected<std::string, ExpandProblem> expand(Encoding encoding, std::string_view bytes,
                                                               ExpandLimits limits);

}  // namespace kith::sync
