// Whose request it is: addresses, the networks of proxies, and what X-Forwarded-For may say.
#pragma once

#include <kith/base/error.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::server {

/// An IP address; IPv4 as the IPv6 addresses ::ffff:0:0/96 (RFC 4291, 2.5.5.2).
struct Address {
    std::array<std::uint8_t, 16> bytes{};

    /// Reads "192.0.2.1" and "2001:db8::1", also with a zone ("fe80::1%eth0"), which is dropped.
    [[nodiscard]] static std::optional<Address> parse(std::string_view text);
    [[nodiscard]] std::string toString() const;
    [[nodiscard]] bool isLoopback() const;
    /// Addresses that one client can have at will count as one: an IPv6 address stands for its /64.
    [[nodiscard]] Address counted() const;

    friend auto operator<=>(const Address&, const Address&) = default;
};

/// A set of addresses, given as addresses and networks.
class Networks {
public:
    /// BadInput for what is neither an address nor a network ("10.0.0.0/8").
    [[nodiscard]] static Result<Networks> parse(const std::vector<std::string>& texts);
    [[nodiscard]] bool contains(const Address& address) const;

private:
    struct Network {
        Address address;
        int bits = 128;
    };
    std::vector<Network> networks_;
};

/// Who asks, when `peer` is at the other end of the connection and the request came with this X-Forwarded-For (several
/// lines joined by commas). Entries are believed from the right, as long as a proxy of ours wrote them; anything that a
/// client may have put there is ignored.
[[nodiscard]] Address clientOf(const Address& peer, std::string_view forwardedFor, const Networks& proxies);

}  // namespace kith::server
