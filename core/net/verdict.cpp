#include "verdict.h"

#include <kith/sync/body.h>
#include <kith/sync/wire.h>

#include <algorithm>
#include <cctype>

namespace kith::net {

using sync::Failure;
using sync::Trouble;

namespace {

constexpr std::size_t kRatio = 10'000;

/// A media type without its parameters, in small letters.
std::string typeOf(std::string_view contentType)
{
    std::string type(contentType.substr(0, contentType.find_first_of("; ")));
    std::ranges::transform(type, type.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return type;
}

bool isRedirect(int status)
{
    return status >= 300 && status < 400;
}

Failure unreached(const Exchange& exchange)
{
    switch (exchange.ended) {
    case Ended::Stopped: return {Trouble::Stopped, "Stopped."};
    case Ended::TimedOut: return {Trouble::Offline, "The server did not answer in time."};
    case Ended::NoSuchHost: return {Trouble::Offline, "The server's name could not be found; the network may be away."};
    case Ended::Refused: return {Trouble::Offline, "The server cannot be reached."};
    case Ended::CutOff: return {Trouble::Offline, "The connection to the server was cut off."};
    case Ended::Proxy: return {Trouble::Offline, "The proxy of this network does not let Kith through."};
    case Ended::TooLarge: return {Trouble::NotKith, "The reply is larger than the server of Kith would send."};
    case Ended::Untrusted:
        return {Trouble::Untrusted,
                "The server's certificate is not trusted" + (exchange.detail.empty() ? "" : ": " + exchange.detail)
                    + (exchange.detail.ends_with('.') ? "" : ".")};
    case Ended::Complete:
    case Ended::Other: break;
    }
    return {Trouble::Offline, "The network failed."};
}

/// What the status of a reply says when its body is not ours.
Failure foreign(int status)
{
    constexpr int kBadGateway = 502;
    constexpr int kGatewayTimeout = 504;
    constexpr int kTooMany = 429;
    if (status >= kBadGateway && status <= kGatewayTimeout)
        return {Trouble::Offline, "The server is not there behind its proxy; it may be restarting."};
    if (status == kTooMany) return {Trouble::Busy, "Too many requests; later."};
    if (isRedirect(status))
        return {Trouble::NotKith,
                "The address leads elsewhere: this network may want you to sign in on a web page first, or the "
                "server's address has changed."};
    return notOurs();
}

/// Trouble that a server may report of itself; the others are found out on this side.
bool isServers(Trouble trouble)
{
    return trouble != Trouble::Offline && trouble != Trouble::NotKith && trouble != Trouble::Untrusted
        && trouble != Trouble::Stopped;
}

}  // namespace

Failure notOurs()
{
    return {Trouble::NotKith,
            "Something else than the server of Kith answered: this network may want you to sign in on a web page "
            "first, or the address is another program's."};
}

sync::Answer<std::string> verdictOf(const Exchange& exchange, std::string_view expectedType, std::size_t largest)
{
    constexpr int kOk = 200;
    if (exchange.ended != Ended::Complete) return std::unexpected(unreached(exchange));
    const std::string type = typeOf(exchange.contentType);
    if (type != (exchange.status == kOk ? expectedType : kJson)) return std::unexpected(foreign(exchange.status));
    const auto encoding = sync::encodingOf(exchange.contentEncoding);
    if (!encoding) return std::unexpected(notOurs());
    auto body = sync::expand(*encoding, exchange.body, {.bytes = largest, .ratio = kRatio});
    if (!body)
        return std::unexpected(body.error() == sync::ExpandProblem::TooLarge ? unreached({.ended = Ended::TooLarge})
                                                                             : unreached({.ended = Ended::CutOff}));
    if (exchange.status == kOk) return std::move(*body);
    auto failure = sync::fromJson<Failure>(*body);
    if (!failure || !isServers(failure->trouble)) return std::unexpected(foreign(exchange.status));
    return std::unexpected(std::move(*failure));
}

}  // namespace kith::net
