#include <kith/exchange/table.h>

#include <kith/base/text.h>
#include <kith/exchange/columns.h>
#include <kith/exchange/csv.h>
#include <kith/exchange/table_rows.h>
#include <kith/exchange/text_fields.h>

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace kith::exchange {

namespace {

/// The header line is read; the reader stands at the first row below it.
struct OpenTable {
    CsvReader reader;
    RecordKind kind{};
    ColumnMap map;
    std::vector<Rejection> remarks;
};

bool namesSomebody(const ColumnMap& map, RecordKind kind)
{
    const auto has = [&](Column column) { return std::ranges::find(map.columns, column) != map.columns.end(); };
    switch (kind) {
    case RecordKind::People:
        return has(Column::Name) || has(Column::GivenName) || has(Column::FamilyName) || has(Column::Email);
    case RecordKind::Ties: return has(Column::From) && has(Column::To);
    case RecordKind::Interactions: return has(Column::People) && has(Column::At);
    }
    return false;
}

std::string_view neededFor(RecordKind kind)
{
    switch (kind) {
    case RecordKind::People: return "a name or an e-mail address";
    case RecordKind::Ties: return "“from” and “to”";
    case RecordKind::Interactions: return "“people” and “at”";
    }
    return "";
}

bool repeats(Column column, std::span<const Column> known)
{
    return mayRepeat(column) || std::ranges::find(known, column) == known.end();
}

/// A sentence for every header that stands twice where only one can be read.
std::vector<Rejection> doubledHeaders(const ColumnMap& map, RecordKind kind, std::size_t line)
{
    std::vector<Rejection> remarks;
    std::set<std::string> seen;
    std::set<std::string> told;
    for (std::size_t i = 0; i < map.headers.size(); ++i) {
        const std::string key = asciiLower(trim(map.headers[i]));
        if (key.empty() || seen.insert(key).second || map.columns[i] != Column::Ignore) continue;
        const ColumnMap alone = guessColumns(std::vector{map.headers[i]}, kind, map.separator);
        if (repeats(alone.columns[0], columnsFor(kind)) || !told.insert(key).second) continue;
        remarks.push_back({line,
                           fmt::format("The header “{}” stands twice; the first of the columns was read.",
                                       prefixUtf8(oneLine(map.headers[i]), 40))});
    }
    return remarks;
}

/// Whether the separator of a map finds one of its headers in the first line.
bool splitsHeaders(std::string_view text, const ColumnMap& map)
{
    CsvReader reader(text, map.separator);
    CsvRow row;
    return reader.next(row) && std::ranges::any_of(row.fields, [&](std::string_view field) {
               return std::ranges::find(map.headers, oneLine(field)) != map.headers.end();
           });
}

Result<OpenTable> openTable(std::string_view text, const TableOptions& options)
{
    const std::size_t preamble = separatorLineLength(text);
    const char separator = options.map && preamble == 0 && splitsHeaders(text, *options.map) ? options.map->separator
                                                                                             : guessSeparator(text);
    CsvReader reader(text.substr(preamble), separator);
    CsvRow row;
    const auto filled = [](std::string_view field) { return !trim(field).empty(); };
    do {
        if (!reader.next(row)) return fail(ErrorCode::BadInput, "The file has no rows, so nothing was read.");
        if (!row.problem.empty())
            return fail(ErrorCode::BadInput, "The header line of the file cannot be read: " + row.problem);
    } while (std::ranges::none_of(row.fields, filled));

    std::vector<std::string> headers;
    headers.reserve(row.fields.size());
    for (const std::string_view field : row.fields) headers.push_back(oneLine(field));
    const RecordKind kind = options.kind.value_or(guessKind(headers));
    ColumnMap map =
        options.map ? applyMap(*options.map, headers, kind, separator) : guessColumns(headers, kind, separator);
    auto remarks = options.map ? std::vector<Rejection>{} : doubledHeaders(map, kind, row.line);
    return OpenTable{std::move(reader), kind, std::move(map), std::move(remarks)};
}

}  // namespace

Result<TableOutline> outlineTable(std::string_view text, const TableOptions& options, std::size_t sampleRows)
{
    KITH_TRY(table, openTable(text, options));
    TableOutline outline{table.kind, std::move(table.map), {}};
    CsvRow row;
    while (outline.sample.size() < sampleRows && table.reader.next(row)) {
        if (!row.problem.empty()) continue;
        std::vector<std::string>& cells = outline.sample.emplace_back();
        for (const std::string_view field : row.fields) cells.push_back(oneLine(prefixUtf8(field, 200)));
        cells.resize(outline.map.headers.size());
    }
    return outline;
}

Result<ParsedFile> readTable(std::string_view text, const TableOptions& options)
{
    KITH_TRY(table, openTable(text, options));
    if (!namesSomebody(table.map, table.kind))
        return fail(ErrorCode::BadInput,
                    fmt::format("No column of the file holds {}, so nothing was read; check the header line or say "
                                "which column is which.",
                                neededFor(table.kind)));
    const UtcZone utc;
    const RowShape shape = rowShape(table.map, options, utc);
    ParsedFile file{.format = Format::Csv, .kind = table.kind};
    file.rejected = std::move(table.remarks);
    readRows(table.reader, shape, separatorLineLength(text) > 0 ? 1 : 0, file);
    return file;
}

}  // namespace kith::exchange
