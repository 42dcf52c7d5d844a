// The simplest device that keeps to the protocol: rows in a map, nothing on disk.
#pragma once

#include <kith/server_support/bed.h>
#include <kith/sync/hybrid_clock.h>
#include <kith/sync/merge.h>

#include <map>

namespace kith::server_support {

class Replica {
public:
    Replica(Bed& bed, Member member) : bed_(bed), server_(&bed.server()), member_(std::move(member)) { }

    using Fields = std::vector<std::pair<FieldIndex, Value>>;

    /// A new row in a space.
    Id make(Kind kind, const Id& space, Fields fields);
    Id makePerson(const Id& space, const std::string& name);
    void edit(const Id& row, Fields fields);
    void remove(const Id& row);
    void move(const Id& row, const Id& space);

    /// Sends everything that waits, takes in what comes back.
    sync::PushReply push();
    /// Pulls until there is no more, confirming erasures.
    void pull();
    void synchronise();
    /// Whether the server says that we hold what it holds; nothing when it would not compare.
    [[nodiscard]] std::optional<bool> agrees();

    [[nodiscard]] std::map<Id, sync::Row> rows() const;  ///< that are here
    [[nodiscard]] const sync::Row* find(const Id& row) const;
    [[nodiscard]] std::string text(const Id& row, FieldIndex field) const;
    [[nodiscard]] std::vector<sync::Row> ofKind(Kind kind) const;

    [[nodiscard]] sync::PushRequest waiting() const { return {.operations = outbox_}; }
    [[nodiscard]] const sync::PullReply& lastPage() const { return page_; }
    [[nodiscard]] const Member& member() const { return member_; }
    [[nodiscard]] const sync::Token& token() const { return member_.tokens.access; }
    [[nodiscard]] std::string& cursor() { return cursor_; }
    /// Talks to that one from now on: another server, or one at the other end of a network.
    void use(sync::SyncService& server) { server_ = &server; }
    void drop(const Id& row) { rows_.erase(row); }

private:
    struct Held {
        std::int64_t number = 0;
        sync::Row row;
    };
    sync::Written stamp();
    void queue(sync::Operation operation);
    void take(const sync::PullReply& page);

    Bed& bed_;
    sync::SyncService* server_;
    Member member_;
    HybridClock clock_;
    std::int64_t seq_ = 0;
    std::map<Id, Held> rows_;
    std::vector<sync::Operation> outbox_;
    std::string cursor_;
    sync::PullReply page_;
    std::vector<Id> erased_;
};

}  // namespace kith::server_support
