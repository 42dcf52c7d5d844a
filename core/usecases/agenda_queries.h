// Port: what is due, when, for whom.
#pragma once

#include <kith/usecases/people_queries.h>

namespace kith {

/// A reminder with what one needs to act on it without opening the person.
struct AgendaItem {
    ReminderView reminder;
    PersonCard person;
    std::string lastWords;  ///< text of the latest interaction, shortened to 200 bytes
    std::optional<Instant> lastAt;
};

class AgendaQueries {
public:
    virtual ~AgendaQueries() = default;

    /// Open reminders due on or before `until` (and on or after `from`), the longest overdue first. A nil assignee
    /// means everybody's; unassigned reminders belong to everybody.
    [[nodiscard]] virtual std::vector<AgendaItem> agenda(std::optional<Date> from, Date until, const Id& assignee,
                                                         Instant now, std::size_t limit = 500) const = 0;
    [[nodiscard]] virtual std::size_t countDue(Date until, const Id& assignee) const = 0;
};

}  // namespace kith
