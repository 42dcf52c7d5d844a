#include <kith/simulation/host.h>

#include <kith/server_support/bed.h>
#include <kith/simulation/trace.h>
#include <kith/sync/part.h>

#include <csignal>

namespace kith::simulation {

using server_support::must;

namespace {

constexpr std::string_view kWarden = "warden";
constexpr const char* kPassword = "correct horse battery";

/// Small enough that every page, part and snapshot is met with a few dozen rows.
server::Limits tightLimits()
{
    server::Limits limits = server_support::quickLimits();
    limits.snapshotRows = 25;
    limits.partBytes = 4096;
    limits.pageRows = 9;
    return limits;
}

}  // namespace

Host::Host(Dice dice, Instant start)
    : luck_(dice.fork()), clock_(start), idBits_(dice.seed()), secretBits_(dice.seed()), ids_(clock_, idBits_)
{
    restart();
    code_ = must(admin().addUser(kWarden, sync::Role::Administrator));
    for (const server::SpaceSummary& space : must(admin().spaces())) spaces_.push_back(space.id);
    spaces_.push_back(must(admin().addSpace("Pools", SpaceKind::Team)));
    spaces_.push_back(must(admin().addSpace("Seniors", SpaceKind::Shared)));
    for (const Id& space : spaces_) grant(std::string(kWarden), space, sync::Rights::Manage);
    // Before any backup, so that the password is in it.
    static_cast<void>(warden());
}

void Host::restart()
{
    servers_.clear();
    const server::ServerOptions options{.data = folder_.path(),
                                        .organisation = "Example",
                                        .readers = 1,
                                        .writers = 1,
                                        .durable = false,
                                        .limits = tightLimits()};
    for (int i = 0; i < count_; ++i) servers_.push_back(must(server::Server::open(options, clock_, ids_, secretBits_)));
}

void Host::stand(int servers)
{
    count_ = servers;
    restart();
}

Host::FullDisk::FullDisk(const std::filesystem::path& database, Dice& luck)
{
    std::error_code none;
    const auto log = std::filesystem::file_size(database.string() + "-wal", none);
    const auto left = static_cast<std::uintmax_t>(luck.between(0, 60'000));
    getrlimit(RLIMIT_FSIZE, &before_);
    rlimit now = before_;
    now.rlim_cur = (none ? 0 : log) + left;
    // Otherwise the first write beyond it ends the program.
    std::signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &now);
}

Host::FullDisk::~FullDisk()
{
    setrlimit(RLIMIT_FSIZE, &before_);
}

void Host::backup()
{
    const auto file = folder_.path() / "server.backup";
    std::filesystem::remove(file);
    must(admin().backup(file));
    backedUp_ = grants_;
    hasBackup_ = true;
}

bool Host::restore()
{
    if (!hasBackup_) return false;
    must(admin().restore(folder_.path() / "server.backup"));
    grants_ = backedUp_;
    return true;
}

void Host::grant(const std::string& user, const Id& space, sync::Rights rights)
{
    if (rights == sync::Rights::None) must(admin().revoke(user, space.toString()));
    else must(admin().grant(user, space.toString(), rights));
    grants_[{user, space}] = rights;
}

sync::Rights Host::rightsOf(const std::string& user, const Id& space) const
{
    const auto found = grants_.find({user, space});
    return found == grants_.end() ? sync::Rights::None : found->second;
}

sync::Token Host::warden()
{
    // A restored server knows neither the device nor, perhaps, that the password was set.
    auto tokens = server().signIn(
        {.user = std::string(kWarden), .password = kPassword, .code = code_, .device = wardenDevice_, .deviceName = {}},
        {});
    if (!tokens) tokens = server().signIn({.user = std::string(kWarden), .password = kPassword, .device = {}}, {});
    const sync::Tokens good = must(std::move(tokens));
    code_.clear();
    wardenDevice_ = good.device;
    return good.access;
}

void Host::noticePrivateSpaces()
{
    std::set<Id> mine;
    std::vector<server::GrantInfo> theirs;
    for (const server::SpaceSummary& space : must(admin().spaces()))
        if (space.kind == SpaceKind::Private) mine.insert(space.id);
    for (const server::GrantInfo& grant : must(admin().grants())) {
        if (!mine.contains(grant.space)) continue;
        if (grant.user == kWarden) mine.erase(grant.space);
        else grants_[{grant.user, grant.space}] = grant.rights;
    }
    for (const Id& space : mine) must(admin().grant(kWarden, space.toString(), sync::Rights::Read));
}

bool Host::erase(const Id& person)
{
    const auto before = rows();
    const sync::Token token = warden();
    const bool done = server().command(token, {.what = sync::Command::What::Erase, .subject = person}, {}).has_value();
    static_cast<void>(server().signOut(token, {}));
    const auto after = rows();
    for (const auto& [id, held] : before)
        if (!after.contains(id)) erased_.insert(id);
    return done;
}

std::map<Id, Numbered> Host::rows()
{
    noticePrivateSpaces();
    const sync::Token token = warden();
    std::map<Id, Numbered> rows;
    sync::PullRequest request{.cursor = {}, .erased = {}};
    const auto take = [&](const sync::NumberedRow& numbered) {
        Numbered held{.number = numbered.number, .row = sync::Row::empty(numbered.row.kind, numbered.row.id)};
        sync::mergeInto(held.row, numbered.row);
        rows[numbered.row.id] = std::move(held);
    };
    for (bool more = true; more;) {
        const auto page = must(server().pull(token, request, {}));
        for (const sync::NumberedRow& row : page.rows) take(row);
        request.cursor = page.cursor;
        more = page.more || !page.snapshots.empty();
        for (const Id& space : page.snapshots) {
            const auto snapshot = must(server().snapshot(token, {.space = space, .cursor = request.cursor}, {}));
            for (const sync::SnapshotPart& part : snapshot.parts) {
                const auto bytes = must(server().part(token, {.snapshot = snapshot.snapshot, .index = part.index}, {}));
                for (const sync::NumberedRow& row : must(sync::readPart(part, bytes))) take(row);
            }
            request.cursor = snapshot.cursor;
        }
    }
    static_cast<void>(server().signOut(token, {}));
    return rows;
}

std::vector<std::string> Host::problems()
{
    return must(admin().check());
}

}  // namespace kith::simulation
