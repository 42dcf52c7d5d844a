// What clients cost that only wait for news: memory of the server, by the system's count.
#include "server_bed.h"

#include <kith/server/http_server.h>
#include <kith/server/http_server_backend.h>
#include <kith/server_support/replica.h>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <fstream>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace kith::bench {

namespace {

using namespace server_support;

/// Resident memory of this process in bytes (proc(5)).
std::size_t residentBytes()
{
    std::ifstream statm("/proc/self/statm");
    std::size_t size = 0;
    std::size_t resident = 0;
    statm >> size >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

int connectTo(std::uint16_t port)
{
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd < 0 || connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        giveUp("no connection to the server");
    return fd;
}

std::uint64_t waitingAt(const server::Server& server)
{
    for (const server::Metric& metric : server.metrics())
        if (metric.name == "kith_waiting") return metric.value;
    return 0;
}

}  // namespace

void measureWaiting(ServerBed& bench)
{
    Bed bed(On::Sqlite);
    server::ServerBackend backend(bed.server());
    server::HttpOptions options;
    options.limits.perAddress = bench.options.waiting + 10;
    server::HttpServer http(backend, options);
    static_cast<void>(must(http.start()));
    Replica replica(bed, bed.enrol("ana", sync::Role::Recruiter));
    replica.synchronise();
    const std::string body = fmt::format("{{\"cursor\":\"{}\",\"seconds\":60}}", replica.cursor());
    const std::string request = fmt::format("POST /v1/wait HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\n"
                                            "Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{}",
                                            replica.token(), body.size(), body);
    const std::size_t before = residentBytes();
    std::vector<int> clients;
    Stopwatch woken;
    for (std::size_t i = 0; i < bench.options.waiting; ++i) {
        clients.push_back(connectTo(http.port()));
        if (write(clients.back(), request.data(), request.size()) != std::ssize(request)) giveUp("nothing was sent");
    }
    while (waitingAt(bed.server()) < clients.size()) std::this_thread::yield();
    const std::size_t after = residentBytes();
    Replica other(bed, bed.onAnotherDevice(replica.member()));
    other.makePerson(bed.common(), "Chi Obi");
    woken.time([&] {
        other.push();
        char answer[512];
        for (const int client : clients)
            if (read(client, answer, sizeof answer) <= 0) giveUp("a client that waited was not answered");
    });
    for (const int client : clients) close(client);
    const double megabytes = static_cast<double>(after - std::min(after, before)) / (1024.0 * 1024.0);
    bench.report.figures.push_back({.name = "waiting",
                                    .what = fmt::format("wake {} clients that wait; waiting they took {:.1f} MB",
                                                        bench.options.waiting, megabytes),
                                    .kith = woken.timing(),
                                    .items = bench.options.waiting,
                                    .target = "2,000 clients <= 200 MB"});
}

}  // namespace kith::bench
