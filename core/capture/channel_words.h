// The words by which people say how they spoke with somebody.
#pragma once

#include <kith/capture/words.h>
#include <kith/domain/vocabulary.h>

#include <cstdint>
#include <optional>

namespace kith::capture {

enum class ChannelSort : std::uint8_t {
    Noun,
    Verb,  ///< who stands before it began, or we, when nobody does ("Ana emailed", "emailed Ana")
    BothTalked,  ///< "met Ana" is "Ana met me"
    Received,  ///< "heard from Ana"
};

struct ChannelWord {
    Channel channel = Channel::Meeting;
    ChannelSort sort = ChannelSort::Noun;
};

/// "coffee", "video call", "emailed", "met", "phone call" … at the cursor.
std::optional<ChannelWord> eatChannel(Cursor& cursor);

}  // namespace kith::capture
