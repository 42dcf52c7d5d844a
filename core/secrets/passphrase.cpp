#include <kith/secrets/passphrase.h>

#include <sodium.h>

namespace kith::secrets {

namespace {

constexpr unsigned long long kPasses = 3;
constexpr std::size_t kMemory = std::size_t{256} << 20U;

static_assert(crypto_pwhash_SALTBYTES == 16);

}  // namespace

Result<std::array<std::uint8_t, 32>> keyFromPassphrase(std::string_view passphrase,
                                                       std::span<const std::uint8_t, 16> salt)
{
    std::array<std::uint8_t, 32> key{};
    if (sodium_init() < 0
        || crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), salt.data(), kPasses, kMemory,
                         crypto_pwhash_ALG_ARGON2ID13)
            != 0)
        return fail(ErrorCode::Internal, "The key could not be made of the passphrase: not enough memory.");
    return key;
}

}  // namespace kith::secrets
