// From a path to an open workspace: key file, keychain, passphrase, or a new file.
#pragma once

#include <kith/base/serial_queue.h>
#include <kith/secrets/keychain.h>
#include <kith/store/workspace.h>

#include <QObject>

#include <memory>
#include <string>

namespace kith::desktop {

/// Answers by signals, on the thread that made it. Only one opening at a time.
class Opening : public QObject {
    Q_OBJECT
public:
    struct Place {
        std::filesystem::path path;
        std::filesystem::path keyFile{};  ///< empty: keychain or passphrase
    };
    /// What a new workspace needs. An empty passphrase asks for the keychain.
    struct NewWorkspace {
        std::string organisation;
        std::string myName;
        std::string passphrase{};
    };

    Opening(Place place, secrets::Keychain& keychain, const Clock& clock, IdSource& ids, Random& random,
            QObject* parent = nullptr);

    /// Looks at the file and goes on by itself as far as it can.
    void start();
    /// Whether keys come from a file, so that neither keychain nor passphrase is asked for.
    [[nodiscard]] bool hasKeyFile() const { return !place_.keyFile.empty(); }
    void unlock(const std::string& passphrase);
    void create(const NewWorkspace& wanted);
    /// Puts the latest automatic backup in the place of the file. Its key is found as for the file itself.
    void restore(std::function<void(Result<void>)> done);
    /// The workspace after opened(); once.
    [[nodiscard]] std::unique_ptr<store::Workspace> take() { return std::move(workspace_); }

Q_SIGNALS:
    void opened();
    /// There is no file yet; without a keychain a new one needs a passphrase.
    void isNew(bool keychain);
    /// The file wants a passphrase: no key file was named and the keychain has no entry for it.
    void wantsPassphrase();
    /// A passphrase is needed for the new workspace because there is no keychain.
    void wantsNewPassphrase(const QString& why);
    void failed(const kith::Error& error);

private:
    void open(const std::optional<store::WorkspaceKey>& key);
    [[nodiscard]] Result<store::WorkspaceKey> readKeyFile() const;
    Result<void> restoreWith(const std::optional<store::WorkspaceKey>& key);
    void createWith(const NewWorkspace& wanted, const store::WorkspaceKey& key);
    void deriveKey(const std::string& passphrase, std::function<void(Result<store::WorkspaceKey>)> done);

    Place place_;
    secrets::Keychain& keychain_;
    const Clock& clock_;
    IdSource& ids_;
    Random& random_;
    store::WorkspaceSalt salt_{};
    std::unique_ptr<store::Workspace> workspace_;
    SerialQueue queue_;  // last: its tasks end before the rest goes
};

}  // namespace kith::desktop
