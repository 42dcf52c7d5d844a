// What an import says, in a reader's words.
#pragma once

#include <kith/pages/import_page.h>

namespace kith::ui {

[[nodiscard]] QString importFormat(exchange::Format format, exchange::RecordKind kind);
[[nodiscard]] QString columnWord(exchange::Column column);
/// Differences or the reason for leaving a record out, in one line.
[[nodiscard]] QString importSummary(const PlannedRecord& record);
[[nodiscard]] std::vector<DifferenceLine> differenceLines(const PlannedRecord& record);
[[nodiscard]] QVariant importCell(const ImportLine& line, int column, int role);
[[nodiscard]] QVariant importHeading(int column, int role);
/// "Connections.csv: 12 new, 3 changed, 40 unchanged, 1 left out."
[[nodiscard]] QString importResult(const QString& fileName, const ImportTotals& totals);
[[nodiscard]] QString takenBackSentence(std::size_t kept);
[[nodiscard]] BatchLine batchLine(const Batch& batch, Date day, Date today);

}  // namespace kith::ui
