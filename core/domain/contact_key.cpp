#include <kith/domain/contact_key.h>

#include <kith/base/text.h>

#include <algorithm>
#include <optional>
#include <phonenumbers/phonenumberutil.h>

namespace kith {

namespace {

constexpr std::size_t kLongest = 2048;
constexpr std::size_t kFewestDigits = 4;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Removes a prefix, whatever its case; says whether it was there.
bool dropPrefix(std::string_view& text, std::string_view prefix)
{
    if (text.size() < prefix.size() || !equalsIgnoringCase(text.substr(0, prefix.size()), prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

std::string emailKey(std::string_view value)
{
    if (const auto open = value.rfind('<'); open != std::string_view::npos) {
        const auto close = value.find('>', open);
        if (close == std::string_view::npos) return {};
        value = trim(value.substr(open + 1, close - open - 1));
    }
    dropPrefix(value, "mailto:");
    const auto at = value.find('@');
    if (at == 0 || at == std::string_view::npos || at + 1 == value.size()) return {};
    if (value.find('@', at + 1) != std::string_view::npos) return {};
    if (std::ranges::any_of(value, isBlank)) return {};
    return asciiLower(value);
}

std::string phoneKey(std::string_view value, std::string_view region)
{
    using i18n::phonenumbers::PhoneNumber;
    using i18n::phonenumbers::PhoneNumberUtil;

    dropPrefix(value, "tel:");
    std::string digits;
    std::ranges::copy_if(value, std::back_inserter(digits), isDigit);
    const bool ascii = std::ranges::all_of(value, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii && digits.size() < kFewestDigits) return {};
    if (ascii && digits.find_first_not_of('0') == std::string::npos) return {};

    std::string upper(region);
    std::ranges::transform(upper, upper.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c; });
    const PhoneNumberUtil& library = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (library.Parse(std::string(value), upper, &number) == PhoneNumberUtil::NO_PARSING_ERROR
        && library.IsPossibleNumberWithReason(number) == PhoneNumberUtil::IS_POSSIBLE) {
        std::string key;
        library.Format(number, PhoneNumberUtil::E164, &key);
        if (number.has_extension() && !number.extension().empty()) key += ";ext=" + number.extension();
        return key;
    }
    return digits.size() < kFewestDigits ? std::string{} : digits;
}

int hexDigit(char c)
{
    if (isDigit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string percentDecoded(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(text[i + 2]) : -1;
        if (low >= 0) {
            result += static_cast<char>(static_cast<unsigned char>(high * 16 + low));
            i += 2;
        } else {
            result += text[i];
        }
    }
    return isUtf8(result) ? result : std::string(text);
}

std::string urlKey(std::string_view value)
{
    if (std::ranges::any_of(value, isBlank)) return {};
    const auto scheme = value.find("://");
    const bool hasScheme = scheme != std::string_view::npos && scheme > 0
        && value.substr(0, scheme).find_first_of("/?#") == std::string_view::npos;
    if (hasScheme) value.remove_prefix(scheme + 3);
    value = value.substr(0, value.find_first_of("?#"));

    const auto slash = value.find('/');
    std::string_view host = value.substr(0, slash);
    std::string_view path = slash == std::string_view::npos ? std::string_view{} : value.substr(slash);
    if (const auto at = host.rfind('@'); at != std::string_view::npos) {
        if (!hasScheme) return {};
        host.remove_prefix(at + 1);
    }
    for (const std::string_view port : {":443", ":80"})
        if (host.ends_with(port)) host.remove_suffix(port.size());
    dropPrefix(host, "www.");
    while (path.ends_with('/')) path.remove_suffix(1);
    const auto dot = host.find('.');
    if (dot == 0 || dot == std::string_view::npos || dot + 1 == host.size()) return {};

    std::string key = asciiLower(host);
    if (key == "linkedin.com" || key.ends_with(".linkedin.com")) {
        if (dropPrefix(path, "/in/") && !path.empty())
            return "linkedin.com/in/" + asciiLower(percentDecoded(path.substr(0, path.find('/'))));
    }
    key += path;
    return key;
}

}  // namespace

std::string contactKey(ContactKind kind, std::string_view value, std::string_view region)
{
    value = trim(value);
    if (value.empty() || value.size() > kLongest) return {};
    switch (kind) {
    case ContactKind::Email: return emailKey(value);
    case ContactKind::Phone: return phoneKey(value, region);
    case ContactKind::Url: return urlKey(value);
    case ContactKind::Handle:
        if (value.front() == '@') value.remove_prefix(1);
        return asciiLower(trim(value));
    }
    return {};
}

ContactKind guessContactKind(std::string_view value)
{
    value = trim(value);
    const bool scheme = value.find("://") != std::string_view::npos;
    if (!scheme && !emailKey(value).empty()) return ContactKind::Email;
    const auto digits = static_cast<std::size_t>(std::ranges::count_if(value, isDigit));
    const auto inNumber = std::ranges::count_if(
        value, [](char c) { return isDigit(c) || isBlank(c) || std::string_view("+-().").contains(c); });
    if (digits >= kFewestDigits && static_cast<std::size_t>(inNumber) == value.size()) return ContactKind::Phone;
    if (value.substr(0, 4) == "tel:") return ContactKind::Phone;
    const bool at = value.starts_with('@');
    if (!at && !urlKey(value).empty()) {
        // "j.smith" is how people write a handle; a host without a path needs a scheme or "www." to be a page.
        if (scheme || value.find('/') != std::string_view::npos || equalsIgnoringCase(value.substr(0, 4), "www."))
            return ContactKind::Url;
        const std::string_view top = value.substr(value.rfind('.') + 1);
        for (const std::string_view known : {"com", "org", "net", "io", "dev", "uk", "de", "eu", "me", "fr", "gov"})
            if (equalsIgnoringCase(top, known)) return ContactKind::Url;
    }
    // "+44 113 496 0000 ext 12" holds letters, and still is a number.
    if (digits >= 7 && digits * 2 >= value.size()) return ContactKind::Phone;
    return ContactKind::Handle;
}

}  // namespace kith
