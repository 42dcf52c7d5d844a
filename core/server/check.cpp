#include "check.h"

#include "audit.h"
#include "entry_book.h"

#include <kith/sync/sums.h>

#include <bit>
#include <fmt/format.h>
#include <map>

namespace kith::server {

namespace {

constexpr int kRowsAtOnce = 5000;

struct Tally {
    std::int64_t rows = 0;
    std::uint64_t sum = 0;
    std::int64_t newest = 0;
    std::int64_t unreadable = 0;
};

Answer<Tally> tally(Database& db, std::int64_t org, const Id& space)
{
    Tally tally;
    std::int64_t number = -1;
    Id last;
    for (bool more = true; more;) {
        int seen = 0;
        KITH_CHECK(db.each("SELECT id, number, standing, state FROM entry WHERE org = ? AND space = ?"
                           " AND (number, id) > (?, ?) ORDER BY number, id LIMIT ?",
                           {org, space, number, last, kRowsAtOnce}, [&](const Record& r) {
                               ++seen;
                               last = r.id(0);
                               number = r.integer(1);
                               tally.newest = number;
                               if (static_cast<Standing>(r.integer(2)) != Standing::Here) return;
                               ++tally.rows;
                               tally.sum += sync::sumOf(last, number);
                               const auto patch = readState(r.text(3));
                               if (!patch || patch->id != last || !patch->placing || patch->placing->space != space)
                                   ++tally.unreadable;
                           }));
        more = seen == kRowsAtOnce;
    }
    return tally;
}

}  // namespace

Answer<std::vector<std::string>> findProblems(Database& db, std::int64_t org)
{
    std::vector<std::string> problems;
    std::map<Id, Tally> spaces;
    KITH_CHECK(db.each("SELECT id, number, row_count, row_sum FROM space WHERE org = ?", {org}, [&](const Record& r) {
        spaces[r.id(0)] = {
            .rows = r.integer(2), .sum = std::bit_cast<std::uint64_t>(r.integer(3)), .newest = r.integer(1)};
    }));
    KITH_TRY(head, db.number("SELECT head FROM organisation WHERE org = ?", {org}));
    for (const auto& [space, said] : spaces) {
        KITH_TRY(found, tally(db, org, space));
        const std::string name = space.toString();
        if (found.rows != said.rows)
            problems.push_back(fmt::format("Space {} has {} rows and says {}.", name, found.rows, said.rows));
        if (found.sum != said.sum) problems.push_back(fmt::format("The sum of space {} does not fit its rows.", name));
        if (found.newest > said.newest || found.newest > head)
            problems.push_back(fmt::format("Space {} has a row that is newer than it says.", name));
        if (found.unreadable != 0)
            problems.push_back(fmt::format("Space {} has {} rows that cannot be read.", name, found.unreadable));
    }
    KITH_TRY(twice,
             db.number("SELECT COUNT(*) FROM (SELECT id FROM entry WHERE org = ? AND standing = 1 GROUP BY id"
                       " HAVING COUNT(*) > 1) twice",
                       {org}));
    if (twice != 0) problems.push_back(fmt::format("{} rows are in two spaces at once.", twice));
    KITH_TRY(homeless,
             db.number("SELECT COUNT(*) FROM entry e LEFT JOIN space s ON s.org = e.org AND s.id = e.space"
                       " WHERE e.org = ? AND s.id IS NULL",
                       {org}));
    if (homeless != 0) problems.push_back(fmt::format("{} rows are in no space.", homeless));
    KITH_TRY(broken, firstBroken(db, org));
    if (broken != 0) problems.push_back(fmt::format("The audit trail was changed at entry {}.", broken));
    return problems;
}

}  // namespace kith::server
