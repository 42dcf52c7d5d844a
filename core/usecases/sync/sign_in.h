// Signing a workspace in to a server, and out again.
#pragma once

#include <kith/usecases/sync/server_session.h>
#include <kith/usecases/sync/sync_store.h>

namespace kith {

struct SignInInput {
    std::string server{};  ///< "https://kith.example.org"
    std::string user{};
    std::string password{};
    std::string code{};  ///< of an invitation; the password is then the one to set
    std::string deviceName{};
    std::string caFile{};  ///< settings::kCaFile
    /// The space that what is in this workspace becomes part of; nil: the organisation's where one may write there,
    /// else the first that one may write in.
    Id home{};
};

/// Signed in at the server, and not yet joined to it: what is in the workspace still belongs to this machine alone.
struct Welcome {
    SyncAccount account{};
    std::vector<sync::SpaceInfo> spaces{};
    /// The workspace was signed in as this device of this account before, and goes on where it was.
    bool back = false;

    /// The spaces for what is in the workspace: those that may be written in and that others can read, the widest
    /// first.
    [[nodiscard]] std::vector<sync::SpaceInfo> homes() const;
};

/// Everybody but partners gets a private space with their first sign-in; the one that this workspace made for itself,
/// when it did, becomes known to the server. After it the workspace belongs to the server's organisation; the next
/// round sends what is in it. Denied when there is no space that the person may write in; the workspace is left as it
/// was then.
class SignIn {
public:
    SignIn(sync::SyncService& service, ServerSession& session, SyncStore& store)
        : service_(service), session_(session), store_(store)
    {
    }
    /// Both steps at once.
    [[nodiscard]] sync::Answer<SyncAccount> run(const SignInInput& input, std::stop_token stop) const;

    [[nodiscard]] sync::Answer<Welcome> knock(const SignInInput& input, std::stop_token stop) const;
    /// `home` as SignInInput::home.
    [[nodiscard]] sync::Answer<SyncAccount> enter(const Welcome& welcome, const Id& home) const;

private:
    sync::Answer<void> makePrivateSpace(const Id& user, std::vector<sync::SpaceInfo>& spaces,
                                        std::stop_token stop) const;

    sync::SyncService& service_;
    ServerSession& session_;
    SyncStore& store_;
};

}  // namespace kith
