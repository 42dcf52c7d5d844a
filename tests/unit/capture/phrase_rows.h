// Phrases of time with what they mean: one a line, "phrase | answer".
// The answer is a date, with a time or a rule behind it; "! sentence" for a day that does not exist; "-" for what is no
// phrase of time.
#pragma once

#include <kith/capture/when.h>

#include <span>
#include <string_view>

namespace kith::capture::test {

struct Table {
    std::string_view name;
    std::string_view now;  ///< ISO 8601
    bool summerTime;  ///< one hour ahead of UTC, two from 2027-03-28T01:00Z to 2027-10-31T01:00Z; otherwise UTC
    DayOrder order;
    Lean lean;
    std::string_view rows;
};

[[nodiscard]] std::span<const Table> tablesOfDays();
[[nodiscard]] std::span<const Table> tablesOfEdges();
[[nodiscard]] std::span<const Table> tablesOfRepetitions();

}  // namespace kith::capture::test
