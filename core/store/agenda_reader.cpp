#include <kith/store/reader.h>

#include "columns.h"
#include "same_people.h"

#include <kith/base/text.h>

namespace kith::store {

namespace {

// Who is shown in the place of those named; an assignee who may not be seen keeps their id.
constexpr std::string_view kReminder =
    "SELECT r.id, p.id, p.name, r.kind, r.state, r.reason, r.due, r.rrule, coalesce(a.id, r.assignee), a.name,"
    " r.snoozed_from, r.snooze_reason FROM reminder r"
    " JOIN person p ON p.id = " KITH_SHOWN_FOR(
        "r.person") " LEFT JOIN person a ON a.removed = 0 AND a.id = " KITH_SHOWN_FOR("r.assignee") " ";
/// Whether a reminder is one of the assignee's ?3; the merged ones of theirs, too.
constexpr std::string_view kTheirs = " AND (?3 IS NULL OR r.assignee IS NULL OR r.assignee = ?3"
                                     " OR r.assignee IN (SELECT person FROM person_alias WHERE canonical = ?3))";

constexpr std::size_t kLastWords = 200;

}  // namespace

ReminderView Reader::reminderFrom(const sqlite::Statement& statement) const
{
    return {.id = statement.id(0),
            .person = statement.id(1),
            .name = statement.text(2),
            .kind = static_cast<ReminderKind>(statement.integer(3)),
            .state = static_cast<ReminderState>(statement.integer(4)),
            .reason = statement.text(5),
            .due = dateAt(statement, 6).value_or(Date{}),
            .rrule = statement.text(7),
            .assignee = statement.id(8),
            .assigneeName = statement.text(9),
            .snoozedFrom = dateAt(statement, 10),
            .snoozeReason = statement.text(11)};
}

std::optional<ReminderView> Reader::reminder(const Id& id) const
{
    auto found = connection_.query(std::string(kReminder) + "WHERE r.id = ? AND r.removed = 0", id);
    if (!found.next()) return std::nullopt;
    return reminderFrom(found);
}

std::vector<AgendaItem> Reader::agenda(std::optional<Date> from, Date until, const Id& assignee, Instant now,
                                       std::size_t limit) const
{
    std::vector<AgendaItem> items;
    auto rows = connection_.query(
        std::string(kReminder) + "WHERE r.removed = 0 AND r.state = 0 AND p.removed = 0 AND r.due >= ?1 AND r.due <= ?2"
            + std::string(kTheirs) + " ORDER BY r.due, r.rid LIMIT ?4",
        from ? std::int64_t{from->time_since_epoch().count()} : INT64_MIN,
        std::int64_t{until.time_since_epoch().count()}, store::shownFor(connection_, assignee),
        static_cast<std::int64_t>(limit));
    while (rows.next()) {
        AgendaItem item{.reminder = reminderFrom(rows), .person = {}, .lastWords = {}, .lastAt = {}};
        if (auto found = card(item.reminder.person, now)) item.person = std::move(*found);
        auto last =
            connection_.query("SELECT i.at, i.text FROM participant p JOIN interaction i ON i.id = p.interaction"
                              " WHERE p.person IN " KITH_ALL_OF_1 " AND p.removed = 0 AND i.removed = 0"
                              " AND i.text IS NOT NULL"
                              " ORDER BY i.at DESC LIMIT 1",
                              item.reminder.person);
        if (last.next()) {
            item.lastAt = Instant{std::chrono::milliseconds{last.integer(0)}};
            item.lastWords = prefixUtf8(last.textView(1), kLastWords);
        }
        items.push_back(std::move(item));
    }
    return items;
}

std::size_t Reader::countDue(Date until, const Id& assignee) const
{
    auto count = connection_.query(
        "SELECT count(*) FROM reminder r JOIN person p ON p.id = " KITH_SHOWN_FOR(
            "r.person") " WHERE r.removed = 0 AND r.state = 0 AND p.removed = 0 AND r.due <= ?1"
            + std::string(kTheirs),
        std::int64_t{until.time_since_epoch().count()}, nullptr, store::shownFor(connection_, assignee));
    return count.next() ? static_cast<std::size_t>(count.integer(0)) : 0;
}

}  // namespace kith::store
