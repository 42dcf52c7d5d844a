#include <kith/server/http_peer.h>

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <span>

namespace kith::server {

namespace {

constexpr std::array<std::uint8_t, 12> kMapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr int kMappedBits = 96;

bool isMapped(const Address& address)
{
    return std::ranges::equal(kMapped, std::span(address.bytes).first<12>());
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\"");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\"") - first + 1);
}

/// An entry of X-Forwarded-For: an address, perhaps with a port, an IPv6 one perhaps in brackets.
std::optional<Address> parseEntry(std::string_view text)
{
    text = trimmed(text);
    if (text.starts_with('[')) return Address::parse(text.substr(1, text.find(']') - 1));
    if (const auto whole = Address::parse(text)) return whole;
    return Address::parse(text.substr(0, text.find(':')));
}

}  // namespace

std::optional<Address> Address::parse(std::string_view text)
{
    const std::string plain(text.substr(0, text.find('%')));
    Address address;
    if (inet_pton(AF_INET6, plain.c_str(), address.bytes.data()) == 1) return address;
    std::ranges::copy(kMapped, address.bytes.begin());
    if (inet_pton(AF_INET, plain.c_str(), address.bytes.data() + kMapped.size()) == 1) return address;
    return std::nullopt;
}

std::string Address::toString() const
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (isMapped(*this)) inet_ntop(AF_INET, bytes.data() + kMapped.size(), text.data(), text.size());
    else inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
    return text.data();
}

bool Address::isLoopback() const
{
    if (isMapped(*this)) return bytes[12] == 127;
    Address one;
    one.bytes.back() = 1;
    return *this == one;
}

Address Address::counted() const
{
    if (isMapped(*this)) return *this;
    Address network = *this;
    std::fill(network.bytes.begin() + 8, network.bytes.end(), std::uint8_t{0});
    return network;
}

Result<Networks> Networks::parse(const std::vector<std::string>& texts)
{
    Networks networks;
    for (const std::string& text : texts) {
        const std::size_t slash = text.find('/');
        const auto address = Address::parse(std::string_view(text).substr(0, slash));
        int bits = 128;
        bool good = address.has_value();
        if (good && slash != std::string::npos) {
            const int most = isMapped(*address) ? 128 - kMappedBits : 128;
            const char* const end = text.data() + text.size();
            const auto [at, error] = std::from_chars(text.data() + slash + 1, end, bits);
            good = error == std::errc{} && at == end && bits >= 0 && bits <= most;
            if (isMapped(*address)) bits += kMappedBits;
        }
        if (!good) return fail(ErrorCode::BadInput, text + " is neither an IP address nor a network like 10.0.0.0/8.");
        networks.networks_.push_back({*address, bits});
    }
    return networks;
}

bool Networks::contains(const Address& address) const
{
    return std::ranges::any_of(networks_, [&](const Network& network) {
        for (int bit = 0; bit < network.bits; ++bit) {
            const auto at = static_cast<std::size_t>(bit / 8);
            const int mask = 0x80 >> (bit % 8);
            if (((network.address.bytes[at] ^ address.bytes[at]) & mask) != 0) return false;
        }
        return true;
    });
}

Address clientOf(const Address& peer, std::string_view forwardedFor, const Networks& proxies)
{
    Address client = peer;
    while (proxies.contains(client) && !forwardedFor.empty()) {
        const std::size_t comma = forwardedFor.rfind(',');
        const auto entry = parseEntry(comma == std::string_view::npos ? forwardedFor : forwardedFor.substr(comma + 1));
        if (!entry) break;
        client = *entry;
        forwardedFor = comma == std::string_view::npos ? std::string_view{} : forwardedFor.substr(0, comma);
    }
    return client;
}

}  // namespace kith::server
