// What commands share that ask something of the server.
#pragma once

#include "server_access.h"

#include <kith/usecases/sync/administration.h>
#include <kith/usecases/sync/sync_store.h>

#include <memory>
#include <string>

namespace kith::cli {

/// The workspace, and the server that it is signed in to.
struct SignedIn {
    Session& session;
    SyncStore& store;
    SyncAccount account;
    std::unique_ptr<ServerAccess> server;

    [[nodiscard]] Administration administration() const { return {server->service(), server->session()}; }
    /// Brings what came of a command into the workspace.
    [[nodiscard]] Result<void> catchUp(const Context& context);
};

/// NotFound when the workspace is not signed in.
[[nodiscard]] Result<SignedIn> signedIn(Context& context);

/// A space by its id or its name; NotFound, or Ambiguous when several are called that.
[[nodiscard]] Result<SpaceView> resolveSpace(const WorkspaceReader& reader, const std::string& text);

}  // namespace kith::cli
