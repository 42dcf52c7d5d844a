// Rows of separated values (RFC 4180), read as they are found in the wild.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

struct CsvLimits {
    std::size_t fieldBytes = std::size_t{1} << 20;
    std::size_t fields = 4096;
};

/// One row. The views live until the next call of CsvReader::next() and as long as the text that is read.
struct CsvRow {
    std::size_t line = 0;  ///< physical line of the file where the row starts, from 1
    std::vector<std::string_view> fields;
    std::string problem;  ///< not empty: the row cannot be used, and this sentence says why; fields are empty
    bool complete = true;  ///< ended by a line end; false for a last row that stops at the end of the file
};

/// Reads rows one by one without copying what needs no copy. Differences from RFC 4180, all of them wider:
///  - lines end in LF, CR LF or CR; lines with nothing on them are passed over;
///  - blanks before an opening quote are dropped; nothing else is ever stripped, not even a leading apostrophe;
///  - text after a closing quote belongs to the field, as long as the quotes opened on the same line.
/// Rows that cannot be trusted are given with a `problem` instead of fields, and reading goes on:
///  - a quote that is never closed, or that opened on an earlier line and closes in the middle of other text, was not
///    meant as a quote: that line is reported and reading resumes on the line below it, so later rows are not lost;
///  - a field longer than the limit, or more fields than the limit.
/// Memory: one row, each field at most CsvLimits::fieldBytes. Time: O(length).
class CsvReader {
public:
    CsvReader(std::string_view text, char separator, CsvLimits limits = {});

    /// False at the end of the text.
    bool next(CsvRow& row);

private:
    enum class FieldEnd { Separator, Line, Text };
    struct Slice {
        std::size_t start = 0;
        std::size_t length = 0;
        bool unescaped = false;  ///< in scratch_ rather than in the text
    };

    void skipEmptyLines();
    FieldEnd readField();
    FieldEnd readPlain(std::size_t start);
    FieldEnd readQuoted();
    FieldEnd finish(Slice slice);
    void takeLineEnd();
    FieldEnd strayQuote(std::size_t openedAt, std::size_t openedOn);

    std::string_view text_;
    char separator_;
    CsvLimits limits_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    bool tooLong_ = false;
    bool stray_ = false;
    std::vector<Slice> slices_;
    std::size_t count_ = 0;
    std::string scratch_;
};

/// The separator that splits the first rows most evenly: comma, semicolon, tab or bar; a comma when none does. A first
/// line "sep=;" (spreadsheets write it) decides. Looks at the first 64 KiB.
[[nodiscard]] char guessSeparator(std::string_view text);

/// Length of a "sep=…" line at the start of the text with its line end; 0 when there is none.
[[nodiscard]] std::size_t separatorLineLength(std::string_view text);

}  // namespace kith::exchange
