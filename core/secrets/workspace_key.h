// How a workspace's key is written down: its name in the keychain and its hex form in key files.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kith::secrets {

/// The keychain entry of the workspace with this salt: "workspace-" and the salt in hex. The salt stands in clear at
/// the start of the file, so the entry is found again wherever the file is moved.
[[nodiscard]] std::string keychainEntry(std::span<const std::uint8_t, 16> salt);

/// 64 lower-case hex digits.
[[nodiscard]] std::string keyToHex(std::span<const std::uint8_t, 32> key);
/// Reads 64 hex digits of either case, white space around them allowed.
[[nodiscard]] std::optional<std::array<std::uint8_t, 32>> keyFromHex(std::string_view text);

}  // namespace kith::secrets
