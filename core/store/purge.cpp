#include "purge.h"

#include "compress.h"

#include <fmt/format.h>

namespace kith::store {

Result<bool> Purge::row(Kind kind, const Id& id)
{
    KITH_TRY(stored, rows_.read(kind, id));
    if (!stored) return false;
    if (stored->revision != 0) sums_.remove(stored->space, id, stored->revision);
    StoredRow empty = *stored;
    empty.removed = true;
    derived_.note(kind, id, &*stored, empty);
    if (kind == Kind::Person) KITH_CHECK(derived_.drop(stored->rid));
    KITH_CHECK(connection_.run(fmt::format("DELETE FROM \"{}\" WHERE rid = ?", specOf(kind).table), stored->rid));
    gone_.emplace_back(kind, id);
    return true;
}

Result<bool> Purge::rowAlone(Kind kind, const Id& id)
{
    spared_.insert(id);
    return row(kind, id);
}

Result<bool> Purge::erase(Kind kind, const Id& id)
{
    erased_.insert(id);
    KITH_TRY(was, row(kind, id));
    if (!was) gone_.emplace_back(kind, id);
    return was;
}

void Purge::forget()
{
    gone_.clear();
    spared_.clear();
    erased_.clear();
}

Result<std::size_t> Purge::space(std::int64_t space)
{
    std::vector<std::pair<Kind, Id>> rows;
    for (const KindSpec& spec : allKinds()) {
        if (spec.kind == Kind::Space) continue;
        auto found = connection_.query(fmt::format("SELECT id FROM \"{}\" WHERE space = ?", spec.table), space);
        while (found.next()) rows.emplace_back(spec.kind, found.id(0));
        KITH_CHECK(found.result());
    }
    for (const auto& [kind, id] : rows) KITH_CHECK(row(kind, id));
    return rows.size();
}

Result<void> Purge::scrub(std::string_view select, std::string_view update, const std::unordered_set<Id>& ids)
{
    struct Changed {
        std::int64_t key;
        std::string packed;
    };
    std::vector<Changed> changed;
    auto entries = connection_.prepare(select);
    while (entries.next()) {
        KITH_TRY(bytes, unpack(entries.blob(1)));
        KITH_TRY(rows, decodeRows(bytes));
        bool touched = false;
        for (RowChange& row : rows) {
            if (!ids.contains(row.id)) continue;
            touched = true;
            // The place is kept, because operations are numbered by it; what it said is not.
            row.fields.clear();
            row.what = RowChange::What::Created;
        }
        if (touched) changed.push_back({entries.integer(0), pack(encodeRows(rows))});
    }
    KITH_CHECK(entries.result());
    for (const Changed& entry : changed) KITH_CHECK(connection_.run(update, entry.key, sqlite::Blob{entry.packed}));
    return {};
}

Result<void> Purge::dropDrafts()
{
    struct Draft {
        std::string key;
        std::string text;
    };
    std::vector<Draft> drafts;
    auto found = connection_.prepare("SELECT key, value FROM setting WHERE key LIKE 'draft.%' AND value <> ''");
    while (found.next()) drafts.push_back({found.text(0), found.text(1)});
    KITH_CHECK(found.result());
    if (drafts.empty()) return {};
    for (const auto& [kind, id] : gone_) {
        if (kind != Kind::Person && kind != Kind::Interaction) continue;
        const std::string name = id.toString();
        for (const Draft& draft : drafts)
            if (draft.key.ends_with(name) || draft.text.contains(name))
                KITH_CHECK(connection_.run("DELETE FROM setting WHERE key = ?", draft.key));
    }
    return {};
}

Result<void> Purge::finish()
{
    if (gone_.empty()) {
        forget();
        return {};
    }
    std::unordered_set<Id> ids;
    for (const auto& [kind, id] : gone_) ids.insert(id);
    KITH_CHECK(scrub("SELECT number, changes FROM command WHERE changes IS NOT NULL",
                     "UPDATE command SET changes = ?2, subject = '' WHERE number = ?1", ids));
    KITH_CHECK(
        scrub("SELECT first_seq, changes FROM outbox", "UPDATE outbox SET changes = ?2 WHERE first_seq = ?1", ids));
    // Commands too old to be undone keep nothing but their subject, which may be a name.
    KITH_CHECK(connection_.run("UPDATE command SET subject = '' WHERE changes IS NULL AND kind <> ?",
                               static_cast<int>(CommandKind::Import)));
    KITH_CHECK(dropRefused(ids));
    KITH_CHECK(dropDrafts());
    forget();
    return {};
}

Result<void> Purge::dropRefused(const std::unordered_set<Id>& ids)
{
    auto refused = connection_.prepare("SELECT seq, row, missing FROM rejected");
    std::vector<std::int64_t> seqs;
    while (refused.next()) {
        const Id row = refused.id(1);
        const bool dropped = ids.contains(row) && !spared_.contains(row);
        if (dropped || erased_.contains(row) || (!refused.isNull(2) && erased_.contains(refused.id(2))))
            seqs.push_back(refused.integer(0));
    }
    KITH_CHECK(refused.result());
    for (const std::int64_t seq : seqs) KITH_CHECK(connection_.run("DELETE FROM rejected WHERE seq = ?", seq));
    return {};
}

}  // namespace kith::store
