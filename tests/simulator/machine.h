// Somebody's desktop without a screen: a real workspace, a clock of its own, a disk that fails, a way to the server.
#pragma once

#include <kith/simulation/network.h>
#include <kith/store/workspace.h>
#include <kith/support/fault_vfs.h>
#include <kith/usecases/sync/sync_round.h>

#include <memory>
#include <optional>

namespace kith::simulation {

/// The keychain: it is not on the workspace's disk and not in its backup.
class Keychain final : public TokenVault {
public:
    Result<std::optional<std::string>> load() override { return token_; }
    Result<void> save(const std::string& token) override
    {
        token_ = token;
        return {};
    }
    Result<void> forget() override
    {
        token_.reset();
        return {};
    }

private:
    std::optional<std::string> token_;
};

class Machine {
public:
    Machine(int number, std::string user, Host& host, Ledger& ledger, Trace& trace, Dice dice);

    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] const std::string& user() const { return user_; }
    [[nodiscard]] FixedClock& clock() { return clock_; }
    [[nodiscard]] Network& network() { return network_; }
    [[nodiscard]] store::Workspace& workspace() { return *workspace_; }
    [[nodiscard]] Services& services() { return *services_; }
    [[nodiscard]] SyncStore& store() { return workspace_->sync(); }
    [[nodiscard]] const WorkspaceReader& reader() const { return workspace_->reader(); }

    /// With the code of an invitation the first time, then with the password alone.
    sync::Answer<SyncAccount> signIn(const std::string& code = {});
    sync::Answer<SyncReport> round(bool evenIfManyGo, const std::function<void(const SyncReport&)>& progress = {});

    /// The program ends and starts again.
    void restart();
    /// The power fails, and everything starts again. Of what was not synced a part is lost: never of an edit that was
    /// acknowledged, because every commit is synced (synchronous = FULL), and that is what this holds it to.
    void crash(test::FaultVfs& disk);
    void backup();
    /// False when there is no backup.
    bool restore();

private:
    void open();
    void close();
    [[nodiscard]] store::WorkspaceOptions options();
    [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "machine.kith"; }

    int number_;
    std::string user_;
    Ledger& ledger_;
    Trace& trace_;
    test::TempFolder folder_;
    Dice luck_;
    FixedClock clock_;
    UtcZone zone_;
    SeededRandom random_;
    UuidSource ids_;
    Network network_;
    Keychain keychain_;
    std::unique_ptr<store::Workspace> workspace_;
    std::optional<Services> services_;
    std::unique_ptr<ServerSession> session_;
    std::optional<std::int64_t> backup_;  ///< the ledger's mark at the backup
};

}  // namespace kith::simulation
