#include <kith/exchange/vcard_lines.h>

#include <kith/base/text.h>
#include <kith/exchange/encoding.h>

#include <algorithm>

namespace kith::exchange {

namespace {

constexpr std::size_t kLongestProperty = std::size_t{1} << 20;

std::string upper(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
    return result;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

std::string fromQuotedPrintable(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = i + 2 < text.size() && text[i] == '=' ? hexDigit(text[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(text[i + 2]) : -1;
        if (low >= 0) {
            result += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

/// RFC 6868: ^n, ^^ and ^' in parameter values.
std::string parameterText(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char next = text[i] == '^' && i + 1 < text.size() ? text[i + 1] : '\0';
        if (next != 'n' && next != '^' && next != '\'') {
            result += text[i];
            continue;
        }
        result += next == 'n' ? '\n' : next == '^' ? '^' : '"';
        ++i;
    }
    return toValidUtf8(result);
}

/// Where the value starts: behind the first colon outside of quotes.
std::size_t colonOf(std::string_view text)
{
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') quoted = !quoted;
        else if (text[i] == ':' && !quoted) return i;
    }
    // A stray quote must not hide the value.
    return text.find(':');
}

std::vector<std::string_view> splitOutsideQuotes(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    bool quoted = false;
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') quoted = !quoted;
        if (text[i] != separator || quoted) continue;
        parts.push_back(text.substr(start, i - start));
        start = i + 1;
    }
    parts.push_back(text.substr(start));
    return parts;
}

void readHead(std::string_view head, VCardLine& property)
{
    const auto parts = splitOutsideQuotes(head.substr(0, 8192), ';');
    std::string_view name = trim(parts.front());
    if (const std::size_t dot = name.rfind('.'); dot != std::string_view::npos) {
        property.group = upper(name.substr(0, dot));
        name.remove_prefix(dot + 1);
    }
    property.name = upper(name);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::size_t equals = parts[i].find('=');
        // 2.1 writes bare words; those of encoding are known, the others are types.
        std::string key = equals == std::string_view::npos ? std::string{} : upper(trim(parts[i].substr(0, equals)));
        const std::string_view list = equals == std::string_view::npos ? parts[i] : parts[i].substr(equals + 1);
        for (std::string_view value : splitOutsideQuotes(list, ',')) {
            value = trim(value);
            if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
                value = value.substr(1, value.size() - 2);
            const bool encoding = equalsIgnoringCase(value, "QUOTED-PRINTABLE") || equalsIgnoringCase(value, "BASE64");
            const std::string meant = !key.empty() ? key : encoding ? "ENCODING" : "TYPE";
            property.parameters.push_back({meant, parameterText(value)});
        }
    }
}

}  // namespace

std::string_view VCardLine::parameter(std::string_view wanted) const
{
    const auto found = std::ranges::find(parameters, wanted, &VCardParameter::name);
    return found == parameters.end() ? std::string_view{} : found->value;
}

bool VCardLine::hasType(std::string_view word) const
{
    return std::ranges::any_of(parameters, [&](const VCardParameter& p) {
        if (p.name != "TYPE") return false;
        const auto words = split(p.value, ',');
        return std::ranges::any_of(words, [&](std::string_view w) { return equalsIgnoringCase(trim(w), word); });
    });
}

bool VCardLines::takeLine(std::string_view& line)
{
    if (at_ >= bytes_.size()) return false;
    const std::size_t end = std::min(bytes_.find_first_of("\r\n", at_), bytes_.size());
    line = bytes_.substr(at_, end - at_);
    at_ = end;
    if (at_ < bytes_.size() && bytes_[at_] == '\r') ++at_;
    if (at_ < bytes_.size() && bytes_[at_] == '\n' && (at_ == end || bytes_[at_ - 1] == '\r')) ++at_;
    ++line_;
    return true;
}

std::optional<VCardLine> VCardLines::next()
{
    std::string_view physical;
    while (takeLine(physical)) {
        if (trim(physical).empty()) continue;
        const std::size_t firstLine = line_;
        std::string text(physical.substr(0, kLongestProperty + 1));
        bool tooLong = physical.size() > kLongestProperty;
        const auto append = [&](std::string_view more) {
            if (text.size() + more.size() > kLongestProperty) tooLong = true;
            else text += more;
        };
        const std::string start = asciiLower(physical.substr(0, std::min<std::size_t>(colonOf(physical), 8192)));
        const bool quotedPrintable = start.find("quoted-printable") != std::string::npos;
        const auto folded = [&] { return at_ < bytes_.size() && (bytes_[at_] == ' ' || bytes_[at_] == '\t'); };
        for (;;) {
            // A soft break comes first: the blank behind it is text (RFC 2045, 6.7).
            const bool soft = quotedPrintable && text.ends_with('=') && at_ < bytes_.size();
            if (!soft && !folded()) break;
            if (soft) text.pop_back();
            takeLine(physical);
            append(soft ? physical : physical.substr(1));
        }
        const std::size_t colon = colonOf(text);
        if (colon == std::string::npos) continue;

        VCardLine property{.line = firstLine};
        readHead(std::string_view(text).substr(0, colon), property);
        if (tooLong) {
            property.tooLong = true;
            return property;
        }
        const std::string_view value = std::string_view(text).substr(colon + 1);
        property.value = fromCharset(quotedPrintable ? fromQuotedPrintable(value) : std::string(value),
                                     property.parameter("CHARSET"));
        return property;
    }
    return std::nullopt;
}

std::string vcardText(std::string_view value)
{
    std::string result;
    result.reserve(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\' || i + 1 >= value.size()) {
            result += value[i];
            continue;
        }
        const char next = value[++i];
        if (next == 'n' || next == 'N') result += '\n';
        else if (next == '\\' || next == ',' || next == ';' || next == ':') result += next;
        else result.append({'\\', next});
    }
    return result;
}

std::vector<std::string> vcardParts(std::string_view value, char separator)
{
    std::vector<std::string> parts;
    std::size_t start = 0;
    for (std::size_t i = 0;; ++i) {
        if (i >= value.size() || value[i] == separator) {
            parts.push_back(vcardText(value.substr(start, std::min(i, value.size()) - start)));
            if (i >= value.size()) return parts;
            start = i + 1;
        } else if (value[i] == '\\') {
            ++i;
        }
    }
}

}  // namespace kith::exchange
