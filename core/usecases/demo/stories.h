// Situations that Today is made of: a reminder, and the last words before it.
#pragma once

#include <kith/domain/vocabulary.h>

#include <optional>
#include <span>
#include <string_view>

namespace kith::demo {

/// How much attention a person has had; decides how many conversations there were and how long ago.
enum class Attention : std::uint8_t { Quiet, Cold, Cool, Warm, Hot };

struct Story {
    int due;  ///< days from today; negative: overdue
    std::string_view reason;
    std::string_view lastWords;  ///< gaps as in phrases.h
    int lastDays;  ///< days since they were said
    Channel channel = Channel::Call;
    Direction direction = Direction::Both;
    Depth depth = Depth::Conversation;
    Attention attention = Attention::Warm;
    ReminderKind kind = ReminderKind::FollowUp;
    bool mine = true;  ///< assigned to the one who sits here, else to another colleague
    std::string_view rrule{};
    int snoozedFrom = 0;  ///< days from today of the date it was snoozed from; 0: not snoozed
    std::string_view snoozeReason{};
    std::optional<std::size_t> field{};  ///< of work.h, where the words need one
};

/// Most telling first: a small workspace takes the front of the list.
[[nodiscard]] std::span<const Story> stories();

}  // namespace kith::demo
