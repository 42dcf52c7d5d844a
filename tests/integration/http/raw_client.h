// A client that sends any bytes, well-formed or not, over a plain socket.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace kith::test {

struct RawReply {
    int status = 0;  ///< 0 when the connection ended before a reply
    std::map<std::string, std::string> headers{};  ///< names in small letters
    std::string body{};
};

class RawClient {
public:
    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    [[nodiscard]] bool isConnected() const { return socket_ >= 0; }
    /// Sends what the other side takes; it may have closed meanwhile.
    void send(std::string_view bytes);
    /// Tells that nothing more comes.
    void finish();
    [[nodiscard]] RawReply reply();
    /// Whether the other side closed without sending anything more. Waits for it.
    [[nodiscard]] bool isClosed();

private:
    bool fill();
    int socket_ = -1;
    std::string buffer_;
};

/// A POST of a JSON body with the good token.
[[nodiscard]] std::string post(std::string_view path, std::string_view body, std::string_view moreHeaders = {});
[[nodiscard]] std::string get(std::string_view path, std::string_view moreHeaders = {});

/// One request on a connection of its own.
[[nodiscard]] RawReply ask(std::uint16_t port, std::string_view request);

}  // namespace kith::test
