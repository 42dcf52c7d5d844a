#include <kith/usecases/sync/sync_round.h>

#include <kith/sync/part.h>

namespace kith {

using sync::Answer;
using sync::Failure;
using sync::Trouble;

namespace {

constexpr int kPage = 5000;
/// One, and one for what the first brought back; the rest waits for the next round.
constexpr int kTurns = 3;
/// A stamp of ours more than this off the server's clock is worth correcting.
constexpr std::chrono::milliseconds kDrift{500};

std::unexpected<Failure> failed(const Error& error)
{
    const auto trouble = error.code == ErrorCode::Conflict ? Trouble::Ask
        : error.code == ErrorCode::BadInput                ? Trouble::NotKith
                                                           : Trouble::Workspace;
    return std::unexpected(Failure{trouble, error.message});
}

}  // namespace

// The store answers with Error, the server with Failure; a round ends with the first of either.
#define KITH_STORE(expression)                                                                                         \
    do {                                                                                                               \
        if (auto stored = (expression); !stored) return failed(stored.error());                                        \
    } while (false)
// NOLINTBEGIN(bugprone-macro-parentheses): a name takes none
#define KITH_ASK(var, expression)                                                                                      \
    auto var##Answer = (expression);                                                                                   \
    if (!var##Answer) return std::unexpected(var##Answer.error());                                                     \
    auto& var = *var##Answer
// NOLINTEND(bugprone-macro-parentheses)

void SyncRound::tell()
{
    if (progress_) progress_(report_);
}

Answer<SyncReport> SyncRound::run(const RoundOptions& options, std::stop_token stop, const Progress& progress)
{
    report_ = {};
    progress_ = progress;
    if (auto done = greet(options, stop); !done) return std::unexpected(done.error());
    if (auto done = catchUp(options, stop); !done) return std::unexpected(done.error());
    if (options.verify) {
        KITH_ASK(equal, compare(stop));
        report_.verified = equal;
        if (!equal) {
            if (auto done = catchUp(options, stop); !done) return std::unexpected(done.error());
            KITH_ASK(now, compare(stop));
            report_.verified = now;
        }
    }
    KITH_STORE(store_.setLastRound(clock_.now()));
    return report_;
}

Answer<void> SyncRound::greet(const RoundOptions& options, std::stop_token stop)
{
    const Instant asked = clock_.now();
    KITH_ASK(
        hello,
        session_.with(
            [&](const sync::Token& token) { return service_.hello(token, {.version = options.version}, stop); }, stop));
    if (!hello.account) return std::unexpected(Failure{Trouble::SignIn, "The server does not know this sign-in."});
    if (hello.oldestSchema > sync::kSchema)
        return std::unexpected(
            Failure{Trouble::TooOld,
                    "This Kith is too old for the server: update it to sync. Everything here goes on working."});
    const Instant answered = clock_.now();
    const auto offset = hello.now - (asked + (answered - asked) / 2);
    report_.clockOffset = offset;
    KITH_STORE(store_.setClockOffset(std::chrono::abs(offset) < kDrift ? std::chrono::milliseconds{0} : offset));

    auto account = store_.account();
    if (!account) return std::unexpected(Failure{Trouble::SignIn, "This workspace is not signed in to a server."});
    const SyncAccount before = *account;
    account->role = hello.account->role;
    account->user = hello.account->name;
    account->organisation = hello.account->organisationName;
    account->epoch = hello.epoch;
    if (*account != before) KITH_STORE(store_.updateAccount(*account));
    KITH_STORE(store_.continueAfter(hello.account->acknowledged));
    return {};
}

Answer<void> SyncRound::catchUp(const RoundOptions& options, std::stop_token stop)
{
    // What comes may bring back edits that were refused for want of it, and those are to be sent.
    for (int turn = 0; turn < kTurns; ++turn) {
        const std::size_t before = report_.pushed + report_.rejected;
        if (auto done = push(stop); !done) return done;
        if (turn > 0 && report_.pushed + report_.rejected == before) return {};
        if (auto done = pull(options, stop); !done) return done;
    }
    return {};
}

Answer<void> SyncRound::push(std::stop_token stop)
{
    while (true) {
        auto operations = store_.unsent(sync::kMostOperations, sync::kMostBytes);
        if (!operations) return failed(operations.error());
        if (operations->empty()) return {};
        sync::PushRequest request{.operations = std::move(*operations)};
        KITH_ASK(reply,
                 session_.with([&](const sync::Token& token) { return service_.push(token, request, stop); }, stop));
        if (reply.results.size() != request.operations.size())
            return std::unexpected(Failure{Trouble::NotKith, "The server answered for other edits than were sent."});
        KITH_STORE(store_.acknowledge(request.operations, reply.results));
        for (const sync::OperationResult& result : reply.results)
            ++(result.outcome == sync::Outcome::Rejected ? report_.rejected : report_.pushed);
        tell();
    }
}

Answer<void> SyncRound::pull(const RoundOptions& options, std::stop_token stop)
{
    if (auto done = fetchParts(stop); !done) return done;
    for (bool more = true; more;) {
        const std::vector<Id> erased = store_.erased();
        const sync::PullRequest request{.cursor = store_.stagedCursor(), .limit = kPage, .erased = erased};
        KITH_ASK(page,
                 session_.with([&](const sync::Token& token) { return service_.pull(token, request, stop); }, stop));
        if (!erased.empty()) KITH_STORE(store_.confirmErased(erased));
        if (page.more && page.cursor == request.cursor)
            return std::unexpected(Failure{Trouble::NotKith, "The server's answer leads nowhere."});
        KITH_STORE(store_.stage(page));
        more = page.more;
        if (!page.snapshots.empty()) {
            auto taken = store_.takeStaged(options.evenIfManyGo);
            if (!taken) return failed(taken.error());
            report_.pulled += *taken;
            if (auto done = fetchSnapshots(page.snapshots, stop); !done) return done;
            more = true;
        }
    }
    auto taken = store_.takeStaged(options.evenIfManyGo);
    if (!taken) return failed(taken.error());
    report_.pulled += *taken;
    tell();
    // Erasures are confirmed as soon as they are carried out, not a round later.
    if (store_.erased().empty()) return {};
    const std::vector<Id> erased = store_.erased();
    const sync::PullRequest request{.cursor = store_.cursor(), .limit = 1, .erased = erased};
    KITH_ASK(page, session_.with([&](const sync::Token& token) { return service_.pull(token, request, stop); }, stop));
    static_cast<void>(page);
    KITH_STORE(store_.confirmErased(erased));
    return {};
}

Answer<void> SyncRound::fetchSnapshots(const std::vector<Id>& spaces, std::stop_token stop)
{
    for (const Id& space : spaces) {
        const sync::SnapshotRequest request{.space = space, .cursor = store_.cursor()};
        KITH_ASK(
            snapshot,
            session_.with([&](const sync::Token& token) { return service_.snapshot(token, request, stop); }, stop));
        KITH_STORE(store_.beginSnapshot(snapshot));
        if (auto done = fetchParts(stop); !done) return done;
    }
    return {};
}

Answer<void> SyncRound::fetchParts(std::stop_token stop)
{
    while (const auto fetching = store_.fetching()) {
        const auto& parts = fetching->snapshot.parts;
        const auto next = static_cast<std::size_t>(fetching->next);
        const sync::PartRequest request{.snapshot = fetching->snapshot.snapshot, .index = fetching->next};
        auto bytes = session_.with([&](const sync::Token& token) { return service_.part(token, request, stop); }, stop);
        if (!bytes) {
            // A snapshot that is no longer there, or no longer for us, is given up; what came of it stays until a pull
            // says otherwise.
            const Trouble trouble = bytes.error().trouble;
            if (trouble != Trouble::BadMessage && trouble != Trouble::Denied) return std::unexpected(bytes.error());
            KITH_STORE(store_.dropSnapshot());
            return {};
        }
        auto rows = sync::readPart(parts.at(next), *bytes);
        if (!rows) return failed(rows.error());
        auto taken = store_.takePart(fetching->next, *rows);
        if (!taken) return failed(taken.error());
        report_.pulled += *taken;
        tell();
    }
    return {};
}

Answer<bool> SyncRound::compare(std::stop_token stop)
{
    auto sums = store_.sums();
    if (!sums) return failed(sums.error());
    const sync::VerifyRequest request{.cursor = store_.cursor(), .sums = std::move(*sums)};
    KITH_ASK(reply,
             session_.with([&](const sync::Token& token) { return service_.verify(token, request, stop); }, stop));
    if (!reply.compared) return false;
    if (reply.different.empty()) return true;
    KITH_STORE(store_.fetchAnew(reply.different, reply.cursor));
    return false;
}

}  // namespace kith
