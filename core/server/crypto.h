// Tokens, passwords, fingerprints and seals, over libsodium. Private to this folder.
#pragma once

#include <kith/base/error.h>
#include <kith/base/random.h>

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace kith::server {

/// Randomness for secrets, behind a lock.
class Secrets {
public:
    explicit Secrets(Random& random) : random_(random) { }

    [[nodiscard]] std::string bytes(std::size_t count);
    /// 256 bits in base64url.
    [[nodiscard]] std::string token();
    /// 79 bits to be read out: "k7qf-m2xa-93hd-wz5t". No letters that look alike.
    [[nodiscard]] std::string code();

private:
    std::mutex mutex_;
    Random& random_;
};

inline constexpr std::size_t kKeyBytes = 32;

/// BLAKE2b, 32 bytes: what is kept of a token or code, both too random to be guessed.
[[nodiscard]] std::string hashOf(std::string_view text);
/// A code as it was meant: lower case, without blanks and dashes.
[[nodiscard]] std::string plainCode(std::string_view code);
[[nodiscard]] std::string sha256(std::string_view bytes);
[[nodiscard]] std::string hex(std::string_view bytes);

/// HMAC-SHA512-256 with a key of 32 bytes.
[[nodiscard]] std::string macOf(std::string_view key, std::string_view text);
/// `text` with its mac, in base64url; and back, nothing when it is not ours.
[[nodiscard]] std::string sealed(std::string_view key, std::string_view text);
[[nodiscard]] std::optional<std::string> unsealed(std::string_view key, std::string_view base64);

[[nodiscard]] std::string toBase64(std::string_view bytes);
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);

/// argon2id (RFC 9106) of a password with a new salt, its parameters included. Internal when there is no memory.
[[nodiscard]] Result<std::string> hashPassword(std::string_view password, std::string_view salt, std::size_t memory,
                                               unsigned passes);
/// In constant time for one set of parameters; false for a text that hashPassword did not write.
[[nodiscard]] bool passwordFits(std::string_view hashed, std::string_view password);
inline constexpr std::size_t kSaltBytes = 16;

}  // namespace kith::server
