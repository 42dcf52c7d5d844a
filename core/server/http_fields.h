// What the headers of a request say. Private to the HTTP server.
#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <string>
#include <string_view>

namespace kith::server {

using HttpRequest = boost::beast::http::request<boost::beast::http::string_body>;

[[nodiscard]] inline std::string_view viewOf(boost::beast::string_view text)
{
    return {text.data(), text.size()};
}

/// The token of "Authorization: Bearer …"; empty for none, and for one that is too long to be ours.
[[nodiscard]] std::string tokenOf(const HttpRequest& request);
/// All lines of X-Forwarded-For, joined by commas.
[[nodiscard]] std::string forwardedForOf(const HttpRequest& request);
[[nodiscard]] bool isJson(const HttpRequest& request);

}  // namespace kith::server
