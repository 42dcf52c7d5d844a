// Notes and conversations that read as if somebody had typed them, put together from phrases with gaps.
#pragma once

#include <kith/domain/vocabulary.h>
#include <kith/usecases/demo/dice.h>

#include <span>
#include <string>
#include <string_view>

namespace kith::demo {

/// What goes into the gaps: "{skill}", "{other}", "{org}", "{city}", "{area}", "{field}", "{colleague}", "{month}".
struct Gaps {
    std::string_view skill;
    std::string_view otherSkill;
    std::string_view organisation;
    std::string_view city;
    std::string_view area;
    std::string_view field;
    std::string_view colleague;
};

/// The first words of a conversation, which decide how it was held.
struct Opening {
    Channel channel;
    Direction direction;
    Depth depth;
    std::string_view text;
};

/// One in 25 is a broadcast.
[[nodiscard]] const Opening& pickOpening(Dice& dice);
[[nodiscard]] std::span<const std::string_view> followUps();
[[nodiscard]] std::span<const std::string_view> tieNotes();

/// About 30 words on a person.
[[nodiscard]] std::string aboutText(Dice& dice, const Gaps& gaps);
/// 10 to 40 words on what was said.
[[nodiscard]] std::string conversationText(Dice& dice, const Opening& opening, const Gaps& gaps);
[[nodiscard]] std::string fillGaps(Dice& dice, std::string_view text, const Gaps& gaps);

}  // namespace kith::demo
