// What a server can be asked. The client's transport and the server's handlers both implement it, so that tests put the
// one in the place of the other.
#pragma once

#include <kith/base/error.h>
#include <kith/sync/messages.h>
#include <kith/sync/team.h>

#include <stop_token>

namespace kith::sync {

/// Why a request got no answer that can be used.
enum class Trouble : std::uint8_t {
    Offline,  ///< no network, no such host, refused, cut off, timed out: try again later
    NotKith,  ///< something else answered: a captive portal, a proxy, another program
    Untrusted,  ///< the server's certificate is not trusted
    SignIn,  ///< the token is unknown, expired or revoked
    Denied,  ///< signed in, but may not do that
    Busy,  ///< too many requests; later
    TooOld,  ///< this program is too old for the server
    BadMessage,  ///< the server did not understand the request
    ServerFault,  ///< the server failed; later
    Stopped,  ///< called off by us
    Workspace,  ///< the workspace on this machine could not be read or written
    Ask,  ///< somebody has to decide first: see SyncStore::takeStaged
};

/// `sentence` says what happened, for a person; it holds no tokens and nobody's data.
struct Failure {
    Trouble trouble{};
    std::string sentence{};
    friend bool operator==(const Failure&, const Failure&) = default;
};

template <class T>
using Answer = std::expected<T, Failure>;

/// Every call waits for its answer, so it belongs on a thread of its own; a stop request ends it with Stopped.
/// Implementations are thread-safe.
class SyncService {
public:
    virtual ~SyncService() = default;

    virtual Answer<HelloReply> hello(const Token&, const HelloRequest&, std::stop_token) = 0;
    virtual Answer<Tokens> signIn(const SignInRequest&, std::stop_token) = 0;
    virtual Answer<Tokens> refresh(const RefreshRequest&, std::stop_token) = 0;
    virtual Answer<void> signOut(const Token&, std::stop_token) = 0;
    virtual Answer<std::vector<Device>> devices(const Token&, std::stop_token) = 0;
    virtual Answer<Team> team(const Token&, std::stop_token) = 0;
    virtual Answer<PushReply> push(const Token&, const PushRequest&, std::stop_token) = 0;
    virtual Answer<PullReply> pull(const Token&, const PullRequest&, std::stop_token) = 0;
    virtual Answer<WaitReply> wait(const Token&, const WaitRequest&, std::stop_token) = 0;
    virtual Answer<SnapshotReply> snapshot(const Token&, const SnapshotRequest&, std::stop_token) = 0;
    /// The bytes of a part, as they are; the caller checks them against the part's hash.
    virtual Answer<std::string> part(const Token&, const PartRequest&, std::stop_token) = 0;
    virtual Answer<VerifyReply> verify(const Token&, const VerifyRequest&, std::stop_token) = 0;
    virtual Answer<CommandReply> command(const Token&, const Command&, std::stop_token) = 0;
    virtual Answer<std::vector<AuditEntry>> audit(const Token&, const AuditRequest&, std::stop_token) = 0;
};

}  // namespace kith::sync
