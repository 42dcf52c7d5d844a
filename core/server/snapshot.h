// A whole space in parts, for a device that has nothing of it. Private to this folder.
#pragma once

#include "core.h"

namespace kith::server {

[[nodiscard]] Answer<sync::SnapshotReply> snapshot(Core& core, const sync::Token& token,
                                                   const sync::SnapshotRequest& request, const std::stop_token& stop);
[[nodiscard]] Answer<std::string> part(Core& core, const sync::Token& token, const sync::PartRequest& request,
                                       const std::stop_token& stop);

/// When rows have left the space: nobody who comes later may find them there.
[[nodiscard]] Answer<void> dropSnapshots(Database& db, const Id& space);

}  // namespace kith::server
