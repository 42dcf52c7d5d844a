// Who may do what to which rows: one table, asked by push, pull, snapshot and commands, and by the tests that are
// generated from it.
#pragma once

#include <kith/domain/entity.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace kith::sync {

enum class Role : std::uint8_t { Recruiter = 0, BusinessManager, Partner, Administrator };
/// What a grant on a space allows; each includes the ones before it.
enum class Rights : std::uint8_t { None = 0, Read, Write, Manage };

enum class Action : std::uint8_t {
    Read,
    Create,
    Change,
    Remove,
    Move,  ///< out of the space, or into it
};

[[nodiscard]] std::string_view wordOf(Role role);
[[nodiscard]] std::string_view wordOf(Rights rights);
[[nodiscard]] std::optional<Role> roleOf(std::string_view word);
[[nodiscard]] std::optional<Rights> rightsOf(std::string_view word);
inline constexpr Role kRoles[] = {Role::Recruiter, Role::BusinessManager, Role::Partner, Role::Administrator};
inline constexpr Rights kRights[] = {Rights::None, Rights::Read, Rights::Write, Rights::Manage};

/// Whether somebody in a role, with these rights on the row's space, may do that to a row of the kind.
///  - reading needs Read; nothing else does without Write;
///  - business managers log conversations, set reminders, tie, tag, merge, save searches, and put people into pools and
///    stages; the rest of a person they change but do not remove, and organisations, areas and skills they may add but
///    not change; pools, pipelines and stages themselves are not theirs;
///  - partners write only people, what belongs to them and saved searches, and never move a row;
///  - moving needs Write on both spaces;
///  - spaces are changed by commands, never by a pushed row; conflicts are made by the server and only settled by us.
/// An administrator's role gives no sight of a space by itself: rights do.
[[nodiscard]] bool mayDo(Role role, Rights rights, Kind kind, Action action);

}  // namespace kith::sync
