// Who is named in a line.
#pragma once

#include <kith/capture/words.h>

#include <optional>
#include <span>
#include <string_view>

namespace kith::capture {

/// Who knows people. The line is read without a workspace; whoever has one answers.
class Who {
public:
    virtual ~Who() = default;
    /// How many of these words, from the first on, name somebody who is known, as a whole name or in short
    /// ("Tom K"); 0 for none. At most kLongestName words, as written.
    [[nodiscard]] virtual std::size_t known(std::span<const std::string_view> words) const = 0;
};

inline constexpr std::size_t kLongestName = 6;

/// How sure it is that a name comes now.
enum class Expected : std::uint8_t {
    Certainly,  ///< behind "with", "met" …
    Perhaps,  ///< behind "and" and a comma, where a date may follow too
    KnownOnly,  ///< at the start, where every word has a capital
};

/// The name at the cursor: what `who` knows, else words with a capital (or of a script without them) and what joins
/// them ("van", "de la"), else an e-mail address. Nothing in front of an "'s". A null `who` knows nobody.
std::optional<Span> eatName(Cursor& cursor, const Who* who, Expected expected);

}  // namespace kith::capture
