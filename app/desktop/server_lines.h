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
    /// `keyFile` empty: the token is in the keychain.
    explicit ServerLines(std::filesystem::path keyFile) : keyFile_(std::move(keyFile)) { }

    /// As Dial.
    [[nodiscard]] Result<ServerLine> open(const std::string& url, const std::string& caFile, const Id& device);

private:
    std::filesystem::path keyFile_;
    std::optional<secrets::WaitingKeychain> keychain_;  ///< made when the first token is asked for
};

}  // namespace kith::desktop
