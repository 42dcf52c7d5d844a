// A signed-in connection: calls the server with a token that is valid, and gets the next one when it is not.
#pragma once

#include <kith/sync/service.h>

#include <functional>
#include <optional>

namespace kith {

/// Port: keeps the refresh token, in the system's keychain.
class TokenVault {
public:
    virtual ~TokenVault() = default;
    [[nodiscard]] virtual Result<std::optional<std::string>> load() = 0;
    virtual Result<void> save(const std::string& token) = 0;
    virtual Result<void> forget() = 0;
    /// The server gave this device id; what is saved from now on is that device's. A copy of a workspace must not write
    /// over the token of the one it was copied from.
    virtual void belongsTo(const Id& /*device*/) { }
};

/// Not thread-safe; belongs to whoever runs the rounds.
class ServerSession {
public:
    ServerSession(sync::SyncService& service, TokenVault& vault, const Clock& clock)
        : service_(service), vault_(vault), clock_(clock)
    {
    }

    /// Signs in with a password, or with an invitation's code and the password to set. The tokens are kept.
    sync::Answer<sync::Tokens> signIn(const sync::SignInRequest& request, std::stop_token stop);
    /// Tells the server, as far as it can be reached, and forgets the tokens.
    sync::Answer<void> signOut(std::stop_token stop);

    /// Calls with an access token; when that has run out, gets a new one and calls once more. SignIn when there is none
    /// to be had: somebody has to type their password.
    template <class Call>
    auto with(Call call, std::stop_token stop) -> decltype(call(sync::Token{}))
    {
        if (auto ready = prepare(stop); !ready) return std::unexpected(ready.error());
        auto answer = call(tokens_->access);
        if (answer || answer.error().trouble != sync::Trouble::SignIn) return answer;
        if (auto renewed = renew(stop); !renewed) return std::unexpected(renewed.error());
        return call(tokens_->access);
    }

private:
    sync::Answer<void> prepare(std::stop_token stop);
    sync::Answer<void> renew(std::stop_token stop);
    sync::Answer<void> keep(const sync::Tokens& tokens);

    sync::SyncService& service_;
    TokenVault& vault_;
    const Clock& clock_;
    std::optional<sync::Tokens> tokens_;
};

}  // namespace kith
