#include <kith/capture/channel_words.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace kith::capture {

namespace {

struct Entry {
    std::string_view word;
    ChannelWord means;
};

constexpr ChannelWord noun(Channel channel)
{
    return {channel, ChannelSort::Noun};
}
constexpr ChannelWord verb(Channel channel)
{
    return {channel, ChannelSort::Verb};
}
constexpr ChannelWord both(Channel channel)
{
    return {channel, ChannelSort::BothTalked};
}

// Sorted, so that each word of a line is looked up in a few steps.
constexpr std::array kEntries{
    Entry{"beer", noun(Channel::Meeting)},       Entry{"breakfast", noun(Channel::Meeting)},
    Entry{"brunch", noun(Channel::Meeting)},     Entry{"call", noun(Channel::Call)},
    Entry{"called", verb(Channel::Call)},        Entry{"chat", noun(Channel::Meeting)},
    Entry{"chatted", both(Channel::Meeting)},    Entry{"coffee", noun(Channel::Meeting)},
    Entry{"conference", noun(Channel::Event)},   Entry{"dinner", noun(Channel::Meeting)},
    Entry{"dm", noun(Channel::Social)},          Entry{"drink", noun(Channel::Meeting)},
    Entry{"drinks", noun(Channel::Meeting)},     Entry{"email", noun(Channel::Email)},
    Entry{"emailed", verb(Channel::Email)},      Entry{"event", noun(Channel::Event)},
    Entry{"interview", noun(Channel::Meeting)},  Entry{"interviewed", both(Channel::Meeting)},
    Entry{"linkedin", noun(Channel::Social)},    Entry{"lunch", noun(Channel::Meeting)},
    Entry{"mail", noun(Channel::Email)},         Entry{"mailed", verb(Channel::Email)},
    Entry{"meeting", noun(Channel::Meeting)},    Entry{"meetup", noun(Channel::Event)},
    Entry{"message", noun(Channel::Message)},    Entry{"messaged", verb(Channel::Message)},
    Entry{"met", both(Channel::Meeting)},        Entry{"note", noun(Channel::Note)},
    Entry{"phone", noun(Channel::Call)},         Entry{"phoned", verb(Channel::Call)},
    Entry{"rang", verb(Channel::Call)},          Entry{"saw", both(Channel::Meeting)},
    Entry{"sms", noun(Channel::Message)},        Entry{"spoke", both(Channel::Call)},
    Entry{"talked", both(Channel::Call)},        Entry{"tea", noun(Channel::Meeting)},
    Entry{"text", noun(Channel::Message)},       Entry{"texted", verb(Channel::Message)},
    Entry{"videocall", noun(Channel::Call)},     Entry{"voicemail", noun(Channel::Message)},
    Entry{"walk", noun(Channel::Meeting)},       Entry{"whatsapp", noun(Channel::Message)},
    Entry{"whatsapped", verb(Channel::Message)}, Entry{"workshop", noun(Channel::Event)},
    Entry{"wrote", verb(Channel::Email)},        Entry{"zoom", noun(Channel::Call)},
};
static_assert(std::ranges::is_sorted(kEntries, {}, &Entry::word));

}  // namespace

std::optional<ChannelWord> eatChannel(Cursor& cursor)
{
    const Cursor before = cursor;
    if (cursor.eat("e") && cursor.joined() && cursor.eat("-") && cursor.joined()) {
        if (cursor.eat("mail")) return noun(Channel::Email);
        if (cursor.eat("mailed")) return verb(Channel::Email);
    }
    cursor = before;
    if (cursor.eatAll({"caught", "up"})) return both(Channel::Meeting);
    if (cursor.eatAll({"catch", "up"}) || cursor.eatAll({"catch", "-", "up"})) return noun(Channel::Meeting);
    if (cursor.eatAll({"ran", "into"}) || cursor.eatAll({"bumped", "into"})) return both(Channel::Meeting);
    if (cursor.eatAll({"heard", "from"})) return ChannelWord{Channel::Message, ChannelSort::Received};
    if (cursor.eatAll({"phone", "call"}) || cursor.eatAll({"video", "call"}) || cursor.eatAll({"zoom", "call"}))
        return noun(Channel::Call);
    if (cursor.eatAll({"text", "message"}) || cursor.eatAll({"voice", "message"})) return noun(Channel::Message);
    if (cursor.eatAll({"linkedin", "message"})) return noun(Channel::Social);
    const auto found = std::ranges::lower_bound(kEntries, cursor.low(), {}, &Entry::word);
    if (found == kEntries.end() || found->word != cursor.low()) return std::nullopt;
    cursor.step();
    return found->means;
}

}  // namespace kith::capture
