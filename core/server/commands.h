// What the server does as a whole or refuses. Private to this folder.
#pragma once

#include "core.h"

namespace kith::server {

[[nodiscard]] Answer<sync::CommandReply> command(Core& core, const sync::Token& token, const sync::Command& command,
                                                 const std::stop_token& stop);

}  // namespace kith::server
