#include <kith/server_support/bed.h>

#include <QCoreApplication>

#include <atomic>
#include <fmt/format.h>
#include <stdexcept>
#include <unistd.h>

namespace kith::server_support {

namespace {

std::atomic<unsigned> last{0};

}  // namespace

std::string nameOf(On on)
{
    return on == On::Sqlite ? "Sqlite" : "Postgres";
}

server::Limits quickLimits()
{
    server::Limits limits;
    limits.passwordMemory = 8192;
    limits.passwordPasses = 1;
    return limits;
}

void Bed::needApplication()
{
    static int count = 1;
    static char name[] = "test";
    static char* arguments[] = {name, nullptr};
    // Never destroyed: Qt 6.8 looks at what it knows of databases then, and at the end of the program that is gone.
    static const auto* application = new QCoreApplication(count, arguments);
    static_cast<void>(application);
}

Bed::Bed(On on, const server::Limits& limits, PostgresServer* postgres)
    : on_(on),
      limits_(limits),
      clock_(Instant{std::chrono::milliseconds{1'795'000'000'000}}),
      idBits_(++last),
      ids_(clock_, idBits_)  // two beds of one test make different ids
{
    needApplication();
    folder_ = std::filesystem::temp_directory_path() / fmt::format("kith-server-{}-{}", getpid(), last.load());
    // A process that was killed may have left a folder, and another one may come to have its number.
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    if (on == On::Postgres) {
        postgres_ = postgres != nullptr ? postgres : &shared_.emplace();
        database_ = postgres_->makeDatabase();
    }
    restart();
}

Bed::~Bed()
{
    server_.reset();
    if (postgres_ != nullptr) postgres_->dropDatabase(database_);
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

server::ServerOptions Bed::options() const
{
    return {.data = folder_,
            .database = postgres_ != nullptr ? postgres_->urlOf(database_) : std::string{},
            .organisation = "Example",
            .readers = 2,
            .writers = 2,
            .durable = false,
            .limits = limits_};
}

void Bed::restart()
{
    server_.reset();
    server_ = must(server::Server::open(options(), clock_, ids_, secretBits_));
}

std::unique_ptr<server::Server> Bed::another()
{
    return must(server::Server::open(options(), clock_, ids_, otherBits_));
}

Member Bed::enrol(const std::string& name, sync::Role role)
{
    Member member{.name = name, .password = "correct horse of " + name, .tokens = {}};
    const std::string code = must(admin().addUser(name, role));
    member.tokens = must(server().signIn(
        {.user = name, .password = member.password, .code = code, .device = {}, .deviceName = name + "'s"}, {}));
    return member;
}

Member Bed::onAnotherDevice(const Member& member)
{
    Member other = member;
    other.tokens = must(
        server().signIn({.user = member.name, .password = member.password, .device = {}, .deviceName = "another"}, {}));
    return other;
}

Id Bed::makeSpace(const Member& owner, const std::string& name, SpaceKind kind)
{
    const sync::Command command{.what = sync::Command::What::MakeSpace, .space = newId(), .kind = kind, .name = name};
    return must(server().command(owner.tokens.access, command, {})).id;
}

void Bed::grant(const Member& manager, const Member& member, const Id& space, sync::Rights rights)
{
    const sync::Command command{
        .what = sync::Command::What::Grant, .space = space, .user = member.name, .rights = rights};
    static_cast<void>(must(server().command(manager.tokens.access, command, {})));
}

void Bed::revoke(const Member& manager, const Member& member, const Id& space)
{
    const sync::Command command{.what = sync::Command::What::Revoke, .space = space, .user = member.name};
    static_cast<void>(must(server().command(manager.tokens.access, command, {})));
}

Id Bed::common()
{
    for (const server::SpaceSummary& space : must(admin().spaces()))
        if (space.kind == SpaceKind::Organisation) return space.id;
    return {};
}

}  // namespace kith::server_support
