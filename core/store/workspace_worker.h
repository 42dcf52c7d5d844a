// Runs use cases on the writer's thread and long reads on another, and brings answers back to the screen's thread.
#pragma once

#include <kith/base/serial_queue.h>
#include <kith/store/workspace.h>
#include <kith/usecases/worker.h>

#include <memory>

namespace kith::store {

/// The real Worker. Destroy it before whatever its `done` functions refer to.
class WorkspaceWorker final : public Worker {
public:
    /// Posts a task to the screen's thread; must be callable from any thread.
    using ToScreen = std::function<void(std::move_only_function<void()>)>;

    /// Opens three readers beside the writer. Takes over the workspace: from now on only the writer's thread uses it.
    [[nodiscard]] static Result<std::unique_ptr<WorkspaceWorker>>
    start(std::unique_ptr<Workspace> workspace, const Clock& clock, const Zone& zone, IdSource& ids, ToScreen toScreen);
    ~WorkspaceWorker() override;

    void write(Command command, Done done) override;
    void read(Query query, Done done) override;
    void readAll(Query query, Done done) override;
    [[nodiscard]] const WorkspaceReader& reader() const override;
    [[nodiscard]] Subscription onChange(Listener listener) override;

    [[nodiscard]] const std::filesystem::path& path() const { return workspace_->path(); }
    [[nodiscard]] bool isEncrypted() const { return workspace_->isEncrypted(); }

    /// What sync keeps, for a thread that is neither the screen's nor the writer's: every call waits for its turn on
    /// the writer's.
    [[nodiscard]] SyncStore& sync() { return *sync_; }

    /// Runs a check on the writer's thread.
    void maintain(std::move_only_function<void(Workspace&)> work, Done done);
    /// Copies the file (Workspace::backup) on a thread of its own, so that nobody waits for it; asked to stop when the
    /// worker goes.
    void copy(std::move_only_function<void(const Workspace&, const std::stop_token&)> work, Done done);

private:
    struct Listeners;
    struct Readers {
        std::unique_ptr<Reader> screen, background, whole;
    };
    WorkspaceWorker(std::unique_ptr<Workspace> workspace, Readers readers, const Clock& clock, const Zone& zone,
                    IdSource& ids, ToScreen toScreen);
    void readOn(SerialQueue& queue, Reader& reader, Query query, Done done);

    std::unique_ptr<Workspace> workspace_;
    Readers readers_;
    Services services_;
    std::shared_ptr<ToScreen> toScreen_;
    std::shared_ptr<Listeners> listeners_;
    std::unique_ptr<SerialQueue> readQueue_;
    std::unique_ptr<SerialQueue> wholeQueue_;
    std::unique_ptr<SerialQueue> writeQueue_;  // stops before those above
    std::unique_ptr<SyncStore> sync_;
    std::stop_source leaving_;
    std::unique_ptr<SerialQueue> copyQueue_;  // stops first
};

}  // namespace kith::store
