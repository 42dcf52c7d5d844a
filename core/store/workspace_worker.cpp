#include <kith/store/workspace_worker.h>

#include "queued_sync.h"

#include <algorithm>
#include <vector>

namespace kith::store {

/// Lives on the screen's thread; subscriptions hold it weakly.
struct WorkspaceWorker::Listeners {
    std::vector<std::shared_ptr<Listener>> all;

    void notify(const ChangeSet& changes) const
    {
        const auto copy = all;  // a listener may subscribe or leave while it is called
        for (const auto& listener : copy) (*listener)(changes);
    }
};

Result<std::unique_ptr<WorkspaceWorker>> WorkspaceWorker::start(std::unique_ptr<Workspace> workspace,
                                                                const Clock& clock, const Zone& zone, IdSource& ids,
                                                                ToScreen toScreen)
{
    KITH_TRY(screen, workspace->newReader());
    KITH_TRY(background, workspace->newReader());
    KITH_TRY(whole, workspace->newReader());
    Readers readers{std::move(screen), std::move(background), std::move(whole)};
    return std::unique_ptr<WorkspaceWorker>(
        new WorkspaceWorker(std::move(workspace), std::move(readers), clock, zone, ids, std::move(toScreen)));
}

WorkspaceWorker::WorkspaceWorker(std::unique_ptr<Workspace> workspace, Readers readers, const Clock& clock,
                                 const Zone& zone, IdSource& ids, ToScreen toScreen)
    : workspace_(std::move(workspace)),
      readers_(std::move(readers)),
      services_{*workspace_, workspace_->reader(), clock, zone, ids},
      toScreen_(std::make_shared<ToScreen>(std::move(toScreen))),
      listeners_(std::make_shared<Listeners>()),
      readQueue_(std::make_unique<SerialQueue>()),
      wholeQueue_(std::make_unique<SerialQueue>()),
      writeQueue_(std::make_unique<SerialQueue>()),
      sync_(std::make_unique<QueuedSync>(*writeQueue_, workspace_->sync())),
      copyQueue_(std::make_unique<SerialQueue>())
{
    workspace_->onChange([toScreen = toScreen_, weak = std::weak_ptr(listeners_)](const ChangeSet& changes) {
        (*toScreen)([weak, changes] {
            if (const auto listeners = weak.lock()) listeners->notify(changes);
        });
    });
}

WorkspaceWorker::~WorkspaceWorker()
{
    leaving_.request_stop();
    copyQueue_.reset();
    writeQueue_.reset();
    wholeQueue_.reset();
    readQueue_.reset();
}

void WorkspaceWorker::write(Command command, Done done)
{
    writeQueue_->post([this, toScreen = toScreen_, command = std::move(command), done = std::move(done)]() mutable {
        command(services_);
        if (done) (*toScreen)(std::move(done));
    });
}

void WorkspaceWorker::readOn(SerialQueue& queue, Reader& reader, Query query, Done done)
{
    queue.post([&reader, toScreen = toScreen_, query = std::move(query), done = std::move(done)]() mutable {
        query(reader);
        if (done) (*toScreen)(std::move(done));
    });
}

void WorkspaceWorker::read(Query query, Done done)
{
    readOn(*readQueue_, *readers_.background, std::move(query), std::move(done));
}

void WorkspaceWorker::readAll(Query query, Done done)
{
    readOn(*wholeQueue_, *readers_.whole, std::move(query), std::move(done));
}

const WorkspaceReader& WorkspaceWorker::reader() const
{
    return *readers_.screen;
}

Subscription WorkspaceWorker::onChange(Listener listener)
{
    auto held = std::make_shared<Listener>(std::move(listener));
    listeners_->all.push_back(held);
    return {held.get(), [weak = std::weak_ptr(listeners_), held](void*) {
                if (const auto listeners = weak.lock()) std::erase(listeners->all, held);
            }};
}

void WorkspaceWorker::maintain(std::move_only_function<void(Workspace&)> work, Done done)
{
    writeQueue_->post([this, toScreen = toScreen_, work = std::move(work), done = std::move(done)]() mutable {
        work(*workspace_);
        if (done) (*toScreen)(std::move(done));
    });
}

void WorkspaceWorker::copy(std::move_only_function<void(const Workspace&, const std::stop_token&)> work, Done done)
{
    copyQueue_->post([this, toScreen = toScreen_, work = std::move(work), done = std::move(done)]() mutable {
        work(*workspace_, leaving_.get_token());
        if (done) (*toScreen)(std::move(done));
    });
}

}  // namespace kith::store
