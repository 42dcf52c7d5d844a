#include <kith/server_support/replica.h>

#include <kith/sync/sums.h>

#include <algorithm>

namespace kith::server_support {

sync::Written Replica::stamp()
{
    return {.time = clock_.tick(bed_.clock().now()), .device = member_.tokens.device};
}

void Replica::queue(sync::Operation operation)
{
    operation.seq = ++seq_;
    Held& held = rows_[operation.patch.id];
    if (held.row.id.isNil()) held.row = sync::Row::empty(operation.patch.kind, operation.patch.id);
    sync::mergeInto(held.row, operation.patch);
    outbox_.push_back(std::move(operation));
}

Id Replica::make(Kind kind, const Id& space, Fields fields)
{
    const Id id = bed_.newId();
    const sync::Written by = stamp();
    queue({.patch = {.kind = kind,
                     .id = id,
                     .placing = sync::Placing{.space = space, .by = by},
                     .presence = sync::Presence{.here = true, .by = by},
                     .groups = {{.by = by, .fields = std::move(fields)}}}});
    return id;
}

Id Replica::makePerson(const Id& space, const std::string& name)
{
    return make(Kind::Person, space, {{person::name, name}});
}

void Replica::edit(const Id& row, Fields fields)
{
    const sync::Row& present = rows_.at(row).row;
    sync::Operation operation{.patch = {.kind = present.kind, .id = row}};
    for (const auto& [field, value] : fields)
        operation.seen.push_back(
            {.field = field, .time = present.cells[field].by.time, .value = present.cells[field].value});
    operation.patch.groups.push_back({.by = stamp(), .fields = std::move(fields)});
    queue(std::move(operation));
}

void Replica::remove(const Id& row)
{
    const sync::Row& present = rows_.at(row).row;
    const HybridTime saw = present.latest();
    queue({.patch = {
               .kind = present.kind, .id = row, .presence = sync::Presence{.here = false, .by = stamp(), .saw = saw}}});
}

void Replica::move(const Id& row, const Id& space)
{
    queue({.patch = {
               .kind = rows_.at(row).row.kind, .id = row, .placing = sync::Placing{.space = space, .by = stamp()}}});
}

sync::PushReply Replica::push()
{
    const auto reply = must(server_->push(token(), waiting(), {}));
    for (std::size_t i = 0; i < reply.results.size(); ++i) {
        const sync::OperationResult& result = reply.results[i];
        const sync::RowPatch& sent = outbox_[i].patch;
        if (result.outcome == sync::Outcome::Rejected && !result.row) {
            rows_.erase(sent.id);
            continue;
        }
        Held& held = rows_[sent.id];
        if (result.row) {
            held.row = sync::Row::empty(sent.kind, sent.id);
            sync::mergeInto(held.row, *result.row);
            for (std::size_t later = i + 1; later < outbox_.size(); ++later)
                if (outbox_[later].patch.id == sent.id) sync::mergeInto(held.row, outbox_[later].patch);
        }
        held.number = std::max(held.number, result.number);
    }
    outbox_.clear();
    return reply;
}

void Replica::take(const sync::PullReply& page)
{
    const auto isReadable = [&](const Id& space) {
        return std::ranges::find(page.spaces, space, &sync::SpaceInfo::id) != page.spaces.end();
    };
    std::erase_if(rows_, [&](const auto& entry) { return !isReadable(entry.second.row.placing.space); });
    for (const sync::GoneRow& gone : page.gone) {
        const auto found = rows_.find(gone.id);
        if (found != rows_.end() && found->second.row.placing.space == gone.space) rows_.erase(found);
    }
    for (const sync::NumberedRow& numbered : page.rows) {
        Held held{.number = numbered.number, .row = sync::Row::empty(numbered.row.kind, numbered.row.id)};
        sync::mergeInto(held.row, numbered.row);
        // What the server has not heard yet stands on top of what it says.
        for (const sync::Operation& operation : outbox_)
            if (operation.patch.id == held.row.id) sync::mergeInto(held.row, operation.patch);
        rows_[numbered.row.id] = std::move(held);
    }
    for (const sync::Erasure& erasure : page.erasures) {
        for (const auto& [kind, id] : erasure.rows) rows_.erase(id);
        erased_.push_back(erasure.id);
    }
}

void Replica::pull()
{
    for (bool more = true; more;) {
        page_ = must(server_->pull(token(), {.cursor = cursor_, .erased = std::exchange(erased_, {})}, {}));
        take(page_);
        cursor_ = page_.cursor;
        more = page_.more;
    }
}

void Replica::synchronise()
{
    push();
    pull();
}

std::optional<bool> Replica::agrees()
{
    std::map<Id, sync::SpaceSum> sums;
    for (const auto& [id, held] : rows_) {
        sync::SpaceSum& sum = sums[held.row.placing.space];
        sum.space = held.row.placing.space;
        ++sum.rows;
        sum.sum += sync::sumOf(id, held.number);
    }
    sync::VerifyRequest request{.cursor = cursor_, .sums = {}};
    for (const auto& [space, sum] : sums) request.sums.push_back(sum);
    const auto reply = must(server_->verify(token(), request, {}));
    if (!reply.compared) return std::nullopt;
    if (!reply.different.empty()) cursor_ = reply.cursor;
    return reply.different.empty();
}

std::map<Id, sync::Row> Replica::rows() const
{
    std::map<Id, sync::Row> rows;
    for (const auto& [id, held] : rows_)
        if (held.row.isHere()) rows.emplace(id, held.row);
    return rows;
}

const sync::Row* Replica::find(const Id& row) const
{
    const auto found = rows_.find(row);
    return found == rows_.end() || !found->second.row.isHere() ? nullptr : &found->second.row;
}

std::string Replica::text(const Id& row, FieldIndex field) const
{
    const sync::Row* found = find(row);
    return found == nullptr ? std::string{} : textOf(found->cells[field].value);
}

std::vector<sync::Row> Replica::ofKind(Kind kind) const
{
    std::vector<sync::Row> result;
    for (const auto& [id, row] : rows())
        if (row.kind == kind) result.push_back(row);
    return result;
}

}  // namespace kith::server_support
