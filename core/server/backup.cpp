#include "backup.h"

#include "audit.h"
#include "entry_book.h"
#include "erasure.h"
#include "packed_lines.h"
#include "schema.h"

#include <kith/base/text.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace kith::server {

namespace {

using Json = nlohmann::json;

constexpr int kFormat = 1;
/// Added to the server numbers by a restore: more than were ever given since the backup, so that a number that a
/// desktop has from then is never given again.
constexpr std::int64_t kLeap = std::int64_t{1} << 32U;

Json valueOf(const Record& record, int column, char type)
{
    if (record.isNull(column)) return nullptr;
    if (type == 'i') return record.integer(column);
    if (type == 't') return record.text(column);
    return toBase64(record.bytes(column));
}

/// Nothing for a value that is not of the type.
std::optional<Arg> argOf(const Json& value, char type)
{
    if (value.is_null()) return Arg::nothing();
    if (type == 'i' && value.is_number_integer()) return Arg(value.get<std::int64_t>());
    if (!value.is_string()) return std::nullopt;
    const auto& text = value.get_ref<const std::string&>();
    if (type == 't') return Arg(text);
    const auto bytes = fromBase64(text);
    if (type != 'b' || !bytes) return std::nullopt;
    return Arg(Bytes{*bytes});
}

Answer<void> dump(Database& db, LineWriter& lines)
{
    lines.add(Json{{"kith-server-backup", kFormat}}.dump());
    for (const Table& table : backedUpTables()) {
        const auto write = [&](const Record& record) {
            Json line = Json::array({table.name});
            for (std::size_t i = 0; i < table.types.size(); ++i)
                line.push_back(valueOf(record, static_cast<int>(i), table.types[i]));
            lines.add(line.dump(-1, ' ', false, Json::error_handler_t::replace));
        };
        if (table.name != "entry") {
            KITH_CHECK(db.each("SELECT " + std::string(table.columns) + " FROM " + std::string(table.name),
                               std::initializer_list<Arg>{}, write));
            continue;
        }
        // The one that is large, in pages: a driver may hold a whole result in memory.
        constexpr int kRowsAtOnce = 5000;
        std::int64_t org = 0;
        Id space;
        Id id;
        for (int seen = kRowsAtOnce; seen == kRowsAtOnce;) {
            seen = 0;
            KITH_CHECK(db.each("SELECT " + std::string(table.columns)
                                   + " FROM entry WHERE (org, space, id) > (?, ?, ?) ORDER BY org, space, id LIMIT ?",
                               {org, space, id, kRowsAtOnce}, [&](const Record& record) {
                                   ++seen;
                                   org = record.integer(0);
                                   space = record.id(1);
                                   id = record.id(2);
                                   write(record);
                               }));
        }
    }
    lines.add(Json{{"end", true}}.dump());
    return {};
}

const Table* tableNamed(std::string_view name)
{
    const auto tables = backedUpTables();
    const auto found = std::ranges::find(tables, name, &Table::name);
    return found == tables.end() ? nullptr : &*found;
}

std::string insertInto(const Table& table)
{
    std::string marks;
    for (std::size_t i = 0; i < table.types.size(); ++i) marks += i == 0 ? "?" : ", ?";
    return "INSERT INTO " + std::string(table.name) + " (" + std::string(table.columns) + ") VALUES (" + marks + ")";
}

std::unexpected<Failure> damaged()
{
    return refuse(Trouble::BadMessage, "The file is no whole backup of a Kith server; nothing was changed.");
}

Answer<void> load(Database& db, const std::filesystem::path& file)
{
    LineReader lines(file);
    std::string line;
    if (!lines.next(line)) return damaged();
    const Json first = Json::parse(line, nullptr, false);
    if (!first.is_object() || first.value("kith-server-backup", 0) != kFormat) return damaged();
    bool ended = false;
    while (lines.next(line)) {
        const Json values = Json::parse(line, nullptr, false);
        if (values.is_object() && values.contains("end")) {
            ended = true;
            continue;
        }
        if (ended || !values.is_array() || values.empty() || !values[0].is_string()) return damaged();
        const Table* table = tableNamed(values[0].get_ref<const std::string&>());
        if (table == nullptr || values.size() != table->types.size() + 1) return damaged();
        std::vector<Arg> args;
        for (std::size_t i = 0; i < table->types.size(); ++i) {
            const auto arg = argOf(values[i + 1], table->types[i]);
            if (!arg) return damaged();
            args.push_back(*arg);
        }
        KITH_CHECK(db.run(insertInto(*table), args));
    }
    if (!ended || lines.failed()) return damaged();
    return {};
}

/// What was erased since the backup must not come back with it.
struct Forgotten {
    struct One {
        Id id;
        Id space;
        std::string rows;
    };
    std::vector<One> erasures;
    std::vector<std::string> prints;
};

Answer<Forgotten> readForgotten(Database& db)
{
    Forgotten forgotten;
    KITH_CHECK(db.each("SELECT id, space, erased FROM erasure WHERE org = ?", {kOrg}, [&](const Record& r) {
        forgotten.erasures.push_back({.id = r.id(0), .space = r.id(1), .rows = r.text(2)});
    }));
    KITH_CHECK(db.each("SELECT print FROM fingerprint WHERE org = ?", {kOrg},
                       [&](const Record& r) { forgotten.prints.push_back(r.bytes(0)); }));
    return forgotten;
}

Answer<void> forgetAgain(Database& db, Announcement& announcement, const Forgotten& forgotten, std::int64_t number)
{
    for (const std::string& print : forgotten.prints)
        KITH_CHECK(db.run("INSERT INTO fingerprint (org, print) VALUES (?, ?) ON CONFLICT (org, print) DO NOTHING",
                          {kOrg, Bytes{print}}));
    EntryBook book(db, kOrg, number);
    for (const Forgotten::One& one : forgotten.erasures) {
        KITH_TRY(known, db.number("SELECT COUNT(*) FROM erasure WHERE id = ?", {one.id}));
        if (known != 0) continue;
        KITH_CHECK(db.run("INSERT INTO erasure (org, id, space, number, erased) VALUES (?, ?, ?, ?, ?)",
                          {kOrg, one.id, one.space, number, one.rows}));
        KITH_CHECK(db.run("INSERT INTO device_erasure (device, erasure) SELECT d.id, ? FROM device d JOIN space_grant g"
                          " ON g.org = d.org AND g.account = d.account WHERE g.org = ? AND g.space = ? AND g.rights > 0"
                          " AND d.revoked = 0",
                          {one.id, kOrg, one.space}));
        const auto rows = rowsFromText(one.rows);
        std::vector<Id> ids;
        ids.reserve(rows.size());
        for (const auto& [kind, id] : rows) ids.push_back(id);
        KITH_CHECK(book.load(ids));
        for (const auto& [kind, id] : rows) {
            if (book.find(id) != nullptr) book.erase(id);
            else book.bar(kind, id, one.space);
        }
    }
    return book.flush(announcement);
}

Answer<void> replaceAll(Core& core, Database& db, Announcement& announcement, const std::filesystem::path& file)
{
    KITH_TRY(before, db.number("SELECT head FROM organisation WHERE org = ?", {kOrg}));
    KITH_TRY(forgotten, readForgotten(db));
    for (const Table& table : backedUpTables()) KITH_CHECK(db.run("DELETE FROM " + std::string(table.name)));
    KITH_CHECK(db.run("DELETE FROM snapshot_part"));
    KITH_CHECK(db.run("DELETE FROM snapshot"));
    KITH_CHECK(load(db, file));
    KITH_TRY(there, db.number("SELECT COUNT(*) FROM organisation WHERE org = ?", {kOrg}));
    if (there != 1) return damaged();
    KITH_CHECK(db.run("DELETE FROM token WHERE device NOT IN (SELECT id FROM device)"));
    KITH_CHECK(db.run("DELETE FROM invitation WHERE account NOT IN (SELECT id FROM account)"));
    KITH_TRY(restored, db.number("SELECT head FROM organisation WHERE org = ?", {kOrg}));
    KITH_CHECK(db.run("UPDATE organisation SET head = ? WHERE org = ?", {std::max(before, restored) + kLeap, kOrg}));
    KITH_CHECK(db.run("UPDATE server SET epoch = ?", {core.ids.make()}));
    KITH_TRY(number, nextNumber(db, kOrg));
    KITH_CHECK(forgetAgain(db, announcement, forgotten, number));
    // Everybody looks again.
    KITH_CHECK(db.run("UPDATE account SET changed = ? WHERE org = ?", {number, kOrg}));
    return note(db, kOrg, core.clock.now(), {.account = "kithd", .what = "restore"});
}

}  // namespace

Result<void> writeBackup(Core& core, const std::filesystem::path& file)
{
    LineWriter lines(file);
    const auto dumped = core.readers.transaction(Access::Read, [&](Database& db) { return dump(db, lines); });
    if (!dumped) return fail(ErrorCode::Internal, dumped.error().sentence);
    return lines.finish();
}

Result<void> readBackup(Core& core, const std::filesystem::path& file)
{
    const auto done = core.writeUnasked(
        [&](Database& db, Announcement& announcement) { return replaceAll(core, db, announcement, file); });
    if (!done) {
        const bool bad = done.error().trouble == Trouble::BadMessage;
        return fail(bad ? ErrorCode::Corrupt : ErrorCode::Internal, done.error().sentence);
    }
    core.news.wakeAll();
    scrub(core);
    return {};
}

}  // namespace kith::server
