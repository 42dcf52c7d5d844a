// A workspace key from a passphrase, for machines without a keychain.
#pragma once

#include <kith/base/error.h>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace kith::secrets {

/// Shortest passphrase for a new workspace, in bytes.
inline constexpr std::size_t kShortestPassphrase = 8;

/// Argon2id (RFC 9106) through libsodium with its "moderate" limits: 3 passes over 256 MiB, which takes about a second.
/// `salt` is the workspace's (16 bytes). The parameters are part of the file format: changing them locks people out.
/// Internal when the memory cannot be had.
[[nodiscard]] Result<std::array<std::uint8_t, 32>> keyFromPassphrase(std::string_view passphrase,
                                                                     std::span<const std::uint8_t, 16> salt);

}  // namespace kith::secrets
