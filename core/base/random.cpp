#include <kith/base/random.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace kith {

std::uint64_t Random::below(std::uint64_t bound)
{
    if (bound == 0) return 0;
    __extension__ using Wide = unsigned __int128;
    Wide product = Wide{next()} * bound;
    if (static_cast<std::uint64_t>(product) < bound) {
        const std::uint64_t threshold = (0 - bound) % bound;
        while (static_cast<std::uint64_t>(product) < threshold) product = Wide{next()} * bound;
    }
    return static_cast<std::uint64_t>(product >> 64);
}

double Random::unit()
{
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

void Random::fill(std::span<std::uint8_t> bytes)
{
    for (std::size_t at = 0; at < bytes.size(); at += 8) {
        const std::uint64_t word = next();
        std::memcpy(bytes.data() + at, &word, std::min<std::size_t>(8, bytes.size() - at));
    }
}

std::uint64_t SystemRandom::next()
{
    // As much as getentropy gives at once: asked for each word, it would be a fortieth of an import. A word that was
    // given away is not kept.
    thread_local std::array<std::uint64_t, 32> words{};
    thread_local std::size_t given = words.size();
    if (given == words.size()) {
        if (::getentropy(words.data(), sizeof(words)) != 0) throw std::system_error(errno, std::generic_category());
        given = 0;
    }
    return std::exchange(words.at(given++), 0);
}

std::uint64_t SeededRandom::next()
{
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

}  // namespace kith
