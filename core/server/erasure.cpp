#include "erasure.h"

#include "entry_book.h"
#include "fingerprints.h"

#include <kith/base/log.h>
#include <kith/base/text.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace kith::server {

namespace {

/// Found by reading, since it is done rarely.
Answer<std::vector<Id>> rowsNaming(Database& db, std::int64_t org, std::initializer_list<Kind> kinds, const Id& person)
{
    std::vector<Id> rows;
    for (const Kind kind : kinds)
        KITH_CHECK(db.each("SELECT id FROM entry WHERE org = ? AND kind = ? AND standing = 1 AND state LIKE ?",
                           {org, static_cast<int>(kind), '%' + person.toString() + '%'},
                           [&](const Record& r) { rows.push_back(r.id(0)); }));
    return rows;
}

/// Finds all that goes with a person, and takes it away.
class Eraser {
public:
    Eraser(Core& core, Database& db, std::int64_t org, std::string_view key, std::int64_t number)
        : core_(core), db_(db), org_(org), key_(key), book_(db, org, number)
    {
    }

    Answer<Erased> run(Announcement& announcement, const Id& person)
    {
        KITH_CHECK(book_.load(std::span(&person, 1)));
        const Entry* entry = book_.find(person);
        if (entry == nullptr || entry->standing != Standing::Here || entry->row.kind != Kind::Person)
            return refuse(Trouble::Denied, "There is no such person, or you may not see them.");
        const Id home = entry->space;
        KITH_CHECK(collect(person));
        Erased result;
        KITH_CHECK(keepFingerprints(result));
        KITH_CHECK(record(home, result));
        for (const Id& id : doomed_) book_.erase(id);
        KITH_CHECK(book_.flush(announcement));
        return result;
    }

private:
    [[nodiscard]] bool isDoomed(const Id& id) const { return std::ranges::find(doomed_, id) != doomed_.end(); }

    /// A row and what belongs to it.
    Answer<void> doom(const Id& id)
    {
        if (isDoomed(id)) return {};
        doomed_.push_back(id);
        std::vector<Id> owned;
        KITH_CHECK(book_.loadOwnedBy(id, owned));
        for (const Id& part : owned) KITH_CHECK(doom(part));
        return {};
    }

    [[nodiscard]] bool isThem(const Value& person) const
    {
        return std::ranges::find(records_, idOf(person)) != records_.end();
    }

    Answer<void> collect(const Id& person)
    {
        KITH_TRY(records, recordsOf(db_, book_, org_, person));
        records_ = std::move(records);
        std::vector<Id> conversations;
        for (const Id& record : records_) {
            KITH_CHECK(doom(record));
            KITH_CHECK(doomNaming(record, conversations));
        }
        for (const Id& conversation : conversations) KITH_CHECK(doomUnlessShared(conversation));
        return {};
    }

    /// Rows that name somebody without belonging to them. A merge that was taken back still says what their name was.
    Answer<void> doomNaming(const Id& person, std::vector<Id>& conversations)
    {
        KITH_TRY(naming, rowsNaming(db_, org_, {Kind::Tie, Kind::Participant, Kind::SamePerson}, person));
        KITH_CHECK(book_.load(naming));
        for (const Id& id : naming) {
            const sync::Row& row = book_.find(id)->row;
            if (row.kind == Kind::Tie && idOf(row.cells[tie::b].value) != person) continue;
            if (row.kind == Kind::SamePerson && idOf(row.cells[same_person::person].value) != person) continue;
            if (row.kind == Kind::Participant) {
                if (idOf(row.cells[participant::person].value) != person) continue;
                conversations.push_back(idOf(row.cells[participant::interaction].value));
            }
            KITH_CHECK(doom(id));
        }
        return {};
    }

    /// What was noted of a conversation with several people is about the others, too.
    Answer<void> doomUnlessShared(const Id& conversation)
    {
        KITH_CHECK(book_.load(std::span(&conversation, 1)));
        const Entry* entry = book_.find(conversation);
        if (entry == nullptr || entry->standing != Standing::Here) return {};
        std::vector<Id> owned;
        KITH_CHECK(book_.loadOwnedBy(conversation, owned));
        std::vector<Id> others;
        for (const Id& id : owned) {
            const sync::Row& row = book_.find(id)->row;
            if (row.kind != Kind::Participant || !row.isHere()) continue;
            const Value& who = row.cells[participant::person].value;
            if (!isThem(who)) others.push_back(idOf(who));
        }
        for (const Id& who : others) {
            KITH_TRY(forUs, isColleague(who));
            if (!forUs) return {};
        }
        return doom(conversation);
    }

    /// They took part for us: what was noted is not about them.
    [[nodiscard]] Answer<bool> isColleague(const Id& who)
    {
        KITH_CHECK(book_.load(std::span(&who, 1)));
        KITH_TRY(records, recordsOf(db_, book_, org_, who));
        return std::ranges::any_of(records, [&](const Id& record) {
            const Entry* entry = book_.find(record);
            if (entry == nullptr || entry->row.kind != Kind::Person) return false;
            const std::int64_t facets = intOf(entry->row.cells[person::facets].value);
            return Facets{static_cast<std::uint8_t>(facets)}.has(Facet::Colleague);
        });
    }

    Answer<void> keepFingerprints(Erased& result)
    {
        for (const Id& id : doomed_) {
            const sync::Row& row = book_.find(id)->row;
            if (row.kind != Kind::ContactPoint) continue;
            const std::string print = fingerprintOf(key_, row);
            if (print.empty()) continue;
            result.fingerprints.push_back(print);
            KITH_CHECK(db_.run("INSERT INTO fingerprint (org, print) VALUES (?, ?) ON CONFLICT (org, print) DO NOTHING",
                               {org_, Bytes{print}}));
        }
        return {};
    }

    /// One erasure for each space, so that nobody hears of rows in a space that they cannot see.
    Answer<void> record(const Id& home, Erased& result)
    {
        std::map<Id, std::vector<std::pair<Kind, Id>>> bySpace;
        for (const Id& id : doomed_) {
            const Entry* entry = book_.find(id);
            bySpace[entry->space].emplace_back(entry->row.kind, id);
        }
        for (const auto& [space, rows] : bySpace) {
            const Id erasure = core_.ids.make();
            if (space == home) result.erasure = erasure;
            result.rows += static_cast<std::int64_t>(rows.size());
            KITH_CHECK(db_.run("INSERT INTO erasure (org, id, space, number, erased) VALUES (?, ?, ?, ?, ?)",
                               {org_, erasure, space, book_.number(), rowsToText(rows)}));
            KITH_CHECK(db_.run("INSERT INTO device_erasure (device, erasure) SELECT d.id, ? FROM device d"
                               " JOIN space_grant g ON g.org = d.org AND g.account = d.account"
                               " WHERE g.org = ? AND g.space = ? AND g.rights > 0 AND d.revoked = 0",
                               {erasure, org_, space}));
        }
        return {};
    }

    Core& core_;
    Database& db_;
    std::int64_t org_;
    std::string_view key_;
    EntryBook book_;
    std::vector<Id> records_;  ///< of the person
    std::vector<Id> doomed_;
};

}  // namespace

Answer<std::vector<Id>> recordsOf(Database& db, EntryBook& book, std::int64_t org, const Id& person)
{
    std::vector<Id> records{person};
    for (std::size_t at = 0; at < records.size(); ++at) {
        const Id record = records[at];
        KITH_TRY(links, rowsNaming(db, org, {Kind::SamePerson}, record));
        KITH_CHECK(book.load(links));
        KITH_CHECK(book.loadOwnedBy(record, links));
        for (const Id& id : links) {
            const sync::Row& link = book.find(id)->row;
            if (link.kind != Kind::SamePerson || !link.isHere()) continue;
            const std::array ends{idOf(link.cells[same_person::person].value),
                                  idOf(link.cells[same_person::into].value)};
            KITH_CHECK(book.load(ends));
            for (const Id& end : ends) {
                const Entry* entry = book.find(end);
                if (entry == nullptr || entry->standing != Standing::Here || entry->row.kind != Kind::Person) continue;
                if (std::ranges::find(records, end) == records.end()) records.push_back(end);
            }
        }
    }
    return records;
}

Answer<Erased> erasePerson(Core& core, Database& db, Announcement& announcement, std::int64_t org,
                           std::string_view fingerprintKey, const Id& person, std::int64_t number)
{
    return Eraser(core, db, org, fingerprintKey, number).run(announcement, person);
}

void scrub(Core& core)
{
    // SQLite overwrites what it deletes, but its log keeps older pages until it is emptied. PostgreSQL keeps versions
    // of rows until they are vacuumed.
    const auto done = core.writers.run([](Database& db) -> Answer<void> {
        KITH_CHECK(db.connect());
        if (db.engine() == Engine::Postgres) return db.direct("VACUUM entry");
        return db.direct("PRAGMA wal_checkpoint(TRUNCATE)");
    });
    if (!done) log::write(log::Level::Warning, "server", "old pages could not be dropped after an erasure");
}

Answer<void> confirmErasures(Database& db, const Id& device, const std::vector<Id>& erasures)
{
    for (const Id& erasure : erasures)
        KITH_CHECK(db.run("DELETE FROM device_erasure WHERE device = ? AND erasure = ?", {device, erasure}));
    return {};
}

Answer<void> openErasures(Database& db, const Id& device, sync::PullReply& reply, std::vector<Id>& hidden)
{
    KITH_CHECK(db.each("SELECT e.id, e.space, e.erased FROM device_erasure d JOIN erasure e ON e.id = d.erasure"
                       " WHERE d.device = ? ORDER BY e.number, e.id LIMIT 100",
                       {device}, [&](const Record& r) {
                           const Id space = r.id(1);
                           if (std::ranges::find(reply.spaces, space, &sync::SpaceInfo::id) == reply.spaces.end())
                               hidden.push_back(r.id(0));
                           else
                               reply.erasures.push_back(
                                   {.id = r.id(0), .space = space, .rows = rowsFromText(r.text(2))});
                       }));
    return {};
}

std::string rowsToText(const std::vector<std::pair<Kind, Id>>& rows)
{
    std::string text;
    for (const auto& [kind, id] : rows) {
        if (!text.empty()) text += ' ';
        text += std::to_string(static_cast<int>(kind)) + ':' + id.toString();
    }
    return text;
}

std::vector<std::pair<Kind, Id>> rowsFromText(std::string_view text)
{
    std::vector<std::pair<Kind, Id>> rows;
    for (const std::string_view part : split(text, ' ')) {
        const auto colon = part.find(':');
        if (colon == std::string_view::npos) continue;
        const std::string_view number = part.substr(0, colon);
        std::uint8_t written = 0;
        std::from_chars(number.data(), number.data() + number.size(), written);
        const auto kind = kindNumbered(written);
        const auto id = Id::parse(part.substr(colon + 1));
        if (id && kind) rows.emplace_back(*kind, *id);
    }
    return rows;
}

}  // namespace kith::server
