// What a person's warmth is computed from. Private to this folder.
#pragma once

#include <kith/domain/warmth.h>
#include <kith/sqlite/connection.h>

#include <optional>
#include <vector>

namespace kith::store {

/// All interactions of a person, notes and broadcasts too, earliest first, each with the first colleague who took part.
/// O(interactions of the person).
[[nodiscard]] Result<std::vector<Contact>> contactsOf(const sqlite::Connection& connection, const Id& person);
/// One of them; nothing when the person, or the interaction, is not there. O(participants).
[[nodiscard]] Result<std::optional<Contact>> contactIn(const sqlite::Connection& connection, const Id& person,
                                                       const Id& interaction);

}  // namespace kith::store
