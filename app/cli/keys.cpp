#include "keys.h"

#include "keychain_access.h"

#include <kith/secrets/passphrase.h>
#include <kith/secrets/workspace_key.h>

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <optional>
#include <termios.h>
#include <unistd.h>

namespace kith::cli {

namespace {

namespace fs = std::filesystem;

std::optional<std::string> firstLineOf(const fs::path& path)
{
    constexpr std::streamsize kLongest = 4096;
    std::ifstream in(path, std::ios::binary);
    std::string text(kLongest, '\0');
    in.read(text.data(), kLongest);
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    if (text.empty()) return std::nullopt;
    text.resize(std::min(text.find_first_of("\r\n"), text.size()));
    return text;
}

/// Turns the terminal's echo off until it is destroyed.
class NoEcho {
public:
    NoEcho()
    {
        known_ = tcgetattr(STDIN_FILENO, &before_) == 0;
        if (!known_) return;
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~NoEcho()
    {
        if (known_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    NoEcho(const NoEcho&) = delete;
    NoEcho& operator=(const NoEcho&) = delete;

private:
    termios before_{};
    bool known_ = false;
};

bool canAsk()
{
    return isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0;
}

std::string ask(std::string_view prompt)
{
    fmt::print(stderr, "{}", prompt);
    std::fflush(stderr);
    std::string line;
    {
        const NoEcho quiet;
        std::getline(std::cin, line);
    }
    fmt::print(stderr, "\n");
    return line;
}

Result<FoundKey> fromKeyFile(const fs::path& path)
{
    KITH_TRY(key, readKeyFile(path));
    return FoundKey{.kind = KeyKind::KeyFile, .key = key};
}

Result<FoundKey> fromPassphrase(std::string_view passphrase, const store::WorkspaceSalt& salt)
{
    KITH_TRY(key, secrets::keyFromPassphrase(passphrase, salt));
    return FoundKey{.kind = KeyKind::Passphrase, .key = key};
}

Result<std::string> passphraseIn(const fs::path& path)
{
    auto line = firstLineOf(path);
    if (!line)
        return fail(ErrorCode::NotFound,
                    fmt::format("The passphrase file {} cannot be read; nothing was changed.", path.string()));
    return std::move(*line);
}

Result<void> checkNewPassphrase(std::string_view passphrase)
{
    if (passphrase.size() >= secrets::kShortestPassphrase) return {};
    return fail(ErrorCode::BadInput, "A passphrase has at least 8 characters; nothing was made.");
}

}  // namespace

Result<std::string> askPassword(std::string_view prompt)
{
    if (!canAsk())
        return fail(ErrorCode::BadInput, "There is no terminal to ask for the password; use --password-file.");
    std::string password = ask(fmt::format("{}: ", prompt));
    if (password.empty()) return fail(ErrorCode::BadInput, "No password was typed; nothing was changed.");
    return password;
}

Result<store::WorkspaceKey> readKeyFile(const fs::path& path)
{
    const auto line = firstLineOf(path);
    if (!line)
        return fail(
            ErrorCode::NotFound,
            fmt::format("The key file {} cannot be read; make one with `openssl rand -hex 32`.", path.string()));
    const auto key = secrets::keyFromHex(*line);
    if (!key)
        return fail(ErrorCode::BadInput,
                    fmt::format("The key file {} does not hold 64 hex digits; nothing was changed.", path.string()));
    return *key;
}

Result<FoundKey> findKey(const KeyPlace& keys, const store::WorkspaceSalt& salt)
{
    if (!keys.keyFile.empty()) return fromKeyFile(keys.keyFile);
    if (!keys.passphraseFile.empty()) {
        KITH_TRY(passphrase, passphraseIn(keys.passphraseFile));
        return fromPassphrase(passphrase, salt);
    }
    if (const auto secret = readFromKeychain(secrets::keychainEntry(salt))) {
        if (const auto key = secrets::keyFromHex(*secret)) return FoundKey{.kind = KeyKind::Keychain, .key = *key};
        return fail(ErrorCode::WrongKey, "The keychain's entry for this workspace is no key; nothing was changed.");
    }
    if (canAsk()) return fromPassphrase(ask("Passphrase: "), salt);
    return fail(ErrorCode::NoKeychain,
                "This workspace is encrypted, and the keychain has no key for it: name a key file with --key-file, or "
                "a file with the "
                "passphrase in KITH_PASSPHRASE_FILE.");
}

Result<FoundKey> makeKey(const KeyPlace& keys, const store::WorkspaceSalt& salt, Random& random)
{
    if (!keys.keyFile.empty()) return fromKeyFile(keys.keyFile);
    if (!keys.passphraseFile.empty()) {
        KITH_TRY(passphrase, passphraseIn(keys.passphraseFile));
        KITH_CHECK(checkNewPassphrase(passphrase));
        return fromPassphrase(passphrase, salt);
    }
    store::WorkspaceKey fresh{};
    random.fill(fresh);
    if (writeToKeychain(secrets::keychainEntry(salt), secrets::keyToHex(fresh)))
        return FoundKey{.kind = KeyKind::Keychain, .key = fresh};
    if (canAsk()) {
        const std::string passphrase = ask("Passphrase for the new workspace: ");
        KITH_CHECK(checkNewPassphrase(passphrase));
        if (ask("The same again: ") != passphrase)
            return fail(ErrorCode::BadInput, "The two passphrases differ; nothing was made.");
        return fromPassphrase(passphrase, salt);
    }
    return fail(ErrorCode::NoKeychain,
                "There is no keychain here that would keep the new workspace's key: name a key file with --key-file, a "
                "file with the passphrase in "
                "KITH_PASSPHRASE_FILE, or ask for a file that is not encrypted with --plain.");
}

}  // namespace kith::cli
