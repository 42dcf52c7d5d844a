// Rows of a mapped table as records.
#pragma once

#include <kith/exchange/csv.h>
#include <kith/exchange/table.h>

#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

/// The columns of one file, ready for reading rows.
struct RowShape {
    std::vector<Column> columns;
    std::vector<std::string> labels;  ///< for contact points, from the headers
    DayOrder dayOrder = DayOrder::DayFirst;
    const Zone* zone = nullptr;
};

[[nodiscard]] RowShape rowShape(const ColumnMap& map, const TableOptions& options, const Zone& utc);

/// A record, or the sentence that says why the row cannot be used. Missing trailing fields are empty.
[[nodiscard]] std::expected<PersonRecord, std::string> personFrom(const RowShape& shape, const CsvRow& row);
[[nodiscard]] std::expected<TieRecord, std::string> tieFrom(const RowShape& shape, const CsvRow& row);
[[nodiscard]] std::expected<InteractionRecord, std::string> interactionFrom(const RowShape& shape, const CsvRow& row);

/// Reads the rest of a table into the file, by the file's kind. `linesAbove` is added to the reader's line numbers.
/// Rows with nothing in them are passed over. Rejected: rows with text past the last header, and a last row without a
/// line end that is shorter than all others, because the file was cut off there.
void readRows(CsvReader& reader, const RowShape& shape, std::size_t linesAbove, ParsedFile& file);

}  // namespace kith::exchange
