// Where the key of a workspace comes from: a key file, the system keychain, or a passphrase.
#pragma once

#include "composition.h"

namespace kith::cli {

struct FoundKey {
    KeyKind kind = KeyKind::None;
    std::optional<store::WorkspaceKey> key{};
};

/// The key of an encrypted workspace with this salt: the key file when one is named, else the passphrase file, else
/// the keychain, else a passphrase asked for on the terminal. NoKeychain, with what to do, when there is none of them;
/// BadInput for a key file that does not hold 64 hex digits.
[[nodiscard]] Result<FoundKey> findKey(const KeyPlace& keys, const store::WorkspaceSalt& salt);

/// A key for a new workspace, from the same places; a fresh one is kept in the keychain.
[[nodiscard]] Result<FoundKey> makeKey(const KeyPlace& keys, const store::WorkspaceSalt& salt, Random& random);

/// Asks on the terminal, without showing what is typed. BadInput when there is no terminal, or nothing was typed.
[[nodiscard]] Result<std::string> askPassword(std::string_view prompt);

/// Reads a key file: 64 hex digits, white space around them allowed.
[[nodiscard]] Result<store::WorkspaceKey> readKeyFile(const std::filesystem::path& path);

}  // namespace kith::cli
