// Rows of separated values, written so that RFC 4180 readers get them back and spreadsheets do not run them.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace kith::exchange {

/// Appends rows to a text. Lines end in CR LF; a field is quoted when it holds the separator, a quote, a line end or a
/// blank at either end.
///
/// Defusing: a field that a spreadsheet would take for a formula (leading = + - @, tab or CR; OWASP "CSV injection")
/// gets a leading apostrophe. Readers, ours included, do not take it off again: what was exported defused stays so.
class CsvWriter {
public:
    enum class Formulas { Defuse, Keep };
    explicit CsvWriter(std::string& out, char separator = ',', Formulas formulas = Formulas::Defuse)
        : out_(out), separator_(separator), formulas_(formulas)
    {
    }

    void field(std::string_view value);
    void endRow();
    void row(std::span<const std::string> fields);

private:
    std::string& out_;
    char separator_;
    Formulas formulas_;
    bool first_ = true;
    bool onlyEmpty_ = true;
};

/// The value with a leading apostrophe when a spreadsheet would run it, otherwise as it is.
[[nodiscard]] std::string defused(std::string_view value);

}  // namespace kith::exchange
