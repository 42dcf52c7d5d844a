#include "fake_backend.h"

namespace kith::test {

using namespace sync;

std::optional<Failure> FakeService::refused(const Token& token)
{
    ++calls;
    if (failure) return failure;
    if (token != kGoodToken) return Failure{.trouble = Trouble::SignIn, .sentence = "Sign in again."};
    return std::nullopt;
}

Answer<HelloReply> FakeService::hello(const Token& token, const HelloRequest& request, std::stop_token)
{
    lastDetail = request.version;
    HelloReply reply{.now = Instant{std::chrono::milliseconds{1'763'800'000'000}}, .epoch = idOf(1)};
    if (token.empty()) return reply;
    if (const auto no = refused(token)) return std::unexpected(*no);
    reply.account = HelloReply::Account{.user = idOf(2),
                                        .name = "ana",
                                        .role = Role::Recruiter,
                                        .organisation = idOf(3),
                                        .organisationName = "Riverside Council",
                                        .device = idOf(4),
                                        .acknowledged = 7,
                                        .spaces = {}};
    return reply;
}

Answer<Tokens> FakeService::signIn(const SignInRequest& request, std::stop_token)
{
    if (const auto no = refused(request.password)) return std::unexpected(*no);
    return Tokens{.access = std::string(kGoodToken), .refresh = "refresh", .device = idOf(4), .user = idOf(2)};
}

Answer<Tokens> FakeService::refresh(const RefreshRequest& request, std::stop_token)
{
    if (const auto no = refused(request.refresh == "refresh" ? std::string(kGoodToken) : ""))
        return std::unexpected(*no);
    return Tokens{.access = std::string(kGoodToken), .refresh = "next", .device = idOf(4), .user = idOf(2)};
}

Answer<void> FakeService::signOut(const Token& token, std::stop_token)
{
    if (const auto no = refused(token)) return std::unexpected(*no);
    return {};
}

Answer<std::vector<Device>> FakeService::devices(const Token& token, std::stop_token)
{
    if (const auto no = refused(token)) return std::unexpected(*no);
    return std::vector<Device>{{.id = idOf(4), .name = "laptop", .user = "ana", .version = "0.1.0", .current = true}};
}

Answer<Team> FakeService::team(const Token& token, std::stop_token)
{
    if (const auto no = refused(token)) return std::unexpected(*no);
    return Team{.members = {{.id = idOf(5), .name = "ana", .role = Role::Administrator}},
                .grants = {{.space = idOf(6), .member = idOf(5), .rights = Rights::Manage}}};
}

Answer<PushReply> FakeService::push(const Token& token, const PushRequest& request, std::stop_token)
{
    if (const auto no = refused(token)) return std::unexpected(*no);
    if (onPush) onPush();
    lastPush = request;
    PushReply reply;
    for (const Operation& operation : request.operations)
        reply.results.push_back({.seq = operation.seq, .outcome = Outcome::Applied, .number = 1});
    return reply;
}

Answer<PullReply> FakeService::pull(const Token& token, const PullRequest& request, std::stop_token)
{
    if (const auto no = refused(token)) return std::unexpected(*no);
    PullReply reply{.rows = {}, .gone = {}, .erasures = {}, .spaces = {}, .snapshots = {}, .cursor = request.cursor};
    for (int i = 0; i < pullSpaces; ++i)
        reply.spaces.push_back({.id = idOf(9), .name = "Pools", .kind = SpaceKind::Team, .rights = Rights::Write});
    return reply;
}

Answer<WaitReply> FakeService::wait(const Token&, const WaitRequest&, std::stop_token)
{
    return std::unexpected(
        Failure{.trouble = Trouble::ServerFault, .sentence = "A request that waits goes elsewhere."});
}

Answer<SnapshotReply> FakeService::snapshot(const Token& token, const SnapshotRequest& request, std::stop_token)
{
    if (const auto no = refused(token)) return std::unexpected(*no);
    return SnapshotReply{.snapshot = idOf(5), .space = request.space, .parts = {}, .cursor = "after"};
}

Answer<std::string> FakeService::part(const Token& token, const PartRequest&, std::stop_token)
{
    if (const auto no = refused(token)) return std::unexpected(*no);
    return std::string(partBytes, 'p');
}

Answer<VerifyReply> FakeService::verify(const Token& token, const VerifyRequest& request, std::stop_token)
{
    if (const auto no = refused(token)) return std::unexpected(*no);
    return VerifyReply{.compared = true, .different = {}, .cursor = request.cursor};
}

Answer<CommandReply> FakeService::command(const Token& token, const Command& request, std::stop_token)
{
    if (const auto no = refused(token)) return std::unexpected(*no);
    return CommandReply{.code = {}, .id = request.space};
}

Answer<std::vector<AuditEntry>> FakeService::audit(const Token& token, const AuditRequest& request, std::stop_token)
{
    if (const auto no = refused(token)) return std::unexpected(*no);
    return std::vector<AuditEntry>{{.number = request.after + 1, .user = "ana", .what = "grant"}};
}

Answer<Tokens> FakeBackend::signIn(const SignInRequest& request, std::string_view address, std::stop_token stop)
{
    lastAddress = address;
    return fake.signIn(request, std::move(stop));
}

Answer<server::HttpWait> FakeBackend::watch(const Token& token, const WaitRequest& request, std::function<void()> wake,
                                            std::stop_token)
{
    if (token != kGoodToken) return std::unexpected(Failure{.trouble = Trouble::SignIn, .sentence = "Sign in again."});
    if (request.cursor == "old") return server::HttpWait{.changed = true};
    const std::scoped_lock lock(wakes_->mutex);
    const int number = ++wakes_->last;
    wakes_->each.emplace(number, std::move(wake));
    wakes_->changed.notify_all();
    return server::HttpWait{.subscription = std::shared_ptr<void>(wakes_.get(), [wakes = wakes_, number](void*) {
                                const std::scoped_lock inner(wakes->mutex);
                                wakes->each.erase(number);
                                wakes->changed.notify_all();
                            })};
}

void FakeBackend::publish()
{
    const std::scoped_lock lock(wakes_->mutex);
    for (const auto& [number, wake] : wakes_->each) wake();
}

void FakeBackend::awaitWaiting(std::size_t count)
{
    std::unique_lock lock(wakes_->mutex);
    wakes_->changed.wait(lock, [&] { return wakes_->each.size() >= count; });
}

void FakeBackend::awaitNobody()
{
    std::unique_lock lock(wakes_->mutex);
    wakes_->changed.wait(lock, [&] { return wakes_->each.empty(); });
}

}  // namespace kith::test
