#include "purge.h"

#include "compress.h"

#include <kith/base/fold.h>
#include <kith/base/text.h>

#include <algorithm>
#include <fmt/format.h>

namespace kith::store {

namespace {

std::vector<std::string> foldedWords(std::string_view name)
{
    std::vector<std::string> words;
    const std::string folded = fold(name);
    for (const std::string_view word : split(folded, ' '))
        if (!word.empty()) words.emplace_back(word);
    return words;
}

/// Whether a text says the name, also as a name of a file ("cv-ana-ruiz.pdf"). One short word is in too many others.
bool says(const std::string& folded, const std::vector<std::string>& words)
{
    constexpr std::size_t kShort = 4;
    if (words.empty()) return false;
    if (words.size() == 1 && words.front().size() < kShort) return folded == words.front();
    return std::ranges::all_of(words, [&](const std::string& word) { return folded.find(word) != std::string::npos; });
}

}  // namespace

Result<bool> Purge::row(Kind kind, const Id& id)
{
    KITH_TRY(stored, rows_.read(kind, id));
    if (!stored) return false;
    if (stored->revision != 0) sums_.remove(stored->space, id, stored->revision);
    StoredRow empty = *stored;
    empty.removed = true;
    derived_.note(kind, id, &*stored, empty);
    if (kind == Kind::Person) {
        KITH_CHECK(derived_.drop(stored->rid));
        names_.push_back(foldedWords(textOf(stored->values[person::name])));
    }
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
    if (kind == Kind::SamePerson) KITH_CHECK(noteTaken(id));
    KITH_TRY(was, row(kind, id));
    if (!was) gone_.emplace_back(kind, id);
    return was;
}

void Purge::forget()
{
    gone_.clear();
    names_.clear();
    spared_.clear();
    erased_.clear();
    taken_.clear();
}

Result<void> Purge::noteTaken(const Id& link)
{
    KITH_TRY(stored, rows_.read(Kind::SamePerson, link));
    if (!stored) return {};
    const Id into = idOf(stored->values[same_person::into]);
    KITH_TRY(person, rows_.read(Kind::Person, into));
    if (!person) return {};
    for (sync::TakenField& taken : sync::takenFromText(textOf(stored->values[same_person::before])))
        if (!textOf(taken.after).empty() && person->values[taken.field] != taken.after)
            taken_.emplace_back(into, std::move(taken));
    return {};
}

bool Purge::isTaken(const Id& row, FieldIndex field, const Value& value) const
{
    return std::ranges::any_of(taken_, [&](const auto& entry) {
        const auto& [into, taken] = entry;
        return into == row && taken.field == field && taken.after == value;
    });
}

bool Purge::forgetTaken(RowChange& row, bool undoable) const
{
    bool touched = false;
    for (FieldChange& field : row.fields)
        if (!undoable && isTaken(row.id, field.field, field.before)) {
            field.before = Value{};
            touched = true;
        }
    const auto goes = [&](const FieldChange& field) {
        return isTaken(row.id, field.field, field.after) || isTaken(row.id, field.field, field.before);
    };
    return std::erase_if(row.fields, goes) > 0 || touched;
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

Result<void> Purge::scrub(std::string_view select, std::string_view update, const std::unordered_set<Id>& ids,
                          bool pointing)
{
    const auto isGone = [&](const Value& value) {
        const Id* id = std::get_if<Id>(&value);
        return id != nullptr && ids.contains(*id);
    };
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
            if (!ids.contains(row.id)) {
                touched |= forgetTaken(row, pointing);
                touched |= pointing
                    && std::erase_if(
                           row.fields,
                           [&](const FieldChange& field) { return isGone(field.before) || isGone(field.after); })
                        > 0;
                continue;
            }
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

Result<void> Purge::dropRefused(const std::unordered_set<Id>& ids)
{
    std::vector<std::int64_t> seqs;
    auto refused = connection_.prepare("SELECT seq, row, missing, content FROM rejected");
    while (refused.next()) {
        const Id row = refused.id(1);
        // One that waits for its row was kept when it could not be seen; a page from before may bring the row for once.
        const bool dropped = ids.contains(row) && !spared_.contains(row) && refused.isNull(2);
        const bool wanting = !refused.isNull(2) && erased_.contains(refused.id(2));
        // Of a row that was never taken only this is left, and it says whose it was to be.
        const bool about = std::ranges::any_of(gone_, [&](const auto& gone) {
            return gone.first == Kind::Person && erased_.contains(gone.second)
                && refused.textView(3).find(gone.second.toString()) != std::string::npos;
        });
        if (dropped || erased_.contains(row) || wanting || about) seqs.push_back(refused.integer(0));
    }
    KITH_CHECK(refused.result());
    for (const std::int64_t seq : seqs) KITH_CHECK(connection_.run("DELETE FROM rejected WHERE seq = ?", seq));
    return {};
}

Result<void> Purge::dropNames()
{
    if (names_.empty()) return {};
    const auto numbersOf = [&](std::string_view select) -> Result<std::vector<std::int64_t>> {
        std::vector<std::int64_t> numbers;
        auto rows = connection_.prepare(select);
        while (rows.next()) {
            const std::string folded = fold(rows.textView(1));
            if (std::ranges::any_of(names_, [&](const auto& words) { return says(folded, words); }))
                numbers.push_back(rows.integer(0));
        }
        KITH_CHECK(rows.result());
        return numbers;
    };
    KITH_TRY(commands, numbersOf("SELECT number, subject FROM command WHERE subject <> ''"));
    for (const std::int64_t number : commands)
        KITH_CHECK(connection_.run("UPDATE command SET subject = '' WHERE number = ?", number));
    KITH_TRY(sources, numbersOf("SELECT number, detail FROM source WHERE detail <> ''"));
    for (const std::int64_t number : sources)
        KITH_CHECK(connection_.run("UPDATE source SET detail = '#' || number WHERE number = ?", number));
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
                     "UPDATE command SET changes = ?2, subject = '' WHERE number = ?1", ids, true));
    KITH_CHECK(scrub("SELECT first_seq, changes FROM outbox", "UPDATE outbox SET changes = ?2 WHERE first_seq = ?1",
                     ids, false));
    // Commands too old to be undone keep nothing but their subject, which may be a name.
    KITH_CHECK(connection_.run("UPDATE command SET subject = '' WHERE changes IS NULL AND kind <> ?",
                               static_cast<int>(CommandKind::Import)));
    KITH_CHECK(dropRefused(ids));
    KITH_CHECK(dropDrafts());
    KITH_CHECK(dropNames());
    forget();
    return {};
}

}  // namespace kith::store
