// The HTTP server over the real one.
#pragma once

#include <kith/server/http_backend.h>
#include <kith/server/server.h>

namespace kith::server {

class ServerBackend final : public HttpBackend {
public:
    /// The server must outlive this, and every subscription.
    explicit ServerBackend(Server& server) : server_(server) { }

    sync::SyncService& service() override { return server_; }
    sync::Answer<sync::Tokens> signIn(const sync::SignInRequest& request, std::string_view address,
                                      std::stop_token stop) override;
    sync::Answer<HttpWait> watch(const sync::Token& token, const sync::WaitRequest& request, std::function<void()> wake,
                                 std::stop_token stop) override;
    bool isReady() override { return server_.ready(); }
    std::string metrics() override;

private:
    Server& server_;
};

}  // namespace kith::server
