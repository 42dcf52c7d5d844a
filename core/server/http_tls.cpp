#include "http_tls.h"

#include <utility>

namespace kith::server {

namespace ssl = boost::asio::ssl;

Result<std::shared_ptr<ssl::context>> tlsContext(const TlsFiles& files)
{
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    boost::system::error_code error;
    context->set_options(ssl::context::default_workarounds | ssl::context::no_compression
                         | static_cast<ssl::context::options>(SSL_OP_NO_RENEGOTIATION)
                         | static_cast<ssl::context::options>(SSL_OP_CIPHER_SERVER_PREFERENCE));
    SSL_CTX* const native = context->native_handle();
    if (SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION) != 1
        || SSL_CTX_set_cipher_list(native, "ECDHE+AESGCM:ECDHE+CHACHA20") != 1)
        return fail(ErrorCode::Internal, "TLS 1.2 cannot be set up on this machine.");
    if (context->use_certificate_chain_file(files.certificate, error))
        return fail(ErrorCode::BadInput,
                    "The TLS certificate cannot be used: " + error.message() + ". File: " + files.certificate);
    if (context->use_private_key_file(files.key, ssl::context::pem, error))
        return fail(ErrorCode::BadInput, "The TLS key cannot be used: " + error.message() + ". File: " + files.key);
    return context;
}

}  // namespace kith::server
