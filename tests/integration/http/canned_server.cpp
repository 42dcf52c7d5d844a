#include "canned_server.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <vector>

namespace kith::test {

CannedServer::CannedServer(std::string reply)
    : reply_(std::move(reply)), listener_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    bind(listener_, reinterpret_cast<const sockaddr*>(&address), size);
    listen(listener_, 8);
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this](const std::stop_token& stop) { serve(stop); });
}

CannedServer::~CannedServer()
{
    thread_.request_stop();
    shutdown(listener_, SHUT_RDWR);
    thread_.join();
    close(listener_);
}

void CannedServer::serve(const std::stop_token& stop)
{
    std::vector<int> silent;
    while (!stop.stop_requested()) {
        const int client = accept(listener_, nullptr, nullptr);
        if (client < 0) break;
        if (reply_.empty()) {
            silent.push_back(client);
            continue;
        }
        std::string request;
        std::array<char, 4096> piece{};
        while (request.find("}") == std::string::npos) {  // the messages of these tests end with their first brace
            const auto got = recv(client, piece.data(), piece.size(), 0);
            if (got <= 0) break;
            request.append(piece.data(), static_cast<std::size_t>(got));
        }
        std::string_view rest = reply_;
        while (!rest.empty()) {
            const auto sent = send(client, rest.data(), rest.size(), MSG_NOSIGNAL);
            if (sent <= 0) break;
            rest.remove_prefix(static_cast<std::size_t>(sent));
        }
        close(client);
    }
    for (const int client : silent) close(client);
}

std::string reply(int status, std::string_view type, std::string_view body, std::string_view moreHeaders)
{
    return "HTTP/1.1 " + std::to_string(status) + " Whatever\r\nContent-Type: " + std::string(type)
        + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n" + std::string(moreHeaders)
        + "\r\n" + std::string(body);
}

}  // namespace kith::test
