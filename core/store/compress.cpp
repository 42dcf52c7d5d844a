#include "compress.h"

#include <zstd.h>

namespace kith::store {

namespace {

constexpr std::size_t kWorthIt = 512;
constexpr unsigned long long kLargest = 1ULL << 30;

}  // namespace

std::string pack(std::string_view bytes)
{
    if (bytes.size() >= kWorthIt) {
        std::string packed(1 + ZSTD_compressBound(bytes.size()), '\1');
        const std::size_t size = ZSTD_compress(packed.data() + 1, packed.size() - 1, bytes.data(), bytes.size(), 1);
        if (ZSTD_isError(size) == 0) {
            packed.resize(size + 1);
            return packed;
        }
    }
    return std::string(1, '\0').append(bytes);
}

Result<std::string> unpack(std::string_view packed)
{
    const auto damaged = [] {
        return fail(ErrorCode::Corrupt, "An entry of the journal is damaged; it was left alone.");
    };
    if (packed.empty()) return damaged();
    const char format = packed.front();
    packed.remove_prefix(1);
    if (format == 0) return std::string(packed);
    if (format != 1) return damaged();
    const auto size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kLargest) return damaged();
    std::string bytes(size, '\0');
    const std::size_t read = ZSTD_decompress(bytes.data(), bytes.size(), packed.data(), packed.size());
    if (ZSTD_isError(read) != 0 || read != size) return damaged();
    return bytes;
}

}  // namespace kith::store
