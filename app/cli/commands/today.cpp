#include "commands.h"

#include "../person_json.h"

#include <kith/base/text.h>

#include <fmt/format.h>

namespace kith::cli {

namespace {

struct Options {
    std::string date;
    std::size_t limit = 500;
};

/// Why this line is here: how long it has been due, why it was put off, and when we last spoke.
std::string whyOf(const AgendaItem& item, Date today, const Zone& zone)
{
    const auto late = (today - item.reminder.due).count();
    std::string why =
        late <= 0 ? "due today" : fmt::format("due {} ago", counted(static_cast<std::size_t>(late), "day", "days"));
    if (item.reminder.snoozedFrom) {
        why += fmt::format("; put off from {}", isoDate(*item.reminder.snoozedFrom));
        if (!item.reminder.snoozeReason.empty()) why += fmt::format(" ({})", item.reminder.snoozeReason);
    }
    if (!item.lastAt) return why + "; never spoken to";
    const auto silent = (today - zone.dateOf(*item.lastAt)).count();
    if (silent <= 0) return why + "; spoken to today";
    return why + fmt::format("; last spoken to {} ago", counted(static_cast<std::size_t>(silent), "day", "days"));
}

Result<void> run(Context& context, const Options& options)
{
    KITH_TRY(session, context.open());
    KITH_TRY(at, context.readAt());
    const Date today = options.date.empty() ? context.zone().dateOf(at) : dateFrom(options.date);
    const auto items = session->reader().agenda(std::nullopt, today, Id{}, at, options.limit);
    if (context.json()) {
        Json due = Json::array();
        for (const AgendaItem& item : items)
            due.push_back({{"person", item.person.id.toString()},
                           {"name", item.person.name},
                           {"reason", item.reminder.reason},
                           {"due", isoDate(item.reminder.due)},
                           {"assignee", textOrNull(item.reminder.assigneeName)},
                           {"why", whyOf(item, today, context.zone())},
                           {"reminder", item.reminder.id.toString()},
                           {"kind", toWord(item.reminder.kind)},
                           {"rrule", textOrNull(item.reminder.rrule)},
                           {"last_words", textOrNull(item.lastWords)}});
        context.out().json({{"date", isoDate(today)}, {"due", std::move(due)}});
        return {};
    }
    if (items.empty()) {
        context.out().line(fmt::format("Nothing is due on {}.", isoDate(today)));
        return {};
    }
    Table table({"DUE", "PERSON", "REASON", "WHY", "LAST WORDS"}, 48);
    for (const AgendaItem& item : items)
        table.row({isoDate(item.reminder.due), item.person.name, item.reminder.reason,
                   whyOf(item, today, context.zone()), item.lastWords});
    context.out().table(table);
    return {};
}

}  // namespace

void addToday(CommandTable& table)
{
    const auto options = std::make_shared<Options>();
    Command command = table.add({.name = "today",
                                 .what = "List the reminders that are due, with the reason and the last words",
                                 .example = "kithctl today --date 2026-12-01"},
                                [options](Context& context) { return run(context, *options); });
    command.option("--date", options->date, "For this day instead of today").date();
    command.option("--limit", options->limit, "How many to list").value("N").showDefault();
}

}  // namespace kith::cli
