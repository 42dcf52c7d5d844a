// What the columns of a CSV file mean: guessed from the headers, corrected by a person, remembered.
#pragma once

#include <kith/base/error.h>
#include <kith/exchange/record.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

/// The word for a column in a mapping file and on screen: those of cli.md ("first name", "organisation", "skills" …),
/// "ignore" for a column that is left out.
[[nodiscard]] std::string_view wordFor(Column column);
[[nodiscard]] std::optional<Column> columnFromWord(std::string_view word);
/// Every column that makes sense for a kind, in the order a person would look for them; Ignore first.
[[nodiscard]] std::span<const Column> columnsFor(RecordKind kind);
/// Several columns may mean these, and all of them are kept (e-mails, phones …); of others the first that is filled is.
[[nodiscard]] bool mayRepeat(Column column);

/// Ties have `from` and `to`, interactions `people` with a time or a text; everything else lists people.
[[nodiscard]] RecordKind guessKind(std::span<const std::string> headers);

/// Guesses by the headers of Google, Outlook, Apple, LinkedIn and common CRM exports, the names of cli.md, and
/// German, French and Spanish words; case, accents, punctuation and numbering do not matter. A header that stands
/// twice and cannot repeat is ignored the second time.
[[nodiscard]] ColumnMap guessColumns(std::span<const std::string> headers, RecordKind kind, char separator);

/// A remembered or hand-written map, laid over the headers of a file: columns are found by header (the n-th of equal
/// headers by the n-th entry); headers that the map does not mention are guessed.
[[nodiscard]] ColumnMap applyMap(const ColumnMap& map, std::span<const std::string> headers, RecordKind kind,
                                 char separator);

/// {"separator": ",", "columns": [{"header": "Vorname", "column": "first name"}, …]}
[[nodiscard]] std::string toJson(const ColumnMap& map);
/// Reads that, and the short form {"columns": {"Vorname": "first name"}}. BadInput with a sentence otherwise.
[[nodiscard]] Result<ColumnMap> columnMapFromJson(std::string_view json);

/// The key under which a map is remembered: the headers, folded and joined, so that the next file of the same origin
/// finds it whatever its separator.
[[nodiscard]] std::string rememberedAs(std::span<const std::string> headers);

}  // namespace kith::exchange
