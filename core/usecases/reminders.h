// Reminders: follow-ups and promises with a date and a reason.
#pragma once

#include <kith/usecases/workspace.h>

#include <string>
#include <string_view>

namespace kith {

struct ReminderInput {
    Id person{};
    Date due{};
    std::string reason{};  ///< required
    std::string rrule{};  ///< RFC 5545; empty for once
    ReminderKind kind = ReminderKind::FollowUp;
    Id assignee{};  ///< nil: whoever sits here (settings::kMe), else everybody
};

/// The id of the new reminder is the one of the only Created row in the ChangeSet.
/// BadInput: no reason, a date outside 1900-2200, a repetition that RFC 5545 does not allow. NotFound: the person or
/// the assignee is not there.
class SetReminder {
public:
    explicit SetReminder(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const ReminderInput& input) const;

private:
    Services& services_;
};

/// Puts an open reminder off to a day after today, with the reason for waiting (may be empty). The day for which it
/// was first set is kept. Conflict when it is no longer open.
class SnoozeReminder {
public:
    explicit SnoozeReminder(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& reminder, Date until, std::string_view reason) const;

private:
    Services& services_;
};

/// Done. A repeating reminder stays open and moves to its first occurrence after today; when its rule has ended it is
/// closed like any other. Conflict when it is no longer open.
class FinishReminder {
public:
    explicit FinishReminder(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& reminder) const;

private:
    Services& services_;
};

/// Closes a reminder for good without it having been done, repeating or not.
class DropReminder {
public:
    explicit DropReminder(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& reminder) const;

private:
    Services& services_;
};

/// Gives a reminder to a colleague; a nil assignee gives it to everybody.
class HandOverReminder {
public:
    explicit HandOverReminder(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& reminder, const Id& assignee) const;

private:
    Services& services_;
};

}  // namespace kith
