#include "output.h"

#include <kith/base/text.h>

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <unistd.h>

namespace kith::cli {

namespace {

std::size_t widthOf(UChar32 character)
{
    switch (u_charType(character)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR: return 0;
    default: break;
    }
    const auto width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// U8_NEXT_OR_FFFD narrows on purpose.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
/// Calls `visit(begin, end, character)` for every code point until it returns false.
template <class Visit>
void forEachCharacter(std::string_view text, Visit visit)
{
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(text.size(), 1U << 20U));
    for (std::int32_t at = 0; at < length;) {
        const std::int32_t begin = at;
        UChar32 character = 0;
        U8_NEXT_OR_FFFD(text.data(), at, length, character);
        if (!visit(static_cast<std::size_t>(begin), static_cast<std::size_t>(at), character)) return;
    }
}
#pragma GCC diagnostic pop

bool isControl(UChar32 character)
{
    // Bidirectional overrides and isolates reorder what stands around them, so they count too.
    return u_charType(character) == U_CONTROL_CHAR || character == 0x2028 || character == 0x2029
        || (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

}  // namespace

std::string safeLine(std::string_view text)
{
    std::string safe;
    safe.reserve(text.size());
    forEachCharacter(text, [&](std::size_t, std::size_t, UChar32 character) {
        if (isControl(character)) safe += ' ';
        else appendUtf8(safe, static_cast<char32_t>(character));
        return true;
    });
    return safe;
}

std::size_t displayWidth(std::string_view text)
{
    std::size_t width = 0;
    forEachCharacter(text, [&](std::size_t, std::size_t, UChar32 character) {
        width += widthOf(character);
        return true;
    });
    return width;
}

std::string fitted(std::string_view text, std::size_t columns)
{
    std::size_t width = 0;
    std::size_t cut = 0;
    bool tooLong = false;
    forEachCharacter(text, [&](std::size_t, std::size_t end, UChar32 character) {
        width += widthOf(character);
        if (width > columns) {
            tooLong = true;
            return false;
        }
        // What ends one column short still leaves room for the ellipsis.
        if (width + 1 <= columns) cut = end;
        return true;
    });
    if (!tooLong) return std::string{text};
    return std::string{text.substr(0, cut)} + "…";
}

std::string Table::toString() const
{
    std::vector<std::size_t> widths;
    for (const std::string& heading : headings_) widths.push_back(displayWidth(heading));
    std::vector<std::vector<std::string>> cells;
    for (const auto& row : rows_) {
        auto& line = cells.emplace_back();
        for (std::size_t i = 0; i < headings_.size(); ++i) {
            line.push_back(fitted(safeLine(i < row.size() ? row[i] : std::string{}), widest_));
            widths[i] = std::max(widths[i], displayWidth(line.back()));
        }
    }
    std::string text;
    const auto append = [&](const std::vector<std::string>& line) {
        std::string built;
        for (std::size_t i = 0; i < line.size(); ++i) {
            built += line[i];
            built.append(widths[i] - displayWidth(line[i]) + 2, ' ');
        }
        built.erase(built.find_last_not_of(' ') + 1);
        text += built + '\n';
    };
    append(headings_);
    for (const auto& line : cells) append(line);
    return text;
}

void Output::line(std::string_view text)
{
    endProgress();
    fmt::print("{}\n", safeLine(text));
}

void Output::table(const Table& table)
{
    endProgress();
    fmt::print("{}", table.toString());
}

void Output::json(const Json& document)
{
    endProgress();
    fmt::print("{}\n", document.dump(2, ' ', false, Json::error_handler_t::replace));
}

void Output::raw(std::string_view text)
{
    endProgress();
    fmt::print("{}", text);
}

void Output::progress(std::string_view text)
{
    if (isatty(STDERR_FILENO) == 0) return;
    fmt::print(stderr, "\r\x1b[K{}", safeLine(text));
    std::fflush(stderr);
    progressShown_ = true;
}

void Output::endProgress()
{
    if (!progressShown_) return;
    fmt::print(stderr, "\r\x1b[K");
    progressShown_ = false;
}

}  // namespace kith::cli
