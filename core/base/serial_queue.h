// One thread that runs tasks in the order in which they came.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace kith {

/// Runs posted tasks one at a time on a thread of its own. The destructor runs what is queued, then joins.
class SerialQueue {
public:
    SerialQueue();
    ~SerialQueue();
    SerialQueue(const SerialQueue&) = delete;
    SerialQueue& operator=(const SerialQueue&) = delete;

    using Task = std::move_only_function<void()>;

    /// Thread-safe; never blocks for longer than the lock.
    void post(Task task);
    /// Runs the task on the queue's thread and waits for it. Must not be called from that thread.
    void runAndWait(Task task);
    [[nodiscard]] bool isCurrentThread() const { return std::this_thread::get_id() == thread_.get_id(); }

private:
    void loop();

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Task> tasks_;
    bool stopping_ = false;
    std::thread thread_;  // last: started when everything above exists
};

}  // namespace kith
