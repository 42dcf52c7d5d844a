// Opens the workspace and holds everything that a use case needs. The only place in kithctl that sees the store.
#pragma once

#include <kith/base/random.h>
#include <kith/store/workspace.h>
#include <kith/usecases/workspace.h>

#include <filesystem>
#include <memory>
#include <string>

namespace kith::cli {

/// Where keys come from besides the system keychain.
struct KeyPlace {
    std::filesystem::path keyFile{};  ///< 64 hex digits; empty: none
    std::filesystem::path passphraseFile{};  ///< its first line is the passphrase; empty: asked for on the terminal
};

enum class KeyKind { None, KeyFile, Keychain, Passphrase };

/// "plain", "key-file", "keychain", "passphrase".
[[nodiscard]] std::string_view toWord(KeyKind kind);

/// How to get a damaged workspace back, as a sentence: the newest automatic backup beside it by its name, if there is
/// one.
[[nodiscard]] std::string wayBack(const std::filesystem::path& workspace);

class Session {
public:
    /// Opens an existing workspace. Errors: those of store::Workspace::open, with the way back where the file is
    /// damaged; NoKeychain when no key can be found.
    [[nodiscard]] static Result<std::unique_ptr<Session>> open(const std::filesystem::path& path, const KeyPlace& keys,
                                                               const Clock& clock, const Zone& zone);
    /// Makes a new one. Without `plain` the key is the key file's, else a fresh one kept in the keychain, else comes
    /// of a passphrase.
    [[nodiscard]] static Result<std::unique_ptr<Session>> create(const std::filesystem::path& path, bool plain,
                                                                 const KeyPlace& keys, const std::string& organisation,
                                                                 const Clock& clock, const Zone& zone);

    [[nodiscard]] Services& services() { return *services_; }
    [[nodiscard]] const WorkspaceReader& reader() const { return workspace_->reader(); }
    [[nodiscard]] store::Workspace& workspace() { return *workspace_; }
    [[nodiscard]] KeyKind keyKind() const { return keyKind_; }

private:
    Session(const Clock& clock, KeyKind keyKind) : ids_(clock, random_), keyKind_(keyKind) { }
    void attach(std::unique_ptr<store::Workspace> workspace, const Clock& clock, const Zone& zone);

    SystemRandom random_;
    UuidSource ids_;
    KeyKind keyKind_;
    std::unique_ptr<store::Workspace> workspace_;
    std::unique_ptr<Services> services_;
};

/// Puts a backup in the place of the workspace, opened with the key of either. Returns where the file it replaces went.
[[nodiscard]] Result<std::filesystem::path> restoreWorkspace(const std::filesystem::path& backup,
                                                             const std::filesystem::path& workspace,
                                                             const KeyPlace& keys, Instant now);

}  // namespace kith::cli
