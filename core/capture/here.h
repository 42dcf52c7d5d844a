// What phrases are read against, and what reading one of them says.
#pragma once

#include <kith/base/clock.h>
#include <kith/base/day_order.h>

#include <cstdint>
#include <optional>
#include <string>

namespace kith::capture {

/// To which side a phrase leans that could mean either: what happened, or what is to be done.
enum class Lean : std::uint8_t { Past, Future };

/// The zone must outlive it.
struct Here {
    Instant now{};
    const Zone& zone;
    DayOrder order = DayOrder::DayFirst;

    [[nodiscard]] Date today() const { return zone.dateOf(now); }
};

/// A phrase that names a day. With a problem, which is a sentence, the date means nothing.
struct Phrase {
    Date date{};
    std::optional<std::chrono::minutes> time{};  ///< since midnight
    std::string problem{};
};

}  // namespace kith::capture
