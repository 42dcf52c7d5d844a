#include "opening.h"

#include <kith/secrets/passphrase.h>
#include <kith/secrets/workspace_key.h>
#include <kith/store/backups.h>
#include <kith/usecases/people.h>

#include <fstream>

namespace kith::desktop {

Opening::Opening(Place place, secrets::Keychain& keychain, const Clock& clock, IdSource& ids, Random& random,
                 QObject* parent)
    : QObject(parent), place_(std::move(place)), keychain_(keychain), clock_(clock), ids_(ids), random_(random)
{
}

void Opening::start()
{
    switch (store::fileKind(place_.path)) {
    case store::FileKind::Missing:
        random_.fill(salt_);
        if (hasKeyFile()) {
            Q_EMIT isNew(true);
            return;
        }
        // Asking for an entry that cannot exist tells whether there is a keychain at all.
        keychain_.read(secrets::keychainEntry(salt_), [this](const Result<std::string>& secret) {
            Q_EMIT isNew(secret.has_value() || secret.error().code == ErrorCode::NotFound);
        });
        return;
    case store::FileKind::Plain:
    case store::FileKind::Empty: open(std::nullopt); return;
    case store::FileKind::Encrypted: break;
    }
    const auto salt = store::saltOf(place_.path);
    if (!salt) {
        Q_EMIT failed(salt.error());
        return;
    }
    salt_ = *salt;
    if (hasKeyFile()) {
        if (const auto key = readKeyFile()) open(*key);
        else Q_EMIT failed(key.error());
        return;
    }
    keychain_.read(secrets::keychainEntry(salt_), [this](const Result<std::string>& secret) {
        const auto key = secret ? secrets::keyFromHex(*secret) : std::nullopt;
        if (key) open(*key);
        else Q_EMIT wantsPassphrase();
    });
}

Result<store::WorkspaceKey> Opening::readKeyFile() const
{
    constexpr std::streamsize kLongest = 256;
    std::ifstream in(place_.keyFile, std::ios::binary);
    if (!in)
        return fail(ErrorCode::NotFound, "The key file is not there or cannot be read; the workspace was left alone.");
    std::string text(kLongest, '\0');
    in.read(text.data(), kLongest);
    text.resize(static_cast<std::size_t>(in.gcount()));
    if (const auto key = secrets::keyFromHex(text)) return *key;
    return fail(ErrorCode::BadInput, "The key file does not hold 64 hex digits; the workspace was left alone.");
}

void Opening::open(const std::optional<store::WorkspaceKey>& key)
{
    auto workspace =
        store::Workspace::open({.path = place_.path, .key = key, .salt = salt_, .clock = clock_, .ids = ids_});
    if (!workspace) {
        Q_EMIT failed(workspace.error());
        return;
    }
    workspace_ = std::move(*workspace);
    Q_EMIT opened();
}

Result<void> Opening::restoreWith(const std::optional<store::WorkspaceKey>& key)
{
    const auto backups = store::automaticBackups(place_.path);
    if (backups.empty()) return fail(ErrorCode::NotFound, "There is no automatic backup of this workspace.");
    KITH_CHECK(store::restoreBackup(backups.front(), place_.path, key, clock_.now()));
    return {};
}

void Opening::restore(std::function<void(Result<void>)> done)
{
    const auto backups = store::automaticBackups(place_.path);
    if (backups.empty() || store::fileKind(backups.front()) != store::FileKind::Encrypted) {
        done(restoreWith(std::nullopt));
        return;
    }
    if (hasKeyFile()) {
        const auto key = readKeyFile();
        done(key ? restoreWith(*key) : std::unexpected(key.error()));
        return;
    }
    const auto salt = store::saltOf(backups.front());
    if (!salt) {
        done(std::unexpected(salt.error()));
        return;
    }
    keychain_.read(secrets::keychainEntry(*salt), [this, done = std::move(done)](const Result<std::string>& secret) {
        const auto key = secret ? secrets::keyFromHex(*secret) : std::nullopt;
        done(key ? restoreWith(*key)
                 : fail(ErrorCode::NoKeychain,
                        "The backup's key is not in the keychain; restore it with kithctl restore."));
    });
}

void Opening::deriveKey(const std::string& passphrase, std::function<void(Result<store::WorkspaceKey>)> done)
{
    // About a second of work: not on the screen's thread.
    queue_.post([this, passphrase, done = std::move(done)] {
        auto key = secrets::keyFromPassphrase(passphrase, salt_);
        QMetaObject::invokeMethod(this, [key = std::move(key), done] { done(key); }, Qt::QueuedConnection);
    });
}

void Opening::unlock(const std::string& passphrase)
{
    deriveKey(passphrase, [this](const Result<store::WorkspaceKey>& key) {
        if (key) open(*key);
        else Q_EMIT failed(key.error());
    });
}

void Opening::create(const NewWorkspace& wanted)
{
    if (!wanted.passphrase.empty()) {
        if (wanted.passphrase.size() < secrets::kShortestPassphrase) {
            Q_EMIT failed({ErrorCode::BadInput, "A passphrase has at least 8 characters; nothing was made."});
            return;
        }
        deriveKey(wanted.passphrase, [this, wanted](const Result<store::WorkspaceKey>& key) {
            if (key) createWith(wanted, *key);
            else Q_EMIT failed(key.error());
        });
        return;
    }
    if (hasKeyFile()) {
        if (const auto key = readKeyFile()) createWith(wanted, *key);
        else Q_EMIT failed(key.error());
        return;
    }
    store::WorkspaceKey key{};
    random_.fill(key);
    // The key is safe in the keychain before the file that needs it exists.
    keychain_.write(secrets::keychainEntry(salt_), secrets::keyToHex(key),
                    [this, wanted, key](const Result<void>& kept) {
                        if (kept) createWith(wanted, key);
                        else Q_EMIT wantsNewPassphrase(QString::fromStdString(kept.error().message));
                    });
}

void Opening::createWith(const NewWorkspace& wanted, const store::WorkspaceKey& key)
{
    auto workspace = store::Workspace::create(
        {.path = place_.path, .key = key, .salt = salt_, .clock = clock_, .ids = ids_}, wanted.organisation);
    if (!workspace) {
        Q_EMIT failed(workspace.error());
        return;
    }
    workspace_ = std::move(*workspace);
    const SystemZone zone;
    Services services{*workspace_, workspace_->reader(), clock_, zone, ids_};
    PersonInput me;
    me.name = wanted.myName;
    me.facets.add(Facet::Colleague);
    if (auto added = AddPerson(services).run(me)) (void)workspace_->setSetting(settings::kMe, added->toString());
    Q_EMIT opened();
}

}  // namespace kith::desktop
