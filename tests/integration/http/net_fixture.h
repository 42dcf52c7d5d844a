// The real client against whatever listens.
#pragma once

#include "canned_server.h"
#include "certificates.h"
#include "http_fixture.h"

#include <kith/net/http_sync_service.h>

#include <QCoreApplication>

namespace kith::test {

class NetTest : public HttpTest {
protected:
    NetTest()
    {
        // One for the whole program: Qt's network needs it, and there can be no second one.
        static int count = 1;
        static char name[] = "kith";
        static char* names[] = {name, nullptr};
        // Never destroyed, as in Bed::needApplication().
        static const auto* application = new QCoreApplication(count, names);
        static_cast<void>(application);
    }

    [[nodiscard]] static std::unique_ptr<net::HttpSyncService> clientOf(net::HttpSyncOptions options)
    {
        auto client = net::HttpSyncService::open(std::move(options));
        EXPECT_TRUE(client) << client.error().message;
        return std::move(client).value_or(nullptr);
    }
    [[nodiscard]] std::string url(std::string_view scheme = "http", std::string_view host = "127.0.0.1") const
    {
        return std::string(scheme) + "://" + std::string(host) + ":" + std::to_string(port);
    }
    /// What a hello to that address ends with.
    [[nodiscard]] static sync::Failure failureOf(net::HttpSyncOptions options)
    {
        const auto hello = clientOf(std::move(options))->hello({}, {.version = "t"}, {});
        EXPECT_FALSE(hello);
        return hello ? sync::Failure{} : hello.error();
    }
    [[nodiscard]] static sync::Failure failureAfter(const std::string& bytes)
    {
        const CannedServer server(bytes);
        return failureOf(net::HttpSyncOptions{.url = server.url()});
    }
};

}  // namespace kith::test
