#include "near_names.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace kith::search {

namespace {

constexpr std::size_t kOneEdit = 4;
constexpr std::size_t kTwoEdits = 8;
constexpr std::size_t kLongest = 64;

/// Which letters a word has, a bit each.
std::uint32_t lettersOf(std::string_view word)
{
    std::uint32_t letters = 0;
    for (const char c : word) letters |= 1U << (static_cast<unsigned char>(c) % 32);
    return letters;
}

}  // namespace

std::size_t editsAllowed(std::string_view word)
{
    if (word.size() < kOneEdit || word.size() > kLongest) return 0;
    return word.size() < kTwoEdits ? 1 : 2;
}

std::size_t editsBetween(std::string_view a, std::string_view b, std::size_t most)
{
    const std::size_t apart = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (apart > most || std::max(a.size(), b.size()) > kLongest + 2) return most + 1;
    // An edit changes two letters at most: nearly all words are told apart by this.
    if (static_cast<std::size_t>(std::popcount(lettersOf(a) ^ lettersOf(b))) > 2 * most) return most + 1;
    using Row = std::array<std::size_t, kLongest + 3>;
    std::array<Row, 3> rows{};
    for (std::size_t j = 0; j <= b.size(); ++j) rows[0].at(j) = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        Row& now = rows.at(i % 3);
        const Row& before = rows.at((i + 2) % 3);
        const Row& twoBefore = rows.at((i + 1) % 3);
        now[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            std::size_t edits = before.at(j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1);
            edits = std::min({edits, before.at(j) + 1, now.at(j - 1) + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                edits = std::min(edits, twoBefore.at(j - 2) + 1);
            now.at(j) = edits;
            least = std::min(least, edits);
        }
        if (least > most + 1) return most + 1;
    }
    return std::min(rows.at(a.size() % 3).at(b.size()), most + 1);
}

}  // namespace kith::search
