// What was said: a line without the parts that were recognised.
#pragma once

#include <kith/capture/words.h>

#include <span>
#include <string>
#include <string_view>

namespace kith::capture {

/// The line without the cuts (in any order; they may touch, what is past the line is left out), with single blanks,
/// without the signs that parted what is gone, valid UTF-8, and with a capital. O(line + cuts log cuts).
[[nodiscard]] std::string noteOf(std::string_view line, std::span<const Span> cuts);
/// The last clause of a note, without the "about" before it; as it was written but for the capital of a whole note.
[[nodiscard]] std::string lastClauseOf(std::string_view note);

}  // namespace kith::capture
