#include "composition.h"

#include "keys.h"

#include <kith/store/backups.h>

#include <fmt/format.h>

namespace kith::cli {

namespace {

namespace fs = std::filesystem;

std::unexpected<Error> noWorkspace(const fs::path& path)
{
    return fail(ErrorCode::NotFound,
                fmt::format("There is no workspace at {}; make one with `kithctl init`.", path.string()));
}

}  // namespace

std::string wayBack(const fs::path& workspace)
{
    const auto backups = store::automaticBackups(workspace);
    if (backups.empty())
        return "There is no automatic backup beside it; if you have a copy, put it back with `kithctl restore`.";
    return fmt::format("Put the latest backup back with `kithctl restore \"{}\"`.", backups.front().string());
}

std::string_view toWord(KeyKind kind)
{
    switch (kind) {
    case KeyKind::None: return "plain";
    case KeyKind::KeyFile: return "key-file";
    case KeyKind::Keychain: return "keychain";
    case KeyKind::Passphrase: return "passphrase";
    }
    return "plain";
}

Result<std::unique_ptr<Session>> Session::open(const fs::path& path, const KeyPlace& keys, const Clock& clock,
                                               const Zone& zone)
{
    FoundKey found;
    switch (store::fileKind(path)) {
    case store::FileKind::Missing: return noWorkspace(path);
    case store::FileKind::Encrypted: {
        KITH_TRY(salt, store::saltOf(path));
        KITH_TRY(key, findKey(keys, salt));
        found = key;
        break;
    }
    case store::FileKind::Empty:
    case store::FileKind::Plain: break;
    }
    std::unique_ptr<Session> session(new Session(clock, found.kind));
    auto workspace = store::Workspace::open({.path = path, .key = found.key, .clock = clock, .ids = session->ids_});
    if (!workspace) {
        Error error = workspace.error();
        if (error.code == ErrorCode::Corrupt) error.message += ' ' + wayBack(path);
        return std::unexpected(std::move(error));
    }
    session->attach(std::move(*workspace), clock, zone);
    return session;
}

Result<std::unique_ptr<Session>> Session::create(const fs::path& path, bool plain, const KeyPlace& keys,
                                                 const std::string& organisation, const Clock& clock, const Zone& zone)
{
    if (store::fileKind(path) != store::FileKind::Missing)
        return fail(ErrorCode::BadInput,
                    fmt::format("There is a file at {} already; nothing was changed.", path.string()));
    SystemRandom random;
    store::WorkspaceSalt salt{};
    random.fill(salt);
    FoundKey found;
    if (!plain) {
        KITH_TRY(key, makeKey(keys, salt, random));
        found = key;
    }
    std::unique_ptr<Session> session(new Session(clock, found.kind));
    KITH_TRY(workspace,
             store::Workspace::create(
                 {.path = path, .key = found.key, .salt = salt, .clock = clock, .ids = session->ids_}, organisation));
    session->attach(std::move(workspace), clock, zone);
    return session;
}

void Session::attach(std::unique_ptr<store::Workspace> workspace, const Clock& clock, const Zone& zone)
{
    workspace_ = std::move(workspace);
    services_ = std::make_unique<Services>(
        Services{.writer = *workspace_, .reader = workspace_->reader(), .clock = clock, .zone = zone, .ids = ids_});
}

Result<fs::path> restoreWorkspace(const fs::path& backup, const fs::path& workspace, const KeyPlace& keys, Instant now)
{
    FoundKey found;
    switch (store::fileKind(backup)) {
    case store::FileKind::Missing:
        return fail(ErrorCode::NotFound, fmt::format("There is no file at {}; nothing was changed.", backup.string()));
    case store::FileKind::Empty:
        return fail(ErrorCode::Corrupt, "The backup is an empty file; the workspace was left as it is.");
    case store::FileKind::Encrypted: {
        KITH_TRY(salt, store::saltOf(backup));
        KITH_TRY(key, findKey(keys, salt));
        found = key;
        break;
    }
    case store::FileKind::Plain: break;
    }
    return store::restoreBackup(backup, workspace, found.key, now);
}

}  // namespace kith::cli
