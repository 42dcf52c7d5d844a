// The TLS settings of the server. Private to this folder.
#pragma once

#include <kith/base/error.h>
#include <kith/server/http_options.h>

#include <boost/asio/ssl/context.hpp>

#include <memory>

namespace kith::server {

/// TLS 1.2 and 1.3 with forward secrecy, no compression, no renegotiation.
[[nodiscard]] Result<std::shared_ptr<boost::asio::ssl::context>> tlsContext(const TlsFiles& files);

}  // namespace kith::server
