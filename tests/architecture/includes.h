// What a file names must be included by it, or by one of ours that it includes. Where headers are precompiled
// (packaging/cmake/KithPrecompile.cmake) the compiler no longer asks for that, so this reads it from the text.
#pragma once

#include "rules.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kith::architecture {

/// The headers of others that each file of a tree gets: its own, and those of ours that it includes, however far.
class Includes {
public:
    explicit Includes(const std::vector<SourceFile>& tree);

    /// As they stand between the brackets: "string", "QWidget", "fmt/format.h".
    [[nodiscard]] const std::set<std::string>& reachedFrom(const std::string& path) const;

private:
    void reach(const std::string& path, std::set<std::string>& visited, std::set<std::string>& headers) const;

    std::map<std::string, std::vector<std::string>> own_;  ///< of each path: headers of others, and paths of ours
    mutable std::map<std::string, std::set<std::string>> reached_;
};

/// Names of the standard library in a file that no header it gets declares; in a header of the desktop names of Qt,
/// too. The names are those of headers that are precompiled, or that come with one; others the compiler asks for.
[[nodiscard]] std::vector<Finding> namedButNotIncluded(const SourceFile& file, const Includes& includes);

}  // namespace kith::architecture
