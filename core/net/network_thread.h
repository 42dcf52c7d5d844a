// The thread that talks HTTP. Private to this folder.
#pragma once

#include "verdict.h"

#include <kith/net/http_sync_service.h>

#include <QByteArray>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslConfiguration>
#include <QThread>
#include <QUrl>

#include <stop_token>

namespace kith::net {

class Talker;

/// Runs requests on a thread of its own, any number at a time.
class NetworkThread {
public:
    NetworkThread(HttpSyncOptions options, const QSslConfiguration& tls);
    ~NetworkThread();
    NetworkThread(const NetworkThread&) = delete;
    NetworkThread& operator=(const NetworkThread&) = delete;

    /// Posts a JSON body and waits for the end. `longer` is added to the patience.
    [[nodiscard]] Exchange post(std::string_view path, const sync::Token& token, const std::string& json,
                                std::chrono::milliseconds longer, const std::stop_token& stop);

    [[nodiscard]] const HttpSyncOptions& options() const { return options_; }

private:
    HttpSyncOptions options_;
    QSslConfiguration tls_;
    QThread thread_;
    Talker* talker_ = nullptr;  ///< lives, and dies, on the thread
};

}  // namespace kith::net
