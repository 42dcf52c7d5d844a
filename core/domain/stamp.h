// Who set a field, when, and where the fact comes from.
#pragma once

#include <kith/base/id.h>

#include <compare>
#include <cstdint>
#include <string>

namespace kith {

/// A hybrid logical clock reading in one word: 48 bits of milliseconds since 1970, 16 bits of counter
/// (Kulkarni et al., "Logical Physical Clocks", OPODIS 2014). Ordered; ties are broken by device id.
struct HybridTime {
    std::uint64_t word = 0;

    [[nodiscard]] static HybridTime of(std::uint64_t ms, std::uint16_t counter) { return {(ms << 16) | counter}; }
    [[nodiscard]] std::uint64_t milliseconds() const { return word >> 16; }
    [[nodiscard]] std::uint16_t counter() const { return static_cast<std::uint16_t>(word & 0xFFFF); }

    friend auto operator<=>(const HybridTime&, const HybridTime&) = default;
};

/// Where a fact comes from, and the day on which it was true. Facts age: the page shows both.
struct Source {
    /// "typed" for what a person entered by hand; else the origin: "linkedin", "csv", "vcard", "jsonresume", "demo";
    /// "undo" where a command was taken back and nothing else was known before.
    std::string origin = "typed";
    /// More about it, for example the name of the imported file.
    std::string detail{};
    Date asOf{};

    [[nodiscard]] bool isTyped() const { return origin == "typed"; }
    friend bool operator==(const Source&, const Source&) = default;
};

/// The stamp of one field of one row.
struct Stamp {
    HybridTime time;
    Id device;
    Source source;

    friend bool operator==(const Stamp&, const Stamp&) = default;
};

}  // namespace kith
