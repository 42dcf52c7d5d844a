#include "pull.h"

#include "entry_book.h"
#include "erasure.h"

#include <algorithm>

namespace kith::server {

namespace {

/// Fills one page.
class Page {
public:
    Page(Core& core, Database& db, const Session& session, const sync::PullRequest& request)
        : core_(core), db_(db), session_(session), left_(std::clamp(request.limit, 1, core.options.limits.pageRows))
    {
        old_ = cursorOf(session, request.cursor);
        next_ = {.epoch = session.epoch,
                 .account = session.account,
                 .changed = old_.changed,
                 .head = old_.head != 0 ? old_.head : session.head,
                 .spaces = {}};
    }

    Answer<sync::PullReply> run()
    {
        KITH_TRY(spaces, readableSpaces(db_, session_.org, session_.account));
        reply_.spaces = infosOf(spaces);
        for (const SpaceState& space : spaces) KITH_CHECK(take(space));
        if (!reply_.more) {
            next_.changed = session_.changed;
            // What the device wrote between two pages went past the head of this catching up, and took along what
            // others had written to the same rows before: that is still to come.
            const bool alone = session_.head == next_.head;
            for (SpaceMark& mark : next_.spaces) {
                mark.from = mark.number;
                if (alone) mark.own = mark.number;
            }
            next_.head = 0;
        }
        reply_.cursor = toText(next_, session_.cursorKey);
        core_.counters.rowsSent += reply_.rows.size();
        return std::move(reply_);
    }

private:
    Answer<void> take(const SpaceState& space)
    {
        const SpaceMark* known = old_.find(space.info.id);
        if (reply_.more) {
            if (known != nullptr) next_.spaces.push_back(*known);
            return {};
        }
        if (known == nullptr && space.rows > core_.options.limits.snapshotRows) {
            reply_.snapshots.push_back(space.info.id);
            return {};
        }
        SpaceMark mark = known != nullptr ? *known : SpaceMark{.space = space.info.id, .row = {}};
        if (space.number > mark.number || mark.row != lastRow()) KITH_CHECK(rows(mark));
        else mark.number = std::max(mark.number, next_.head);
        next_.spaces.push_back(mark);
        return {};
    }

    /// Rows after the mark; moves it on.
    Answer<void> rows(SpaceMark& mark)
    {
        bool whole = true;
        const auto visit = [&](const Record& r) {
            if (left_ <= 0 || bytes_ >= core_.options.limits.pageBytes) {
                whole = false;
                return;
            }
            add(mark.space, r);
            mark.number = r.integer(2);
            mark.row = r.id(0);
            --left_;
        };
        // A row that the device itself wrote, and knew before that, came back to it when it was pushed. Of rows that
        // are not there any more a device hears that may have had them.
        KITH_CHECK(db_.each("SELECT id, kind, number, standing, state FROM entry WHERE org = ? AND space = ?"
                            " AND (number, id) > (?, ?) AND number <= ? AND (standing = 1 OR ? >= 0)"
                            " AND NOT (writer = ? AND base <= ?) ORDER BY number, id LIMIT ?",
                            {session_.org, mark.space, mark.number, mark.row, next_.head, mark.from, session_.device,
                             mark.own, left_ + 1},
                            visit));
        if (unreadable_) return refuse(Trouble::ServerFault, "The server has a row that it cannot read.");
        if (!whole) {
            reply_.more = true;
            return {};
        }
        mark.number = next_.head;
        mark.row = lastRow();
        return {};
    }

    void add(const Id& space, const Record& r)
    {
        const auto kind = static_cast<Kind>(r.integer(1));
        if (static_cast<Standing>(r.integer(3)) != Standing::Here) {
            reply_.gone.push_back({.kind = kind, .id = r.id(0), .space = space, .number = r.integer(2)});
            return;
        }
        const std::string state = r.text(4);
        bytes_ += state.size();
        auto patch = readState(state);
        if (patch) reply_.rows.push_back({.number = r.integer(2), .row = std::move(*patch)});
        else unreadable_ = true;
    }

    Core& core_;
    Database& db_;
    const Session& session_;
    int left_;
    std::size_t bytes_ = 0;
    bool unreadable_ = false;
    Cursor old_;
    Cursor next_;
    sync::PullReply reply_;
};

}  // namespace

Cursor cursorOf(const Session& session, std::string_view text)
{
    auto cursor = readCursor(text, session.cursorKey);
    if (cursor && cursor->epoch == session.epoch && cursor->account == session.account) return std::move(*cursor);
    return {.epoch = session.epoch, .account = session.account, .changed = 0, .head = 0, .spaces = {}};
}

Answer<sync::PullReply> pull(Core& core, const sync::Token& token, const sync::PullRequest& request,
                             const std::stop_token& stop)
{
    if (!request.erased.empty())
        KITH_CHECK(core.write(token, stop, [&](Database& db, const Session& session, Announcement&) {
            return confirmErasures(db, session.device, request.erased);
        }));
    ++core.counters.pulls;
    std::vector<Id> hidden;
    auto reply = core.read(token, stop, [&](Database& db, const Session& session) -> Answer<sync::PullReply> {
        hidden.clear();
        KITH_TRY(page, Page(core, db, session, request).run());
        KITH_CHECK(openErasures(db, session.device, page, hidden));
        return page;
    });
    // Of a space that is not the reader's any more the device drops everything, now that it is told.
    if (reply && !hidden.empty())
        KITH_CHECK(core.write(token, stop, [&](Database& db, const Session& session, Announcement&) {
            return confirmErasures(db, session.device, hidden);
        }));
    return reply;
}

Answer<sync::VerifyReply> verify(Core& core, const sync::Token& token, const sync::VerifyRequest& request,
                                 const std::stop_token& stop)
{
    return core.read(token, stop, [&](Database& db, const Session& session) -> Answer<sync::VerifyReply> {
        Cursor cursor = cursorOf(session, request.cursor);
        KITH_TRY(spaces, readableSpaces(db, session.org, session.account));
        sync::VerifyReply reply{.compared = cursor.head == 0, .different = {}, .cursor = request.cursor};
        for (const SpaceState& space : spaces) {
            const SpaceMark* mark = cursor.find(space.info.id);
            if (mark == nullptr || mark->number < space.number) reply.compared = false;
        }
        if (!reply.compared) return reply;
        for (const SpaceState& space : spaces) {
            const auto theirs = std::ranges::find(request.sums, space.info.id, &sync::SpaceSum::space);
            const sync::SpaceSum none{.space = space.info.id};
            const sync::SpaceSum& sum = theirs == request.sums.end() ? none : *theirs;
            if (sum.rows == space.rows && sum.sum == space.sum) continue;
            reply.different.push_back(space.info.id);
            std::erase_if(cursor.spaces, [&](const SpaceMark& mark) { return mark.space == space.info.id; });
        }
        reply.cursor = toText(cursor, session.cursorKey);
        return reply;
    });
}

Answer<Watch> watch(Core& core, const sync::Token& token, const sync::WaitRequest& request, const std::stop_token& stop)
{
    ++core.counters.waits;
    return core.read(token, stop, [&](Database& db, const Session& session) -> Answer<Watch> {
        const Cursor cursor = cursorOf(session, request.cursor);
        KITH_TRY(spaces, readableSpaces(db, session.org, session.account));
        Watch result{.changed = cursor.changed < session.changed || cursor.head != 0};
        result.topics.push_back({.id = session.account, .number = session.changed});
        for (const SpaceState& space : spaces) {
            const SpaceMark* mark = cursor.find(space.info.id);
            result.changed |= mark == nullptr || mark->number < space.number;
            result.topics.push_back({.id = space.info.id, .number = space.number});
        }
        return result;
    });
}

}  // namespace kith::server
