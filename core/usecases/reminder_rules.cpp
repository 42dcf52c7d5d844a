#include <kith/usecases/reminder_rules.h>

#include <kith/domain/recurrence.h>
#include <kith/usecases/edit_rules.h>

#include <algorithm>
#include <charconv>

namespace kith::edits {

namespace {

Date dateOf(const Value& value)
{
    return Date{std::chrono::days{intOf(value)}};
}

struct Next {
    Date due{};
    std::string rrule;
};

/// The rule's part COUNT=n, which has to shrink as the reminder moves along because it keeps no first date.
struct CountPart {
    std::size_t begin = std::string::npos;  // of the digits
    std::size_t length = 0;
    int count = 0;
};

CountPart countOf(const std::string& rrule)
{
    constexpr std::string_view kKey = "COUNT=";
    const std::size_t found = rrule.find(kKey);
    if (found == std::string::npos) return {};
    CountPart part{.begin = found + kKey.size()};
    const char* const first = rrule.data() + part.begin;
    const auto read = std::from_chars(first, rrule.data() + rrule.size(), part.count);
    part.length = static_cast<std::size_t>(read.ptr - first);
    return part;
}

std::optional<Next> nextAfter(const std::string& rrule, Date start, Date after)
{
    const auto due = nextOccurrence(rrule, start, after);
    if (!due) return std::nullopt;
    Next next{.due = *due, .rrule = rrule};
    const CountPart part = countOf(rrule);
    if (part.begin == std::string::npos) return next;
    int passed = 0;
    for (std::optional<Date> day = start; day && *day < *due; day = nextOccurrence(rrule, start, *day)) ++passed;
    next.rrule.replace(part.begin, part.length, std::to_string(std::max(1, part.count - passed)));
    return next;
}

}  // namespace

Result<Row> openReminder(const MatchQueries& reader, const Id& id)
{
    KITH_TRY(row, findRow(reader, Kind::Reminder, id, "reminder"));
    if (intOf(fieldOf(row, reminder::state)) != static_cast<std::int64_t>(ReminderState::Open))
        return fail(ErrorCode::Conflict, "That reminder is no longer open; nothing was changed.");
    return row;
}

void putDone(const Services& services, Edit& edit, const Row& row)
{
    auto& fields = edit.put(Kind::Reminder, row.id).fields;
    fields.emplace_back(reminder::done_at, instantValue(services.clock.now()));

    // A snooze does not shift the rule: it goes on from the day for which it was set.
    const Value snoozed = fieldOf(row, reminder::snoozed_from);
    const Date start = dateOf(isNothing(snoozed) ? fieldOf(row, reminder::due) : snoozed);
    const std::string rrule = textOf(fieldOf(row, reminder::rrule));
    const auto next = rrule.empty() ? std::nullopt : nextAfter(rrule, start, std::max(start, today(services)));
    if (next) {
        fields.emplace_back(reminder::due, dateValue(next->due));
        fields.emplace_back(reminder::rrule, textValue(next->rrule));
        fields.emplace_back(reminder::snoozed_from, Value{});
        fields.emplace_back(reminder::snooze_reason, Value{});
    } else {
        fields.emplace_back(reminder::state, enumValue(ReminderState::Done));
    }
}

}  // namespace kith::edits
