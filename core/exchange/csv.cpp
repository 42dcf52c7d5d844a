#include <kith/exchange/csv.h>

#include <kith/base/text.h>

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace kith::exchange {

CsvReader::CsvReader(std::string_view text, char separator, CsvLimits limits)
    : text_(text), separator_(separator), limits_(limits)
{
}

void CsvReader::takeLineEnd()
{
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
}

void CsvReader::skipEmptyLines()
{
    while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) takeLineEnd();
}

CsvReader::FieldEnd CsvReader::strayQuote(std::size_t openedAt, std::size_t openedOn)
{
    // Going on below the line of the quote, not below the start of the row, keeps reading linear: two lines that both
    // hold an opening quote cannot both be searched past the second.
    stray_ = true;
    at_ = std::min(text_.find_first_of("\r\n", openedAt), text_.size());
    line_ = openedOn;
    if (at_ < text_.size()) takeLineEnd();
    return FieldEnd::Line;
}

CsvReader::FieldEnd CsvReader::finish(Slice slice)
{
    if (slice.length > limits_.fieldBytes) tooLong_ = true;
    ++count_;
    if (count_ <= limits_.fields) slices_.push_back(slice);
    if (at_ >= text_.size()) return FieldEnd::Text;
    return text_[at_] == separator_ ? FieldEnd::Separator : FieldEnd::Line;
}

CsvReader::FieldEnd CsvReader::readPlain(std::size_t start)
{
    const char* const end = text_.data() + text_.size();
    const char* c = text_.data() + at_;
    while (c != end && *c != separator_ && *c != '\n' && *c != '\r') ++c;
    at_ = static_cast<std::size_t>(c - text_.data());
    return finish({start, at_ - start, false});
}

CsvReader::FieldEnd CsvReader::readQuoted()
{
    const std::size_t openedAt = at_;
    const std::size_t openedOn = line_;
    const std::size_t scratchStart = scratch_.size();
    ++at_;
    std::size_t start = at_;
    bool unescaped = false;
    const auto keep = [&](std::size_t from, std::size_t to) {
        // Past the limit the field is measured but no longer copied.
        if (scratch_.size() - scratchStart <= limits_.fieldBytes) scratch_.append(text_, from, to - from);
        else tooLong_ = true;
    };
    for (;;) {
        const std::size_t found = text_.find_first_of("\"\r\n", at_);
        if (found == std::string_view::npos) return strayQuote(openedAt, openedOn);
        at_ = found;
        if (text_[at_] != '"') {
            takeLineEnd();
            continue;
        }
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
        keep(start, at_ + 1);
        unescaped = true;
        at_ += 2;
        start = at_;
    }
    const std::size_t closed = at_++;
    const bool clean = at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' || text_[at_] == '\r';
    if (clean && !unescaped) return finish({start, closed - start, false});
    if (!clean && line_ != openedOn) return strayQuote(openedAt, openedOn);
    keep(start, closed);
    if (!clean) {
        const std::size_t rest = at_;
        while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
        keep(rest, at_);
    }
    return finish({scratchStart, scratch_.size() - scratchStart, true});
}

CsvReader::FieldEnd CsvReader::readField()
{
    const std::size_t start = at_;
    std::size_t first = at_;
    while (first < text_.size() && text_[first] == ' ') ++first;
    if (first < text_.size() && text_[first] == '"') {
        at_ = first;
        return readQuoted();
    }
    return readPlain(start);
}

bool CsvReader::next(CsvRow& row)
{
    row.fields.clear();
    row.problem.clear();
    slices_.clear();
    scratch_.clear();
    count_ = 0;
    tooLong_ = false;
    stray_ = false;
    skipEmptyLines();
    if (at_ >= text_.size()) return false;

    row.line = line_;
    FieldEnd end = readField();
    while (end == FieldEnd::Separator) {
        ++at_;
        end = readField();
    }
    row.complete = end == FieldEnd::Line;
    if (stray_) {
        row.problem =
            "A quotation mark opens here and is not closed; the row was left out and reading went on below it.";
        return true;
    }
    if (end == FieldEnd::Line) takeLineEnd();
    if (tooLong_) {
        row.problem = fmt::format("A field of this row is longer than {} KiB; the row was left out.",
                                  std::max<std::size_t>(1, limits_.fieldBytes / 1024));
    } else if (count_ > limits_.fields) {
        row.problem = fmt::format("This row has {} fields, more than the {} that Kith reads; it was left out.", count_,
                                  limits_.fields);
    } else {
        for (const Slice& slice : slices_) {
            const std::string_view source = slice.unescaped ? std::string_view(scratch_) : text_;
            row.fields.push_back(source.substr(slice.start, slice.length));
        }
    }
    return true;
}

std::size_t separatorLineLength(std::string_view text)
{
    if (text.size() < 5 || !equalsIgnoringCase(text.substr(0, 4), "sep=")) return 0;
    std::size_t at = 5;
    if (at < text.size() && text[at] == '\r') ++at;
    if (at < text.size() && text[at] == '\n') ++at;
    return at > 5 ? at : 0;
}

char guessSeparator(std::string_view text)
{
    if (separatorLineLength(text) > 0) return text[4];
    constexpr std::size_t kLook = 64UZ * 1024;
    constexpr std::size_t kRows = 50;
    // The last line of the part that is looked at may be cut off.
    if (text.size() > kLook) text = text.substr(0, std::max(text.substr(0, kLook).find_last_of('\n'), std::size_t{1}));
    char best = ',';
    double bestScore = 0;
    for (const char candidate : {',', ';', '\t', '|'}) {
        CsvReader reader(text, candidate);
        CsvRow row;
        std::array<std::size_t, 64> seen{};
        std::size_t rows = 0;
        while (rows < kRows && reader.next(row)) {
            if (!row.problem.empty()) continue;
            ++rows;
            ++seen[std::min(row.fields.size(), seen.size() - 1)];
        }
        const auto most = std::ranges::max_element(seen.begin() + 2, seen.end());
        const auto fields = static_cast<double>(most - seen.begin());
        if (rows == 0 || *most == 0) continue;
        // Evenness counts most; among even ones the separator that makes more columns.
        const double even = static_cast<double>(*most) / static_cast<double>(rows);
        const double score = even * even * (1 + std::min(fields, 20.0) / 20);
        if (score > bestScore) {
            best = candidate;
            bestScore = score;
        }
    }
    return best;
}

}  // namespace kith::exchange
