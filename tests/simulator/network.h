// What lies between one machine and the server: everything goes over it as the bytes of the wire, and not all of it
// arrives.
#pragma once

#include <kith/simulation/host.h>
#include <kith/simulation/ledger.h>
#include <kith/simulation/trace.h>
#include <kith/sync/body.h>

#include <functional>
#include <optional>
#include <vector>

namespace kith::simulation {

/// The machine's program is killed in the middle of a request.
struct Killed { };

class Network final : public sync::SyncService {
public:
    Network(int machine, Host& host, Ledger& ledger, Trace& trace, Dice dice);

    /// Percent of the requests that something happens to; 0 heals it.
    void setTrouble(int percent) { trouble_ = percent; }
    /// Operations that the server refused since this was called last, without those that it took when they were offered
    /// again. `missing` as the server said.
    struct Refused {
        sync::Operation operation;
        Id missing{};
        bool visible = false;  ///< the server said what it has instead
    };
    [[nodiscard]] std::vector<Refused> takeRefused();
    /// Delivers a request that was sent long ago, as a proxy does that had kept it; the answer goes nowhere.
    void deliverLate();

    sync::Answer<sync::HelloReply> hello(const sync::Token&, const sync::HelloRequest&, std::stop_token) override;
    sync::Answer<sync::Tokens> signIn(const sync::SignInRequest&, std::stop_token) override;
    sync::Answer<sync::Tokens> refresh(const sync::RefreshRequest&, std::stop_token) override;
    sync::Answer<void> signOut(const sync::Token&, std::stop_token) override;
    sync::Answer<std::vector<sync::Device>> devices(const sync::Token&, std::stop_token) override;
    sync::Answer<sync::Team> team(const sync::Token&, std::stop_token) override;
    sync::Answer<sync::PushReply> push(const sync::Token&, const sync::PushRequest&, std::stop_token) override;
    sync::Answer<sync::PullReply> pull(const sync::Token&, const sync::PullRequest&, std::stop_token) override;
    sync::Answer<sync::WaitReply> wait(const sync::Token&, const sync::WaitRequest&, std::stop_token) override;
    sync::Answer<sync::SnapshotReply> snapshot(const sync::Token&, const sync::SnapshotRequest&,
                                               std::stop_token) override;
    sync::Answer<std::string> part(const sync::Token&, const sync::PartRequest&, std::stop_token) override;
    sync::Answer<sync::VerifyReply> verify(const sync::Token&, const sync::VerifyRequest&, std::stop_token) override;
    sync::Answer<sync::CommandReply> command(const sync::Token&, const sync::Command&, std::stop_token) override;
    sync::Answer<std::vector<sync::AuditEntry>> audit(const sync::Token&, const sync::AuditRequest&,
                                                      std::stop_token) override;

private:
    enum class Fate : std::uint8_t {
        Arrives,
        RequestLost,
        RequestCut,
        RequestLate,  ///< lost to the sender, and delivered later all the same
        AnswerLost,
        AnswerCut,
        RequestAltered,  ///< a byte of it
        AnswerAltered,
        Twice,
        Busy,
        ServerFails,
        ServerDiskFull,  ///< while it works
        ServerRestarts,  ///< just before
        MachineDies,  ///< before the request leaves
        MachineDiesLater,  ///< before the answer arrives
    };
    [[nodiscard]] Fate draw();
    void note(const sync::PushRequest& request, const sync::PushReply& reply);
    /// The message as the other end reads it.
    template <class Message>
    [[nodiscard]] Message carried(const Message& message);
    /// What the other end makes of a message of which one byte was altered on the way: nothing, or the same message.
    template <class Message>
    [[nodiscard]] std::optional<Message> altered(const Message& message);
    /// A message that is cut off must not be taken for a whole one.
    template <class Message>
    void cut(const Message& message);
    /// `ask` asks the server, `heard` takes note of what it answered, whether or not that gets through.
    template <class Reply, class Request, class Ask, class Heard>
    [[nodiscard]] sync::Answer<Reply> exchange(const char* what, const Request& request, Ask ask, Heard heard);

    int machine_;
    Host& host_;
    Ledger& ledger_;
    Trace& trace_;
    Dice dice_;
    int trouble_ = 0;
    std::vector<std::function<void()>> late_;
    bool isLate_ = false;
    std::vector<Refused> refused_;
};

}  // namespace kith::simulation
