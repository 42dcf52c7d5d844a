// The rules of ARCHITECTURE.md that can be checked by reading the source text.
#pragma once

#include "source_text.h"

#include <ostream>
#include <span>

namespace kith::architecture {

struct Finding {
    std::string path;
    std::size_t line = 0;  ///< counted from 1; 0 for the file as a whole
    std::string what;
};

/// One rule: its name, and what it finds in a file. Files that it does not concern yield nothing.
struct Rule {
    std::string_view name;
    std::vector<Finding> (*check)(const SourceFile&);
};

/// The name under which a test program lists a rule.
inline void PrintTo(const Rule& rule, std::ostream* out)
{
    *out << rule.name;
}

[[nodiscard]] std::span<const Rule> allRules();

/// The module that a path belongs to ("core/base/id.h" and "ui/pages/today_page.h" are in "base" and "pages");
/// empty for tests, programs and everything else that may see every module.
[[nodiscard]] std::string_view moduleOf(std::string_view path);
/// Whether `from` may include headers of `to`.
[[nodiscard]] bool maySee(std::string_view from, std::string_view to);

/// A source file is read at one sitting: longer than the limit is refused, longer than the aim is reported.
inline constexpr std::size_t kLinesAim = 450;
inline constexpr std::size_t kLinesLimit = 600;

}  // namespace kith::architecture
