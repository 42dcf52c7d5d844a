// Threads that each hold a connection and do what others hand to them. Private to this folder.
#pragma once

#include "database.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <type_traits>

namespace kith::server {

/// The destructor does what is queued, then joins.
class Lane {
public:
    Lane(const DatabasePlace& place, int threads);
    ~Lane();
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;

    /// Runs `work(Database&)` on one of the threads and waits for what it returns. Must not be called from them.
    template <class Work>
    auto run(Work work) -> std::invoke_result_t<Work&, Database&>
    {
        std::promise<std::invoke_result_t<Work&, Database&>> promise;
        auto future = promise.get_future();
        post([&](Database& database) { promise.set_value(work(database)); });
        return future.get();
    }
    /// The same in a transaction.
    template <class Work>
    auto transaction(Access access, Work work) -> std::invoke_result_t<Work&, Database&>
    {
        return run([&](Database& database) { return database.transaction(access, [&] { return work(database); }); });
    }

    /// Runs it some time; tasks begin in the order in which they came.
    using Task = std::move_only_function<void(Database&)>;
    void post(Task task);

private:
    void loop(const DatabasePlace& place);

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Task> tasks_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace kith::server
