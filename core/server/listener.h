// Hears from the other processes over the same PostgreSQL. Private to this folder.
#pragma once

#include "database.h"

#include <kith/server/news.h>

#include <QThread>

#include <memory>

namespace kith::server {

class ListenerEar;

/// LISTEN on a connection and a thread of its own. When the connection was lost everybody who waits is woken, since
/// something may have been missed.
class Listener {
public:
    Listener(const DatabasePlace& place, News& news);
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

private:
    QThread thread_;
    ListenerEar* ear_;  ///< lives on the thread, and is deleted there
};

/// Reads what Announcement::notify wrote; skips what it did not.
[[nodiscard]] std::vector<Topic> parseNews(std::string_view payload);

}  // namespace kith::server
