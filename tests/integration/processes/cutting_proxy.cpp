#include "cutting_proxy.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kith::test {

namespace {

constexpr int kTick = 50;  // milliseconds until a stop is seen
constexpr std::size_t kPiece = 1024;

sockaddr_in here(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

sockaddr* generic(sockaddr_in& address)
{
    return reinterpret_cast<sockaddr*>(&address);
}

}  // namespace

CuttingProxy::CuttingProxy() : listening_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = here(0);
    socklen_t size = sizeof address;
    bind(listening_, generic(address), size);
    listen(listening_, SOMAXCONN);
    getsockname(listening_, generic(address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

CuttingProxy::~CuttingProxy()
{
    thread_.request_stop();
    thread_.join();
    for (const Pair& pair : pairs_) {
        close(pair.client);
        close(pair.server);
    }
    close(listening_);
}

void CuttingProxy::cutAfter(std::uint64_t bytes, std::function<void()> cut)
{
    const std::lock_guard lock(mutex_);
    left_ = bytes;
    cut_ = std::move(cut);
    hasCut_ = false;
}

bool CuttingProxy::hasCut()
{
    const std::lock_guard lock(mutex_);
    return hasCut_;
}

void CuttingProxy::count(std::size_t bytes)
{
    const std::lock_guard lock(mutex_);
    if (left_ == 0) return;
    left_ -= std::min<std::uint64_t>(left_, bytes);
    if (left_ != 0) return;
    hasCut_ = true;
    dropAll_ = true;
    if (cut_) cut_();
}

void CuttingProxy::accept()
{
    Pair pair{.client = accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC),
              .server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    sockaddr_in address = here(target_);
    if (connect(pair.server, generic(address), sizeof address) == 0) {
        pairs_.push_back(pair);
        return;
    }
    close(pair.client);
    close(pair.server);
}

bool CuttingProxy::pass(int from, int to)
{
    char piece[kPiece];
    const auto size = recv(from, piece, sizeof piece, 0);
    if (size <= 0) return false;
    for (auto sent = decltype(size){0}; sent < size;) {
        const auto now = send(to, piece + sent, static_cast<std::size_t>(size - sent), MSG_NOSIGNAL);
        if (now <= 0) return false;
        sent += now;
    }
    count(static_cast<std::size_t>(size));
    return true;
}

void CuttingProxy::run(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        std::vector<pollfd> waiting{{listening_, POLLIN, 0}};
        for (const Pair& pair : pairs_) {
            waiting.push_back({pair.client, POLLIN, 0});
            waiting.push_back({pair.server, POLLIN, 0});
        }
        if (poll(waiting.data(), waiting.size(), kTick) <= 0) continue;
        std::vector<Pair> alive;
        for (std::size_t i = 0; i < pairs_.size(); ++i) {
            const Pair pair = pairs_[i];
            bool good = !dropAll_;
            if (good && waiting[1 + 2 * i].revents != 0) good = pass(pair.client, pair.server);
            if (good && !dropAll_ && waiting[2 + 2 * i].revents != 0) good = pass(pair.server, pair.client);
            if (good && !dropAll_) {
                alive.push_back(pair);
                continue;
            }
            close(pair.client);
            close(pair.server);
        }
        pairs_ = std::move(alive);
        if (dropAll_ && pairs_.empty()) dropAll_ = false;
        if (waiting[0].revents != 0) accept();
    }
}

}  // namespace kith::test
