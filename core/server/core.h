// What all requests share: the connections, the news, the counters, and who asks. Private to this folder.
#pragma once

#include "commit_group.h"
#include "crypto.h"
#include "lane.h"
#include "reader_role.h"

#include <kith/server/server.h>

#include <atomic>
#include <semaphore>

namespace kith::server {

class Listener;

/// The one organisation that a server keeps.
inline constexpr std::int64_t kOrg = 1;

/// Who asks, as the database has it at the moment of the request.
struct Session {
    std::int64_t org = 0;
    Id organisation;
    std::string organisationName;
    std::int64_t head = 0;  ///< the newest server number
    std::string fingerprintKey;
    Id account;
    std::string name;
    sync::Role role{};
    std::int64_t changed = 0;  ///< when what the account may see last changed
    Id device;
    std::string version;
    std::int64_t acknowledged = 0;
    bool touch = false;  ///< the token's first use, or the device's first sign of life in a while
    std::string tokenHash;
    Id family;
    Id epoch;
    std::string cursorKey;
};

struct Counters {
    std::atomic<std::uint64_t> pushes{0}, applied{0}, merged{0}, duplicates{0}, rejected{0}, conflicts{0};
    std::atomic<std::uint64_t> pulls{0}, rowsSent{0}, snapshots{0}, waits{0};
    std::atomic<std::uint64_t> signIns{0}, signInsRefused{0}, tokensReused{0}, clones{0}, commands{0}, erasures{0};
};

class Core {
public:
    Core(const ServerOptions& options, DatabasePlace place, const Clock& clock, IdSource& ids, Random& random);
    ~Core();
    Core(const Core&) = delete;
    Core& operator=(const Core&) = delete;

    /// Schema, first organisation, and the ear for other processes.
    [[nodiscard]] Result<void> start();

    /// `work(Database&, const Session&)` for somebody who is signed in, in one read transaction. It sees only what
    /// reader_role.h lets it see.
    template <class Work>
    auto read(const sync::Token& token, const std::stop_token& stop, Work work)
        -> std::invoke_result_t<Work&, Database&, const Session&>
    {
        return readDirectory(
            token, stop,
            [&](Database& db, const Session& session) -> std::invoke_result_t<Work&, Database&, const Session&> {
                if (readsAsRole_) KITH_CHECK(becomeReader(db, session));
                return work(db, session);
            });
    }
    /// The same for what is not in a space: accounts, devices, the audit trail.
    template <class Work>
    auto readDirectory(const sync::Token& token, const std::stop_token& stop, Work work)
        -> std::invoke_result_t<Work&, Database&, const Session&>
    {
        if (stop.stop_requested()) return refuse(Trouble::Stopped, "Called off.");
        Session touched;
        auto result = readers.transaction(Access::Read, [&](Database& db) -> decltype(work(db, touched)) {
            KITH_TRY(session, whoAsks(db, token));
            touched = session;
            return work(db, session);
        });
        if (touched.touch) touch(touched);
        return result;
    }

    /// `work(Database&, const Session&, Announcement&)` in one write transaction; the announcement goes out after it.
    template <class Work>
    auto write(const sync::Token& token, const std::stop_token& stop, Work work)
        -> std::invoke_result_t<Work&, Database&, const Session&, Announcement&>
    {
        if (stop.stop_requested()) return refuse(Trouble::Stopped, "Called off.");
        return writeUnasked(
            [&](Database& db, Announcement& announcement) -> decltype(work(db, Session{}, announcement)) {
                KITH_TRY(session, whoAsks(db, token));
                if (session.touch) KITH_CHECK(noteUse(db, session));
                return work(db, session, announcement);
            });
    }
    /// The same for the server itself.
    template <class Work>
    auto writeUnasked(Work work) -> std::invoke_result_t<Work&, Database&, Announcement&>
    {
        Announcement announcement;
        auto result = writers.transaction(Access::Write, [&](Database& db) -> decltype(work(db, announcement)) {
            announcement.clear();
            auto done = work(db, announcement);
            if (done) KITH_CHECK(announcement.notify(db));
            return done;
        });
        if (result) announcement.publish(news);
        return result;
    }

    [[nodiscard]] std::int64_t nowMs() const { return clock.now().time_since_epoch().count(); }

    const ServerOptions options;
    const DatabasePlace place;
    const Clock& clock;
    IdSource& ids;
    Secrets secrets;
    News news;
    Counters counters;
    /// argon2 takes 64 MiB each.
    std::counting_semaphore<4> hashing{4};
    /// The pushes; their parts run on the writers' threads.
    CommitGroup pushes{writers, [this](const Announcement& announcement) { announcement.publish(news); }};
    Lane readers;
    Lane writers;

    /// SignIn for a token that is unknown, expired or revoked.
    [[nodiscard]] Answer<Session> whoAsks(Database& db, const sync::Token& token) const;
    [[nodiscard]] Answer<void> noteUse(Database& db, const Session& session) const;

private:
    void touch(const Session& session);
    [[nodiscard]] Answer<void> makeOrganisation(Database& db);

    std::unique_ptr<Listener> listener_;
    bool readsAsRole_ = false;
};

/// The next server number of an organisation. Holds back every other writer of it until the transaction ends, so that
/// what is read afterwards does not change and numbers become visible in their order.
[[nodiscard]] Answer<std::int64_t> nextNumber(Database& db, std::int64_t org);

}  // namespace kith::server
