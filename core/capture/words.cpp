#include <kith/capture/words.h>

#include <kith/base/text.h>

#include <algorithm>

namespace kith::capture {

namespace {

struct Character {
    char32_t code = 0;
    std::size_t length = 1;
};

/// The character at the start of a text that is not empty; a byte that begins none is one by itself.
Character characterAt(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(0);
    const std::size_t length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length == 1) return {first, 1};
    if (length == 0 || first > 0xF4 || length > text.size() || !isUtf8(text.substr(0, length))) return {0xFFFD, 1};
    char32_t code = first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) code = (code << 6U) | (byte(i) & 0x3FU);
    return {code, length};
}

/// The ASCII sign that stands for a character of punctuation, a blank for white space, nothing for letters.
std::string_view signFor(char32_t code)
{
    if (code < 0x80) return {};
    if (code == 0xA0 || (code >= 0x2000 && code <= 0x200B) || code == 0x202F || code == 0x3000 || code == 0xFEFF)
        return " ";
    if (code == 0x2018 || code == 0x2019 || code == 0x02BC) return "'";
    if (code >= 0x201C && code <= 0x201F) return "\"";
    if (code == 0x2013 || code == 0x2014 || code == 0x2010 || code == 0x2011) return "-";
    if (code == 0x060C || code == 0x3001 || code == 0xFF0C) return ",";
    if (code == 0x061B || code == 0xFF1B) return ";";
    if (code == 0x3002) return ".";
    if ((code >= 0x80 && code <= 0xBF && code != 0xAA && code != 0xB5 && code != 0xBA)
        || (code >= 0x2010 && code <= 0x206F) || code == 0xD7 || code == 0xF7)
        return "*";
    return {};
}

bool isFigure(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

char32_t upperOf(char32_t code)
{
    if (code >= 'a' && code <= 'z') return code - 32;
    if (code >= 0xE0 && code <= 0xFE && code != 0xF7) return code - 32;
    if (code >= 0x3B1 && code <= 0x3C9 && code != 0x3C2) return code - 32;
    if (code >= 0x430 && code <= 0x44F) return code - 32;
    if (code >= 0x450 && code <= 0x45F) return code - 80;
    return code;
}

}  // namespace

Words::Words(std::string_view line) : line_(line), lowered_(asciiLower(line))
{
    const std::string_view low = lowered_;
    const auto put = [&](std::size_t from, std::size_t to, WordSort sort, std::string_view text) {
        words_.push_back({{from, to}, sort, text});
    };
    for (std::size_t at = 0; at < line.size();) {
        const char c = line[at];
        std::size_t end = at + 1;
        if (isBlank(c)) {
            at = end;
            continue;
        }
        if (isFigure(c)) {
            while (end < line.size() && isFigure(line[end])) ++end;
            put(at, end, WordSort::Figures, low.substr(at, end - at));
        } else if (static_cast<unsigned char>(c) < 0x80 && !isLetter(c)) {
            put(at, end, WordSort::Sign, low.substr(at, 1));
        } else {
            end = at;
            while (end < line.size()) {
                if (isLetter(line[end])) {
                    ++end;
                    continue;
                }
                if (static_cast<unsigned char>(line[end]) < 0x80) break;
                const Character next = characterAt(line.substr(end, 4));
                if (!signFor(next.code).empty()) break;
                end += next.length;
            }
            if (end > at) {
                put(at, end, WordSort::Letters, low.substr(at, end - at));
            } else {
                const Character sign = characterAt(line.substr(at, 4));
                end = at + sign.length;
                if (signFor(sign.code) != " ") put(at, end, WordSort::Sign, signFor(sign.code));
            }
        }
        at = end;
    }
}

std::string_view Words::text(std::size_t index) const
{
    const Span& span = words_[index].span;
    return line_.substr(span.from, span.to - span.from);
}

bool Words::joined(std::size_t index) const
{
    return index > 0 && index < words_.size() && words_[index - 1].span.to == words_[index].span.from;
}

std::string_view Cursor::low(std::size_t ahead) const
{
    return at_ + ahead < words_->size() ? (*words_)[at_ + ahead].low : std::string_view{};
}

bool Cursor::joined(std::size_t ahead) const
{
    return words_->joined(at_ + ahead);
}

bool Cursor::capital() const
{
    return !done() && beginsUpper(words_->text(at_)).value_or(false);
}

bool Cursor::eat(std::string_view word)
{
    if (done() || low() != word) return false;
    ++at_;
    return true;
}

bool Cursor::eatAny(std::initializer_list<std::string_view> words)
{
    return std::ranges::any_of(words, [&](std::string_view word) { return eat(word); });
}

bool Cursor::eatAll(std::initializer_list<std::string_view> words)
{
    const std::size_t before = at_;
    if (std::ranges::all_of(words, [&](std::string_view word) { return eat(word); })) return true;
    at_ = before;
    return false;
}

std::optional<int> Cursor::eatFigure(std::size_t digits)
{
    if (done() || (*words_)[at_].sort != WordSort::Figures || low().size() > digits) return std::nullopt;
    int value = 0;
    for (const char c : low()) value = value * 10 + (c - '0');
    ++at_;
    return value;
}

std::optional<bool> beginsUpper(std::string_view text)
{
    if (text.empty()) return std::nullopt;
    const char32_t code = characterAt(text.substr(0, 4)).code;
    if (upperOf(code) != code) return false;
    if ((code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE) || (code >= 0x391 && code <= 0x3A9)
        || (code >= 0x400 && code <= 0x42F))
        return true;
    // Latin Extended-A pairs its letters, the capital first; from U+0139 to U+0148 and from U+0179 on odd ones are.
    if (code >= 0x100 && code <= 0x17E) {
        const bool oddIsCapital = (code >= 0x139 && code <= 0x148) || code >= 0x179;
        return (code % 2 == 1) == oddIsCapital;
    }
    if (code == 0xDF || code == 0xFF || code == 0x3C2) return false;
    return std::nullopt;
}

std::string withCapital(std::string_view text)
{
    if (text.empty()) return {};
    const Character first = characterAt(text.substr(0, 4));
    if (upperOf(first.code) == first.code) return std::string(text);
    std::string result;
    appendUtf8(result, upperOf(first.code));
    result += text.substr(first.length);
    return result;
}

}  // namespace kith::capture
