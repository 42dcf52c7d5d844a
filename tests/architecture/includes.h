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

/// What each file of a tree gets: by its own includes, and by those of ours that it includes, however far.
class Includes {
public:
    explicit Includes(const std::vector<SourceFile>& tree);

    struct Reached {
        std::set<std::string> ours;  ///< paths, its own among them
        std::set<std::string> headers;  ///< of others, as they stand between the brackets: "string", "fmt/format.h"
    };
    [[nodiscard]] const Reached& reachedFrom(const std::string& path) const;

private:
    void reach(const std::string& path, Reached& reached) const;

    std::map<std::string, std::vector<std::string>> own_;  ///< of each path: headers of others, and paths of ours
    mutable std::map<std::string, Reached> reached_;
};

/// Names of the standard library in a file that no header it gets declares; in a header of the desktop names of Qt,
/// too. The names are those of headers that are precompiled, or that come with one; others the compiler asks for.
[[nodiscard]] std::vector<Finding> namedButNotIncluded(const SourceFile& file, const Includes& includes);

/// Where the names of a tree are declared that one file of core, ui or app can have from another, read from how they
/// are written: types, constants, macros, and functions that are called by their namespace.
class OwnNames {
public:
    explicit OwnNames(const std::vector<SourceFile>& tree);

    /// Names in a file that headers declare, but no file that it gets. Where files are joined (the preset check) a
    /// neighbour's include would do.
    [[nodiscard]] std::vector<Finding> missingFrom(const SourceFile& file, const Includes& includes) const;

private:
    std::map<std::string, std::set<std::string>> files_;  ///< that declare each name
    std::map<std::string, std::string> shared_;  ///< of each that a header declares for others, that header
};

}  // namespace kith::architecture
