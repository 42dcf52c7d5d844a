// Requests that wait for the disk together. Private to this folder.
#pragma once

#include "announcement.h"
#include "lane.h"

#include <atomic>
#include <deque>
#include <functional>
#include <future>
#include <mutex>

namespace kith::server {

/// Group commit (D. DeWitt et al., "Implementation techniques for main memory database systems", SIGMOD 1984, section
/// 5.2): what has come while one transaction was being committed shares the next one. An organisation's writers hold
/// each other back anyway (nextNumber), so nothing is lost by taking them on one connection, and the begin, the commit,
/// its wait for the disk and the word to other servers are paid once.
class CommitGroup {
public:
    /// One request's part. Called again when the transaction is done again, so it starts afresh each time. A failure
    /// takes the whole transaction back, and every part of it is then done in one of its own; what is merely to be
    /// refused must therefore not be a failure.
    using Part = std::move_only_function<Answer<void>(Database&, Announcement&)>;

    /// `afterCommit` gets what is to be announced. Both outlive the group.
    CommitGroup(Lane& lane, std::function<void(const Announcement&)> afterCommit)
        : lane_(lane), afterCommit_(std::move(afterCommit))
    {
    }

    /// Waits until the part is committed, or has failed.
    [[nodiscard]] Answer<void> run(Part part);

    /// How many have no answer yet, and how many transactions there were.
    [[nodiscard]] std::size_t waiting() const { return count_; }
    [[nodiscard]] std::uint64_t commits() const { return commits_; }

private:
    struct Member {
        Part part;
        std::promise<Answer<void>> done{};
    };
    void commitNext(Database& database);
    [[nodiscard]] Answer<void> commit(Database& database, std::span<Member> members);

    Lane& lane_;
    std::function<void(const Announcement&)> afterCommit_;
    std::mutex mutex_;
    std::deque<Member> members_;
    bool busy_ = false;
    std::atomic<std::size_t> count_{0};
    std::atomic<std::uint64_t> commits_{0};
};

}  // namespace kith::server
