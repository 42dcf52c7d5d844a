#include <kith/usecases/sync/administration.h>

namespace kith {

using sync::Answer;
using sync::Command;
using What = sync::Command::What;

namespace {

template <class T>
Answer<void> nothingOf(const Answer<T>& answer)
{
    if (!answer) return std::unexpected(answer.error());
    return {};
}

}  // namespace

Answer<sync::CommandReply> Administration::send(const Command& command, std::stop_token stop)
{
    return session_.with([&](const sync::Token& token) { return service_.command(token, command, stop); }, stop);
}

Answer<void> Administration::makeSpace(const Id& id, const std::string& name, SpaceKind kind, std::stop_token stop)
{
    return nothingOf(send({.what = What::MakeSpace, .space = id, .kind = kind, .name = name}, stop));
}

Answer<void> Administration::renameSpace(const Id& space, const std::string& name, std::stop_token stop)
{
    return nothingOf(send({.what = What::RenameSpace, .space = space, .name = name}, stop));
}

Answer<void> Administration::grant(const std::string& user, const Id& space, sync::Rights rights, std::stop_token stop)
{
    const bool none = rights == sync::Rights::None;
    return nothingOf(
        send({.what = none ? What::Revoke : What::Grant, .space = space, .user = user, .rights = rights}, stop));
}

Answer<std::string> Administration::invite(const std::string& user, sync::Role role, std::stop_token stop)
{
    auto reply = send({.what = What::Invite, .name = user, .role = role}, stop);
    if (!reply) return std::unexpected(reply.error());
    return std::move(reply->code);
}

Answer<sync::Team> Administration::team(std::stop_token stop)
{
    return session_.with([&](const sync::Token& token) { return service_.team(token, stop); }, stop);
}

Answer<std::vector<sync::Device>> Administration::devices(std::stop_token stop)
{
    return session_.with([&](const sync::Token& token) { return service_.devices(token, stop); }, stop);
}

Answer<void> Administration::revokeDevice(const Id& device, std::stop_token stop)
{
    return nothingOf(send({.what = What::RevokeDevice, .subject = device}, stop));
}

Answer<void> Administration::erase(const Id& person, std::stop_token stop)
{
    return nothingOf(send({.what = What::Erase, .subject = person}, stop));
}

}  // namespace kith
