#include "raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace kith::test {

RawClient::RawClient(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socket_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return;
    close(socket_);
    socket_ = -1;
}

RawClient::~RawClient()
{
    if (socket_ >= 0) close(socket_);
}

void RawClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

void RawClient::finish()
{
    shutdown(socket_, SHUT_WR);
}

bool RawClient::fill()
{
    std::array<char, 65536> piece{};
    const auto size = recv(socket_, piece.data(), piece.size(), 0);
    if (size <= 0) return false;
    buffer_.append(piece.data(), static_cast<std::size_t>(size));
    return true;
}

RawReply RawClient::reply()
{
    RawReply reply;
    std::size_t end = 0;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos)
        if (!fill()) return reply;
    std::string_view head = std::string_view(buffer_).substr(0, end);
    reply.status = std::atoi(std::string(head.substr(head.find(' ') + 1, 3)).c_str());
    while (!head.empty()) {
        const std::size_t line = head.find("\r\n");
        const std::string_view text = head.substr(0, line);
        head = line == std::string_view::npos ? std::string_view{} : head.substr(line + 2);
        const std::size_t colon = text.find(": ");
        if (colon == std::string_view::npos) continue;
        std::string name(text.substr(0, colon));
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        reply.headers[name] = text.substr(colon + 2);
    }
    buffer_.erase(0, end + 4);
    const auto size = static_cast<std::size_t>(std::atoll(reply.headers["content-length"].c_str()));
    while (buffer_.size() < size)
        if (!fill()) return {};
    reply.body = buffer_.substr(0, size);
    buffer_.erase(0, size);
    return reply;
}

bool RawClient::isClosed()
{
    return buffer_.empty() && !fill();
}

std::string post(std::string_view path, std::string_view body, std::string_view moreHeaders)
{
    return "POST " + std::string(path) + " HTTP/1.1\r\nHost: kith\r\nAuthorization: Bearer good\r\n"
        + "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n"
        + std::string(moreHeaders) + "\r\n" + std::string(body);
}

std::string get(std::string_view path, std::string_view moreHeaders)
{
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: kith\r\n" + std::string(moreHeaders) + "\r\n";
}

RawReply ask(std::uint16_t port, std::string_view request)
{
    RawClient client(port);
    if (!client.isConnected()) return {};
    client.send(request);
    return client.reply();
}

}  // namespace kith::test
