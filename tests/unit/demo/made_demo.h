// What the demo writes, kept in memory.
#pragma once

#include "recording_workspace.h"

#include <kith/usecases/demo.h>

#include <functional>

namespace kith::test {

inline const Instant kNow = std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + std::chrono::hours{9};
inline const Date kToday = std::chrono::floor<std::chrono::days>(kNow);

struct Made {
    RecordingWriter writer;
    EmptyReader reader;
    FixedClock clock{kNow};
    UtcZone zone;
    SeededRandom random{99};
    UuidSource ids{clock, random};
    Services services{writer, reader, clock, zone, ids};
    Result<DemoSummary> summary = fail(ErrorCode::Internal, "not run");

    Made& run(const DemoOptions& options, const DemoProgress& progress = {})
    {
        summary = MakeDemo(services).run(options, progress);
        return *this;
    }
    void each(Kind kind, const std::function<void(const RowEdit&)>& visit) const
    {
        for (const auto& edit : writer.edits)
            for (const auto& row : edit.rows)
                if (row.kind == kind) visit(row);
    }
    [[nodiscard]] std::size_t count(Kind kind) const
    {
        std::size_t rows = 0;
        each(kind, [&](const RowEdit&) { ++rows; });
        return rows;
    }
};

inline Value valueOf(const RowEdit& row, FieldIndex field)
{
    for (const auto& [index, value] : row.fields)
        if (index == field) return value;
    return {};
}

}  // namespace kith::test
