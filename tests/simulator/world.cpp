#include <kith/simulation/world.h>

#include <kith/base/log.h>
#include <kith/server_support/bed.h>

#include <algorithm>

namespace kith::simulation {

using server_support::must;
using sync::Trouble;

namespace {

constexpr Instant kStart{std::chrono::milliseconds{1'795'000'000'000}};
/// Rounds of everybody until nothing changes any more; a handful is usual.
constexpr int kMostPasses = 25;

/// What this seed plays with. Few things at a time make a failure easier to read, all of them find more.
struct Mood {
    int network = 0;  ///< percent of requests in trouble
    bool clocks = false;
    bool grants = false;
    bool restores = false;
    bool disks = false;
    bool erasures = false;
    int servers = 1;  ///< over one database
};

class World {
public:
    explicit World(const Plan& plan)
        : plan_(plan), trace_(plan.loud), dice_(plan.seed), host_(dice_.fork(), kStart), now_(kStart)
    {
        mood_ = {.network = dice_.chance(80) ? static_cast<int>(dice_.between(5, 40)) : 0,
                 .clocks = dice_.chance(60),
                 .grants = dice_.chance(60),
                 .restores = dice_.chance(40),
                 .disks = dice_.chance(50),
                 .erasures = dice_.chance(50),
                 .servers = dice_.chance(25) ? 2 : 1};
        trace_.say("network {} clocks {} grants {} restores {} disks {} erasures {} servers {}", mood_.network,
                   mood_.clocks, mood_.grants, mood_.restores, mood_.disks, mood_.erasures, mood_.servers);
        if (mood_.servers > 1) host_.stand(mood_.servers);
        disk_.watch();
        const auto machines = static_cast<int>(dice_.between(3, dice_.chance(20) ? 8 : 4));
        for (int i = 0; i < machines; ++i) addMachine(i);
    }

    Outcome play()
    {
        Outcome outcome;
        try {
            for (step_ = 1; step_ <= plan_.steps; ++step_) {
                step();
                if (step_ % 60 == 0 || step_ == plan_.steps) {
                    outcome.rows = quieten();
                    ++outcome.quiets;
                }
            }
        } catch (const std::exception& problem) {
            outcome.trouble = fmt::format("step {}: {}", step_, problem.what());
        }
        outcome.trace = trace_.hash();
        outcome.edits = ledger_.size();
        return outcome;
    }

private:
    void addMachine(int number)
    {
        // Some people have two machines.
        const bool second = number > 0 && dice_.chance(25);
        const std::string user = second ? machines_.back()->user() : fmt::format("user{}", number);
        std::string code;
        if (!second) {
            static const std::vector<sync::Role> roles = {sync::Role::Recruiter, sync::Role::Recruiter,
                                                          sync::Role::BusinessManager, sync::Role::Partner};
            code = must(host_.admin().addUser(user, dice_.oneOf(roles)));
            for (const Id& space : host_.spaces())
                if (space == host_.spaces().front() || dice_.chance(60))
                    host_.grant(user, space, dice_.chance(80) ? sync::Rights::Write : sync::Rights::Read);
            ensureWritable(user);
        }
        machines_.push_back(std::make_unique<Machine>(number, user, host_, ledger_, trace_, dice_.fork()));
        Machine& machine = *machines_.back();
        if (dice_.chance(30)) trace_.say("  before: {}", doSomething(machine, dice_).what);
        if (auto joined = machine.signIn(code); !joined) broken("{} cannot sign in: {}", user, joined.error().sentence);
        machine.network().setTrouble(mood_.network);
        trace_.say("machine {} of {}", number, user);
    }

    /// Without a space to write in nobody can sign in.
    void ensureWritable(const std::string& user)
    {
        for (const Id& space : host_.spaces())
            if (host_.rightsOf(user, space) >= sync::Rights::Write) return;
        host_.grant(user, host_.spaces().front(), sync::Rights::Write);
    }

    Machine& anybody() { return *dice_.oneOf(machines_); }

    void pass(std::chrono::milliseconds time)
    {
        now_ = std::max(now_, host_.clock().now() - hostSkew_) + time;
        host_.clock().set(now_ + hostSkew_);
        for (auto& machine : machines_) machine->clock().advance(time);
    }

    void step()
    {
        pass(std::chrono::milliseconds{dice_.between(0, dice_.chance(10) ? 3'600'000 : 20'000)});
        Machine& machine = anybody();
        const std::int64_t what = dice_.between(0, 99);
        if (what < 55) return act(machine);
        if (what < 78) return tryRound(machine);
        if (what < 80) return restart(machine);
        if (what < 81) return restartServer();
        if (what < 84) return machine.network().deliverLate();
        if (what < 88) return mood_.clocks ? turnClock(machine) : act(machine);
        if (what < 92) return mood_.grants ? changeGrant(machine) : tryRound(machine);
        if (what < 93) return mood_.erasures ? erase(machine) : act(machine);
        if (what < 96) return mood_.restores ? backupOrRestore(machine) : tryRound(machine);
        return mood_.disks ? failDisk(machine) : act(machine);
    }

    void act(Machine& machine)
    {
        const Deed deed = doSomething(machine, dice_);
        trace_.say("{} machine {}: {}", step_, machine.number(), deed.what);
        if (deed.failed && !diskFails_) broken("machine {} cannot write: {}", machine.number(), deed.what);
    }

    /// One round; whoever has to sign in does.
    sync::Answer<SyncReport> round(Machine& machine, bool evenIfManyGo = false)
    {
        try {
            auto report = machine.round(evenIfManyGo || dice_.chance(50));
            if (report)
                trace_.say("{} machine {} synced: {} out, {} in, {} refused, {}", step_, machine.number(),
                           report->pushed, report->pulled, report->rejected, report->verified);
            else
                trace_.say("{} machine {} not synced: {} {}", step_, machine.number(),
                           static_cast<int>(report.error().trouble), report.error().sentence);
            if (report) checkRefused(machine, host_);
            if (!report && report.error().trouble == Trouble::Workspace && !diskFails_)
                broken("machine {} cannot take what the server says: {}", machine.number(), report.error().sentence);
            if (!report && report.error().trouble == Trouble::SignIn) {
                // The device may get another id, and number what it sends anew.
                static_cast<void>(machine.network().takeRefused());
                const auto joined = machine.signIn();
                trace_.say("  signs in: {}", joined ? "yes" : joined.error().sentence);
            }
            return report;
        } catch (const Killed&) {
            trace_.say("{} machine {} dies", step_, machine.number());
            machine.crash(disk_);
            return std::unexpected(sync::Failure{Trouble::Stopped, "Killed."});
        }
    }

    void tryRound(Machine& machine) { static_cast<void>(round(machine)); }

    void restart(Machine& machine)
    {
        trace_.say("{} machine {} restarts", step_, machine.number());
        machine.restart();
    }

    void restartServer()
    {
        trace_.say("{} server restarts", step_);
        host_.restart();
    }

    void turnClock(Machine& machine)
    {
        using namespace std::chrono;
        const std::int64_t how = dice_.between(0, 6);
        if (how == 6) hostSkew_ = seconds{dice_.between(-900, 900)};
        if (how == 0) machine.clock().set(now_);
        else if (how == 1) machine.clock().set(now_ + years{dice_.between(1, 20)});
        else if (how == 2) machine.clock().set(now_ - years{dice_.between(1, 20)});
        else if (how < 6) machine.clock().advance(seconds{dice_.between(-7200, 7200)});
        trace_.say("{} machine {} turns its clock {}", step_, machine.number(), how);
    }

    void changeGrant(Machine& machine)
    {
        const Id space = dice_.oneOf(host_.spaces());
        const auto rights = static_cast<sync::Rights>(dice_.between(0, 2));
        trace_.say("{} {} gets {} in {}", step_, machine.user(), wordOf(rights), space.toString());
        host_.grant(machine.user(), space, rights);
    }

    void erase(Machine& machine)
    {
        std::vector<Id> people;
        machine.reader().forEachRow(Kind::Person, [&](const Row& row) {
            people.push_back(row.id);
            return true;
        });
        if (people.empty()) return;
        std::ranges::sort(people);
        const Id person = dice_.oneOf(people);
        const bool done = host_.erase(person);
        trace_.say("{} {} is erased: {}", step_, person.toString(), done);
    }

    void backupOrRestore(Machine& machine)
    {
        const std::int64_t what = dice_.between(0, 9);
        trace_.say("{} backup or restore {} of machine {}", step_, what, machine.number());
        if (what < 4) machine.backup();
        else if (what < 7) {
            host_.backup();
            hostBackup_ = ledger_.mark();
        } else if (what < 9) {
            machine.restore();
        } else if (host_.restore()) {
            ledger_.serverRestored(hostBackup_, [&](int number, Kind kind, const Id& row) {
                return machines_.at(static_cast<std::size_t>(number))->reader().row(kind, row).has_value();
            });
        }
    }

    /// The n-th write from now fails, once or until the program dies of it.
    void failDisk(Machine& machine)
    {
        const auto kind = dice_.chance(50) ? test::FaultVfs::Kind::IoError : test::FaultVfs::Kind::DiskFull;
        const bool lasting = dice_.chance(50);
        trace_.say("{} machine {} has a failing disk, lasting {}", step_, machine.number(), lasting);
        disk_.arm(static_cast<int>(dice_.between(1, 60)), kind, lasting);
        const bool edits = dice_.chance(50);
        diskFails_ = true;
        if (edits) act(machine);
        else tryRound(machine);
        if (lasting) machine.crash(disk_);
        else disk_.disarm();
        diskFails_ = false;
    }

    /// Heals everything, lets everybody sync until nothing changes, and checks. Returns the number of rows.
    std::size_t quieten()
    {
        trace_.say("{} quiet", step_);
        for (auto& machine : machines_) {
            machine->network().setTrouble(0);
            ensureWritable(machine->user());
        }
        bool quiet = false;
        for (int passes = 0; passes < kMostPasses && !quiet; ++passes) quiet = isQuiet();
        const auto rows = host_.rows();
        if (const auto problems = host_.problems(); !problems.empty()) broken("server: {}", problems.front());
        trace_.say("{}", dumpOf(rows));
        for (auto& machine : machines_) {
            checkSettled(*machine);
            checkDerived(*machine);
            checkHolds(*machine, host_, rows);
        }
        if (!quiet) broken("no quiet after everybody synced {} times", kMostPasses);
        ledger_.check(rows, host_.erased());
        for (auto& machine : machines_) machine->network().setTrouble(mood_.network);
        return rows.size();
    }

    /// Everybody syncs once; whether nothing came of it.
    bool isQuiet()
    {
        bool quiet = true;
        for (auto& machine : machines_) {
            pass(std::chrono::seconds{1});
            const auto report = round(*machine, true);
            quiet = quiet && report && report->pushed + report->pulled + report->rejected == 0 && report->verified;
        }
        return quiet;
    }

    Plan plan_;
    Trace trace_;
    Dice dice_;
    test::FaultVfs disk_{false};
    Host host_;
    Ledger ledger_;
    Mood mood_;
    Instant now_;
    std::chrono::milliseconds hostSkew_{0};  ///< the server's clock is wrong, too
    std::vector<std::unique_ptr<Machine>> machines_;
    std::int64_t hostBackup_ = 0;  ///< the ledger's mark at the server's backup
    bool diskFails_ = false;
    int step_ = 0;
};

}  // namespace

Outcome run(const Plan& plan)
{
    server_support::Bed::needApplication();
    if (!plan.loud) log::setSink([](log::Level, std::string_view, std::string_view) { });
    try {
        return World(plan).play();
    } catch (const std::exception& problem) {
        return {.trouble = fmt::format("at the start: {}", problem.what())};
    }
}

}  // namespace kith::simulation
