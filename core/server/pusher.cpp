#include "pusher.h"

#include "fingerprints.h"

#include <kith/sync/hybrid_clock.h>
#include <kith/sync/value_json.h>

#include <algorithm>

namespace kith::server {

namespace {

constexpr std::int64_t kToleranceMs = 60'000;
constexpr std::int64_t kFlaggedMs = 300'000;

// One sentence each, without anybody's data. What may not be seen and what is not there get the same one.
constexpr std::string_view kNoSuchRow = "There is no such row, or you may not see it.";
constexpr std::string_view kNotAllowed = "Your role or your rights in this space do not allow that.";
constexpr std::string_view kNoOwner = "It belongs to something that is not there, or that you may not see.";
constexpr std::string_view kErased = "It belongs to somebody who was erased.";
constexpr std::string_view kOtherKind = "There is a row of another kind with this id.";

/// Whom a patch merges into another; nil for none.
Id mergedBy(const sync::RowPatch& patch)
{
    if (patch.kind != Kind::SamePerson) return {};
    for (const sync::FieldGroup& group : patch.groups)
        for (const auto& [field, value] : group.fields)
            if (field == same_person::person) return idOf(value);
    return {};
}

template <class Visit>
void eachWritten(sync::RowPatch& patch, Visit visit)
{
    if (patch.placing) visit(patch.placing->by);
    if (patch.presence) visit(patch.presence->by);
    for (sync::FieldGroup& group : patch.groups) visit(group.by);
}

}  // namespace

Pusher::Pusher(Core& core, Database& db, const Session& session, std::int64_t number)
    : core_(core), db_(db), session_(session), book_(db, session.org, number)
{
    const std::int64_t latest = std::max<std::int64_t>(0, core.nowMs() + kToleranceMs);
    latest_ = HybridTime::of(static_cast<std::uint64_t>(latest), 0xFFFF);
}

sync::Written Pusher::authority() const
{
    const auto now = static_cast<std::uint64_t>(std::max<std::int64_t>(0, core_.nowMs()));
    return {.time = HybridTime::of(now, 0), .device = session_.organisation};
}

bool Pusher::may(const Id& space, Kind kind, sync::Action action) const
{
    return sync::mayDo(session_.role, rightsIn(rights_, space), kind, action);
}

Answer<void> Pusher::prepare(const sync::PushRequest& request)
{
    KITH_TRY(rights, server::rightsOf(db_, session_.org, session_.account));
    rights_ = std::move(rights);
    // The place in the sequence is read again under the lock: two requests of one device may have come at once.
    KITH_CHECK(db_.each("SELECT id, last_seq FROM device WHERE account = ?", {session_.account}, [&](const Record& r) {
        ownDevices_.insert(r.id(0));
        if (r.id(0) == session_.device) acknowledged_ = last_ = r.integer(1);
    }));
    std::vector<Id> ids;
    for (const sync::Operation& operation : request.operations) {
        ids.push_back(operation.patch.id);
        ids.push_back(ownerIn(operation.patch));
        ids.push_back(mergedBy(operation.patch));
    }
    KITH_CHECK(book_.load(ids));
    return findErasedPeople(request);
}

Answer<void> Pusher::findErasedPeople(const sync::PushRequest& request)
{
    const auto isContact = [](const sync::Operation& o) { return o.patch.kind == Kind::ContactPoint; };
    if (std::ranges::none_of(request.operations, isContact)) return {};
    KITH_TRY(some,
             db_.number("SELECT COUNT(*) FROM (SELECT 1 FROM fingerprint WHERE org = ? LIMIT 1) f", {session_.org}));
    if (some == 0) return {};
    for (const sync::Operation& operation : request.operations) {
        if (operation.seq <= acknowledged_ || !isContact(operation)) continue;
        const Entry* entry = book_.find(operation.patch.id);
        const sync::Row* present = entry != nullptr && entry->standing == Standing::Here ? &entry->row : nullptr;
        const std::string print = fingerprintOf(session_.fingerprintKey, operation.patch, present);
        if (print.empty()) continue;
        KITH_TRY(
            erased,
            db_.number("SELECT COUNT(*) FROM fingerprint WHERE org = ? AND print = ?", {session_.org, Bytes{print}}));
        if (erased == 0) continue;
        refused_.insert(operation.patch.id);
        // Somebody who was here before keeps what else is known of them.
        const Id person = ownerIn(operation.patch);
        if (!person.isNil() && book_.find(person) == nullptr) refused_.insert(person);
    }
    return {};
}

bool Pusher::restamp(sync::RowPatch& patch) const
{
    bool changed = false;
    eachWritten(patch, [&](sync::Written& by) {
        if (ownDevices_.contains(by.device)) return;
        by.device = session_.device;
        changed = true;
    });
    return changed;
}

sync::OperationResult Pusher::reject(const sync::Operation& operation, std::string_view reason) const
{
    const auto isMissing = [&](const Id& id) {
        const Entry* found = book_.find(id);
        return found == nullptr || found->standing != Standing::Here || !mayRead(found->space);
    };
    sync::OperationResult result{
        .seq = operation.seq, .outcome = sync::Outcome::Rejected, .reason = std::string(reason)};
    if (isMissing(operation.patch.id)) {
        if (reason == kNoSuchRow) result.missing = operation.patch.id;
        if (reason == kNoOwner) {
            result.missing = ownerIn(operation.patch);
            // Of a merge it may be the other one whom it waits for.
            const Id merged = mergedBy(operation.patch);
            if (!merged.isNil() && !isMissing(result.missing)) result.missing = merged;
        }
        return result;
    }
    const Entry* entry = book_.find(operation.patch.id);
    result.number = entry->number;
    result.row = sync::toPatch(entry->row);
    return result;
}

std::string_view Pusher::rowTrouble(const sync::RowPatch& patch, const Entry* entry) const
{
    if (refused_.contains(patch.id)) return kErased;
    if (entry == nullptr) return {};
    if (!mayRead(entry->space)) return kNoSuchRow;
    if (entry->standing == Standing::Erased) return kErased;
    if (entry->standing != Standing::Here) return kNoSuchRow;
    return entry->row.kind == patch.kind ? std::string_view{} : kOtherKind;
}

Answer<sync::OperationResult> Pusher::decide(const sync::Operation& operation)
{
    if (operation.seq <= acknowledged_) return decideAgain(operation);
    last_ = operation.seq;
    sync::Operation mine = operation;
    const auto flagged =
        HybridTime::of(static_cast<std::uint64_t>(std::max<std::int64_t>(0, core_.nowMs() + kFlaggedMs)), 0xFFFF);
    eachWritten(mine.patch, [&](const sync::Written& by) { future_ |= by.time > flagged; });
    const bool restamped = restamp(mine.patch);
    const Entry* entry = book_.find(mine.patch.id);
    Answer<sync::OperationResult> result;
    if (const auto trouble = rowTrouble(mine.patch, entry); !trouble.empty()) result = reject(mine, trouble);
    else if (entry == nullptr) result = judgeNew(std::move(mine), restamped);
    else result = judgeKnown(mine, *entry, restamped);
    if (result && (result->outcome == sync::Outcome::Merged || result->outcome == sync::Outcome::Rejected))
        decisions_.push_back({.seq = result->seq, .outcome = result->outcome, .reason = result->reason});
    return result;
}

Answer<sync::OperationResult> Pusher::decideAgain(const sync::Operation& operation)
{
    sync::OperationResult result{.seq = operation.seq, .outcome = sync::Outcome::Duplicate};
    bool decided = false;
    KITH_CHECK(db_.each("SELECT outcome, reason FROM decision WHERE org = ? AND device = ? AND seq = ?",
                        {session_.org, session_.device, operation.seq}, [&](const Record& r) {
                            decided = true;
                            result.outcome = static_cast<sync::Outcome>(r.integer(0));
                            result.reason = r.text(1);
                        }));
    const Entry* entry = book_.find(operation.patch.id);
    const bool visible = entry != nullptr && entry->standing == Standing::Here && mayRead(entry->space);
    if (decided) {
        const sync::OperationResult now = reject(operation, result.reason);
        result.number = now.number;
        result.missing = now.missing;
        if (result.outcome == sync::Outcome::Merged || result.outcome == sync::Outcome::Rejected) result.row = now.row;
        return result;
    }
    // What was plainly applied is part of the row, or was when it left: merging it again changes nothing.
    if (entry == nullptr) copy_ = true;
    if (!visible) return result;
    sync::Row row = entry->row;
    copy_ |= row.kind != operation.patch.kind || sync::mergeInto(row, operation.patch);
    result.number = entry->number;
    return result;
}

std::string_view Pusher::ownerTrouble(sync::Operation& operation, bool& moved) const
{
    const Id owner = ownerIn(operation.patch);
    if (owner.isNil()) return {};
    const Entry* entry = book_.find(owner);
    if (entry == nullptr || entry->standing != Standing::Here || !mayRead(entry->space)) return kNoOwner;
    // What is said about somebody is seen by those who see them; what they ask for is in a space of its own choosing.
    const Kind kind = operation.patch.kind;
    auto& placing = operation.patch.placing;
    if (!placing || kind == Kind::PayExpectation || placing->space == entry->space) return {};
    if (!may(entry->space, kind, sync::Action::Create)) return kNotAllowed;
    placing->space = entry->space;
    moved = true;
    return {};
}

std::string_view Pusher::mergeTrouble(const Id& person) const
{
    if (person.isNil()) return {};
    const Entry* entry = book_.find(person);
    if (entry == nullptr || entry->standing != Standing::Here || !mayRead(entry->space)) return kNoOwner;
    return may(entry->space, Kind::SamePerson, sync::Action::Create) ? std::string_view{} : kNotAllowed;
}

Answer<sync::OperationResult> Pusher::judgeNew(sync::Operation operation, bool restamped)
{
    sync::RowPatch& patch = operation.patch;
    if (!patch.placing || !patch.presence) return reject(operation, kNoSuchRow);
    bool moved = false;
    if (const auto trouble = ownerTrouble(operation, moved); !trouble.empty()) return reject(operation, trouble);
    if (!mayRead(patch.placing->space)) return reject(operation, kNoSuchRow);
    if (!may(patch.placing->space, patch.kind, sync::Action::Create)) return reject(operation, kNotAllowed);
    if (const auto trouble = mergeTrouble(mergedBy(patch)); !trouble.empty()) return reject(operation, trouble);
    sync::Row row = sync::Row::empty(patch.kind, patch.id);
    const sync::Judgement judgement = sync::judge(row, operation, authority(), latest_);
    return settle(operation, judgement, row, judgement.amended || restamped || moved);
}

bool Pusher::mayEffect(const sync::Row& before, const sync::Row& after, bool lost) const
{
    using enum sync::Action;
    const Kind kind = before.kind;
    const Id& space = before.placing.space;
    if (after.placing.space != space && !(may(space, kind, Move) && may(after.placing.space, kind, Move))) return false;
    if (after.presence != before.presence && !may(space, kind, after.presence.here ? Create : Remove)) return false;
    return (!lost && after.cells == before.cells) || may(space, kind, Change);
}

Answer<sync::OperationResult> Pusher::judgeKnown(const sync::Operation& operation, const Entry& entry, bool restamped)
{
    const Id owner = ownerIn(operation.patch);
    if (!owner.isNil() && owner != ownerOf(entry.row)) {
        const Entry* found = book_.find(owner);
        if (found == nullptr || found->standing != Standing::Here || !mayRead(found->space))
            return reject(operation, kNoOwner);
    }
    sync::Row row = entry.row;
    const sync::Judgement judgement = sync::judge(row, operation, authority(), latest_);
    if (row.placing.space != entry.space && !mayRead(row.placing.space)) return reject(operation, kNoSuchRow);
    if (!mayEffect(entry.row, row, !judgement.lost.empty())) return reject(operation, kNotAllowed);
    // A merge that was taken back is made again.
    if (row.kind == Kind::SamePerson && row.isHere() && !entry.row.isHere()) {
        const Id merged = idOf(row.cells[same_person::person].value);
        KITH_CHECK(book_.load(std::span(&merged, 1)));
        if (const auto trouble = mergeTrouble(merged); !trouble.empty()) return reject(operation, trouble);
    }
    return settle(operation, judgement, row, judgement.amended || restamped);
}

Answer<sync::OperationResult> Pusher::settle(const sync::Operation& operation, const sync::Judgement& judgement,
                                             const sync::Row& row, bool amended)
{
    const Entry* entry = book_.find(row.id);
    const bool moved = entry != nullptr && entry->space != row.placing.space;
    if (judgement.changed) book_.put(row, session_.device, !amended);
    if (moved) KITH_CHECK(moveConflicts(row));
    KITH_CHECK(keepLost(row, judgement.lost));
    sync::OperationResult result{.seq = operation.seq, .outcome = sync::Outcome::Applied};
    result.number = book_.find(row.id)->number;
    if (!amended) return result;
    result.outcome = sync::Outcome::Merged;
    result.row = sync::toPatch(row);
    return result;
}

Answer<void> Pusher::moveConflicts(const sync::Row& row)
{
    std::vector<Id> owned;
    KITH_CHECK(book_.loadOwnedBy(row.id, owned));
    for (const Id& id : owned) {
        const Entry* entry = book_.find(id);
        if (entry->row.kind != Kind::Conflict) continue;
        sync::Row moved = entry->row;
        sync::Written by = authority();
        if (by.time <= moved.placing.by.time) by.time.word = moved.placing.by.time.word + 1;
        moved.placing = {.space = row.placing.space, .by = by};
        book_.put(moved, session_.organisation, false);
    }
    return {};
}

Answer<std::string> Pusher::nameOf(const Id& device)
{
    const auto known = names_.find(device);
    if (known != names_.end()) return known->second;
    std::string name;
    KITH_CHECK(db_.each("SELECT a.name FROM device d JOIN account a ON a.id = d.account WHERE d.id = ? AND d.org = ?",
                        {device, session_.org}, [&](const Record& r) { name = r.text(0); }));
    names_[device] = name;
    return name;
}

Answer<void> Pusher::keepLost(const sync::Row& row, const std::vector<sync::Lost>& lost)
{
    for (const sync::Lost& one : lost) {
        ++core_.counters.conflicts;
        const FieldSpec& field = specOf(row.kind).fields[one.field];
        KITH_TRY(lostBy, nameOf(one.lost.by.device));
        KITH_TRY(keptBy, nameOf(one.kept.by.device));
        sync::Row made = sync::Row::empty(Kind::Conflict, core_.ids.make());
        const sync::Written by = authority();
        made.placing = {.space = row.placing.space, .by = by};
        made.presence = {.here = true, .by = by};
        const Source source{.origin = "sync", .asOf = std::chrono::floor<std::chrono::days>(core_.clock.now())};
        const auto set = [&](FieldIndex at, Value value) { made.cells[at] = {std::move(value), by, source}; };
        set(conflict::row_kind, enumValue(row.kind));
        set(conflict::row, idValue(row.id));
        set(conflict::field, textValue(std::string(field.name)));
        set(conflict::lost, textValue(sync::valueToJson(field, one.lost.value)));
        set(conflict::kept, textValue(sync::valueToJson(field, one.kept.value)));
        set(conflict::lost_by, textValue(lostBy));
        set(conflict::lost_at, static_cast<std::int64_t>(one.lost.by.time.milliseconds()));
        set(conflict::kept_by, textValue(keptBy));
        set(conflict::state, enumValue(ConflictState::Open));
        book_.put(made, session_.organisation, false);
    }
    return {};
}

Answer<void> Pusher::finish(Announcement& announcement)
{
    KITH_CHECK(book_.flush(announcement));
    for (const sync::OperationResult& decision : decisions_)
        KITH_CHECK(db_.run(
            "INSERT INTO decision (org, device, seq, outcome, reason) VALUES (?, ?, ?, ?, ?)",
            {session_.org, session_.device, decision.seq, static_cast<int>(decision.outcome), decision.reason}));
    if (last_ > acknowledged_)
        KITH_CHECK(db_.run("UPDATE device SET last_seq = ? WHERE id = ?", {last_, session_.device}));
    return {};
}

}  // namespace kith::server
