// What a person's warmth is computed from. Private to this folder.
#pragma once

#include <kith/domain/warmth.h>
#include <kith/sqlite/connection.h>

#include <vector>

namespace kith::store {

/// All interactions of a person, notes and broadcasts too, earliest first, each with the first colleague who took part.
/// O(interactions of the person).
[[nodiscard]] Result<std::vector<Contact>> contactsOf(const sqlite::Connection& connection, const Id& person);

}  // namespace kith::store
