#include <kith/server/news.h>

#include <algorithm>
#include <utility>

namespace kith::server {

News::News() : timer_([this] { watchTheTime(); }) { }

News::~News()
{
    close();
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    timer_.join();
}

News::Subscription News::subscribe(std::span<const Topic> topics, std::chrono::milliseconds patience, Callback callback)
{
    std::unique_lock lock(mutex_);
    const Subscription subscription = ++last_;
    const auto isNewer = [&](const Topic& topic) {
        const auto found = newest_.find(topic.id);
        return found != newest_.end() && found->second > topic.number;
    };
    const bool changed = std::ranges::any_of(topics, isNewer);
    if (closed_ || changed) {
        const bool told = changed && !closed_;
        lock.unlock();
        callback(told);
        return subscription;
    }
    Waiter waiter{.topics = {}, .until = std::chrono::steady_clock::now() + patience, .callback = std::move(callback)};
    for (const Topic& topic : topics) {
        waiter.topics.push_back(topic.id);
        byTopic_[topic.id].push_back(subscription);
    }
    const bool first = byTime_.empty() || waiter.until < byTime_.begin()->first;
    byTime_.emplace(waiter.until, subscription);
    waiters_.emplace(subscription, std::move(waiter));
    if (first) wake_.notify_all();
    return subscription;
}

News::Callback News::take(Subscription subscription)
{
    const auto found = waiters_.find(subscription);
    if (found == waiters_.end()) return {};
    Waiter waiter = std::move(found->second);
    waiters_.erase(found);
    for (const Id& topic : waiter.topics) {
        const auto list = byTopic_.find(topic);
        if (list == byTopic_.end()) continue;
        std::erase(list->second, subscription);
        if (list->second.empty()) byTopic_.erase(list);
    }
    auto [at, end] = byTime_.equal_range(waiter.until);
    at = std::find_if(at, end, [&](const auto& entry) { return entry.second == subscription; });
    if (at != end) byTime_.erase(at);
    return std::move(waiter.callback);
}

std::vector<News::Callback> News::takeAll()
{
    std::vector<Callback> callbacks;
    callbacks.reserve(waiters_.size());
    for (auto& [subscription, waiter] : waiters_) callbacks.push_back(std::move(waiter.callback));
    waiters_.clear();
    byTopic_.clear();
    byTime_.clear();
    return callbacks;
}

void News::cancel(Subscription subscription)
{
    Callback forgotten;
    const std::scoped_lock lock(mutex_);
    forgotten = take(subscription);
}

void News::publish(std::span<const Topic> topics)
{
    std::vector<Callback> callbacks;
    {
        const std::scoped_lock lock(mutex_);
        for (const Topic& topic : topics) {
            std::int64_t& newest = newest_[topic.id];
            if (topic.number <= newest) continue;
            newest = topic.number;
            const auto found = byTopic_.find(topic.id);
            if (found == byTopic_.end()) continue;
            for (const Subscription subscription : std::vector(found->second)) callbacks.push_back(take(subscription));
        }
    }
    for (Callback& callback : callbacks)
        if (callback) callback(true);
}

void News::wakeAll()
{
    std::vector<Callback> callbacks;
    {
        const std::scoped_lock lock(mutex_);
        callbacks = takeAll();
    }
    for (Callback& callback : callbacks) callback(true);
}

void News::close()
{
    std::vector<Callback> callbacks;
    {
        const std::scoped_lock lock(mutex_);
        closed_ = true;
        callbacks = takeAll();
    }
    for (Callback& callback : callbacks) callback(false);
}

std::size_t News::waiting() const
{
    const std::scoped_lock lock(mutex_);
    return waiters_.size();
}

void News::watchTheTime()
{
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        if (byTime_.empty()) {
            wake_.wait(lock);
            continue;
        }
        const Moment next = byTime_.begin()->first;
        if (std::chrono::steady_clock::now() < next) {
            wake_.wait_until(lock, next);
            continue;
        }
        Callback callback = take(byTime_.begin()->second);
        lock.unlock();
        if (callback) callback(false);
        lock.lock();
    }
}

}  // namespace kith::server
