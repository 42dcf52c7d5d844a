#include "json_out.h"

#include <kith/base/text.h>

#include <array>
#include <cmath>

namespace kith::sync {

Out& Out::text(std::string_view value)
{
    comma();
    std::string mended;
    if (!isUtf8(value)) {
        mended = toValidUtf8(value);
        value = mended;
    }
    text_ += '"';
    std::size_t from = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto c = static_cast<unsigned char>(value[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        text_.append(value, from, i - from);
        from = i + 1;
        switch (c) {
        case '"': text_ += "\\\""; break;
        case '\\': text_ += "\\\\"; break;
        case '\n': text_ += "\\n"; break;
        case '\t': text_ += "\\t"; break;
        case '\r': text_ += "\\r"; break;
        default: fmt::format_to(std::back_inserter(text_), "\\u{:04x}", c);
        }
    }
    text_.append(value, from);
    text_ += '"';
    return *this;
}

Out& Out::real(double value)
{
    if (!std::isfinite(value)) return null();
    comma();
    const std::string digits = fmt::format("{}", value);
    text_ += digits;
    // A whole number stays a number with a fraction, so that its type reads back.
    if (digits.find_first_of(".e") == std::string::npos) text_ += ".0";
    return *this;
}

Out& Out::word(std::uint64_t value)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    comma();
    std::array<char, 18> quoted{};
    quoted.front() = quoted.back() = '"';
    for (std::size_t i = 16; i >= 1; --i, value >>= 4) quoted.at(i) = kDigits[value & 15];
    text_.append(quoted.data(), quoted.size());
    return *this;
}

}  // namespace kith::sync
