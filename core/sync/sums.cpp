#include <kith/sync/sums.h>

namespace kith::sync {

namespace {

std::uint64_t mixed(std::uint64_t z)
{
    z += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

std::uint64_t half(const Id& id, std::size_t from)
{
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 8; ++i) word = (word << 8) | id.bytes[from + i];
    return word;
}

}  // namespace

std::uint64_t sumOf(const Id& row, std::int64_t number)
{
    return mixed(mixed(mixed(half(row, 0)) ^ half(row, 8)) ^ static_cast<std::uint64_t>(number));
}

}  // namespace kith::sync
