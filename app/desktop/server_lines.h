// How the desktop reaches a server: over the network, with the token where kithctl keeps it too.
#pragma once

#include <kith/secrets/waiting_keychain.h>
#include <kith/usecases/sync/sync_driver.h>

#include <filesystem>
#include <optional>
#include <string>

namespace kith::desktop {

/// Used by the thread of sync alone once it has begun, and ended after it.
class ServerLines {
public:
    /// `caFile` as settings::kCaFile; `keyFile` empty: the token is in the keychain.
    ServerLines(std::filesystem::path keyFile, std::string caFile)
        : keyFile_(std::move(keyFile)), caFile_(std::move(caFile))
    {
    }

    [[nodiscard]] Result<ServerLine> open(const std::string& url, const Id& device);

private:
    std::filesystem::path keyFile_;
    std::string caFile_;
    std::optional<secrets::WaitingKeychain> keychain_;  ///< made when the first token is asked for
};

}  // namespace kith::desktop
