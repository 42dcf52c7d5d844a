#include <kith/pages/sync_words.h>

#include <kith/models/text.h>
#include <kith/pages/words.h>

#include <QCoreApplication>

namespace kith::ui {

namespace {

struct SyncWords {
    Q_DECLARE_TR_FUNCTIONS(SyncWords)
};

/// Instants before this are no moments of ours: nothing was measured yet.
bool isMoment(Instant at)
{
    return at.time_since_epoch().count() > 0;
}

QString clockTime(Instant at, const WordContext& context)
{
    return context.locale.toString(toWallClock(at, context.zone).time(), QLocale::ShortFormat);
}

int plain(std::size_t count)
{
    return static_cast<int>(std::min<std::size_t>(count, 1'000'000'000));
}

QString number(std::size_t count, const WordContext& context)
{
    return context.locale.toString(static_cast<qulonglong>(count));
}

}  // namespace

QString momentInWords(Instant at, const WordContext& context)
{
    const Date day = context.zone.dateOf(at);
    const Date today = context.zone.dateOf(context.now);
    const QString time = clockTime(at, context);
    if (day == today) return time;
    if (day + std::chrono::days{1} == today) return SyncWords::tr("yesterday, %1").arg(time);
    return SyncWords::tr("%1, %2", "day, time").arg(shortDay(day, today, context.locale), time);
}

QString syncWords(const SyncState& state, const WordContext& context)
{
    const SyncNews news = headlineOf(state);
    const int count = plain(news.count);
    switch (news.what) {
    case SyncHeadline::OnlyHere: return SyncWords::tr("Only on this machine");
    case SyncHeadline::Deciding: return SyncWords::tr("Waits for your decision");
    case SyncHeadline::SignInNeeded: return SyncWords::tr("Sign in again");
    case SyncHeadline::TooOld: return SyncWords::tr("Update Kith to sync");
    case SyncHeadline::FirstSync:
        if (news.expected > 0 && news.count > 0)
            return SyncWords::tr("Fetching, %1 %").arg(std::min<std::size_t>(99, news.count * 100 / news.expected));
        return SyncWords::tr("First sync…");
    case SyncHeadline::Syncing: return SyncWords::tr("Syncing…");
    case SyncHeadline::Offline: return SyncWords::tr("Offline since %1").arg(momentInWords(news.since, context));
    case SyncHeadline::Troubled: return SyncWords::tr("Sync is in trouble");
    case SyncHeadline::Conflicts:
        return count == 1 ? SyncWords::tr("1 conflict") : SyncWords::tr("%n conflicts", nullptr, count);
    case SyncHeadline::Rejected:
        return count == 1 ? SyncWords::tr("1 edit not taken") : SyncWords::tr("%n edits not taken", nullptr, count);
    case SyncHeadline::ClockOff: return SyncWords::tr("The clock is off");
    case SyncHeadline::Waiting:
        return count == 1 ? SyncWords::tr("1 edit waiting") : SyncWords::tr("%n edits waiting", nullptr, count);
    case SyncHeadline::UpToDate: return SyncWords::tr("Up to date");
    }
    return {};
}

QString waitingSentence(const SyncCounts& counts, const WordContext& context)
{
    if (counts.waiting == 0) return {};
    const int waiting = plain(counts.waiting);
    if (!counts.oldestWaiting || !isMoment(*counts.oldestWaiting))
        return waiting == 1 ? SyncWords::tr("1 edit waits to be sent.")
                            : SyncWords::tr("%n edits wait to be sent.", nullptr, waiting);
    const QString since = momentInWords(*counts.oldestWaiting, context);
    return waiting == 1 ? SyncWords::tr("1 edit waits to be sent, since %1.").arg(since)
                        : SyncWords::tr("%n edits wait to be sent, the oldest since %1.", nullptr, waiting).arg(since);
}

QString syncSentence(const SyncState& state, const WordContext& context)
{
    const SyncNews news = headlineOf(state);
    const QString trouble = toQString(state.trouble);
    const auto with = [](const QString& first, const QString& second) {
        return second.isEmpty() ? first : SyncWords::tr("%1 %2", "two sentences").arg(first, second);
    };
    const QString waiting = waitingSentence(state.counts, context);
    switch (news.what) {
    case SyncHeadline::OnlyHere:
        return SyncWords::tr("Everything is kept in this workspace, encrypted. Nothing leaves the machine.");
    case SyncHeadline::Deciding: return trouble;
    case SyncHeadline::SignInNeeded:
        return with(SyncWords::tr("The server does not know this sign-in any more. Everything here stays and can be "
                                  "worked with; sign in again to go on sharing."),
                    waiting);
    case SyncHeadline::TooOld:
        return with(SyncWords::tr("The server speaks a newer version. Everything here goes on working; update Kith to "
                                  "share again."),
                    waiting);
    case SyncHeadline::FirstSync:
        if (news.expected > 0)
            return SyncWords::tr("%1 of %2 entries are here. You can work meanwhile.")
                .arg(number(news.count, context), number(news.expected, context));
        return SyncWords::tr("Fetching what your colleagues share. You can work meanwhile.");
    case SyncHeadline::Syncing:
        if (news.count == 0) return SyncWords::tr("Asking the server for news.");
        return SyncWords::tr("%1 entries sent and received so far.").arg(number(news.count, context));
    case SyncHeadline::Offline:
        return with(SyncWords::tr("%1 What you do is kept here and sent when the server is back.").arg(trouble),
                    waiting);
    case SyncHeadline::Troubled:
        return with(SyncWords::tr("%1 What you do is kept here; Kith tries again by itself.").arg(trouble), waiting);
    case SyncHeadline::Conflicts:
        return SyncWords::tr("Two people changed the same thing without knowing of each other. The later value "
                             "stands; the other one is kept below.");
    case SyncHeadline::Rejected:
        return SyncWords::tr("The server did not take everything you did here. Below is what, and why.");
    case SyncHeadline::ClockOff: {
        const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(std::chrono::abs(state.clockOffset));
        const int off = static_cast<int>(std::min<std::int64_t>(minutes.count(), 1'000'000'000));
        return state.clockOffset.count() > 0
            ? SyncWords::tr("The clock of this machine is %n minutes behind the server's. Kith allows for that; set "
                            "the clock all the same.",
                            nullptr, off)
            : SyncWords::tr("The clock of this machine is %n minutes ahead of the server's. Kith allows for that; set "
                            "the clock all the same.",
                            nullptr, off);
    }
    case SyncHeadline::Waiting: return waiting;
    case SyncHeadline::UpToDate: break;
    }
    if (!state.lastRound) return SyncWords::tr("What you see is what your colleagues see.");
    return SyncWords::tr("What you see is what your colleagues see. Last synced: %1.")
        .arg(momentInWords(*state.lastRound, context));
}

QString signInProblem(const sync::Failure& failure)
{
    using sync::Trouble;
    switch (failure.trouble) {
    case Trouble::Offline:
        return SyncWords::tr("%1 Check the address and the network; nothing was changed.")
            .arg(toQString(failure.sentence));
    case Trouble::NotKith:
        return SyncWords::tr("Something else than a server of Kith answered. A network in a hotel or on a train may "
                             "want you to sign in on a web page first; otherwise check the address.");
    case Trouble::Untrusted:
        return SyncWords::tr("%1 Nothing was sent. Ask your administrator: the certificate may have run out, or its "
                             "issuer is not known to this machine, and its file has to be named under Advanced.")
            .arg(toQString(failure.sentence));
    case Trouble::SignIn: return SyncWords::tr("The name, the password or the code is wrong. Nothing was changed.");
    case Trouble::Denied:
        return SyncWords::tr("You are known to the server, but there is no space yet that you may write in. Ask your "
                             "administrator for one; nothing was changed here.");
    case Trouble::Busy: return SyncWords::tr("Too many attempts. Wait some minutes, then try again.");
    case Trouble::TooOld:
        return SyncWords::tr("This Kith is too old for the server. Update it, then sign in; nothing was changed.");
    case Trouble::Stopped: return {};
    case Trouble::Ask:
    case Trouble::BadMessage:
    case Trouble::ServerFault:
    case Trouble::Workspace: break;
    }
    return toQString(failure.sentence);
}

QString serverProblem(const QString& what, const sync::Failure& failure)
{
    return SyncWords::tr("%1. %2", "what failed, then why").arg(what, toQString(failure.sentence));
}

QString roleInWords(sync::Role role)
{
    switch (role) {
    case sync::Role::Recruiter: return SyncWords::tr("recruiter");
    case sync::Role::BusinessManager: return SyncWords::tr("business manager");
    case sync::Role::Partner: return SyncWords::tr("partner");
    case sync::Role::Administrator: return SyncWords::tr("administrator");
    }
    return {};
}

QString rightsInWords(sync::Rights rights)
{
    switch (rights) {
    case sync::Rights::None: return SyncWords::tr("may not see it");
    case sync::Rights::Read: return SyncWords::tr("may read");
    case sync::Rights::Write: return SyncWords::tr("may edit");
    case sync::Rights::Manage: return SyncWords::tr("manages");
    }
    return {};
}

QString spaceKindInWords(SpaceKind kind)
{
    switch (kind) {
    case SpaceKind::Organisation: return SyncWords::tr("Organisation");
    case SpaceKind::Team: return SyncWords::tr("Team");
    case SpaceKind::Shared: return SyncWords::tr("Shared");
    case SpaceKind::Private: return SyncWords::tr("Private");
    }
    return {};
}

QString whoSees(SpaceKind kind)
{
    switch (kind) {
    case SpaceKind::Organisation: return SyncWords::tr("Seen by everybody in the organisation");
    case SpaceKind::Team: return SyncWords::tr("Seen by the team");
    case SpaceKind::Shared: return SyncWords::tr("Shared with a partner");
    case SpaceKind::Private: return SyncWords::tr("Seen by you alone");
    }
    return {};
}

}  // namespace kith::ui
