#include <kith/exchange/linkedin.h>

#include <kith/base/text.h>
#include <kith/exchange/columns.h>
#include <kith/exchange/table_rows.h>
#include <kith/exchange/text_fields.h>

#include <algorithm>
#include <optional>

namespace kith::exchange {

namespace {

struct Header {
    std::size_t start = 0;  ///< where the header line begins
    std::size_t linesAbove = 0;
};

/// The preamble is a few lines of notes; anything longer is another file.
std::optional<Header> findHeader(std::string_view text)
{
    constexpr std::size_t kLinesToLook = 30;
    std::size_t start = 0;
    for (std::size_t line = 0; line < kLinesToLook && start < text.size(); ++line) {
        const std::size_t end = std::min(text.find_first_of("\r\n", start), text.size());
        if (end - start < 4096) {
            const std::string lower = asciiLower(text.substr(start, end - start));
            const auto has = [&](std::string_view words) { return lower.find(words) != std::string::npos; };
            if (has("first name") && has("last name") && has("connected on")) return Header{start, line};
        }
        start = end;
        if (start < text.size() && text[start] == '\r') ++start;
        if (start < text.size() && text[start] == '\n' && (start == end || text[start - 1] == '\r')) ++start;
    }
    return std::nullopt;
}

}  // namespace

bool looksLikeLinkedIn(std::string_view text)
{
    return findHeader(text).has_value();
}

Result<ParsedFile> readLinkedIn(std::string_view text)
{
    const auto header = findHeader(text);
    if (!header)
        return fail(ErrorCode::BadInput,
                    "This is not LinkedIn's list of connections: no line names “First Name”, “Last Name” and "
                    "“Connected On”. Nothing was read.");
    const std::string_view table = text.substr(header->start);
    const char separator = guessSeparator(table);
    CsvReader reader(table, separator);
    CsvRow row;
    if (!reader.next(row) || !row.problem.empty())
        return fail(ErrorCode::BadInput, "The header line of the file cannot be read, so nothing was read.");
    std::vector<std::string> headers;
    headers.reserve(row.fields.size());
    for (const std::string_view field : row.fields) headers.push_back(oneLine(field));

    // Exports of 2018 and before write "01/31/18, 05:25 PM".
    const TableOptions options{.dayOrder = DayOrder::MonthFirst};
    const UtcZone utc;
    const RowShape shape = rowShape(guessColumns(headers, RecordKind::People, separator), options, utc);
    ParsedFile file{.format = Format::LinkedIn};
    readRows(reader, shape, header->linesAbove, file);
    return file;
}

}  // namespace kith::exchange
