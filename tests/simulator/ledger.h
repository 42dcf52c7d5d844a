// Everything that anybody typed and what became of it on its way: what the server is judged by.
#pragma once

#include <kith/domain/change.h>
#include <kith/simulation/host.h>
#include <kith/usecases/workspace.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace kith::simulation {

/// One field that one machine wrote.
struct Wrote {
    int machine = 0;
    FieldIndex field = 0;
    Value value{};
    sync::Written by{};
    bool typed = true;
    bool created = false;  ///< with the row
    /// The time it counts with: the server brings back stamps of the future.
    HybridTime counts{};
    bool arrived = false;  ///< the server has decided about it
    bool rejected = false;
    std::int64_t order = 0;  ///< when it was written: see Ledger::mark
    std::int64_t arrivedAt = 0;  ///< likewise
    bool homeless = false;  ///< its machine was restored and knows nothing of it; the server alone has it
};

class Ledger {
public:
    /// A command of a machine is durable.
    void wrote(int machine, const ChangeSet& changes, const WorkspaceReader& reader);
    /// The server has answered a push of a machine, whether or not the answer got through.
    void decided(int machine, const sync::PushRequest& request, const sync::PushReply& reply, Instant serverNow);
    /// The machine is what it was when `mark()` was called: what the server never got from it is gone with the disk.
    void restored(int machine, std::int64_t mark);
    /// Whether a machine has a row.
    using Holds = std::function<bool(int machine, Kind kind, const Id& row)>;
    /// The server is what it was when `mark()` was called: what the machines still have they offer again.
    void serverRestored(std::int64_t mark, const Holds& holds);
    /// A moment between any two things that are noted here.
    [[nodiscard]] std::int64_t mark() const { return next_; }

    /// Throws Broken when an edit is neither in the server's rows, nor replaced by a later one, nor kept as a conflict,
    /// nor rejected; or when a row holds something else than the last writer's.
    void check(const std::map<Id, Numbered>& rows, const std::set<Id>& erased) const;
    [[nodiscard]] std::size_t size() const;

private:
    struct Lost {
        Id row;
        std::string field;
        std::string value;
        friend auto operator<=>(const Lost&, const Lost&) = default;
    };
    using Conflicts = std::set<Lost>;
    static void checkField(const sync::Row& row, const Wrote& edit, const Conflicts& conflicts);

    std::map<Id, std::pair<Kind, std::vector<Wrote>>> rows_;
    std::int64_t next_ = 1;
};

}  // namespace kith::simulation
