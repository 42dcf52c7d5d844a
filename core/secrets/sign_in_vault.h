// Where the token of a sign-in is kept, the same for every program: what one signed in, the other goes on with.
#pragma once

#include <kith/secrets/waiting_keychain.h>
#include <kith/usecases/sync/server_session.h>

#include <filesystem>
#include <memory>

namespace kith::secrets {

/// In the keychain, as "signin-" and the device's id. The keychain outlives the vault.
[[nodiscard]] std::unique_ptr<TokenVault> keychainVault(WaitingKeychain& keychain, const Id& device);

/// Beside a key file, as "FILE.signin" with mode 0600: who keeps the key of the workspace in a file has no keychain.
[[nodiscard]] std::unique_ptr<TokenVault> fileVault(const std::filesystem::path& keyFile);

}  // namespace kith::secrets
