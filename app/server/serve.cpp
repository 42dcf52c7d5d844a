#include "program.h"

#include <kith/base/log.h>
#include <kith/server/admin.h>
#include <kith/server/http_server.h>
#include <kith/server/http_server_backend.h>

#include <fmt/format.h>

#include <charconv>
#include <csignal>
#include <cstdio>
#include <sys/resource.h>
#include <sys/stat.h>

namespace kith::app {

namespace {

constexpr std::string_view kDefaultListen = "127.0.0.1:8787";

struct ServeOptions {
    std::string listen{kDefaultListen};
    std::string organisation;
    std::string certificate;
    std::string key;
    bool behindProxy = false;
    bool verbose = false;
    server::HttpOptions http;
};

/// "127.0.0.1:8787" or "[::1]:8787".
Result<void> splitListen(const std::string& text, server::HttpOptions& http)
{
    const std::size_t colon = text.rfind(':');
    const std::string_view port = std::string_view(text).substr(colon == std::string::npos ? text.size() : colon + 1);
    const char* const end = port.data() + port.size();
    const auto [at, error] = std::from_chars(port.data(), end, http.port);
    if (port.empty() || error != std::errc{} || at != end)
        return fail(ErrorCode::BadInput, text + " is no address to listen at; write it like 127.0.0.1:8787.");
    http.address = text.substr(0, colon);
    if (http.address.starts_with('[') && http.address.ends_with(']'))
        http.address = http.address.substr(1, http.address.size() - 2);
    return {};
}

void logTo(std::FILE* file, bool verbose)
{
    log::setSink([file, verbose](log::Level level, std::string_view category, std::string_view line) {
        constexpr std::string_view kWords[] = {"debug", "info", "warning", "error"};
        if (level == log::Level::Debug && !verbose) return;
        fmt::print(file, "{} {} {} {}\n", isoInstant(SystemClock{}.now()), kWords[static_cast<std::size_t>(level)],
                   category, line);
        std::fflush(file);
    });
}

/// As many connections as the system allows.
void raiseDescriptors()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// Blocked here, and so in every thread that is started later, so that sigwait() alone receives them.
sigset_t blockSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int each : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, each);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

void serveUntilTold(server::HttpServer& http, const sigset_t& signals)
{
    int signal = 0;
    while (sigwait(&signals, &signal) == 0 && signal == SIGHUP) {
        const auto reloaded = http.reloadTls();
        if (!reloaded) fmt::print(stderr, "{} The old certificate stays in use.\n", reloaded.error().message);
    }
}

Result<void> serve(const Place& place, ServeOptions options)
{
    KITH_CHECK(splitListen(options.listen, options.http));
    if (options.certificate.empty() != options.key.empty())
        return fail(ErrorCode::BadInput, "TLS needs both --tls-certificate and --tls-key.");
    if (!options.certificate.empty())
        options.http.tls = server::TlsFiles{.certificate = options.certificate, .key = options.key};
    options.http.plainBeyondLoopback = options.behindProxy;
    constexpr mode_t kOnlyUs = 077;
    umask(kOnlyUs);
    logTo(stderr, options.verbose);
    raiseDescriptors();
    const sigset_t signals = blockSignals();
    KITH_TRY(open, OpenServer::at(place, options.organisation));
    server::ServerBackend backend(open->server());
    server::HttpServer http(backend, options.http);
    KITH_CHECK(http.start());
    // After that, so that a start which fails has not told the code to nobody.
    KITH_TRY(code, server::Admin(open->server()).firstStart());
    if (code)
        fmt::print("There is no account yet. Sign in as admin with this code within 7 days, and choose a password:\n"
                   "  {}\n",
                   *code);
    fmt::print("Listening on {} port {}{}.\n", options.http.address, http.port(),
               options.http.tls ? "" : " without TLS");
    std::fflush(stdout);
    serveUntilTold(http, signals);
    http.stop();
    return {};
}

}  // namespace

void addServe(Program& program)
{
    const auto options = std::make_shared<ServeOptions>();
    Command command = program.add(
        program.root(),
        {.name = "serve", .what = "Serve desktops until told to stop", .example = "kithd serve --data /var/lib/kithd"},
        [options](const Place& place) { return serve(place, *options); });
    command.option("--listen", options->listen, "Where to listen; port 0 takes any free one")
        .environment("KITHD_LISTEN")
        .value("ADDRESS:PORT")
        .showDefault();
    command.option("--tls-certificate", options->certificate, "PEM file: the certificate and the chain above it")
        .environment("KITHD_TLS_CERTIFICATE")
        .value("FILE");
    command.option("--tls-key", options->key, "PEM file: the certificate's private key")
        .environment("KITHD_TLS_KEY")
        .value("FILE");
    command.flag("--behind-proxy", options->behindProxy,
                 "Listen without TLS beyond this machine, because a proxy in front of it has TLS");
    command.option("--proxy", options->http.proxies, "A proxy, or network of proxies, whose X-Forwarded-For is true")
        .environment("KITHD_PROXY")
        .value("ADDRESS")
        .many();
    command.option("--monitor", options->http.monitors, "Who may read /metrics besides this machine")
        .value("ADDRESS")
        .many();
    constexpr int kMostConnections = 10'000;
    command
        .option("--per-address", options->http.limits.perAddress,
                "Connections from one address; an office behind one address needs two for each desktop")
        .value("COUNT")
        .between(1, kMostConnections)
        .showDefault();
    constexpr int kMostWorkers = 256;
    command.option("--workers", options->http.workers, "Threads that talk to the database")
        .value("COUNT")
        .between(1, kMostWorkers)
        .showDefault();
    command.option("--organisation", options->organisation, "The organisation's name, at the first start")
        .value("NAME");
    command.flag("--verbose", options->verbose, "Log health checks and other small things, too");
}

}  // namespace kith::app
