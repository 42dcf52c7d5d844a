// One file of the tree, taken apart so that rules can look at code, comments and string literals one by one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kith::architecture {

/// A file with its path relative to the top of the tree ("core/base/id.h").
struct SourceFile {
    std::string path;
    std::string text;

    [[nodiscard]] bool isCpp() const { return path.ends_with(".cpp") || path.ends_with(".h"); }
    [[nodiscard]] bool isIn(std::string_view folder) const { return path.starts_with(folder); }
};

/// The lines of a C++ file in three readings of equal length; what belongs to another reading is blank.
struct Reading {
    std::vector<std::string> code;  ///< without comments and without what literals hold
    std::vector<std::string> comments;
    std::vector<std::string> literals;  ///< what string literals hold
};

[[nodiscard]] Reading read(const SourceFile& file);
[[nodiscard]] std::vector<std::string> linesOf(std::string_view text);

/// Whether `needle` stands in `line`, not as part of a longer identifier.
[[nodiscard]] bool mentions(std::string_view line, std::string_view needle);

}  // namespace kith::architecture
