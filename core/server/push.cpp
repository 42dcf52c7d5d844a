#include "push.h"

#include "accounts.h"
#include "pusher.h"

namespace kith::server {

namespace {

bool isInOrder(const sync::PushRequest& request)
{
    std::int64_t last = 0;
    for (const sync::Operation& operation : request.operations) {
        if (operation.seq <= last) return false;
        last = operation.seq;
    }
    return true;
}

void count(Counters& counters, const sync::PushReply& reply)
{
    ++counters.pushes;
    for (const sync::OperationResult& result : reply.results) {
        switch (result.outcome) {
        case sync::Outcome::Applied: ++counters.applied; break;
        case sync::Outcome::Merged: ++counters.merged; break;
        case sync::Outcome::Duplicate: ++counters.duplicates; break;
        case sync::Outcome::Rejected: ++counters.rejected; break;
        }
    }
}

/// What is written is committed, also where the answer is a refusal: what comes of a copied workspace must stay.
using Reply = Answer<sync::PushReply>;

Answer<Reply> decideAll(Core& core, Database& db, const Session& session, const sync::PushRequest& request,
                        Announcement& announcement)
{
    sync::PushReply reply;
    if (session.touch) KITH_CHECK(core.noteUse(db, session));
    if (request.operations.empty()) return Reply(reply);
    KITH_TRY(number, nextNumber(db, session.org));
    Pusher pusher(core, db, session, number);
    KITH_CHECK(pusher.prepare(request));
    for (const sync::Operation& operation : request.operations) {
        KITH_TRY(result, pusher.decide(operation));
        reply.results.push_back(std::move(result));
        if (!pusher.isCopy()) continue;
        ++core.counters.clones;
        KITH_CHECK(revokeDevice(db, session.device));
        KITH_CHECK(note(db, session.org, core.clock.now(),
                        {.account = session.name, .what = "copied-workspace", .subject = session.device}));
        return Reply(
            refuse(Trouble::SignIn, "This workspace is a copy of another. Please sign in again; nothing is lost."));
    }
    KITH_CHECK(pusher.finish(announcement));
    if (pusher.sawFutureClock())
        KITH_CHECK(note(db, session.org, core.clock.now(),
                        {.account = session.name, .what = "clock-ahead", .subject = session.device}));
    return Reply(reply);
}

}  // namespace

Answer<sync::PushReply> push(Core& core, const sync::Token& token, const sync::PushRequest& request,
                             const std::stop_token& stop)
{
    if (request.operations.size() > sync::kMostOperations)
        return refuse(Trouble::BadMessage, "There are too many operations in one push.");
    if (!isInOrder(request)) return refuse(Trouble::BadMessage, "The operations are not in the order of seq.");
    if (stop.stop_requested()) return refuse(Trouble::Stopped, "Called off.");
    Reply decided;
    KITH_CHECK(core.pushes.run([&](Database& db, Announcement& announcement) -> Answer<void> {
        const auto session = core.whoAsks(db, token);
        // A stranger among them is no reason to do the others' work again.
        if (!session && session.error().trouble != Trouble::ServerFault) {
            decided = std::unexpected(session.error());
            return {};
        }
        if (!session) return std::unexpected(session.error());
        KITH_TRY(reply, decideAll(core, db, *session, request, announcement));
        decided = std::move(reply);
        return {};
    }));
    if (decided) count(core.counters, *decided);
    return decided;
}

}  // namespace kith::server
