#include "../signed_in.h"
#include "commands.h"

#include <fmt/format.h>

namespace kith::cli {

namespace {

struct Wish {
    std::string user;
    std::string role = "recruiter";
    std::string revoke;
};

Result<void> invite(Context& context, const Wish& wish)
{
    KITH_TRY(there, signedIn(context));
    const auto code =
        there.administration().invite(wish.user, sync::roleOf(wish.role).value_or(sync::Role::Recruiter), {});
    if (!code) return std::unexpected(toError(code.error()));
    if (context.json()) {
        context.out().json({{"user", wish.user}, {"role", wish.role}, {"code", *code}});
        return {};
    }
    context.out().line(fmt::format("{} signs in with this one-time code:", wish.user));
    context.out().line(fmt::format("  kithctl signin {} --user {} --code {}", there.account.server, wish.user, *code));
    return {};
}

Result<void> list(Context& context, SignedIn& there)
{
    const auto devices = there.administration().devices({});
    if (!devices) return std::unexpected(toError(devices.error()));
    Json all = Json::array();
    Table table({"DEVICE", "USER", "LAST SEEN", "STATE", "ID"});
    for (const sync::Device& device : *devices) {
        all.push_back({{"id", device.id.toString()},
                       {"name", device.name},
                       {"user", device.user},
                       {"version", device.version},
                       {"first_seen", isoInstant(device.firstSeen)},
                       {"last_seen", isoInstant(device.lastSeen)},
                       {"revoked", device.revoked},
                       {"current", device.current},
                       {"erasures_open", device.erasuresOpen}});
        std::string state = device.current ? "this one" : device.revoked ? "revoked" : "";
        if (device.erasuresOpen > 0) state += fmt::format(" {} erasures open", device.erasuresOpen);
        table.row(
            {device.name, device.user, isoDate(context.zone().dateOf(device.lastSeen)), state, device.id.toString()});
    }
    if (context.json()) context.out().json({{"devices", std::move(all)}});
    else context.out().table(table);
    return {};
}

Result<void> devices(Context& context, const Wish& wish)
{
    KITH_TRY(there, signedIn(context));
    if (wish.revoke.empty()) return list(context, there);
    const auto id = Id::parse(wish.revoke);
    if (!id) return fail(ErrorCode::BadInput, "--revoke takes the id of a device; `kithctl devices` lists them.");
    if (const auto gone = there.administration().revokeDevice(*id, {}); !gone)
        return std::unexpected(toError(gone.error()));
    if (context.json()) context.out().json({{"revoked", id->toString()}});
    else context.out().line("The device can no longer sync; what is on it stays until somebody signs in there again.");
    return {};
}

}  // namespace

void addTeam(CommandTable& table)
{
    const auto wish = std::make_shared<Wish>();
    Command invitation = table.add({.name = "invite",
                                    .what = "Invite a colleague to the server (administrators)",
                                    .example = "kithctl invite tom --role business-manager"},
                                   [wish](Context& context) { return invite(context, *wish); });
    invitation.option("user", wish->user, "The account's name").value("USER").required();
    std::vector<std::string> roles;
    for (const sync::Role role : sync::kRoles) roles.emplace_back(sync::wordOf(role));
    invitation.option("--role", wish->role, "What the person is").words(roles).showDefault();

    Command machines = table.add({.name = "devices",
                                  .what = "List the machines that are signed in, or shut one out",
                                  .example = "kithctl devices"},
                                 [wish](Context& context) { return devices(context, *wish); });
    machines.option("--revoke", wish->revoke, "Shut out this one").value("ID");
}

}  // namespace kith::cli
