#include "http_fields.h"

namespace kith::server {

namespace beast = boost::beast;
namespace http = beast::http;

namespace {

constexpr std::size_t kLongestToken = 1024;

}  // namespace

std::string tokenOf(const HttpRequest& request)
{
    const std::string_view header = viewOf(request[http::field::authorization]);
    constexpr std::string_view kScheme = "Bearer ";
    if (header.size() < kScheme.size() || header.size() > kLongestToken) return {};
    if (!beast::iequals(request[http::field::authorization].substr(0, kScheme.size()), "Bearer ")) return {};
    return std::string(header.substr(kScheme.size()));
}

std::string forwardedForOf(const HttpRequest& request)
{
    std::string all;
    const auto [first, last] = request.equal_range("X-Forwarded-For");
    for (auto at = first; at != last; ++at) {
        if (!all.empty()) all += ',';
        all += viewOf(at->value());
    }
    return all;
}

bool isJson(const HttpRequest& request)
{
    const beast::string_view type = request[http::field::content_type];
    return beast::iequals(type.substr(0, type.find(';')), "application/json");
}

}  // namespace kith::server
