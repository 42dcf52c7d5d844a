// Operations of devices, judged and taken in. Private to this folder.
#pragma once

#include "core.h"

namespace kith::server {

[[nodiscard]] Answer<sync::PushReply> push(Core& core, const sync::Token& token, const sync::PushRequest& request,
                                           const std::stop_token& stop);

}  // namespace kith::server
