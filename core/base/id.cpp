#include <kith/base/id.h>

namespace kith {

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

constexpr std::uint64_t kLowBits = (1ULL << 62) - 1;

}  // namespace

std::string Id::toString() const
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += kDigits[bytes[i] >> 4];
        text += kDigits[bytes[i] & 15];
    }
    return text;
}

std::optional<Id> Id::parse(std::string_view text)
{
    if (text.size() != 36) return std::nullopt;
    Id id;
    std::size_t nibble = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (text[i] != '-') return std::nullopt;
            continue;
        }
        const int value = hexValue(text[i]);
        if (value < 0) return std::nullopt;
        auto& byte = id.bytes[nibble / 2];
        byte = static_cast<std::uint8_t>((byte << 4) | value);
        ++nibble;
    }
    return id;
}

Id UuidSource::make()
{
    const std::scoped_lock lock(mutex_);
    const auto now = static_cast<std::uint64_t>(clock_.now().time_since_epoch().count());
    if (now > lastMs_) {
        lastMs_ = now;
        // The top bit of the counter starts clear, to leave room for increments.
        high_ = static_cast<std::uint16_t>(random_.next() & 0x7FF);
        low_ = random_.next() & kLowBits;
    } else {
        low_ = (low_ + 1 + (random_.next() & 0xFFFFFFFF)) & kLowBits;
        if (low_ <= 0xFFFFFFFF) high_ = static_cast<std::uint16_t>((high_ + 1) & 0xFFF);
        if (low_ <= 0xFFFFFFFF && high_ == 0) ++lastMs_;
    }
    Id id;
    for (std::size_t i = 0; i < 6; ++i) id.bytes[i] = static_cast<std::uint8_t>(lastMs_ >> (8 * (5 - i)));
    id.bytes[6] = static_cast<std::uint8_t>(0x70 | (high_ >> 8));
    id.bytes[7] = static_cast<std::uint8_t>(high_ & 0xFF);
    for (std::size_t i = 0; i < 8; ++i) id.bytes[8 + i] = static_cast<std::uint8_t>(low_ >> (8 * (7 - i)));
    id.bytes[8] = static_cast<std::uint8_t>(0x80 | (id.bytes[8] & 0x3F));
    return id;
}

}  // namespace kith
