#include <kith/simulation/network.h>

#include <kith/sync/wire.h>

#include <utility>

namespace kith::simulation {

using namespace sync;

namespace {

constexpr std::size_t kKeptForLater = 20;
constexpr ExpandLimits kLimits{.bytes = std::size_t{64} << 20U, .ratio = 10'000};

std::unexpected<Failure> trouble(Trouble trouble)
{
    return std::unexpected(Failure{trouble, "The network of the simulator."});
}

/// A row that was made is sent whole, as it is when it is sent: removed meanwhile, for one.
bool isMaking(const RowPatch& patch)
{
    return patch.placing && patch.presence;
}

/// Whether two patches say what was typed at one time.
bool isSame(const RowPatch& a, const RowPatch& b)
{
    if (a.id != b.id) return false;
    if (isMaking(a) && isMaking(b)) return true;
    if (a.presence || b.presence) return a.presence && b.presence && a.presence->by.time == b.presence->by.time;
    if (a.groups.empty() || b.groups.empty()) return a.placing && b.placing && a.placing->by.time == b.placing->by.time;
    return a.groups.front().by.time == b.groups.front().by.time;
}

}  // namespace

Network::Network(int machine, Host& host, Ledger& ledger, Trace& trace, Dice dice)
    : machine_(machine), host_(host), ledger_(ledger), trace_(trace), dice_(dice)
{
}

Network::Fate Network::draw()
{
    if (!dice_.chance(trouble_)) return Fate::Arrives;
    return static_cast<Fate>(
        dice_.between(static_cast<int>(Fate::RequestLost), static_cast<int>(Fate::MachineDiesLater)));
}

template <class Message>
Message Network::carried(const Message& message)
{
    if constexpr (std::is_same_v<Message, std::string>) {
        return message;
    } else {
        const auto encoding = static_cast<Encoding>(dice_.between(0, 2));
        const auto body = expand(encoding, compress(encoding, toJson(message)), kLimits);
        if (!body) broken("a {} body does not expand to what was compressed", wordOf(encoding));
        auto read = fromJson<Message>(*body);
        if (!read) broken("a message is not read as it was written: {}", read.error().message);
        return std::move(*read);
    }
}

template <class Message>
std::optional<Message> Network::altered(const Message& message)
{
    const auto alter = [&](std::string& bytes) {
        if (bytes.empty()) return;
        const auto at = static_cast<std::size_t>(dice_.between(0, static_cast<std::int64_t>(bytes.size()) - 1));
        bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << dice_.between(0, 7)));
    };
    if constexpr (std::is_same_v<Message, std::string>) {
        // A part is checked by its reader.
        std::string bytes = message;
        alter(bytes);
        return bytes;
    } else {
        // A body that is not compressed has nothing of its own to be known by, and is left to TLS.
        const auto encoding = dice_.chance(50) ? Encoding::Gzip : Encoding::Zstd;
        std::string bytes = compress(encoding, toJson(message));
        alter(bytes);
        const auto body = expand(encoding, bytes, kLimits);
        if (!body) return std::nullopt;
        auto read = fromJson<Message>(*body);
        if (!read || !(*read == message))
            broken("a {} body with an altered byte was taken for another", wordOf(encoding));
        return std::move(*read);
    }
}

template <class Message>
void Network::cut(const Message& message)
{
    if constexpr (!std::is_same_v<Message, std::string>) {
        const auto encoding = static_cast<Encoding>(dice_.between(0, 2));
        std::string bytes = compress(encoding, toJson(message));
        bytes.resize(static_cast<std::size_t>(dice_.between(0, static_cast<std::int64_t>(bytes.size()) - 1)));
        const auto body = expand(encoding, bytes, kLimits);
        if (body && fromJson<Message>(*body))
            broken("a message cut off at byte {} was taken for a whole one", bytes.size());
    }
}

template <class Reply, class Request, class Ask, class Heard>
Answer<Reply> Network::exchange(const char* what, const Request& request, Ask ask, Heard heard)
{
    const auto serve = [this, ask, heard](const Request& arrived, bool diskFull = false) {
        auto reply = diskFull ? host_.withFullDisk([&] { return ask(arrived); }) : ask(arrived);
        if (reply) heard(arrived, *reply);
        return reply;
    };
    host_.clock().advance(std::chrono::milliseconds{dice_.between(1, 40)});
    const Fate fate = draw();
    if (fate != Fate::Arrives) trace_.say("    {} {} meets fate {}", machine_, what, static_cast<int>(fate));
    switch (fate) {
    case Fate::RequestLost: return trouble(Trouble::Offline);
    case Fate::RequestCut: cut(request); return trouble(Trouble::Offline);
    case Fate::RequestLate:
        if (late_.size() < kKeptForLater) late_.emplace_back([serve, request] { static_cast<void>(serve(request)); });
        return trouble(Trouble::Offline);
    case Fate::Busy: return trouble(Trouble::Busy);
    case Fate::ServerFails: return trouble(Trouble::ServerFault);
    case Fate::MachineDies: throw Killed{};
    case Fate::ServerRestarts: host_.restart(); break;
    case Fate::RequestAltered:
        if (!altered(request)) return trouble(Trouble::BadMessage);
        break;
    default: break;
    }
    Answer<Reply> reply = serve(carried(request), fate == Fate::ServerDiskFull);
    if (fate == Fate::MachineDiesLater) throw Killed{};
    if (fate == Fate::Twice) reply = serve(carried(request));
    if (!reply) {
        trace_.say("    {} {} is answered: {}", machine_, what, reply.error().sentence);
        return reply;
    }
    // A copy may turn up again much later.
    if (trouble_ > 0 && late_.size() < kKeptForLater && dice_.chance(5))
        late_.emplace_back([serve, request] { static_cast<void>(serve(request)); });
    if (fate == Fate::AnswerLost) return trouble(Trouble::Offline);
    if (fate == Fate::AnswerCut) {
        // A part is checked by its reader; of JSON half a body is none.
        if constexpr (std::is_same_v<Reply, std::string>) return reply->substr(0, reply->size() / 2);
        cut(*reply);
        return trouble(Trouble::Offline);
    }
    if (fate == Fate::AnswerAltered) {
        auto read = altered(*reply);
        if (!read) return trouble(Trouble::NotKith);
        return std::move(*read);
    }
    return carried(*reply);
}

void Network::note(const PushRequest& request, const PushReply& reply)
{
    // Of a late request the machine knows nothing any more; it hears again of what it never heard of.
    if (isLate_) return;
    for (std::size_t i = 0; i < request.operations.size() && i < reply.results.size(); ++i) {
        const Operation& operation = request.operations[i];
        const OperationResult& result = reply.results[i];
        std::erase_if(refused_, [&](const Refused& before) {
            return before.operation.seq == operation.seq || isSame(before.operation.patch, operation.patch);
        });
        if (result.outcome == Outcome::Rejected)
            refused_.push_back({.operation = operation, .missing = result.missing, .visible = result.row.has_value()});
    }
}

std::vector<Network::Refused> Network::takeRefused()
{
    return std::exchange(refused_, {});
}

void Network::deliverLate()
{
    if (late_.empty()) return;
    const auto at = static_cast<std::size_t>(dice_.between(0, static_cast<std::int64_t>(late_.size()) - 1));
    const auto deliver = std::move(late_[at]);
    late_.erase(late_.begin() + static_cast<std::ptrdiff_t>(at));
    trace_.say("  a late request of {} arrives", machine_);
    isLate_ = true;
    deliver();
    isLate_ = false;
}

Answer<HelloReply> Network::hello(const Token& token, const HelloRequest& request, std::stop_token)
{
    return exchange<HelloReply>(
        "hello", request, [this, token](const HelloRequest& r) { return host_.server().hello(token, r, {}); },
        [](const auto&...) {});
}

Answer<Tokens> Network::signIn(const SignInRequest& request, std::stop_token)
{
    return exchange<Tokens>(
        "sign-in", request, [this](const SignInRequest& r) { return host_.server().signIn(r, {}); },
        [](const auto&...) {});
}

Answer<Tokens> Network::refresh(const RefreshRequest& request, std::stop_token)
{
    return exchange<Tokens>(
        "refresh", request, [this](const RefreshRequest& r) { return host_.server().refresh(r, {}); },
        [](const auto&...) {});
}

Answer<PushReply> Network::push(const Token& token, const PushRequest& request, std::stop_token)
{
    return exchange<PushReply>(
        "push", request, [this, token](const PushRequest& r) { return host_.server().push(token, r, {}); },
        [this](const PushRequest& r, const PushReply& reply) {
            ledger_.decided(machine_, r, reply, host_.clock().now());
            note(r, reply);
            for (const OperationResult& result : reply.results)
                trace_.say("    {} operation {}: {} {}", machine_, result.seq, static_cast<int>(result.outcome),
                           result.reason);
            for (const Operation& operation : r.operations) trace_.say("      {}", toJson(operation.patch));
        });
}

Answer<PullReply> Network::pull(const Token& token, const PullRequest& request, std::stop_token)
{
    return exchange<PullReply>(
        "pull", request, [this, token](const PullRequest& r) { return host_.server().pull(token, r, {}); },
        [this](const PullRequest&, const PullReply& reply) {
            trace_.say("    {} pulled {} rows, {} gone, {} erasures, {} spaces, {} snapshots{}", machine_,
                       reply.rows.size(), reply.gone.size(), reply.erasures.size(), reply.spaces.size(),
                       reply.snapshots.size(), reply.more ? ", more" : "");
        });
}

Answer<SnapshotReply> Network::snapshot(const Token& token, const SnapshotRequest& request, std::stop_token)
{
    return exchange<SnapshotReply>(
        "snapshot", request, [this, token](const SnapshotRequest& r) { return host_.server().snapshot(token, r, {}); },
        [this](const SnapshotRequest&, const SnapshotReply& reply) {
            trace_.say("    {} snapshot of {} parts", machine_, reply.parts.size());
        });
}

Answer<std::string> Network::part(const Token& token, const PartRequest& request, std::stop_token)
{
    return exchange<std::string>(
        "part", request, [this, token](const PartRequest& r) { return host_.server().part(token, r, {}); },
        [](const auto&...) {});
}

Answer<VerifyReply> Network::verify(const Token& token, const VerifyRequest& request, std::stop_token)
{
    return exchange<VerifyReply>(
        "verify", request, [this, token](const VerifyRequest& r) { return host_.server().verify(token, r, {}); },
        [this](const VerifyRequest&, const VerifyReply& reply) {
            trace_.say("    {} verified: {}, {} spaces differ", machine_, reply.compared, reply.different.size());
        });
}

// What a round does not ask for goes straight to the server.

Answer<void> Network::signOut(const Token& token, std::stop_token stop)
{
    return host_.server().signOut(token, stop);
}

Answer<std::vector<Device>> Network::devices(const Token& token, std::stop_token stop)
{
    return host_.server().devices(token, stop);
}

Answer<Team> Network::team(const Token& token, std::stop_token stop)
{
    return host_.server().team(token, stop);
}

Answer<WaitReply> Network::wait(const Token& token, const WaitRequest& request, std::stop_token stop)
{
    return host_.server().wait(token, request, stop);
}

Answer<CommandReply> Network::command(const Token& token, const Command& request, std::stop_token stop)
{
    return host_.server().command(token, request, stop);
}

Answer<std::vector<AuditEntry>> Network::audit(const Token& token, const AuditRequest& request, std::stop_token stop)
{
    return host_.server().audit(token, request, stop);
}

}  // namespace kith::simulation
