#include <kith/usecases/sync/sign_in.h>

#include <algorithm>

namespace kith {

using sync::Answer;
using sync::Failure;
using sync::Trouble;

namespace {

bool isPrivate(const sync::SpaceInfo& space)
{
    return space.kind == SpaceKind::Private;
}

/// The space for what is here: the one asked for, else the widest that may be written to.
const sync::SpaceInfo* homeAmong(const std::vector<sync::SpaceInfo>& spaces, const Id& wanted)
{
    const sync::SpaceInfo* home = nullptr;
    for (const sync::SpaceInfo& space : spaces) {
        if (space.rights < sync::Rights::Write || (wanted.isNil() && isPrivate(space))
            || (!wanted.isNil() && space.id != wanted))
            continue;
        if (home == nullptr || space.kind < home->kind) home = &space;
    }
    return home;
}

/// One that two machines make at the same time, and that asking twice makes once.
Id privateSpaceOf(const Id& user)
{
    Id space = user;
    space.bytes.back() ^= 0xFFU;
    return space;
}

}  // namespace

Answer<void> SignIn::makePrivateSpace(const Id& user, std::vector<sync::SpaceInfo>& spaces, std::stop_token stop) const
{
    std::vector<sync::SpaceInfo> wanted = store_.spaces();
    std::erase_if(wanted, [&](const sync::SpaceInfo& here) {
        return !isPrivate(here) || std::ranges::find(spaces, here.id, &sync::SpaceInfo::id) != spaces.end();
    });
    if (wanted.empty() && std::ranges::none_of(spaces, isPrivate))
        wanted.push_back({.id = privateSpaceOf(user), .name = "Private", .kind = SpaceKind::Private});
    for (sync::SpaceInfo& space : wanted) {
        const sync::Command command{
            .what = sync::Command::What::MakeSpace, .space = space.id, .kind = SpaceKind::Private, .name = space.name};
        const auto made =
            session_.with([&](const sync::Token& token) { return service_.command(token, command, stop); }, stop);
        if (!made) return std::unexpected(made.error());
        space.rights = sync::Rights::Manage;
        spaces.push_back(space);
    }
    return {};
}

Answer<SyncAccount> SignIn::run(const SignInInput& input, std::stop_token stop) const
{
    const auto tokens = session_.signIn({.user = input.user,
                                         .password = input.password,
                                         .code = input.code,
                                         .device = store_.device(),
                                         .deviceName = input.deviceName},
                                        stop);
    if (!tokens) return std::unexpected(tokens.error());
    const auto hello = session_.with([&](const sync::Token& token) { return service_.hello(token, {}, stop); }, stop);
    if (!hello) return std::unexpected(hello.error());
    if (!hello->account) return std::unexpected(Failure{Trouble::SignIn, "The server does not know this sign-in."});

    auto account = *hello->account;
    if (account.role != sync::Role::Partner)
        if (auto made = makePrivateSpace(tokens->user, account.spaces, stop); !made)
            return std::unexpected(made.error());
    const sync::SpaceInfo* home = homeAmong(account.spaces, input.home);
    if (home == nullptr)
        return std::unexpected(Failure{Trouble::Denied,
                                       input.home.isNil()
                                           ? "There is no space on this server that you may write in yet; ask for a "
                                             "grant. Nothing was changed here."
                                           : "You may not write in that space; nothing was changed here."});
    const SyncAccount joined{.server = input.server,
                             .user = account.name,
                             .userId = tokens->user,
                             .device = tokens->device,
                             .role = account.role,
                             .organisation = account.organisationName,
                             .epoch = hello->epoch};
    if (auto done = store_.join(joined, account.spaces, home->id); !done)
        return std::unexpected(Failure{Trouble::Workspace, done.error().message});
    return joined;
}

}  // namespace kith
