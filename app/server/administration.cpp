#include "program.h"

#include <kith/server/admin.h>

#include <fmt/format.h>

namespace kith::app {

namespace {

using arguments::Case;
using server::Admin;

/// Runs with an Admin over the place.
template <class Work>
Program::Action with(Work work)
{
    return [work = std::move(work)](const Place& place) -> Result<void> {
        KITH_TRY(open, OpenServer::at(place, {}));
        Admin admin(open->server());
        return work(admin);
    };
}

template <class E, std::size_t N>
std::vector<std::string> wordsFor(const E (&values)[N])
{
    std::vector<std::string> words;
    for (const E value : values) words.emplace_back(wordOf(value));
    return words;
}

void printCode(std::string_view user, std::string_view code)
{
    fmt::print("{} signs in with this code within 7 days, and chooses a password:\n  {}\n", user, code);
}

void addUsers(Program& program)
{
    Command group = program.root().group("user", "Accounts");
    const auto name = std::make_shared<std::string>();
    const auto role = std::make_shared<std::string>(sync::wordOf(sync::Role::Recruiter));
    Command add =
        program.add(group,
                    {.name = "add",
                     .what = "Make an account and print its one-time code",
                     .example = "kithd user add ben --role partner"},
                    with([name, role](Admin& admin) -> Result<void> {
                        KITH_TRY(code, admin.addUser(*name, sync::roleOf(*role).value_or(sync::Role::Recruiter)));
                        printCode(*name, code);
                        return {};
                    }));
    add.option("name", *name, "The account's name").required().value("NAME");
    add.option("--role", *role, "What the person is").words(wordsFor(sync::kRoles), Case::Matters).showDefault();
    Command disable = program.add(group,
                                  {.name = "disable",
                                   .what = "Sign an account out everywhere and let nobody in",
                                   .example = "kithd user disable ben"},
                                  with([name](Admin& admin) { return admin.disableUser(*name); }));
    disable.option("name", *name, "The account's name").required().value("NAME");
    Command reset = program.add(group,
                                {.name = "reset",
                                 .what = "Sign an account out everywhere and print a code for a new password",
                                 .example = "kithd user reset ben"},
                                with([name](Admin& admin) -> Result<void> {
                                    KITH_TRY(code, admin.resetUser(*name));
                                    printCode(*name, code);
                                    return {};
                                }));
    reset.option("name", *name, "The account's name").required().value("NAME");
    program.add(group, {.name = "list", .what = "List the accounts", .example = "kithd user list"},
                with([](Admin& admin) -> Result<void> {
                    KITH_TRY(users, admin.users());
                    for (const server::UserInfo& user : users)
                        fmt::print("{}\t{}\t{}\t{} devices\n", user.name, sync::wordOf(user.role),
                                   user.disabled      ? "disabled"
                                       : user.invited ? "invited"
                                                      : "active",
                                   user.devices);
                    return {};
                }));
}

void addSpaces(Program& program)
{
    Command group = program.root().group("space", "Spaces: what is shared among whom");
    const auto name = std::make_shared<std::string>();
    const auto kind = std::make_shared<std::string>(toWord(SpaceKind::Team));
    Command add =
        program.add(group, {.name = "add", .what = "Make a space", .example = "kithd space add \"Engineering pools\""},
                    with([name, kind](Admin& admin) -> Result<void> {
                        KITH_TRY(id, admin.addSpace(*name, fromWord<SpaceKind>(*kind).value_or(SpaceKind::Team)));
                        fmt::print("{}\n", id.toString());
                        return {};
                    }));
    add.option("name", *name, "The space's name").required().value("NAME");
    std::vector<std::string> kinds;
    for (const Word& word : wordsOf<SpaceKind>()) kinds.emplace_back(word.word);
    add.option("--kind", *kind, "Whose it is").words(kinds, Case::Matters).showDefault();
    program.add(group, {.name = "list", .what = "List the spaces", .example = "kithd space list"},
                with([](Admin& admin) -> Result<void> {
                    KITH_TRY(spaces, admin.spaces());
                    for (const server::SpaceSummary& space : spaces)
                        fmt::print("{}\t{}\t{}\t{} rows\n", space.id.toString(), space.name, toWord(space.kind),
                                   space.rows);
                    return {};
                }));
}

void addGrants(Program& program)
{
    Command group = program.root().group("grant", "Who may see and change which space");
    const auto user = std::make_shared<std::string>();
    const auto space = std::make_shared<std::string>();
    const auto rights = std::make_shared<std::string>(sync::wordOf(sync::Rights::Write));
    const auto named = [user, space](Command command) {
        command.option("user", *user, "The account's name").required().value("USER");
        command.option("space", *space, "The space's id, or its name").required().value("SPACE");
    };
    Command add =
        program.add(group,
                    {.name = "add",
                     .what = "Give somebody rights in a space; other rights than before replace those",
                     .example = "kithd grant add ben \"Engineering pools\" --rights read"},
                    with([user, space, rights](Admin& admin) {
                        return admin.grant(*user, *space, sync::rightsOf(*rights).value_or(sync::Rights::Read));
                    }));
    named(add);
    add.option("--rights", *rights, "What the person may do")
        .words({"read", "write", "manage"}, Case::Matters)
        .showDefault();
    Command remove = program.add(group,
                                 {.name = "remove",
                                  .what = "Take somebody's rights in a space away",
                                  .example = "kithd grant remove ben \"Engineering pools\""},
                                 with([user, space](Admin& admin) { return admin.revoke(*user, *space); }));
    named(remove);
    program.add(group, {.name = "list", .what = "List who may do what where", .example = "kithd grant list"},
                with([](Admin& admin) -> Result<void> {
                    KITH_TRY(grants, admin.grants());
                    for (const server::GrantInfo& grant : grants)
                        fmt::print("{}\t{}\t{}\t{}\n", grant.user, sync::wordOf(grant.rights), grant.space.toString(),
                                   grant.spaceName);
                    return {};
                }));
}

void addDevices(Program& program)
{
    Command group = program.root().group("device", "Desktops that have signed in");
    program.add(group, {.name = "list", .what = "List the devices", .example = "kithd device list"},
                with([](Admin& admin) -> Result<void> {
                    KITH_TRY(devices, admin.devices());
                    for (const sync::Device& device : devices)
                        fmt::print("{}\t{}\t{}\tlast seen {}{}{}\n", device.id.toString(), device.user, device.name,
                                   isoInstant(device.lastSeen), device.revoked ? "\trevoked" : "",
                                   device.erasuresOpen > 0
                                       ? fmt::format("\t{} erasures not confirmed", device.erasuresOpen)
                                       : std::string{});
                    return {};
                }));
    const auto id = std::make_shared<std::string>();
    Command revoke = program.add(group,
                                 {.name = "revoke",
                                  .what = "Sign a device out for good",
                                  .example = "kithd device revoke 0192f1c4-7c1e-7b2a-9f00-0123456789ab"},
                                 with([id](Admin& admin) -> Result<void> {
                                     const auto known = Id::parse(*id);
                                     if (!known) return fail(ErrorCode::BadInput, "That is no device id.");
                                     return admin.revokeDevice(*known);
                                 }));
    revoke.option("device", *id, "The device's id").required().value("ID");
}

}  // namespace

void addAdministration(Program& program)
{
    addUsers(program);
    addSpaces(program);
    addGrants(program);
    addDevices(program);
}

void addUpkeep(Program& program)
{
    const auto file = std::make_shared<std::string>();
    program
        .add(program.root(),
             {.name = "backup",
              .what = "Write everything to one file, while the server runs",
              .example = "kithd --data /var/lib/kithd backup /var/backups/kith.ndjson.zst"},
             with([file](Admin& admin) { return admin.backup(*file); }))
        .option("file", *file, "The file to write")
        .required()
        .value("FILE");
    program
        .add(program.root(),
             {.name = "restore",
              .what = "Replace everything by a backup; desktops then send what it lacks",
              .example = "kithd --data /var/lib/kithd restore /var/backups/kith.ndjson.zst"},
             with([file](Admin& admin) { return admin.restore(*file); }))
        .option("file", *file, "The file to read")
        .required()
        .value("FILE");
    program.add(
        program.root(),
        {.name = "check", .what = "Look for damage in the database", .example = "kithd --data /var/lib/kithd check"},
        with([](Admin& admin) -> Result<void> {
            KITH_TRY(problems, admin.check());
            for (const std::string& problem : problems) fmt::print("{}\n", problem);
            if (!problems.empty()) return fail(ErrorCode::Corrupt, "The database is damaged; restore a backup.");
            fmt::print("The database is sound.\n");
            return {};
        }));
    const auto after = std::make_shared<std::int64_t>(0);
    const auto limit = std::make_shared<int>(200);
    Command audit = program.add(
        program.root(), {.name = "audit", .what = "Print who did what", .example = "kithd audit --after 1200"},
        with([after, limit](Admin& admin) -> Result<void> {
            KITH_TRY(entries, admin.audit(*after, *limit));
            for (const sync::AuditEntry& entry : entries)
                fmt::print("{}\t{}\t{}\t{}\t{}\t{}\n", entry.number, isoInstant(entry.at), entry.user, entry.what,
                           entry.subject.isNil() ? std::string{"-"} : entry.subject.toString(), entry.detail);
            return {};
        }));
    audit.option("--after", *after, "Begin after this number").value("NUMBER").showDefault();
    audit.option("--limit", *limit, "At most so many").value("COUNT").showDefault();
}

}  // namespace kith::app
