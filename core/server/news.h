// Who waits for which spaces, so that a request that waits holds no thread.
#pragma once

#include <kith/base/id.h>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <span>
#include <thread>
#include <unordered_map>
#include <vector>

namespace kith::server {

/// Something that news can be about: a space (its rows), or an account (what it may see), and the newest server number
/// of it that somebody knows.
struct Topic {
    Id id;
    std::int64_t number = 0;
    friend bool operator==(const Topic&, const Topic&) = default;
};

/// Brings those who publish and those who wait together. Thread-safe. Keeps the newest number of every topic that was
/// published, so that news between the look at the database and the subscription is not missed.
class News {
public:
    /// `changed` is false when the time was up or the server stops.
    using Callback = std::move_only_function<void(bool changed)>;
    using Subscription = std::uint64_t;

    News();
    ~News();
    News(const News&) = delete;
    News& operator=(const News&) = delete;

    /// Calls back exactly once: at once (on this thread, before it returns) when one of the topics is newer than the
    /// number given, else when one is published, else after `patience`. The callback runs on the publisher's thread or
    /// on that of this object, without a lock held, and must not block. O(topics).
    Subscription subscribe(std::span<const Topic> topics, std::chrono::milliseconds patience, Callback callback);
    /// Forgets a subscription; its callback is destroyed and not called any more, unless it is running already.
    void cancel(Subscription subscription);

    void publish(std::span<const Topic> topics);
    /// Wakes everybody with changed = true: when publications may have been missed.
    void wakeAll();
    /// Wakes everybody with changed = false, and everybody who comes later; for a graceful stop.
    void close();
    [[nodiscard]] std::size_t waiting() const;

private:
    using Moment = std::chrono::steady_clock::time_point;
    struct Waiter {
        std::vector<Id> topics;
        Moment until;
        Callback callback;
    };

    [[nodiscard]] Callback take(Subscription subscription);
    [[nodiscard]] std::vector<Callback> takeAll();
    void watchTheTime();

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    bool closed_ = false;
    bool stopping_ = false;
    Subscription last_ = 0;
    std::unordered_map<Subscription, Waiter> waiters_;
    std::unordered_map<Id, std::vector<Subscription>> byTopic_;
    std::unordered_map<Id, std::int64_t> newest_;
    std::multimap<Moment, Subscription> byTime_;
    std::thread timer_;  // last: started when everything above exists
};

}  // namespace kith::server
