#include <kith/base/text.h>

#include <algorithm>
#include <cstdint>

namespace kith {

namespace {

bool isAsciiSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Length of the well-formed sequence at the start, or minus the length of the maximal ill-formed subpart.
int sequenceAt(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<std::uint8_t>(text[i]) : 0U; };
    const auto within = [](unsigned b, unsigned low, unsigned high) { return b >= low && b <= high; };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    int length = 0;
    unsigned low = 0x80;
    unsigned high = 0xBF;
    if (within(first, 0xC2, 0xDF)) length = 2;
    else if (within(first, 0xE0, 0xEF)) {
        length = 3;
        if (first == 0xE0) low = 0xA0;
        if (first == 0xED) high = 0x9F;
    } else if (within(first, 0xF0, 0xF4)) {
        length = 4;
        if (first == 0xF0) low = 0x90;
        if (first == 0xF4) high = 0x8F;
    } else return -1;
    if (!within(byte(1), low, high)) return -1;
    for (int i = 2; i < length; ++i)
        if (!within(byte(static_cast<std::size_t>(i)), 0x80, 0xBF)) return -i;
    return length;
}

/// How many bytes at the start are well-formed.
std::size_t wellFormed(std::string_view text)
{
    // Most text is ASCII, and eight of its bytes are looked at in the time of one sequence.
    constexpr std::size_t kAtOnce = 8;
    std::size_t at = 0;
    while (at < text.size()) {
        unsigned bits = 0;
        if (text.size() - at >= kAtOnce) {
            for (std::size_t i = 0; i < kAtOnce; ++i) bits |= static_cast<std::uint8_t>(text[at + i]);
            if (bits < 0x80) {
                at += kAtOnce;
                continue;
            }
        }
        const int length = sequenceAt(text.substr(at));
        if (length < 0) break;
        at += static_cast<std::size_t>(length);
    }
    return at;
}

/// Nothing but single blanks between its words.
bool isCollapsed(std::string_view text)
{
    char before = 'a';
    for (const char c : text) {
        if (isAsciiSpace(c) && (c != ' ' || before == ' ')) return false;
        before = c;
    }
    return true;
}

}  // namespace

std::string_view trim(std::string_view text)
{
    for (bool again = true; again && !text.empty();) {
        again = true;
        if (isAsciiSpace(text.front())) text.remove_prefix(1);
        else if (text.starts_with(kNoBreakSpace)) text.remove_prefix(2);
        else if (text.starts_with(kByteOrderMark)) text.remove_prefix(3);
        else again = false;
    }
    for (bool again = true; again && !text.empty();) {
        again = true;
        if (isAsciiSpace(text.back())) text.remove_suffix(1);
        else if (text.ends_with(kNoBreakSpace)) text.remove_suffix(2);
        else again = false;
    }
    return text;
}

std::string asciiLower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), lower);
    return result;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find(separator, start);
        parts.push_back(text.substr(start, end == std::string_view::npos ? end : end - start));
        if (end == std::string_view::npos) return parts;
        start = end + 1;
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string result;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) result += separator;
        result += parts[i];
    }
    return result;
}

std::string collapseSpace(std::string_view text)
{
    text = trim(text);
    if (isCollapsed(text)) return std::string(text);
    std::string result;
    bool pending = false;
    for (const char c : text) {
        if (isAsciiSpace(c)) {
            pending = true;
            continue;
        }
        if (pending) result += ' ';
        pending = false;
        result += c;
    }
    return result;
}

bool isUtf8(std::string_view text)
{
    return wellFormed(text) == text.size();
}

std::string toValidUtf8(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (;;) {
        const std::size_t good = wellFormed(text);
        result += text.substr(0, good);
        text.remove_prefix(good);
        if (text.empty()) return result;
        result += "\xEF\xBF\xBD";
        text.remove_prefix(std::min(text.size(), static_cast<std::size_t>(-sequenceAt(text))));
    }
}

std::string_view prefixUtf8(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<std::uint8_t>(text[bytes]) & 0xC0) == 0x80) --bytes;
    return text.substr(0, bytes);
}

void appendUtf8(std::string& text, char32_t c)
{
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = 0xFFFD;
    const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<std::uint8_t>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::string counted(std::size_t count, std::string_view one, std::string_view many)
{
    return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

}  // namespace kith
