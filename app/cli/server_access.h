// What commands need to speak to the server of a workspace: the network, the tokens, and an application for Qt.
#pragma once

#include "context.h"

#include <kith/net/http_sync_service.h>
#include <kith/usecases/sync/server_session.h>

#include <memory>
#include <string>

namespace kith::cli {

class ServerAccess {
public:
    /// `caFile`: certificates trusted besides the system's, PEM; empty for none. The token is kept in the keychain, or
    /// beside the key file where there is one.
    [[nodiscard]] static Result<std::unique_ptr<ServerAccess>>
    open(const std::string& url, const std::string& caFile, const KeyPlace& keys, const Id& device, const Clock& clock);
    ~ServerAccess();

    [[nodiscard]] sync::SyncService& service();
    [[nodiscard]] ServerSession& session();

private:
    struct Parts;
    explicit ServerAccess(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

/// A failure as kithctl's commands return it: the sentence is what the person reads.
[[nodiscard]] Error toError(const sync::Failure& failure);

}  // namespace kith::cli
