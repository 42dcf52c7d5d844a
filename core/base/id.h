// Identifiers: UUID version 7 (RFC 9562, section 5.7), 16 bytes, made by the client.
#pragma once

#include <kith/base/clock.h>
#include <kith/base/random.h>

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace kith {

/// A 128-bit identifier. The default value is the nil id, which names nothing.
/// Ids made one after the other sort in that order on one machine; never read meaning into it.
struct Id {
    std::array<std::uint8_t, 16> bytes{};

    [[nodiscard]] bool isNil() const { return *this == Id{}; }
    /// "0192f1c4-7c1e-7b2a-9f00-0123456789ab".
    [[nodiscard]] std::string toString() const;
    /// Reads the canonical text form, either case.
    [[nodiscard]] static std::optional<Id> parse(std::string_view text);

    friend auto operator<=>(const Id&, const Id&) = default;
};

/// Makes new ids. Thread-safe.
class IdSource {
public:
    virtual ~IdSource() = default;
    virtual Id make() = 0;
};

/// UUIDv7: 48 bits of time, then a 74-bit random value that is incremented within one millisecond
/// (RFC 9562, section 6.2, method 2), so that ids are monotone even when the clock stands still or steps back.
class UuidSource final : public IdSource {
public:
    UuidSource(const Clock& clock, Random& random) : clock_(clock), random_(random) { }
    Id make() override;

private:
    const Clock& clock_;
    Random& random_;
    std::mutex mutex_;
    std::uint64_t lastMs_ = 0;
    std::uint16_t high_ = 0;  // 12 bits
    std::uint64_t low_ = 0;  // 62 bits
};

}  // namespace kith

template <>
struct std::hash<kith::Id> {
    std::size_t operator()(const kith::Id& id) const noexcept
    {
        // The last eight bytes of a UUIDv7 are random; the first eight keep other ids apart.
        std::uint64_t head = 0;
        std::uint64_t tail = 0;
        for (std::size_t i = 0; i < 8; ++i) {
            head = (head << 8) | id.bytes[i];
            tail = (tail << 8) | id.bytes[i + 8];
        }
        return static_cast<std::size_t>(tail ^ (head * 0x9E3779B97F4A7C15ULL));
    }
};
