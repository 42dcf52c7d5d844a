#include "commit_group.h"

#include "core.h"

namespace kith::server {

namespace {

/// So that other work of the lane gets its turn.
constexpr std::size_t kMostAtOnce = 64;

}  // namespace

Answer<void> CommitGroup::run(Part part)
{
    Member member{.part = std::move(part)};
    auto done = member.done.get_future();
    bool first = false;
    {
        const std::scoped_lock lock(mutex_);
        members_.push_back(std::move(member));
        ++count_;
        first = !std::exchange(busy_, true);
    }
    if (first) lane_.post([this](Database& database) { commitNext(database); });
    return done.get();
}

void CommitGroup::commitNext(Database& database)
{
    std::vector<Member> group;
    {
        const std::scoped_lock lock(mutex_);
        while (!members_.empty() && group.size() < kMostAtOnce) {
            group.push_back(std::move(members_.front()));
            members_.pop_front();
        }
    }
    const auto answer = [this](Member& member, const Answer<void>& with) {
        --count_;
        member.done.set_value(with);
    };
    if (const auto together = commit(database, group); together || group.size() == 1) {
        for (Member& member : group) answer(member, together);
    } else {
        for (Member& member : group) answer(member, commit(database, std::span(&member, 1)));
    }
    {
        const std::scoped_lock lock(mutex_);
        busy_ = !members_.empty();
        if (!busy_) return;
    }
    lane_.post([this](Database& next) { commitNext(next); });
}

Answer<void> CommitGroup::commit(Database& database, std::span<Member> members)
{
    Announcement announcement;
    const auto committed = database.transaction(Access::Write, [&]() -> Answer<void> {
        announcement.clear();
        for (Member& member : members) KITH_CHECK(member.part(database, announcement));
        return announcement.notify(database);
    });
    if (!committed) return committed;
    ++commits_;
    afterCommit_(announcement);
    return {};
}

}  // namespace kith::server
