// What a device does not have yet. Private to this folder.
#pragma once

#include "core.h"
#include "cursor.h"
#include "spaces.h"

namespace kith::server {

/// The cursor of a request; an empty one when there is none, or it is not ours, of another epoch or account.
[[nodiscard]] Cursor cursorOf(const Session& session, std::string_view text);

[[nodiscard]] Answer<sync::PullReply> pull(Core& core, const sync::Token& token, const sync::PullRequest& request,
                                           const std::stop_token& stop);
[[nodiscard]] Answer<sync::VerifyReply> verify(Core& core, const sync::Token& token, const sync::VerifyRequest& request,
                                               const std::stop_token& stop);
[[nodiscard]] Answer<Watch> watch(Core& core, const sync::Token& token, const sync::WaitRequest& request,
                                  const std::stop_token& stop);

}  // namespace kith::server
