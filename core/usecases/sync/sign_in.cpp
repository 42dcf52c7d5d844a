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

bool isWritable(const sync::SpaceInfo& space)
{
    return space.rights >= sync::Rights::Write;
}

bool goesOn(const std::optional<SyncAccount>& before, const SyncAccount& now)
{
    return before && before->server == now.server && before->userId == now.userId && before->device == now.device;
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

std::vector<sync::SpaceInfo> Welcome::homes() const
{
    std::vector<sync::SpaceInfo> homes;
    std::ranges::copy_if(spaces, std::back_inserter(homes),
                         [](const sync::SpaceInfo& space) { return isWritable(space) && !isPrivate(space); });
    std::ranges::stable_sort(homes, {}, &sync::SpaceInfo::kind);
    return homes;
}

Answer<Welcome> SignIn::knock(const SignInInput& input, std::stop_token stop) const
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
    const auto& account = *hello->account;
    Welcome welcome{.account = {.server = input.server,
                                .user = account.name,
                                .userId = tokens->user,
                                .device = tokens->device,
                                .role = account.role,
                                .organisation = account.organisationName,
                                .organisationId = account.organisation,
                                .epoch = hello->epoch},
                    .spaces = account.spaces};
    if (account.role != sync::Role::Partner)
        if (auto made = makePrivateSpace(tokens->user, welcome.spaces, stop); !made)
            return std::unexpected(made.error());
    welcome.back = goesOn(store_.account(), welcome.account);
    return welcome;
}

Answer<SyncAccount> SignIn::enter(const Welcome& welcome, const Id& wanted) const
{
    if (welcome.back && wanted.isNil()) {
        if (auto done = store_.updateAccount(welcome.account); !done)
            return std::unexpected(Failure{Trouble::Workspace, done.error().message});
        return welcome.account;
    }
    Id home;
    if (const auto homes = welcome.homes(); wanted.isNil() && !homes.empty()) home = homes.front().id;
    for (const sync::SpaceInfo& space : welcome.spaces)
        if (space.id == wanted && isWritable(space)) home = space.id;
    if (home.isNil())
        return std::unexpected(Failure{Trouble::Denied,
                                       wanted.isNil()
                                           ? "There is no space on this server that you may write in yet; ask for a "
                                             "grant. Nothing was changed here."
                                           : "You may not write in that space; nothing was changed here."});
    if (auto done = store_.join(welcome.account, welcome.spaces, home); !done)
        return std::unexpected(Failure{Trouble::Workspace, done.error().message});
    return welcome.account;
}

Answer<SyncAccount> SignIn::run(const SignInInput& input, std::stop_token stop) const
{
    const auto welcome = knock(input, std::move(stop));
    if (!welcome) return std::unexpected(welcome.error());
    return enter(*welcome, input.home);
}

}  // namespace kith
