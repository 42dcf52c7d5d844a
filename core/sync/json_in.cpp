#include "json_in.h"

namespace kith::sync {

In In::at(std::string_view key) const
{
    simdjson::dom::element found;
    if (element_[key].get(found) == simdjson::SUCCESS) return {found, *this, key, kNoIndex};
    In missing(element_, *this, key, kNoIndex);
    missing.wrong("there");
    return missing;
}

std::optional<In> In::maybe(std::string_view key) const
{
    simdjson::dom::element found;
    if (element_[key].get(found) != simdjson::SUCCESS || found.is_null()) return std::nullopt;
    return In(found, *this, key, kNoIndex);
}

std::string In::text(std::size_t longest) const
{
    const std::string_view found = view();
    if (found.size() <= longest) return std::string(found);
    wrong("a shorter text");
    return {};
}

std::string_view In::view() const
{
    std::string_view found;
    if (element_.get(found) != simdjson::SUCCESS) wrong("a text");
    return found;
}

std::int64_t In::integer(std::int64_t least, std::int64_t most) const
{
    std::int64_t found = 0;
    if (element_.get(found) != simdjson::SUCCESS) {
        wrong("a whole number");
        return least;
    }
    if (found >= least && found <= most) return found;
    wrong("within bounds");
    return least;
}

double In::real() const
{
    double found = 0;
    if (element_.get(found) != simdjson::SUCCESS) wrong("a number");
    return found;
}

bool In::boolean() const
{
    bool found = false;
    if (element_.get(found) != simdjson::SUCCESS) wrong("true or false");
    return found;
}

Id In::id() const
{
    if (const auto found = Id::parse(view())) return *found;
    wrong("an id");
    return {};
}

std::uint64_t In::word() const
{
    const std::string_view digits = view();
    std::uint64_t word = 0;
    for (const char c : digits) {
        const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (digit < 0) {
            wrong("16 hexadecimal digits");
            return 0;
        }
        word = (word << 4) | static_cast<std::uint64_t>(digit);
    }
    if (digits.size() != 16) wrong("16 hexadecimal digits");
    return word;
}

void In::wrong(std::string_view expected) const
{
    if (problem_.empty()) problem_ = place() + " is not " + std::string(expected);
}

std::string In::place() const
{
    if (parent_ == nullptr) return "the message";
    std::string above = parent_->parent_ == nullptr ? std::string{} : parent_->place();
    if (index_ != kNoIndex) return above + '[' + std::to_string(index_) + ']';
    if (!above.empty()) above += '.';
    // A key from outside is repeated only as far as it is harmless.
    for (const char c : key_.substr(0, 40))
        above += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ? c : '?';
    return above;
}

}  // namespace kith::sync
