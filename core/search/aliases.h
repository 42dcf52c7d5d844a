// Words that mean the same in the world of work: "js" and "javascript", "project manager" and "project lead".
#pragma once

#include <kith/base/error.h>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::search {

enum class AliasKind : std::uint8_t { Title, Skill };

/// Names of one title or one skill, as they are shown.
struct AliasGroup {
    AliasKind kind{};
    std::vector<std::string> names;
};

/// Groups that may be looked up by any of their names.
class AliasTable {
public:
    AliasTable() = default;
    explicit AliasTable(std::vector<AliasGroup> groups);

    [[nodiscard]] std::span<const AliasGroup> groups() const { return groups_; }
    /// The other names of what is called so, folded (core/base/fold.h). A name may be in several groups; each other
    /// name comes once.
    [[nodiscard]] std::vector<std::string> othersOf(AliasKind kind, std::string_view folded) const;
    [[nodiscard]] bool empty() const { return groups_.empty(); }

    /// One group a line: `title: project manager = programme delivery manager = project lead`. Empty lines and lines
    /// that begin with # are left out; the error names the line.
    [[nodiscard]] static Result<AliasTable> parse(std::string_view text);

private:
    std::vector<AliasGroup> groups_;
    std::multimap<std::string, std::size_t, std::less<>> byName_;  ///< folded; index of groups_
};

}  // namespace kith::search
