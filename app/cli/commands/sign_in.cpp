#include "../keys.h"
#include "../signed_in.h"
#include "commands.h"

#include <kith/base/text.h>
#include <kith/usecases/sync/sign_in.h>

#include <QString>
#include <QSysInfo>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace kith::cli {

namespace {

struct Wish {
    std::string url;
    std::string user;
    std::string passwordFile;
    std::string code;
    std::string device;
    std::string into;
    std::string caFile;
};

Result<std::string> passwordFrom(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    std::string password;
    if (!in || !std::getline(in, password) || trim(password).empty())
        return fail(ErrorCode::BadInput, "The password file cannot be read, or its first line is empty.");
    if (password.ends_with('\r')) password.pop_back();
    return password;
}

Result<void> runSignIn(Context& context, const Wish& wish)
{
    Id home;
    if (!wish.into.empty()) {
        const auto id = Id::parse(wish.into);
        if (!id) return fail(ErrorCode::BadInput, "--into takes the id of a space; `kithctl sync` lists the spaces.");
        home = *id;
    }
    KITH_TRY(password, wish.passwordFile.empty() ? askPassword("Password") : passwordFrom(wish.passwordFile));
    KITH_TRY(session, context.open());
    SyncStore& store = session->workspace().sync();
    KITH_TRY(server, ServerAccess::open(wish.url, wish.caFile, context.keyPlace(), store.device(), context.clock()));
    const auto account =
        SignIn(server->service(), server->session(), store)
            .run({.server = wish.url,
                  .user = wish.user,
                  .password = password,
                  .code = wish.code,
                  .deviceName = wish.device.empty() ? QSysInfo::machineHostName().toStdString() : wish.device,
                  .home = home},
                 {});
    if (!account) return std::unexpected(toError(account.error()));
    KITH_CHECK(session->workspace().setSetting(settings::kCaFile, wish.caFile));
    if (context.json()) {
        context.out().json({{"user", account->user},
                            {"role", sync::wordOf(account->role)},
                            {"organisation", account->organisation},
                            {"device", account->device.toString()}});
        return {};
    }
    context.out().line(fmt::format("Signed in to {} as {} ({}). `kithctl sync` brings both sides together.",
                                   account->organisation, account->user, sync::wordOf(account->role)));
    return {};
}

Result<void> runSignOut(Context& context)
{
    KITH_TRY(there, signedIn(context));
    const auto told = there.server->session().signOut({});
    KITH_CHECK(there.store.leave());
    context.out().line(told ? "Signed out. Everything here stays, and is this machine's alone."
                            : "Signed out here; the server could not be told: " + told.error().sentence);
    return {};
}

}  // namespace

void addSignIn(CommandTable& table)
{
    const auto wish = std::make_shared<Wish>();
    Command command =
        table.add({.name = "signin",
                   .what = "Sign this workspace in to a server",
                   .example = "kithctl signin https://kith.example.org --user priya --password-file secret"},
                  [wish](Context& context) { return runSignIn(context, *wish); });
    command.option("url", wish->url, "Address of the server").value("URL").required();
    command.option("--user", wish->user, "Name of the account").value("USER").required();
    command.option("--password-file", wish->passwordFile, "Its first line is the password; asked for otherwise")
        .value("FILE");
    command.option("--code", wish->code, "One-time code of an invitation; the password is then the one to set")
        .value("CODE");
    command.option("--device", wish->device, "What this machine is called in lists of devices; otherwise its host name")
        .value("NAME");
    command.option("--into", wish->into, "Space that what is in this workspace becomes part of").value("SPACE");
    command.option("--ca-file", wish->caFile, "Certificates to trust besides the system's (PEM)").value("FILE");
}

void addSignOut(CommandTable& table)
{
    table.add({.name = "signout",
               .what = "Sign this workspace out of its server; what is in it stays",
               .example = "kithctl signout"},
              runSignOut);
}

}  // namespace kith::cli
