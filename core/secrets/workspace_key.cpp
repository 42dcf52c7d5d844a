#include <kith/secrets/workspace_key.h>

#include <kith/base/text.h>

#include <fmt/format.h>

namespace kith::secrets {

namespace {

std::string hex(std::span<const std::uint8_t> bytes)
{
    std::string text;
    for (const std::uint8_t byte : bytes) text += fmt::format("{:02x}", byte);
    return text;
}

}  // namespace

std::string keychainEntry(std::span<const std::uint8_t, 16> salt)
{
    return "workspace-" + hex(salt);
}

std::string keyToHex(std::span<const std::uint8_t, 32> key)
{
    return hex(key);
}

std::optional<std::array<std::uint8_t, 32>> keyFromHex(std::string_view text)
{
    const std::string digits = asciiLower(trim(text));
    std::array<std::uint8_t, 32> key{};
    if (digits.size() != key.size() * 2 || digits.find_first_not_of("0123456789abcdef") != std::string::npos)
        return std::nullopt;
    const auto valueOf = [](char digit) {
        return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
    };
    for (std::size_t i = 0; i < key.size(); ++i)
        key[i] = static_cast<std::uint8_t>((valueOf(digits[2 * i]) << 4U) | valueOf(digits[2 * i + 1]));
    return key;
}

}  // namespace kith::secrets
