// A server behind a network with moods.
#pragma once

#include <kith/sync/service.h>

#include <optional>
#include <utility>

namespace kith::server_support {

/// Passes every call on, until it is told how calls fail.
class MoodyService final : public sync::SyncService {
public:
    explicit MoodyService(sync::SyncService& server) : server_(server) { }

    /// From now on every call ends with this; nothing: they are passed on again.
    void setMood(std::optional<sync::Failure> mood) { mood_ = std::move(mood); }
    void goOffline()
    {
        setMood(sync::Failure{.trouble = sync::Trouble::Offline, .sentence = "The server cannot be reached."});
    }
    void comeBack() { setMood(std::nullopt); }

    sync::Answer<sync::HelloReply> hello(const sync::Token& token, const sync::HelloRequest& request,
                                         std::stop_token stop) override
    {
        return ask(&SyncService::hello, token, request, stop);
    }
    sync::Answer<sync::Tokens> signIn(const sync::SignInRequest& request, std::stop_token stop) override
    {
        return ask(&SyncService::signIn, request, stop);
    }
    sync::Answer<sync::Tokens> refresh(const sync::RefreshRequest& request, std::stop_token stop) override
    {
        return ask(&SyncService::refresh, request, stop);
    }
    sync::Answer<void> signOut(const sync::Token& token, std::stop_token stop) override
    {
        return ask(&SyncService::signOut, token, stop);
    }
    sync::Answer<std::vector<sync::Device>> devices(const sync::Token& token, std::stop_token stop) override
    {
        return ask(&SyncService::devices, token, stop);
    }
    sync::Answer<sync::Team> team(const sync::Token& token, std::stop_token stop) override
    {
        return ask(&SyncService::team, token, stop);
    }
    sync::Answer<sync::PushReply> push(const sync::Token& token, const sync::PushRequest& request,
                                       std::stop_token stop) override
    {
        return ask(&SyncService::push, token, request, stop);
    }
    sync::Answer<sync::PullReply> pull(const sync::Token& token, const sync::PullRequest& request,
                                       std::stop_token stop) override
    {
        return ask(&SyncService::pull, token, request, stop);
    }
    sync::Answer<sync::WaitReply> wait(const sync::Token& token, const sync::WaitRequest& request,
                                       std::stop_token stop) override
    {
        return ask(&SyncService::wait, token, request, stop);
    }
    sync::Answer<sync::SnapshotReply> snapshot(const sync::Token& token, const sync::SnapshotRequest& request,
                                               std::stop_token stop) override
    {
        return ask(&SyncService::snapshot, token, request, stop);
    }
    sync::Answer<std::string> part(const sync::Token& token, const sync::PartRequest& request,
                                   std::stop_token stop) override
    {
        return ask(&SyncService::part, token, request, stop);
    }
    sync::Answer<sync::VerifyReply> verify(const sync::Token& token, const sync::VerifyRequest& request,
                                           std::stop_token stop) override
    {
        return ask(&SyncService::verify, token, request, stop);
    }
    sync::Answer<sync::CommandReply> command(const sync::Token& token, const sync::Command& command,
                                             std::stop_token stop) override
    {
        return ask(&SyncService::command, token, command, stop);
    }
    sync::Answer<std::vector<sync::AuditEntry>> audit(const sync::Token& token, const sync::AuditRequest& request,
                                                      std::stop_token stop) override
    {
        return ask(&SyncService::audit, token, request, stop);
    }

private:
    template <class T, class... Takes, class... Gives>
    sync::Answer<T> ask(sync::Answer<T> (SyncService::*call)(Takes...), Gives&&... given)
    {
        if (mood_) return std::unexpected(*mood_);
        return (server_.*call)(std::forward<Gives>(given)...);
    }

    sync::SyncService& server_;
    std::optional<sync::Failure> mood_;
};

}  // namespace kith::server_support
