// A running HTTP server over a fake backend.
#pragma once

#include "fake_backend.h"
#include "raw_client.h"

#include <kith/server/http_server.h>
#include <kith/sync/wire.h>

#include <gmock/gmock.h>

namespace kith::test {

class HttpTest : public ::testing::Test {
protected:
    void start(server::HttpOptions options = {})
    {
        server_ = std::make_unique<server::HttpServer>(backend, std::move(options));
        const auto started = server_->start();
        ASSERT_TRUE(started) << started.error().message;
        port = server_->port();
    }

    void TearDown() override { server_.reset(); }

    [[nodiscard]] static sync::Failure failureIn(const RawReply& reply)
    {
        return sync::fromJson<sync::Failure>(reply.body).value_or(sync::Failure{});
    }

    FakeBackend backend;
    std::unique_ptr<server::HttpServer> server_;
    std::uint16_t port = 0;
};

}  // namespace kith::test
