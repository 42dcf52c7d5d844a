// Keeps the graph of who knows whom beside an open workspace, and tells pages when it is new.
#pragma once

#include <kith/usecases/network.h>
#include <kith/usecases/worker.h>

#include <functional>
#include <memory>

namespace kith {

/// Begins to read as soon as it is made; until the graph is there the snapshot is empty and ready() is false. Follows
/// every command, and makes the graph anew with the first command of another day. For the screen's thread; the worker
/// must outlive it.
class NetworkDesk {
public:
    NetworkDesk(Worker& worker, const Clock& clock, const Zone& zone);
    /// Calls off what is being read.
    ~NetworkDesk();
    NetworkDesk(const NetworkDesk&) = delete;
    NetworkDesk& operator=(const NetworkDesk&) = delete;

    [[nodiscard]] bool ready() const;
    [[nodiscard]] graph::GraphPtr snapshot() const;
    /// Called whenever the snapshot is another one. The subscription must not outlive the desk.
    [[nodiscard]] Subscription onNew(std::function<void()> listener);

private:
    struct State;
    void follow(const ChangeSet& changes);

    Worker& worker_;
    const Clock& clock_;
    const Zone& zone_;
    std::shared_ptr<State> state_;
    Subscription subscription_;
};

}  // namespace kith
