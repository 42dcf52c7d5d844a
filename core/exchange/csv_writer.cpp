#include <kith/exchange/csv_writer.h>

namespace kith::exchange {

std::string defused(std::string_view value)
{
    constexpr std::string_view kFormulaStarts = "=+-@\t\r";
    const bool runs = !value.empty() && kFormulaStarts.find(value.front()) != std::string_view::npos;
    return (runs ? "'" : "") + std::string(value);
}

void CsvWriter::field(std::string_view value)
{
    if (!first_) out_ += separator_;
    onlyEmpty_ = first_ && value.empty();
    first_ = false;
    const std::string safe = formulas_ == Formulas::Defuse ? defused(value) : std::string(value);
    const bool quoted = safe.find_first_of("\"\r\n") != std::string::npos || safe.find(separator_) != std::string::npos
        || safe.starts_with(' ') || safe.ends_with(' ');
    if (!quoted) {
        out_ += safe;
        return;
    }
    out_ += '"';
    for (const char c : safe) {
        if (c == '"') out_ += '"';
        out_ += c;
    }
    out_ += '"';
}

void CsvWriter::endRow()
{
    // A row of one empty field would be a line with nothing on it, which readers pass over.
    if (onlyEmpty_ && !first_) out_ += "\"\"";
    out_ += "\r\n";
    first_ = true;
    onlyEmpty_ = true;
}

void CsvWriter::row(std::span<const std::string> fields)
{
    for (const std::string& value : fields) field(value);
    endRow();
}

}  // namespace kith::exchange
