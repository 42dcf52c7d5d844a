#include <kith/usecases/sync/sync_driver.h>

#include <kith/usecases/sync/sync_round.h>

#include <utility>

namespace kith {

using sync::Answer;
using sync::Failure;
using sync::Trouble;

namespace {

/// How long the server may keep a request that waits for news.
constexpr int kWaitSeconds = 25;

std::unexpected<Failure> workspaceFailed(const Error& error)
{
    return std::unexpected(Failure{Trouble::Workspace, error.message});
}

std::unexpected<Failure> notSignedIn()
{
    return std::unexpected(Failure{Trouble::SignIn, "This workspace is not signed in to a server."});
}

template <class T>
std::optional<Failure> failureOf(const Answer<T>& answer)
{
    return answer ? std::optional<Failure>{} : std::optional(answer.error());
}

}  // namespace

struct SyncDriver::Line {
    Line(ServerLine made, const Clock& clock) : parts(std::move(made)), session(*parts.service, *parts.vault, clock) { }

    ServerLine parts;
    ServerSession session;
};

struct SyncDriver::Waiting {
    std::unique_ptr<Line> line;
    Welcome welcome;
    std::string caFile;
};

SyncDriver::SyncDriver(Parts parts) : parts_(std::move(parts)) { }

SyncDriver::~SyncDriver() = default;

void SyncDriver::start()
{
    state_.account = parts_.store.account();
    state_.lastRound = parts_.store.lastRound();
    if (state_.account) pace_.signedIn(parts_.pacing.now());
    read();
    tell();
}

void SyncDriver::read()
{
    state_.counts = parts_.store.counts();
    state_.caFile = parts_.store.caFile();
    state_.standing = pace_.standing();
    state_.since = pace_.since();
}

void SyncDriver::tell()
{
    parts_.tell(state_);
}

Answer<std::unique_ptr<SyncDriver::Line>> SyncDriver::dial(const std::string& url, const std::string& caFile,
                                                           const Id& device) const
{
    auto made = parts_.dial(url, caFile, device);
    if (!made) return workspaceFailed(made.error());
    return std::make_unique<Line>(std::move(*made), parts_.clock);
}

Answer<SyncDriver::Line*> SyncDriver::line()
{
    if (!state_.account) return notSignedIn();
    if (line_ == nullptr) {
        auto made = dial(state_.account->server, parts_.store.caFile(), state_.account->device);
        if (!made) return std::unexpected(made.error());
        line_ = std::move(*made);
    }
    return line_.get();
}

void SyncDriver::edited()
{
    pace_.edited(parts_.pacing.now());
    read();
    tell();
}

void SyncDriver::wished()
{
    pace_.wished(parts_.pacing.now());
}

void SyncDriver::allowRemovals()
{
    evenIfManyGo_ = true;
    wished();
}

void SyncDriver::round(std::stop_token stop)
{
    const sync::NextStep step = next();
    pace_.roundBegan();
    state_.busy = true;
    state_.moved = 0;
    state_.expected = 0;
    state_.first = parts_.store.cursor().empty();
    read();
    tell();
    const auto run = [&]() -> Answer<SyncReport> {
        auto ready = line();
        if (!ready) return std::unexpected(ready.error());
        const RoundOptions options{.verify = step.verify, .evenIfManyGo = evenIfManyGo_, .version = parts_.version};
        const auto progress = [&](const SyncReport& so) {
            state_.moved = so.pushed + so.pulled;
            if (const auto fetching = parts_.store.fetching()) {
                std::int64_t rows = 0;
                for (const sync::SnapshotPart& part : fetching->snapshot.parts) rows += part.rows;
                state_.expected = static_cast<std::size_t>(std::max<std::int64_t>(rows, 0));
            }
            tell();
        };
        return SyncRound(*(*ready)->parts.service, (*ready)->session, parts_.store, parts_.clock)
            .run(options, stop, progress);
    };
    const Answer<SyncReport> report = run();
    pace_.roundEnded(parts_.pacing.now(), failureOf(report), report && report->verified, parts_.chance.unit());
    state_.busy = false;
    state_.first = false;
    if (report) {
        evenIfManyGo_ = false;
        state_.lastRound = parts_.clock.now();
        state_.clockOffset = report->clockOffset;
        state_.trouble.clear();
        state_.account = parts_.store.account();
    } else if (report.error().trouble != Trouble::Stopped) {
        state_.trouble = report.error().sentence;
    }
    read();
    tell();
}

void SyncDriver::wait(const std::stop_token& stop)
{
    auto ready = line();
    const auto answer = [&]() -> Answer<sync::WaitReply> {
        if (!ready) return std::unexpected(ready.error());
        const sync::WaitRequest request{.cursor = parts_.store.cursor(), .seconds = kWaitSeconds};
        return (*ready)->session.with(
            [&](const sync::Token& token) { return (*ready)->parts.service->wait(token, request, stop); }, stop);
    }();
    pace_.waitEnded(parts_.pacing.now(), failureOf(answer), answer && answer->changed, parts_.chance.unit());
    if (answer || answer.error().trouble == Trouble::Stopped) return;
    state_.trouble = answer.error().sentence;
    read();
    tell();
}

Answer<SignInStep> SyncDriver::signIn(const SignInInput& input, std::stop_token stop)
{
    auto made = dial(input.server, input.caFile, parts_.store.device());
    if (!made) return std::unexpected(made.error());
    SignIn signIn(*(*made)->parts.service, (*made)->session, parts_.store);
    auto welcome = signIn.knock(input, std::move(stop));
    if (!welcome) return std::unexpected(welcome.error());
    waiting_ = std::make_unique<Waiting>(
        Waiting{.line = std::move(*made), .welcome = std::move(*welcome), .caFile = input.caFile});
    const auto homes = waiting_->welcome.homes();
    if (input.home.isNil() && !waiting_->welcome.back && homes.size() > 1) return SignInStep{.choices = homes};
    auto account = enter(input.home);
    if (!account) return std::unexpected(account.error());
    return SignInStep{.account = *account};
}

Answer<SyncAccount> SyncDriver::enter(const Id& home)
{
    if (waiting_ == nullptr)
        return std::unexpected(Failure{Trouble::Stopped, "The sign-in was called off; nothing was changed."});
    const std::unique_ptr<Waiting> waiting = std::move(waiting_);
    auto account =
        SignIn(*waiting->line->parts.service, waiting->line->session, parts_.store).enter(waiting->welcome, home);
    if (!account) {
        // A token of a server that we did not join is nobody's.
        static_cast<void>(waiting->line->session.signOut({}));
        return account;
    }
    if (auto kept = parts_.store.setCaFile(waiting->caFile); !kept) return workspaceFailed(kept.error());
    line_ = std::move(waiting->line);
    state_.account = *account;
    state_.trouble.clear();
    state_.lastRound.reset();
    pace_.signedIn(parts_.pacing.now());
    read();
    tell();
    return account;
}

void SyncDriver::callOff(std::stop_token stop)
{
    if (const auto waiting = std::exchange(waiting_, {}))
        static_cast<void>(waiting->line->session.signOut(std::move(stop)));
}

Answer<void> SyncDriver::signOut(std::stop_token stop)
{
    auto ready = line();
    if (!ready) return std::unexpected(ready.error());
    const auto told = (*ready)->session.signOut(std::move(stop));
    line_.reset();
    pace_.signedOut();
    if (auto left = parts_.store.leave(); !left) return workspaceFailed(left.error());
    state_ = {};
    read();
    tell();
    return told;
}

Answer<Administration> SyncDriver::administration()
{
    auto ready = line();
    if (!ready) return std::unexpected(ready.error());
    return Administration(*(*ready)->parts.service, (*ready)->session);
}

Answer<void> SyncDriver::erase(const Id& person, const std::stop_token& stop)
{
    auto ready = line();
    if (!ready) return std::unexpected(ready.error());
    const auto sent = SyncRound(*(*ready)->parts.service, (*ready)->session, parts_.store, parts_.clock)
                          .run({.version = parts_.version}, stop);
    if (!sent) return std::unexpected(sent.error());
    return administer([&](Administration& server) { return server.erase(person, stop); });
}

Answer<sync::Team> SyncDriver::team(const std::stop_token& stop)
{
    auto ready = administration();
    if (!ready) return std::unexpected(ready.error());
    return ready->team(stop);
}

Answer<std::vector<sync::Device>> SyncDriver::devices(const std::stop_token& stop)
{
    auto ready = administration();
    if (!ready) return std::unexpected(ready.error());
    return ready->devices(stop);
}

Answer<void> SyncDriver::revokeDevice(const Id& device, const std::stop_token& stop)
{
    auto ready = administration();
    if (!ready) return std::unexpected(ready.error());
    return ready->revokeDevice(device, stop);
}

Answer<void> SyncDriver::dismissRejected(std::int64_t seq)
{
    if (auto done = parts_.store.dismissRejected(seq); !done) return workspaceFailed(done.error());
    read();
    tell();
    return {};
}

}  // namespace kith
