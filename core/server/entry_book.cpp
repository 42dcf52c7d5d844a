#include "entry_book.h"

#include "snapshot.h"

#include <kith/base/log.h>
#include <kith/sync/sums.h>
#include <kith/sync/wire.h>

#include <algorithm>
#include <bit>

namespace kith::server {

namespace {

constexpr std::string_view kColumns = "id, space, kind, number, standing, writer, base, state";
constexpr std::size_t kReadAtOnce = 64;
constexpr std::size_t kWriteAtOnce = 32;

/// How many of `left` to name in the next statement. Statements are kept by their text, so there are few lengths.
std::size_t atOnce(std::size_t left, std::size_t most)
{
    return std::min(std::bit_floor(left), most);
}

std::string marks(std::string_view one, std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        if (i != 0) text += ", ";
        text += one;
    }
    return text;
}

}  // namespace

std::string stateOf(const sync::Row& row)
{
    return sync::toJson(sync::toPatch(row));
}

std::optional<sync::RowPatch> readState(const std::string& state)
{
    auto patch = sync::fromJson<sync::RowPatch>(state);
    if (!patch) return std::nullopt;
    return std::move(*patch);
}

Id ownerOf(const sync::Row& row)
{
    if (row.kind == Kind::Conflict) return idOf(row.cells[conflict::row].value);
    const auto fields = specOf(row.kind).fields;
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].owner) return idOf(row.cells[i].value);
    return {};
}

Id ownerIn(const sync::RowPatch& patch)
{
    const auto fields = specOf(patch.kind).fields;
    for (const sync::FieldGroup& group : patch.groups)
        for (const auto& [field, value] : group.fields)
            if (field < fields.size() && fields[field].owner) return idOf(value);
    return {};
}

void EntryBook::take(const Record& record)
{
    Kept& kept = kept_[record.id(0)];
    const auto standing = static_cast<Standing>(record.integer(4));
    // Of several entries the one that is here says what the row is; an erased one outlives its moves.
    if (kept.known && standing < kept.now.standing) return;
    if (kept.known && kept.now.standing == Standing::Here) return;
    kept.known = true;
    kept.kind = static_cast<Kind>(record.integer(2));
    kept.now = {.standing = standing,
                .space = record.id(1),
                .number = record.integer(3),
                .writer = record.id(5),
                .base = record.integer(6),
                .row = {}};
    kept.before = kept.now;
    if (standing != Standing::Here) return;
    kept.now.row = sync::Row::empty(kept.kind, record.id(0));
    if (const auto patch = readState(record.text(7))) sync::mergeInto(kept.now.row, *patch);
    else unreadable_ = true;
}

Answer<void> EntryBook::load(std::span<const Id> ids)
{
    std::vector<Id> missing;
    std::unordered_set<Id> asked;
    for (const Id& id : ids)
        if (!id.isNil() && !kept_.contains(id) && asked.insert(id).second) missing.push_back(id);
    for (const Id& id : missing) kept_[id];
    for (std::size_t from = 0; from < missing.size();) {
        const std::size_t count = atOnce(missing.size() - from, kReadAtOnce);
        std::vector<Arg> args{org_};
        for (std::size_t i = 0; i < count; ++i) args.emplace_back(missing[from + i]);
        const std::string sql =
            "SELECT " + std::string(kColumns) + " FROM entry WHERE org = ? AND id IN (" + marks("?", count) + ")";
        KITH_CHECK(db_.each(sql, args, [&](const Record& record) { take(record); }));
        from += count;
    }
    if (unreadable_) return refuse(Trouble::ServerFault, "The server has a row that it cannot read.");
    return {};
}

Answer<void> EntryBook::loadOwnedBy(const Id& owner, std::vector<Id>& found)
{
    std::vector<Id> ids;
    KITH_CHECK(db_.each("SELECT id FROM entry WHERE org = ? AND owner = ? AND standing = 1", {org_, owner},
                        [&](const Record& record) { ids.push_back(record.id(0)); }));
    KITH_CHECK(load(ids));
    found.insert(found.end(), ids.begin(), ids.end());
    return {};
}

const Entry* EntryBook::find(const Id& id) const
{
    const auto found = kept_.find(id);
    return found == kept_.end() || !found->second.known ? nullptr : &found->second.now;
}

void EntryBook::put(const sync::Row& row, const Id& writer, bool plainly)
{
    Kept& kept = kept_[row.id];
    Entry& now = kept.now;
    // Whoever moves a row may not have heard all that was said of it where it was: what a device knows is kept by
    // space.
    const bool moved = now.standing == Standing::Here && now.space != row.placing.space;
    if (!plainly || moved) now.base = number_;
    else if (now.writer != writer || now.standing != Standing::Here) now.base = now.number;
    now.writer = writer;
    now.standing = Standing::Here;
    now.number = number_;
    now.space = row.placing.space;
    now.row = row;
    kept.known = true;
    kept.kind = row.kind;
    if (!kept.changed) order_.push_back(row.id);
    kept.changed = true;
}

void EntryBook::erase(const Id& id)
{
    Kept& kept = kept_[id];
    kept.now.standing = Standing::Erased;
    kept.now.number = number_;
    kept.now.base = number_;
    kept.now.writer = {};
    kept.now.row = {};
    if (!kept.changed) order_.push_back(id);
    kept.changed = true;
}

void EntryBook::bar(Kind kind, const Id& id, const Id& space)
{
    Kept& kept = kept_[id];
    kept.known = true;
    kept.kind = kind;
    kept.now.space = space;
    erase(id);
}

void EntryBook::weigh(const Id& id, const Kept& kept, Deltas& deltas) const
{
    if (kept.before.standing == Standing::Here) {
        Delta& delta = deltas[kept.before.space];
        --delta.rows;
        delta.sum -= sync::sumOf(id, kept.before.number);
    }
    Delta& delta = deltas[kept.now.space];
    if (kept.now.standing != Standing::Here) return;
    ++delta.rows;
    delta.sum += sync::sumOf(id, number_);
}

Answer<void> EntryBook::writeEntries()
{
    // A row that moved leaves word in the space that it left.
    std::vector<std::vector<Arg>> rows;
    const auto add = [&](const Id& id, const Kept& kept, const Entry& entry, const std::string& state) {
        const Id owner = entry.standing == Standing::Here ? ownerOf(entry.row) : Id{};
        rows.push_back({org_, entry.space, id, static_cast<int>(kept.kind), number_, static_cast<int>(entry.standing),
                        entry.writer, entry.base, owner.isNil() ? Arg::nothing() : Arg(owner), state});
    };
    for (const Id& id : order_) {
        const Kept& kept = kept_.at(id);
        const bool here = kept.now.standing == Standing::Here;
        if (kept.before.standing == Standing::Here && here && kept.before.space != kept.now.space)
            add(id, kept, {.standing = Standing::Gone, .space = kept.before.space, .base = number_, .row = {}}, "");
        add(id, kept, kept.now, here ? stateOf(kept.now.row) : std::string{});
    }
    for (std::size_t from = 0; from < rows.size();) {
        const std::size_t count = atOnce(rows.size() - from, kWriteAtOnce);
        std::vector<Arg> args;
        for (std::size_t i = 0; i < count; ++i) args.insert(args.end(), rows[from + i].begin(), rows[from + i].end());
        const std::string sql =
            "INSERT INTO entry (org, space, id, kind, number, standing, writer, base, owner, state) VALUES "
            + marks("(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", count)
            + " ON CONFLICT (org, space, id) DO UPDATE SET number = excluded.number, standing = excluded.standing,"
              " writer = excluded.writer, base = excluded.base, owner = excluded.owner, state = excluded.state";
        KITH_CHECK(db_.run(sql, args));
        from += count;
    }
    return {};
}

Answer<void> EntryBook::writeSpaces(const Deltas& deltas, Announcement& announcement)
{
    for (const auto& [space, delta] : deltas) {
        std::int64_t rows = 0;
        std::uint64_t sum = 0;
        KITH_CHECK(db_.each("SELECT row_count, row_sum FROM space WHERE org = ? AND id = ?", {org_, space},
                            [&](const Record& r) {
                                rows = r.integer(0);
                                sum = std::bit_cast<std::uint64_t>(r.integer(1));
                            }));
        KITH_CHECK(db_.run("UPDATE space SET number = ?, row_count = ?, row_sum = ? WHERE org = ? AND id = ?",
                           {number_, rows + delta.rows, std::bit_cast<std::int64_t>(sum + delta.sum), org_, space}));
        announcement.about(space, number_);
    }
    return {};
}

Answer<void> EntryBook::flush(Announcement& announcement)
{
    Deltas deltas;
    std::unordered_set<Id> left;
    for (const Id& id : order_) {
        const Kept& kept = kept_.at(id);
        weigh(id, kept, deltas);
        const bool stays = kept.now.standing == Standing::Here && kept.now.space == kept.before.space;
        if (kept.before.standing == Standing::Here && !stays) left.insert(kept.before.space);
    }
    for (const Id& space : left) KITH_CHECK(dropSnapshots(db_, space));
    KITH_CHECK(writeEntries());
    KITH_CHECK(writeSpaces(deltas, announcement));
    order_.clear();
    return {};
}

}  // namespace kith::server
