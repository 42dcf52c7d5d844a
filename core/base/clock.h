// Time is passed in: instants in UTC to the millisecond, civil dates through a zone.
#pragma once

#include <kith/base/error.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kith {

/// A point in time, UTC, milliseconds since 1970-01-01.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
/// A civil date, days since 1970-01-01.
using Date = std::chrono::sys_days;

/// Where "now" comes from.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
};

/// A clock that stands still until it is moved; for tests and for `--now`.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant at) : at_(at) { }
    [[nodiscard]] Instant now() const override { return at_; }
    void set(Instant at) { at_ = at; }
    void advance(std::chrono::milliseconds by) { at_ += by; }

private:
    Instant at_;
};

/// Turns instants into civil dates and back, for the place where the person sits.
class Zone {
public:
    virtual ~Zone() = default;
    /// Offset from UTC in force at an instant.
    [[nodiscard]] virtual std::chrono::seconds offsetAt(Instant at) const = 0;

    [[nodiscard]] Date dateOf(Instant at) const;
    /// The instant of a wall-clock time; in a daylight-saving gap the later reading, in an overlap the earlier.
    [[nodiscard]] Instant instantOf(Date date, std::chrono::minutes sinceMidnight) const;
};

class UtcZone final : public Zone {
public:
    [[nodiscard]] std::chrono::seconds offsetAt(Instant) const override { return std::chrono::seconds{0}; }
};

/// The zone that the system is set to.
class SystemZone final : public Zone {
public:
    [[nodiscard]] std::chrono::seconds offsetAt(Instant at) const override;
};

/// "2026-11-22T09:30:00Z" (ISO 8601, seconds; milliseconds only when they are not zero).
[[nodiscard]] std::string isoInstant(Instant at);
/// "2026-11-22".
[[nodiscard]] std::string isoDate(Date date);
/// Reads "YYYY-MM-DD"; nothing else, and only days that exist.
[[nodiscard]] std::optional<Date> parseIsoDate(std::string_view text);
/// Reads ISO 8601 date-times "YYYY-MM-DDTHH:MM[:SS[.mmm]][Z|±HH:MM]"; a blank may stand for the T. Without an
/// offset the zone decides; a bare date means noon in the zone, so that it stays that date nearly everywhere.
[[nodiscard]] std::optional<Instant> parseIsoInstant(std::string_view text, const Zone& zone);

}  // namespace kith
