#include <kith/usecases/import/finder.h>
#include <kith/usecases/import/interactions.h>
#include <kith/usecases/import/run.h>
#include <kith/usecases/import/ties.h>

#include <kith/base/text.h>

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

namespace kith::importing {

namespace {

using namespace std::chrono;

constexpr std::size_t kLongestText = std::size_t{1} << 20;
constexpr Date kFirstDay = sys_days{year{1900} / January / 1};
constexpr Date kLastDay = sys_days{year{2199} / December / 31};

bool isPlausible(Date date)
{
    return date >= kFirstDay && date <= kLastDay;
}

void reject(PlannedRecord& record, std::string reason)
{
    record.action = ImportAction::Reject;
    record.reason = std::move(reason);
}

void planTie(PersonFinder& finder, TieBook& ties, PlannedRecord& record, const exchange::TieRecord& said)
{
    record.detail = toWord(said.kind);
    const auto from = finder.find(said.from);
    if (!from.reason.empty()) return reject(record, from.reason);
    const auto to = finder.find(said.to);
    if (!to.reason.empty()) return reject(record, to.reason);
    if (from.person == to.person) return reject(record, "A tie joins two different people; both are the same here.");
    if (said.strength && !(*said.strength >= 0 && *said.strength <= 1))
        return reject(record, "The strength of a tie is a number from 0 to 1.");
    if (said.since && !isPlausible(*said.since)) return reject(record, "The date is not between 1900 and 2200.");
    if (said.note.size() > kLongestText) return reject(record, "The note is longer than a million characters.");
    record.name = fmt::format("{} and {}", finder.nameOf(from.person), finder.nameOf(to.person));
    record.action = ImportAction::Unchanged;
    // Whether it is new is known only afterwards; a scratch record hears what would be noted for an update.
    PlannedRecord noted = record;
    const auto [id, isNew] = ties.take(noted,
                                       {.a = from.person,
                                        .b = to.person,
                                        .kind = said.kind,
                                        .strength = said.strength,
                                        .since = said.since,
                                        .note = said.note},
                                       false, toWord(said.kind));
    record.id = id;
    if (isNew) {
        record.action = ImportAction::Create;
        return;
    }
    record.action = noted.action;
    record.differences = std::move(noted.differences);
}

void planInteraction(PersonFinder& finder, InteractionBook& book, PlannedRecord& record,
                     const exchange::InteractionRecord& said)
{
    record.detail = fmt::format("{}, {}", toWord(said.channel), isoDate(floor<days>(said.at)));
    std::vector<Id> people;
    std::vector<std::string> names;
    for (const std::string& who : said.people) {
        const auto& found = finder.find(who);
        if (!found.reason.empty()) return reject(record, found.reason);
        if (std::ranges::find(people, found.person) != people.end()) continue;
        people.push_back(found.person);
        names.push_back(finder.nameOf(found.person));
    }
    if (people.empty()) return reject(record, "An interaction needs at least one person.");
    if (!isPlausible(floor<days>(said.at))) return reject(record, "The date is not between 1900 and 2200.");
    if (said.text.size() > kLongestText) return reject(record, "The text is longer than a million characters.");
    record.name = join(names, ", ");
    book.take(record, said, people);
}

}  // namespace

Result<void> planTies(const Run& run, const std::vector<exchange::TieRecord>& ties)
{
    PersonFinder finder(run.planning.reader, run.planning.region);
    TieBook book(run.planning);
    run.planning.plan.records.reserve(ties.size());
    for (std::size_t i = 0; i < ties.size(); ++i) {
        if (!run.goesOn(i, ties.size())) return Run::cancelled();
        PlannedRecord& record = run.planning.plan.records.emplace_back();
        record.line = ties[i].line;
        planTie(finder, book, record, ties[i]);
    }
    return {};
}

Result<void> planInteractions(const Run& run, const std::vector<exchange::InteractionRecord>& interactions)
{
    PersonFinder finder(run.planning.reader, run.planning.region);
    InteractionBook book(run.planning);
    run.planning.plan.records.reserve(interactions.size());
    for (std::size_t i = 0; i < interactions.size(); ++i) {
        if (!run.goesOn(i, interactions.size())) return Run::cancelled();
        PlannedRecord& record = run.planning.plan.records.emplace_back();
        record.line = interactions[i].line;
        planInteraction(finder, book, record, interactions[i]);
    }
    return {};
}

}  // namespace kith::importing
