#include "sign_in_guard.h"

#include <algorithm>

namespace kith::server {

namespace {

constexpr std::size_t kMostTallies = 50'000;

std::string ofAccount(const std::string& name)
{
    return "u" + name;
}
std::string ofAddress(const std::string& address)
{
    return "a" + address;
}

}  // namespace

SignInGuard::Tally& SignInGuard::tally(const std::string& key)
{
    const Instant now = clock_.now();
    const auto isOver = [&](const auto& entry) { return now - entry.second.since >= limits_.failureWindow; };
    if (tallies_.size() >= kMostTallies) std::erase_if(tallies_, isOver);
    // Somebody tries with ever new names: forgetting all is better than running out of memory.
    if (tallies_.size() >= kMostTallies) tallies_.clear();
    Tally& found = tallies_[key];
    if (now - found.since >= limits_.failureWindow) found = {.since = now, .count = 0};
    return found;
}

bool SignInGuard::admit(const std::string& account, const std::string& address)
{
    const std::scoped_lock lock(mutex_);
    if (tally(ofAccount(account)).count >= limits_.failuresPerAccount) return false;
    if (!address.empty() && tally(ofAddress(address)).count >= limits_.failuresPerAddress) return false;
    ++tally(ofAccount(account)).count;
    if (!address.empty()) ++tally(ofAddress(address)).count;
    return true;
}

void SignInGuard::succeeded(const std::string& account, const std::string& address)
{
    const std::scoped_lock lock(mutex_);
    tallies_.erase(ofAccount(account));
    const auto found = tallies_.find(ofAddress(address));
    if (found != tallies_.end()) found->second.count = std::max(0, found->second.count - 1);
}

}  // namespace kith::server
