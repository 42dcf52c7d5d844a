#include <kith/simulation/machine.h>

#include <kith/usecases/sync/sign_in.h>

namespace kith::simulation {

namespace fs = std::filesystem;

Machine::Machine(int number, std::string user, Host& host, Ledger& ledger, Trace& trace, Dice dice)
    : number_(number),
      user_(std::move(user)),
      ledger_(ledger),
      trace_(trace),
      luck_(dice.fork()),
      clock_(host.clock().now()),
      random_(dice.seed()),
      ids_(clock_, random_),
      network_(number, host, ledger, trace, dice.fork())
{
    auto made = store::Workspace::create(options(), "Desk of " + user_);
    if (!made) broken("no workspace: {}", made.error().message);
    workspace_ = std::move(*made);
    open();
}

store::WorkspaceOptions Machine::options()
{
    return {.path = path(), .clock = clock_, .ids = ids_, .vfs = test::FaultVfs::name()};
}

void Machine::open()
{
    if (!workspace_) {
        auto opened = store::Workspace::open(options());
        if (!opened) broken("machine {} does not open its workspace again: {}", number_, opened.error().message);
        workspace_ = std::move(*opened);
    }
    workspace_->onChange([this](const ChangeSet& changes) {
        if (changes.kind != CommandKind::Sync) ledger_.wrote(number_, changes, reader());
    });
    services_.emplace(Services{*workspace_, workspace_->reader(), clock_, zone_, ids_});
    session_ = std::make_unique<ServerSession>(network_, keychain_, clock_);
}

void Machine::close()
{
    session_.reset();
    services_.reset();
    workspace_.reset();
}

void Machine::restart()
{
    close();
    open();
}

void Machine::crash(test::FaultVfs& disk)
{
    // What the program would write on its way out is not written any more.
    disk.arm(1, test::FaultVfs::Kind::IoError, true);
    close();
    disk.disarm();
    const std::size_t lost = disk.loseUnsynced(path(), static_cast<std::size_t>(luck_.between(0, 3)));
    if (lost > 0) trace_.say("  machine {} loses {} writes", number_, lost);
    open();
    if (const auto problems = workspace_->check(); !problems.empty())
        broken("machine {} after a crash: {}", number_, problems.front());
}

void Machine::backup()
{
    const fs::path copy = folder_.path() / "copy.kith";
    fs::remove(copy);
    if (auto done = workspace_->backup(copy); !done) broken("no backup: {}", done.error().message);
    backup_ = ledger_.mark();
}

bool Machine::restore()
{
    if (!backup_) return false;
    close();
    for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(path().string() + suffix);
    fs::copy_file(folder_.path() / "copy.kith", path());
    open();
    ledger_.restored(number_, *backup_);
    static_cast<void>(network_.takeRefused());
    return true;
}

sync::Answer<SyncAccount> Machine::signIn(const std::string& code)
{
    return SignIn(network_, *session_, store())
        .run({.server = "https://kith.example",
              .user = user_,
              .password = "correct horse of " + user_,
              .code = code,
              .deviceName = "desk"},
             {});
}

sync::Answer<SyncReport> Machine::round(bool evenIfManyGo, const std::function<void(const SyncReport&)>& progress)
{
    return SyncRound(network_, *session_, store(), clock_)
        .run({.verify = true, .evenIfManyGo = evenIfManyGo}, {}, progress);
}

}  // namespace kith::simulation
