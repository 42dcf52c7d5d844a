// The server's machine: the real server over an embedded database, its clock, its disk, its backup, its administrator.
#pragma once

#include <kith/server/admin.h>
#include <kith/server/server.h>
#include <kith/simulation/dice.h>
#include <kith/support/temp_workspace.h>
#include <kith/sync/merge.h>

#include <map>
#include <memory>
#include <set>
#include <sys/resource.h>
#include <vector>

namespace kith::simulation {

/// Who may do what where, as it was granted: kept apart from the server, to judge it by.
using Grants = std::map<std::pair<std::string, Id>, sync::Rights>;

/// A row of the server with its number.
struct Numbered {
    std::int64_t number = 0;
    sync::Row row;
};

class Host {
public:
    Host(Dice dice, Instant start);

    /// One of them: they stand over one database, and nobody can tell them apart.
    [[nodiscard]] server::Server& server() { return *luck_.oneOf(servers_); }
    [[nodiscard]] server::Admin admin() { return server::Admin(server()); }
    [[nodiscard]] FixedClock& clock() { return clock_; }
    void restart();
    /// So many servers from now on.
    void stand(int servers);
    /// What `work` makes the server write fails after some bytes, as on a disk that is full.
    template <class Work>
    auto withFullDisk(Work work)
    {
        const FullDisk full(database(), luck_);
        return work();
    }
    void backup();
    /// Back to the last backup; nothing happens when there is none.
    bool restore();

    /// The organisation's space first.
    [[nodiscard]] const std::vector<Id>& spaces() const { return spaces_; }
    void grant(const std::string& user, const Id& space, sync::Rights rights);
    [[nodiscard]] sync::Rights rightsOf(const std::string& user, const Id& space) const;
    /// Erases a person, as whoever manages everything; false when the server has no such person.
    bool erase(const Id& person);

    /// Everything that the server has, through a pull from the very beginning by one who may see all.
    [[nodiscard]] std::map<Id, Numbered> rows();
    /// What `check` finds wrong; empty when all is well.
    [[nodiscard]] std::vector<std::string> problems();
    /// People that were erased, and what went with them.
    [[nodiscard]] const std::set<Id>& erased() const { return erased_; }

private:
    /// Holds the limit that the system sets to the size of files.
    class FullDisk {
    public:
        FullDisk(const std::filesystem::path& database, Dice& luck);
        ~FullDisk();
        FullDisk(const FullDisk&) = delete;
        FullDisk& operator=(const FullDisk&) = delete;

    private:
        rlimit before_{};
    };
    [[nodiscard]] std::filesystem::path database() const { return folder_.path() / "kith-server.db"; }
    [[nodiscard]] sync::Token warden();
    /// Signing in makes private spaces: takes note of whose they are, and lets the warden read them.
    void noticePrivateSpaces();

    Dice luck_;
    FixedClock clock_;
    SeededRandom idBits_;
    SeededRandom secretBits_;
    UuidSource ids_;
    test::TempFolder folder_;
    int count_ = 1;
    std::vector<std::unique_ptr<server::Server>> servers_;
    std::vector<Id> spaces_;
    Grants grants_;
    Grants backedUp_;
    bool hasBackup_ = false;
    std::string code_;
    Id wardenDevice_;
    std::set<Id> erased_;
};

}  // namespace kith::simulation
