// Words that mean the same in the world of work: "js" and "javascript", "project manager" and "project lead".
#pragma once

#include <kith/base/error.h>
#include <kith/domain/vocabulary.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::search {

using kith::AliasKind;

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

    /// The groups of both.
    void add(std::vector<AliasGroup> more);

    /// One group a line: `title: project manager = programme delivery manager = project lead`. Empty lines and lines
    /// that begin with # are left out; the error names the line.
    [[nodiscard]] static Result<AliasTable> parse(std::string_view text);

    /// What parse() reads again as the same. Names that hold “=” or a line end are left out, and groups that are left
    /// with less than two.
    [[nodiscard]] static std::string toText(std::span<const AliasGroup> groups);

private:
    /// A hash of a folded name: a taxonomy has more than a hundred thousand, and is read by every kithctl that
    /// searches.
    struct Named {
        std::size_t hash = 0;
        std::uint32_t group = 0;  ///< index of groups_
    };
    std::vector<AliasGroup> groups_;
    std::vector<Named> byName_;  ///< ascending, the earlier group first
};

/// The names of a line: what stands between “=”, without white space around it; those that fold to nothing or to an
/// earlier one are left out.
[[nodiscard]] std::vector<std::string> namesIn(std::string_view line);
/// Such a line: "project manager = project lead".
[[nodiscard]] std::string lineOf(const std::vector<std::string>& names);

}  // namespace kith::search
