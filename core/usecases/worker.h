// Port: runs use cases away from the screen's thread, and tells pages what changed.
#pragma once

#include <kith/usecases/workspace.h>

#include <functional>
#include <memory>
#include <utility>

namespace kith {

/// Ends a subscription when destroyed.
using Subscription = std::shared_ptr<void>;

/// All `done` and listener calls come on the screen's thread. In tests everything runs at once, in place.
class Worker {
public:
    virtual ~Worker() = default;

    using Command = std::move_only_function<void(Services&)>;
    using Query = std::move_only_function<void(const WorkspaceReader&)>;
    using Done = std::move_only_function<void()>;
    using Listener = std::function<void(const ChangeSet&)>;

    /// Runs on the writer's thread, in order.
    virtual void write(Command command, Done done) = 0;
    /// Runs on a background reader: for reads that may take longer than a frame.
    virtual void read(Query query, Done done) = 0;
    /// Runs in order on a thread and a reader of its own: for what goes through the whole workspace, so that no other
    /// read waits behind it.
    virtual void readAll(Query query, Done done) = 0;
    /// The screen's own reader: for bounded reads (a person, a screenful of cards) well under a frame.
    [[nodiscard]] virtual const WorkspaceReader& reader() const = 0;
    /// Called after every command, whoever ran it. The subscription must not outlive the worker.
    [[nodiscard]] virtual Subscription onChange(Listener listener) = 0;

    /// write() for a use case with a result.
    template <class T>
    void run(std::move_only_function<Result<T>(Services&)> work, std::move_only_function<void(Result<T>)> done)
    {
        auto result = std::make_shared<std::optional<Result<T>>>();
        write([work = std::move(work), result](Services& services) mutable { *result = work(services); },
              [done = std::move(done), result]() mutable { done(std::move(**result)); });
    }
};

}  // namespace kith
