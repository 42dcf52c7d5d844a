#include "wire_message.h"

namespace kith::sync {

namespace {

constexpr std::size_t kSecret = 1024;
constexpr std::string_view kCommands[] = {"make-space", "rename-space", "grant",         "revoke",
                                          "erase",      "invite",       "revoke-device", "disable"};
constexpr std::string_view kTroubles[] = {"offline", "not-kith",    "untrusted",    "sign-in", "denied",    "busy",
                                          "too-old", "bad-message", "server-fault", "stopped", "workspace", "ask"};

Role readRole(const In& in)
{
    const auto role = roleOf(in.view());
    if (!role) in.wrong("a role");
    return role.value_or(Role::Partner);
}

Rights readRights(const In& in)
{
    const auto rights = rightsOf(in.view());
    if (!rights) in.wrong("a right");
    return rights.value_or(Rights::None);
}

void put(Out& out, const HelloRequest& m)
{
    out.object().key("protocol").integer(m.protocol).key("schema").integer(m.schema);
    out.key("version").text(m.version).endObject();
}

void read(const In& in, HelloRequest& m)
{
    m.protocol = static_cast<int>(in.at("protocol").integer(0, 1'000'000));
    m.schema = static_cast<int>(in.at("schema").integer(0, 1'000'000));
    if (const auto version = in.maybe("version")) m.version = version->text(kShort);
}

void put(Out& out, const HelloReply& m)
{
    out.object().key("protocol").integer(m.protocol).key("oldest_schema").integer(m.oldestSchema);
    out.key("schema").integer(m.schema).key("now").instant(m.now).key("epoch").id(m.epoch);
    if (m.account) {
        out.key("account").object().key("user").id(m.account->user).key("name").text(m.account->name);
        out.key("role").text(wordOf(m.account->role)).key("organisation").id(m.account->organisation);
        out.key("organisation_name").text(m.account->organisationName).key("device").id(m.account->device);
        out.key("acknowledged").integer(m.account->acknowledged).key("spaces");
        putSpaces(out, m.account->spaces);
        out.endObject();
    }
    out.endObject();
}

void read(const In& in, HelloReply& m)
{
    m.protocol = static_cast<int>(in.at("protocol").integer(0, 1'000'000));
    m.oldestSchema = static_cast<int>(in.at("oldest_schema").integer(0, 1'000'000));
    m.schema = static_cast<int>(in.at("schema").integer(0, 1'000'000));
    m.now = in.at("now").instant();
    m.epoch = in.at("epoch").id();
    if (const auto account = in.maybe("account")) {
        m.account = HelloReply::Account{.user = account->at("user").id(),
                                        .name = account->at("name").text(kShort),
                                        .role = readRole(account->at("role")),
                                        .organisation = account->at("organisation").id(),
                                        .organisationName = account->at("organisation_name").text(kShort),
                                        .device = account->at("device").id(),
                                        .acknowledged = account->at("acknowledged").integer(0),
                                        .spaces = readSpaces(account->at("spaces"))};
    }
}

void put(Out& out, const SignInRequest& m)
{
    out.object().key("user").text(m.user).key("password").text(m.password).key("code").text(m.code);
    out.key("device").id(m.device).key("device_name").text(m.deviceName).endObject();
}

void read(const In& in, SignInRequest& m)
{
    m.user = in.at("user").text(kShort);
    m.password = in.at("password").text(kSecret);
    if (const auto code = in.maybe("code")) m.code = code->text(kShort);
    m.device = in.at("device").id();
    if (const auto name = in.maybe("device_name")) m.deviceName = name->text(kShort);
}

void put(Out& out, const Tokens& m)
{
    out.object().key("access").text(m.access).key("access_until").instant(m.accessUntil);
    out.key("refresh").text(m.refresh).key("refresh_until").instant(m.refreshUntil);
    out.key("device").id(m.device).key("user").id(m.user).endObject();
}

void read(const In& in, Tokens& m)
{
    m.access = in.at("access").text(kSecret);
    m.accessUntil = in.at("access_until").instant();
    m.refresh = in.at("refresh").text(kSecret);
    m.refreshUntil = in.at("refresh_until").instant();
    m.device = in.at("device").id();
    m.user = in.at("user").id();
}

void put(Out& out, const RefreshRequest& m)
{
    out.object().key("refresh").text(m.refresh).endObject();
}

void read(const In& in, RefreshRequest& m)
{
    m.refresh = in.at("refresh").text(kSecret);
}

void put(Out& out, const std::vector<Device>& devices)
{
    out.object().key("devices").array();
    for (const Device& d : devices) {
        out.object().key("id").id(d.id).key("name").text(d.name).key("user").text(d.user).key("version").text(
            d.version);
        out.key("first_seen").instant(d.firstSeen).key("last_seen").instant(d.lastSeen);
        out.key("revoked").boolean(d.revoked).key("current").boolean(d.current);
        out.key("erasures_open").integer(d.erasuresOpen).endObject();
    }
    out.endArray().endObject();
}

void read(const In& in, std::vector<Device>& devices)
{
    in.at("devices").list([&](const In& d) {
        devices.push_back({.id = d.at("id").id(),
                           .name = d.at("name").text(kShort),
                           .user = d.at("user").text(kShort),
                           .version = d.at("version").text(kShort),
                           .firstSeen = d.at("first_seen").instant(),
                           .lastSeen = d.at("last_seen").instant(),
                           .revoked = d.at("revoked").boolean(),
                           .current = d.at("current").boolean(),
                           .erasuresOpen = static_cast<int>(d.at("erasures_open").integer(0, 1'000'000'000))});
    });
}

void put(Out& out, const Team& team)
{
    out.object().key("members").array();
    for (const TeamMember& m : team.members) {
        out.object().key("id").id(m.id).key("name").text(m.name).key("role").text(wordOf(m.role));
        out.key("joined").boolean(m.joined).key("disabled").boolean(m.disabled).endObject();
    }
    out.endArray().key("grants").array();
    for (const TeamGrant& g : team.grants) {
        out.object().key("space").id(g.space).key("member").id(g.member);
        out.key("rights").text(wordOf(g.rights)).endObject();
    }
    out.endArray().endObject();
}

void read(const In& in, Team& team)
{
    in.at("members").list([&](const In& m) {
        team.members.push_back({.id = m.at("id").id(),
                                .name = m.at("name").text(kShort),
                                .role = readRole(m.at("role")),
                                .joined = m.at("joined").boolean(),
                                .disabled = m.at("disabled").boolean()});
    });
    in.at("grants").list([&](const In& g) {
        team.grants.push_back(
            {.space = g.at("space").id(), .member = g.at("member").id(), .rights = readRights(g.at("rights"))});
    });
}

void put(Out& out, const Command& m)
{
    out.object().key("what").text(wordIn(kCommands, m.what)).key("space").id(m.space);
    out.key("kind").text(toWord(m.kind)).key("name").text(m.name).key("user").text(m.user);
    out.key("role").text(wordOf(m.role)).key("rights").text(wordOf(m.rights)).key("subject").id(m.subject);
    out.endObject();
}

void read(const In& in, Command& m)
{
    m.what = readWord<Command::What>(in.at("what"), kCommands);
    if (const auto space = in.maybe("space")) m.space = space->id();
    if (const auto kind = in.maybe("kind")) {
        const auto known = fromWord<SpaceKind>(kind->view());
        if (!known) kind->wrong("a kind of space");
        m.kind = known.value_or(SpaceKind::Team);
    }
    if (const auto name = in.maybe("name")) m.name = name->text(kShort);
    if (const auto user = in.maybe("user")) m.user = user->text(kShort);
    if (const auto role = in.maybe("role")) m.role = readRole(*role);
    if (const auto rights = in.maybe("rights")) m.rights = readRights(*rights);
    if (const auto subject = in.maybe("subject")) m.subject = subject->id();
}

void put(Out& out, const CommandReply& m)
{
    out.object().key("code").text(m.code).key("id").id(m.id).endObject();
}

void read(const In& in, CommandReply& m)
{
    m.code = in.at("code").text(kShort);
    m.id = in.at("id").id();
}

void put(Out& out, const AuditRequest& m)
{
    out.object().key("after").integer(m.after).key("limit").integer(m.limit).endObject();
}

void read(const In& in, AuditRequest& m)
{
    m.after = in.at("after").integer(0);
    m.limit = static_cast<int>(in.at("limit").integer(1, 1000));
}

void put(Out& out, const std::vector<AuditEntry>& entries)
{
    out.object().key("entries").array();
    for (const AuditEntry& e : entries) {
        out.object().key("number").integer(e.number).key("at").instant(e.at).key("user").text(e.user);
        out.key("what").text(e.what).key("subject").id(e.subject).key("detail").text(e.detail);
        out.key("hash").text(e.hash).endObject();
    }
    out.endArray().endObject();
}

void read(const In& in, std::vector<AuditEntry>& entries)
{
    in.at("entries").list([&](const In& e) {
        entries.push_back({.number = e.at("number").integer(0),
                           .at = e.at("at").instant(),
                           .user = e.at("user").text(kShort),
                           .what = e.at("what").text(kShort),
                           .subject = e.at("subject").id(),
                           .detail = e.at("detail").text(kSentence),
                           .hash = e.at("hash").text(64)});
    });
}

void put(Out& out, const Failure& m)
{
    out.object().key("trouble").text(wordIn(kTroubles, m.trouble)).key("sentence").text(m.sentence).endObject();
}

void read(const In& in, Failure& m)
{
    m.trouble = readWord<Trouble>(in.at("trouble"), kTroubles);
    m.sentence = in.at("sentence").text(kSentence);
}

}  // namespace

KITH_MESSAGE(HelloRequest)
KITH_MESSAGE(HelloReply)
KITH_MESSAGE(SignInRequest)
KITH_MESSAGE(Tokens)
KITH_MESSAGE(RefreshRequest)
KITH_MESSAGE(std::vector<Device>)
KITH_MESSAGE(Team)
KITH_MESSAGE(Command)
KITH_MESSAGE(CommandReply)
KITH_MESSAGE(AuditRequest)
KITH_MESSAGE(std::vector<AuditEntry>)
KITH_MESSAGE(Failure)

}  // namespace kith::sync
