// A Worker that does everything at once, in place: for tests of pages and views.
#pragma once

#include <kith/store/workspace.h>
#include <kith/usecases/worker.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace kith::test {

class InlineWorker final : public Worker {
public:
    /// Takes the workspace's change listener.
    InlineWorker(store::Workspace& workspace, Services& services)
        : workspace_(workspace), services_(services), listeners_(std::make_shared<Listeners>())
    {
        workspace.onChange([all = listeners_](const ChangeSet& changes) {
            const Listeners copy = *all;
            for (const auto& listener : copy) (*listener)(changes);
        });
    }
    ~InlineWorker() override { workspace_.onChange({}); }

    void write(Command command, Done done) override
    {
        command(services_);
        if (done) done();
    }
    void read(Query query, Done done) override
    {
        query(services_.reader);
        if (done) done();
    }
    void readAll(Query query, Done done) override { read(std::move(query), std::move(done)); }
    [[nodiscard]] const WorkspaceReader& reader() const override { return services_.reader; }
    [[nodiscard]] Subscription onChange(Listener listener) override
    {
        auto held = std::make_shared<Listener>(std::move(listener));
        listeners_->push_back(held);
        return {held.get(), [all = listeners_, held](void*) { std::erase(*all, held); }};
    }

private:
    using Listeners = std::vector<std::shared_ptr<Listener>>;
    store::Workspace& workspace_;
    Services& services_;
    std::shared_ptr<Listeners> listeners_;
};

}  // namespace kith::test
