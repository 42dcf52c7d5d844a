// By what an erased person is known again, without knowing them. Private to this folder.
#pragma once

#include <kith/sync/merge.h>

#include <string>
#include <string_view>

namespace kith::server {

/// The keyed hash of a contact point's kind and comparable value (contact_key.h); empty when it has no such value.
[[nodiscard]] std::string fingerprintOf(std::string_view key, const sync::Row& contactPoint);
/// The same for what a patch makes of a contact point, which may be there already.
[[nodiscard]] std::string fingerprintOf(std::string_view key, const sync::RowPatch& patch, const sync::Row* present);

}  // namespace kith::server
