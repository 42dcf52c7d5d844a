#include <kith/usecases/sync/server_session.h>

namespace kith {

using sync::Answer;
using sync::Failure;
using sync::Trouble;

namespace {

/// A token is renewed before it runs out on the way.
constexpr std::chrono::seconds kMargin{30};

std::unexpected<Failure> noToken()
{
    return std::unexpected(Failure{Trouble::SignIn, "You are not signed in any more; sign in again to sync."});
}

std::unexpected<Failure> vaultFailed(const Error& error)
{
    return std::unexpected(Failure{Trouble::Workspace, error.message});
}

}  // namespace

Answer<void> ServerSession::keep(const sync::Tokens& tokens)
{
    // First the vault: a refresh token that works once must not be lost between the server and the keychain.
    if (auto saved = vault_.save(tokens.refresh); !saved) return vaultFailed(saved.error());
    tokens_ = tokens;
    return {};
}

Answer<sync::Tokens> ServerSession::signIn(const sync::SignInRequest& request, std::stop_token stop)
{
    auto tokens = service_.signIn(request, std::move(stop));
    if (!tokens) return tokens;
    vault_.belongsTo(tokens->device);
    if (auto kept = keep(*tokens); !kept) return std::unexpected(kept.error());
    return tokens;
}

Answer<void> ServerSession::signOut(std::stop_token stop)
{
    auto told = with([&](const sync::Token& token) { return service_.signOut(token, stop); }, stop);
    tokens_.reset();
    if (auto forgotten = vault_.forget(); !forgotten) return vaultFailed(forgotten.error());
    return told;
}

Answer<void> ServerSession::prepare(std::stop_token stop)
{
    if (tokens_ && clock_.now() + kMargin < tokens_->accessUntil) return {};
    return renew(std::move(stop));
}

Answer<void> ServerSession::renew(std::stop_token stop)
{
    std::string refresh;
    if (tokens_) {
        refresh = tokens_->refresh;
    } else {
        auto kept = vault_.load();
        if (!kept) return vaultFailed(kept.error());
        if (!*kept) return noToken();
        refresh = **kept;
    }
    auto tokens = service_.refresh({.refresh = refresh}, std::move(stop));
    if (!tokens) {
        if (tokens.error().trouble == Trouble::SignIn) return noToken();
        return std::unexpected(tokens.error());
    }
    return keep(*tokens);
}

}  // namespace kith
