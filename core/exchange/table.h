// CSV files of people, ties or interactions: headers, a column map, rows.
#pragma once

#include <kith/base/error.h>
#include <kith/exchange/dates.h>
#include <kith/exchange/record.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

struct TableOptions {
    std::optional<RecordKind> kind{};  ///< nothing: guessed from the headers
    std::optional<ColumnMap> map{};  ///< nothing: guessed from the headers
    DayOrder dayOrder = DayOrder::DayFirst;
    const Zone* zone = nullptr;  ///< for times without an offset; nothing: UTC
};

/// The start of a table, for the import preview.
struct TableOutline {
    RecordKind kind = RecordKind::People;
    ColumnMap map;
    std::vector<std::vector<std::string>> sample;  ///< the first rows, one text for each header
};

/// `text` is UTF-8. BadInput with a sentence when there is no header line, or no column that names anybody.
[[nodiscard]] Result<TableOutline> outlineTable(std::string_view text, const TableOptions& options,
                                                std::size_t sampleRows = 20);

/// Reads every row. A row that cannot be used is rejected with its line and a reason; the others are kept. Cells hold
/// several values separated by ";" (e-mails, phones, skills, facets, tags, people); Google's " ::: " works too.
/// Skills may carry a level: "Rust (expert)". O(length).
[[nodiscard]] Result<ParsedFile> readTable(std::string_view text, const TableOptions& options);

}  // namespace kith::exchange
