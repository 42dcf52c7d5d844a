#include "lane.h"

namespace kith::server {

Lane::Lane(const DatabasePlace& place, int threads)
{
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this, place] { loop(place); });
}

Lane::~Lane()
{
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

void Lane::post(Task task)
{
    {
        const std::scoped_lock lock(mutex_);
        tasks_.push_back(std::move(task));
    }
    wake_.notify_one();
}

void Lane::loop(const DatabasePlace& place)
{
    // Made, used and closed on this thread, as Qt Sql asks.
    Database database(place);
    std::unique_lock lock(mutex_);
    while (true) {
        wake_.wait(lock, [&] { return stopping_ || !tasks_.empty(); });
        if (tasks_.empty()) return;
        Task task = std::move(tasks_.front());
        tasks_.pop_front();
        lock.unlock();
        task(database);
        task = {};
        lock.lock();
    }
}

}  // namespace kith::server
