// Logging something that happened between people: the main job.
#pragma once

#include <kith/usecases/workspace.h>

#include <optional>
#include <string>
#include <vector>

namespace kith {

/// What was agreed to do next; becomes a reminder for the first person of the conversation.
struct NextStep {
    Date due{};
    std::string reason{};  ///< required
    std::string rrule{};  ///< RFC 5545; empty for once
    ReminderKind kind = ReminderKind::FollowUp;
    Id assignee{};  ///< nil: whoever sits here (settings::kMe)
};

struct ConversationInput {
    std::vector<Id> people{};  ///< who it was with; ourselves (settings::kMe) are added
    std::vector<std::string> newPeople{};  ///< names of people to add as talent in the same command
    Channel channel = Channel::Meeting;
    Direction direction = Direction::Both;
    Depth depth = Depth::Conversation;
    Instant at{};
    int minutes = 0;  ///< 0 when not said; at most a week
    std::string text{};  ///< at most 1 MB
    std::optional<NextStep> nextStep{};
    /// Only whoever sits here can ever read it, the next step included. Otherwise it is where the first person is.
    bool isPrivate = false;
    std::vector<std::string> tags{};  ///< for each of the people but ourselves, as AddTag does it
    std::vector<Id> pools{};  ///< that the people join, but for colleagues and ourselves
    /// Reminders that are done with it, as FinishReminder does them. One that is no longer open is left as it is.
    std::vector<Id> settles{};
};

struct Logged {
    Id interaction;
    Id reminder;  ///< nil when there was no next step
    std::vector<Id> created;  ///< new people, in the order of `newPeople`
    ChangeSet changes;
};

/// Writes the interaction, its participants, new people, the next step, tags, memberships and what it settles as one
/// command with one undo. BadInput: nobody besides ourselves, a text over 1 MB, a time outside 1900-2200, a repetition
/// that RFC 5545 does not allow. NotFound: a person who is not there. Nothing is written then.
class LogInteraction {
public:
    explicit LogInteraction(Services& services) : services_(services) { }
    [[nodiscard]] Result<Logged> run(const ConversationInput& input) const;

private:
    Services& services_;
};

}  // namespace kith
