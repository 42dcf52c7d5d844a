// A Worker whose threads take their turns as a test says: for what must hold whichever of them is faster.
#pragma once

#include <kith/store/workspace.h>
#include <kith/usecases/worker.h>

#include <algorithm>
#include <array>
#include <deque>
#include <memory>
#include <vector>

namespace kith::test {

class TurnWorker final : public Worker {
public:
    /// Takes the workspace's change listener.
    TurnWorker(store::Workspace& workspace, Services& services) : workspace_(workspace), services_(services)
    {
        workspace.onChange([this](const ChangeSet& changes) {
            screen().push_back([this, changes] {
                const auto copy = listeners_;
                for (const auto& listener : copy) (*listener)(changes);
            });
        });
    }
    ~TurnWorker() override { workspace_.onChange({}); }

    /// Those that have something to do: 0 the screen, 1 the writer, 2 the background reader.
    [[nodiscard]] std::vector<std::size_t> waiting() const
    {
        std::vector<std::size_t> threads;
        for (std::size_t i = 0; i < queues_.size(); ++i)
            if (!queues_.at(i).empty()) threads.push_back(i);
        return threads;
    }
    /// Does the next that this thread has to do.
    void turn(std::size_t thread)
    {
        auto& queue = queues_.at(thread);
        auto next = std::move(queue.front());
        queue.pop_front();
        next();
    }

    void write(Command command, Done done) override
    {
        queues_[1].push_back([this, command = std::move(command), done = std::move(done)]() mutable {
            command(services_);
            if (done) screen().push_back(std::move(done));
        });
    }
    void read(Query query, Done done) override
    {
        queues_[2].push_back([this, query = std::move(query), done = std::move(done)]() mutable {
            query(services_.reader);
            if (done) screen().push_back(std::move(done));
        });
    }
    void readAll(Query query, Done done) override { read(std::move(query), std::move(done)); }
    [[nodiscard]] const WorkspaceReader& reader() const override { return services_.reader; }
    [[nodiscard]] Subscription onChange(Listener listener) override
    {
        listeners_.push_back(std::make_shared<Listener>(std::move(listener)));
        return {listeners_.back().get(),
                [this](void* it) { std::erase_if(listeners_, [it](const auto& each) { return each.get() == it; }); }};
    }

private:
    using Task = std::move_only_function<void()>;
    [[nodiscard]] std::deque<Task>& screen() { return queues_[0]; }

    store::Workspace& workspace_;
    Services& services_;
    std::array<std::deque<Task>, 3> queues_;
    std::vector<std::shared_ptr<Listener>> listeners_;
};

}  // namespace kith::test
