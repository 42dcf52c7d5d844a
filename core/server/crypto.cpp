#include "crypto.h"

#include <kith/base/text.h>

#include <fmt/format.h>
#include <sodium.h>

#include <array>
#include <charconv>
#include <span>

namespace kith::server {

namespace {

const unsigned char* raw(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* raw(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::size_t kPasswordBytes = 32;

static_assert(kKeyBytes == crypto_auth_KEYBYTES);
static_assert(kSaltBytes == crypto_pwhash_SALTBYTES);

std::optional<std::string> argon(std::string_view password, std::string_view salt, std::size_t memory, unsigned passes)
{
    std::string out(kPasswordBytes, '\0');
    if (salt.size() != kSaltBytes || sodium_init() < 0
        || crypto_pwhash(raw(out), out.size(), password.data(), password.size(), raw(salt), passes, memory,
                         crypto_pwhash_ALG_ARGON2ID13)
            != 0)
        return std::nullopt;
    return out;
}

std::optional<std::size_t> numberIn(std::string_view text)
{
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

std::string Secrets::bytes(std::size_t count)
{
    std::string result(count, '\0');
    const std::scoped_lock lock(mutex_);
    random_.fill(std::span(raw(result), count));
    return result;
}

std::string Secrets::token()
{
    return toBase64(bytes(kKeyBytes));
}

std::string Secrets::code()
{
    constexpr std::string_view kLetters = "23456789abcdefghjkmnpqrstuvwxyz";
    std::string code;
    for (const char byte : bytes(16)) {
        if (code.size() % 5 == 4) code += '-';
        code += kLetters[static_cast<unsigned char>(byte) % kLetters.size()];
    }
    return code;
}

std::string hashOf(std::string_view text)
{
    std::string out(crypto_generichash_BYTES, '\0');
    crypto_generichash(raw(out), out.size(), raw(text), text.size(), nullptr, 0);
    return out;
}

std::string plainCode(std::string_view code)
{
    std::string plain = asciiLower(code);
    std::erase_if(plain, [](char c) { return c == '-' || c == ' '; });
    return plain;
}

std::string sha256(std::string_view bytes)
{
    std::string out(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(raw(out), raw(bytes), bytes.size());
    return out;
}

std::string hex(std::string_view bytes)
{
    std::string out(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), raw(bytes), bytes.size());
    out.pop_back();
    return out;
}

std::string macOf(std::string_view key, std::string_view text)
{
    std::string out(crypto_auth_BYTES, '\0');
    crypto_auth(raw(out), raw(text), text.size(), raw(key));
    return out;
}

std::string sealed(std::string_view key, std::string_view text)
{
    return toBase64(macOf(key, text) + std::string(text));
}

std::optional<std::string> unsealed(std::string_view key, std::string_view base64)
{
    const auto bytes = fromBase64(base64);
    if (!bytes || bytes->size() < crypto_auth_BYTES) return std::nullopt;
    const std::string_view text = std::string_view(*bytes).substr(crypto_auth_BYTES);
    if (crypto_auth_verify(raw(std::string_view(*bytes)), raw(text), text.size(), raw(key)) != 0) return std::nullopt;
    return std::string(text);
}

std::string toBase64(std::string_view bytes)
{
    std::string out(sodium_base64_ENCODED_LEN(bytes.size(), kVariant), '\0');
    sodium_bin2base64(out.data(), out.size(), raw(bytes), bytes.size(), kVariant);
    out.pop_back();
    return out;
}

std::optional<std::string> fromBase64(std::string_view text)
{
    std::string out(text.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(raw(out), out.size(), text.data(), text.size(), nullptr, &size, nullptr, kVariant) != 0)
        return std::nullopt;
    out.resize(size);
    return out;
}

Result<std::string> hashPassword(std::string_view password, std::string_view salt, std::size_t memory, unsigned passes)
{
    const auto hash = argon(password, salt, memory, passes);
    if (!hash) return fail(ErrorCode::Internal, "The password could not be taken: not enough memory.");
    return fmt::format("argon2id${}${}${}${}", memory, passes, toBase64(salt), toBase64(*hash));
}

bool passwordFits(std::string_view hashed, std::string_view password)
{
    const auto parts = split(hashed, '$');
    if (parts.size() != 5 || parts[0] != "argon2id") return false;
    const auto memory = numberIn(parts[1]);
    const auto passes = numberIn(parts[2]);
    const auto salt = fromBase64(parts[3]);
    const auto expected = fromBase64(parts[4]);
    if (!memory || !passes || !salt || !expected || expected->size() != kPasswordBytes) return false;
    const auto actual = argon(password, *salt, *memory, static_cast<unsigned>(*passes));
    return actual && sodium_memcmp(actual->data(), expected->data(), kPasswordBytes) == 0;
}

}  // namespace kith::server
