#include "net_fixture.h"

#include <openssl/ssl.h>

#include <fstream>
#include <thread>

namespace kith::test {

using namespace sync;
using ::testing::HasSubstr;

namespace {

class Tls : public NetTest {
protected:
    void startWith(const Certificates::Files& files)
    {
        start({.tls = server::TlsFiles{.certificate = files.certificate, .key = files.key}});
    }
    [[nodiscard]] net::HttpSyncOptions trusting(std::string_view host = "localhost") const
    {
        return {.url = url("https", host), .caFile = certificates.authority()};
    }
    /// Whether a handshake with nothing newer than that version succeeds.
    [[nodiscard]] bool shakesHandsAt(int newest) const
    {
        SSL_CTX* const context = SSL_CTX_new(TLS_client_method());
        SSL_CTX_set_security_level(context, 0);
        SSL_CTX_set_min_proto_version(context, TLS1_VERSION);
        SSL_CTX_set_max_proto_version(context, newest);
        BIO* const connection = BIO_new_ssl_connect(context);
        BIO_set_conn_hostname(connection, ("127.0.0.1:" + std::to_string(port)).c_str());
        const bool good = BIO_do_handshake(connection) == 1;
        BIO_free_all(connection);
        SSL_CTX_free(context);
        return good;
    }

    Certificates certificates;
};

TEST_F(Tls, CarriesEverything)
{
    startWith(certificates.sign("DNS:localhost,IP:127.0.0.1"));
    const auto client = clientOf(trusting());
    EXPECT_TRUE(client->hello("good", {}, {}));
    backend.fake.partBytes = 6'000'000;
    EXPECT_EQ(client->part("good", {.snapshot = idOf(5)}, {})->size(), 6'000'000U);
    EXPECT_TRUE(clientOf(trusting("127.0.0.1"))->hello("good", {}, {}));
}

TEST_F(Tls, TellsTheServerWhenAClientThatWaitsIsStopped)
{
    startWith(certificates.sign("DNS:localhost"));
    const auto client = clientOf(trusting());
    std::stop_source stop;
    std::jthread stopping([&] {
        backend.awaitWaiting(1);
        stop.request_stop();
    });
    EXPECT_EQ(client->wait("good", {.cursor = "now", .seconds = 60}, stop.get_token()).error().trouble,
              Trouble::Stopped);
    backend.awaitNobody();
}

TEST_F(Tls, NeedsACertificateThatIsTrusted)
{
    startWith(certificates.sign("DNS:localhost"));
    const Failure failure = failureOf({.url = url("https", "localhost")});
    EXPECT_EQ(failure.trouble, Trouble::Untrusted);
    EXPECT_THAT(failure.sentence, HasSubstr("certificate is not trusted: "));
    EXPECT_EQ(backend.fake.calls, 0);
}

TEST_F(Tls, NeedsACertificateOfTheServerItself)
{
    startWith(certificates.sign("DNS:kith.example.org"));
    EXPECT_EQ(failureOf(trusting()).trouble, Trouble::Untrusted);
}

TEST_F(Tls, NeedsACertificateThatHasNotEnded)
{
    startWith(certificates.sign("DNS:localhost", -1));
    EXPECT_EQ(failureOf(trusting()).trouble, Trouble::Untrusted);
}

TEST_F(Tls, IsNotOlderThanVersionOnePointTwo)
{
    startWith(certificates.sign("DNS:localhost"));
    EXPECT_FALSE(shakesHandsAt(TLS1_1_VERSION));
    EXPECT_TRUE(shakesHandsAt(TLS1_2_VERSION));
    EXPECT_TRUE(shakesHandsAt(TLS1_3_VERSION));
}

TEST_F(Tls, IsNotSpokenOnAPlainConnection)
{
    startWith(certificates.sign("DNS:localhost"));
    EXPECT_EQ(failureOf({.url = url("http")}).trouble, Trouble::Offline);
    EXPECT_EQ(ask(port, get("/healthz")).status, 0);
}

TEST_F(Tls, TakesANewCertificateWithoutARestart)
{
    const auto files = certificates.sign("DNS:elsewhere");
    startWith(files);
    EXPECT_FALSE(clientOf(trusting())->hello("good", {}, {}));
    const auto renewed = certificates.sign("DNS:localhost");
    std::filesystem::copy_file(renewed.certificate, files.certificate,
                               std::filesystem::copy_options::overwrite_existing);
    EXPECT_FALSE(server_->reloadTls()) << "the key does not belong to it yet";
    EXPECT_FALSE(clientOf(trusting())->hello("good", {}, {})) << "the old one is still there";
    std::filesystem::copy_file(renewed.key, files.key, std::filesystem::copy_options::overwrite_existing);
    ASSERT_TRUE(server_->reloadTls());
    EXPECT_TRUE(clientOf(trusting())->hello("good", {}, {}));
}

TEST_F(Tls, SaysWhatIsWrongWithItsFiles)
{
    const auto good = certificates.sign("DNS:localhost");
    const auto other = certificates.sign("DNS:localhost");
    const auto messageOf = [&](const server::TlsFiles& files) {
        server::HttpServer broken(backend, {.tls = files});
        const auto started = broken.start();
        return started ? std::string("started") : started.error().message;
    };
    EXPECT_THAT(messageOf({.certificate = "nowhere.pem", .key = good.key}), HasSubstr("certificate cannot be used"));
    EXPECT_THAT(messageOf({.certificate = good.certificate, .key = "nowhere.key"}), HasSubstr("key cannot be used"));
    EXPECT_THAT(messageOf({.certificate = good.certificate, .key = other.key}), HasSubstr("key cannot be used"));
}

TEST_F(Tls, RefusesACaFileThatHoldsNoCertificate)
{
    const std::string empty = (certificates.folder() / "empty.pem").string();
    std::ofstream(empty) << "nothing\n";
    EXPECT_FALSE(net::HttpSyncService::open({.url = "https://localhost", .caFile = empty}));
    EXPECT_FALSE(net::HttpSyncService::open({.url = "https://localhost", .caFile = "nowhere.pem"}));
}

}  // namespace

}  // namespace kith::test
