// What a reply, or the lack of one, means. Private to this folder; no network in here.
#pragma once

#include <kith/sync/service.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kith::net {

/// How the exchange ended, below HTTP.
enum class Ended : std::uint8_t {
    Complete,  ///< a whole reply, whatever its status
    Stopped,
    TimedOut,
    NoSuchHost,
    Refused,
    CutOff,
    Untrusted,  ///< the certificate
    Proxy,
    TooLarge,
    Other,
};

struct Exchange {
    Ended ended{};
    int status = 0;
    std::string contentType{};
    std::string contentEncoding{};
    std::string body{};
    std::string detail{};  ///< of a certificate error: what is wrong with it
};

/// The media type of everything but packed lines.
inline constexpr std::string_view kJson = "application/json";

/// The bytes of the body, expanded, when the server of Kith answered with what was asked for; what went wrong
/// otherwise.
[[nodiscard]] sync::Answer<std::string> verdictOf(const Exchange& exchange, std::string_view expectedType,
                                                  std::size_t largest);

/// What to say of a reply that should have been a message and is none.
[[nodiscard]] sync::Failure notOurs();

}  // namespace kith::net
