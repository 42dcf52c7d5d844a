// What others shall hear of once it is committed. Private to this folder.
#pragma once

#include "database.h"

#include <kith/server/news.h>

#include <string_view>
#include <vector>

namespace kith::server {

class Announcement {
public:
    void about(const Id& topic, std::int64_t number) { topics_.push_back({topic, number}); }
    /// Hands it to the other processes; takes effect with the commit.
    Answer<void> notify(Database& database) const;
    void publish(News& news) const { news.publish(topics_); }
    void clear() { topics_.clear(); }

private:
    std::vector<Topic> topics_;
};
inline constexpr std::string_view kChannel = "kith_news";

}  // namespace kith::server
