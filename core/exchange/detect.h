// The one way in: bytes of a file of any format that Kith reads.
#pragma once

#include <kith/base/error.h>
#include <kith/exchange/record.h>
#include <kith/exchange/table.h>

#include <optional>
#include <string>
#include <string_view>

namespace kith::exchange {

struct ParseOptions {
    std::string fileName{};  ///< its ending helps where the content is not clear; may be empty
    std::optional<Format> format{};  ///< nothing: found out
    TableOptions table{};  ///< for CSV
};

/// Files longer than this are refused: a workspace of a million people is a tenth of it.
inline constexpr std::size_t kLargestFile = std::size_t{2} << 30;

/// The format by content, then by name. BadInput with a sentence for empty and binary files.
[[nodiscard]] Result<Format> detectFormat(std::string_view bytes, std::string_view fileName);

/// Reads a file. BadInput with one sentence when the file as a whole cannot be used (empty, binary, no header line, no
/// JSON …); single rows or cards that cannot be used are in ParsedFile::rejected. A file that ends in the middle of a
/// row or card keeps everything before it. O(length).
[[nodiscard]] Result<ParsedFile> parse(std::string_view bytes, const ParseOptions& options = {});

/// For the preview of a CSV file of any encoding: columns guessed and first rows.
[[nodiscard]] Result<TableOutline> outlineCsv(std::string_view bytes, const TableOptions& options,
                                              std::size_t sampleRows = 20);

}  // namespace kith::exchange
