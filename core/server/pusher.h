// Decides about the operations of one push. Private to this folder.
#pragma once

#include "entry_book.h"
#include "spaces.h"

#include <set>

namespace kith::server {

/// Lives for one transaction, which holds back the organisation's other writers.
class Pusher {
public:
    Pusher(Core& core, Database& db, const Session& session, std::int64_t number);

    /// Reads what the operations are about.
    [[nodiscard]] Answer<void> prepare(const sync::PushRequest& request);
    /// By seq, ascending.
    [[nodiscard]] Answer<sync::OperationResult> decide(const sync::Operation& operation);
    /// Writes rows, conflicts, decisions, and the device's place in its sequence.
    [[nodiscard]] Answer<void> finish(Announcement& announcement);
    /// The device numbers its operations anew: it is a copy that does not know what the other one sent.
    [[nodiscard]] bool isCopy() const { return copy_; }
    [[nodiscard]] bool sawFutureClock() const { return future_; }

private:
    [[nodiscard]] Answer<sync::OperationResult> decideAgain(const sync::Operation& operation);
    [[nodiscard]] Answer<sync::OperationResult> judgeNew(sync::Operation operation, bool restamped);
    [[nodiscard]] Answer<sync::OperationResult> judgeKnown(const sync::Operation& operation, const Entry& entry,
                                                           bool restamped);
    [[nodiscard]] bool mayEffect(const sync::Row& before, const sync::Row& after, bool lost) const;
    /// Why nothing may be done with the row, whatever it is; empty when something may.
    [[nodiscard]] std::string_view rowTrouble(const sync::RowPatch& patch, const Entry* entry) const;
    /// Why the row may not belong to what it says; empty when it may. Puts the row into its owner's space.
    [[nodiscard]] std::string_view ownerTrouble(sync::Operation& operation, bool& moved) const;
    /// Why somebody may not be merged into another; empty when they may: who may not write them may not hide them.
    [[nodiscard]] std::string_view mergeTrouble(const Id& person) const;
    [[nodiscard]] Answer<sync::OperationResult>
    settle(const sync::Operation& operation, const sync::Judgement& judgement, const sync::Row& row, bool amended);
    [[nodiscard]] Answer<void> keepLost(const sync::Row& row, const std::vector<sync::Lost>& lost);
    [[nodiscard]] Answer<void> moveConflicts(const sync::Row& row);
    [[nodiscard]] Answer<std::string> nameOf(const Id& device);
    [[nodiscard]] sync::OperationResult reject(const sync::Operation& operation, std::string_view reason) const;
    [[nodiscard]] Answer<void> findErasedPeople(const sync::PushRequest& request);
    [[nodiscard]] bool restamp(sync::RowPatch& patch) const;
    [[nodiscard]] bool mayRead(const Id& space) const { return rightsIn(rights_, space) >= sync::Rights::Read; }
    [[nodiscard]] bool may(const Id& space, Kind kind, sync::Action action) const;
    [[nodiscard]] sync::Written authority() const;

    Core& core_;
    Database& db_;
    const Session& session_;
    EntryBook book_;
    RightsBySpace rights_;
    std::set<Id> ownDevices_;
    std::set<Id> refused_;  ///< people, and contact points, that were erased and come back
    std::unordered_map<Id, std::string> names_;  ///< of accounts, by device
    std::int64_t acknowledged_ = 0;
    std::int64_t last_ = 0;
    std::vector<sync::OperationResult> decisions_;  ///< not plainly applied
    HybridTime latest_;
    bool copy_ = false;
    bool future_ = false;
};

}  // namespace kith::server
