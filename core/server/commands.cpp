#include "commands.h"

#include "accounts.h"
#include "entry_book.h"
#include "erasure.h"
#include "spaces.h"

#include <kith/base/text.h>

#include <fmt/format.h>

namespace kith::server {

namespace {

using sync::Command;
using sync::CommandReply;
using sync::Rights;
using sync::Role;

std::unexpected<Failure> denied()
{
    // The same for what is not there and for what may not be seen.
    return refuse(Trouble::Denied, "You may not do that, or there is no such thing.");
}

class Commander {
public:
    Commander(Core& core, Database& db, const Session& session, Announcement& announcement, std::int64_t number)
        : core_(core), db_(db), session_(session), announcement_(announcement), number_(number)
    {
    }

    Answer<CommandReply> run(const Command& command)
    {
        KITH_TRY(rights, server::rightsOf(db_, session_.org, session_.account));
        rights_ = std::move(rights);
        switch (command.what) {
        case Command::What::MakeSpace: return makeSpace(command);
        case Command::What::RenameSpace: return renameSpace(command);
        case Command::What::Grant: return grant(command, command.rights);
        case Command::What::Revoke: return grant(command, Rights::None);
        case Command::What::Erase: return erase(command);
        case Command::What::Invite: return inviteSomebody(command);
        case Command::What::RevokeDevice: return revoke(command);
        case Command::What::Disable: return disable(command);
        }
        return refuse(Trouble::BadMessage, "There is no such command.");
    }

private:
    [[nodiscard]] bool manages(const Id& space) const
    {
        return session_.role != Role::Partner && rightsIn(rights_, space) == Rights::Manage;
    }
    [[nodiscard]] bool administers() const { return session_.role == Role::Administrator; }
    [[nodiscard]] static bool isName(std::string_view name)
    {
        return !trim(name).empty() && name.size() <= kLongestName && isUtf8(name);
    }
    Answer<void> audit(std::string_view what, const Id& subject, std::string detail = {})
    {
        return note(db_, session_.org, core_.clock.now(),
                    {.account = session_.name, .what = what, .subject = subject, .detail = std::move(detail)});
    }

    Answer<CommandReply> makeSpace(const Command& command)
    {
        if (session_.role == Role::Partner || command.space.isNil() || command.kind == SpaceKind::Organisation)
            return denied();
        if (!isName(command.name)) return refuse(Trouble::BadMessage, "A space needs a name.");
        KITH_TRY(taken, db_.number("SELECT COUNT(*) FROM space WHERE id = ?", {command.space}));
        // Asked again after a reply that was lost.
        if (taken != 0 && rightsIn(rights_, command.space) == Rights::Manage) return CommandReply{.id = command.space};
        if (taken != 0) return denied();
        KITH_CHECK(server::makeSpace(db_, session_.org, command.space, trim(command.name), command.kind));
        KITH_CHECK(
            setRights(db_, announcement_, session_.org, session_.account, command.space, Rights::Manage, number_));
        KITH_CHECK(audit("make-space", command.space, std::string(toWord(command.kind))));
        return CommandReply{.id = command.space};
    }

    Answer<CommandReply> renameSpace(const Command& command)
    {
        if (!manages(command.space)) return denied();
        if (!isName(command.name)) return refuse(Trouble::BadMessage, "A space needs a name.");
        KITH_CHECK(db_.run("UPDATE space SET name = ? WHERE org = ? AND id = ?",
                           {trim(command.name), session_.org, command.space}));
        // Everybody who sees it hears of the new name as of a change of what they may see.
        std::vector<Id> readers;
        KITH_CHECK(db_.each("SELECT account FROM space_grant WHERE org = ? AND space = ?",
                            {session_.org, command.space}, [&](const Record& r) { readers.push_back(r.id(0)); }));
        for (const Id& reader : readers) {
            KITH_CHECK(db_.run("UPDATE account SET changed = ? WHERE id = ?", {number_, reader}));
            announcement_.about(reader, number_);
        }
        KITH_CHECK(audit("rename-space", command.space));
        return CommandReply{.id = command.space};
    }

    Answer<CommandReply> grant(const Command& command, Rights rights)
    {
        if (!manages(command.space)) return denied();
        KITH_TRY(account, accountNamed(db_, command.user));
        if (!account || account->org != session_.org) return denied();
        if (rights != Rights::Manage) {
            KITH_TRY(others,
                     db_.number("SELECT COUNT(*) FROM space_grant WHERE org = ? AND space = ? AND rights = ?"
                                " AND account <> ?",
                                {session_.org, command.space, static_cast<int>(Rights::Manage), account->id}));
            if (others == 0) return refuse(Trouble::Denied, "Somebody must stay who manages the space.");
        }
        KITH_CHECK(setRights(db_, announcement_, session_.org, account->id, command.space, rights, number_));
        KITH_CHECK(audit(rights == Rights::None ? "revoke" : "grant", command.space,
                         fmt::format("{} {}", account->id.toString(), wordOf(rights))));
        return CommandReply{.id = account->id};
    }

    Answer<CommandReply> erase(const Command& command)
    {
        EntryBook book(db_, session_.org, number_);
        KITH_CHECK(book.load(std::span(&command.subject, 1)));
        const Entry* entry = book.find(command.subject);
        if (entry == nullptr || entry->standing != Standing::Here || !manages(entry->space)) return denied();
        // Whoever is merged with them goes, too. That somebody is whom one may not see is not told.
        KITH_TRY(records, recordsOf(db_, book, session_.org, command.subject));
        for (const Id& record : records) {
            const Id& space = book.find(record)->space;
            if (rightsIn(rights_, space) != Rights::None && !manages(space))
                return refuse(Trouble::Denied,
                              "They are merged with somebody in a space that you do not manage. Unmerge them first, or "
                              "ask somebody who manages both spaces.");
        }
        KITH_TRY(
            erased,
            erasePerson(core_, db_, announcement_, session_.org, session_.fingerprintKey, command.subject, number_));
        KITH_CHECK(audit("erase", erased.erasure, fmt::format("{} rows", erased.rows)));
        return CommandReply{.id = erased.erasure};
    }

    Answer<CommandReply> inviteSomebody(const Command& command)
    {
        if (!administers()) return denied();
        if (!isAccountName(command.name)) return refuse(Trouble::BadMessage, "An account needs a name.");
        KITH_TRY(account, accountNamed(db_, command.name));
        if (account && (account->org != session_.org || !account->password.empty()))
            return refuse(Trouble::Denied, "There is such an account already.");
        Id id = account ? account->id : Id{};
        if (!account) {
            KITH_TRY(made, makeAccount(core_, db_, announcement_, session_.org, command.name, command.role, number_));
            id = made;
        }
        KITH_TRY(code, invite(core_, db_, id));
        KITH_CHECK(audit("invite", id, std::string(wordOf(command.role))));
        return CommandReply{.code = code, .id = id};
    }

    Answer<CommandReply> revoke(const Command& command)
    {
        bool allowed = false;
        KITH_CHECK(db_.each("SELECT account, org FROM device WHERE id = ?", {command.subject}, [&](const Record& r) {
            allowed = r.integer(1) == session_.org && (administers() || r.id(0) == session_.account);
        }));
        if (!allowed) return denied();
        KITH_CHECK(revokeDevice(db_, command.subject));
        KITH_CHECK(audit("revoke-device", command.subject));
        return CommandReply{.id = command.subject};
    }

    Answer<CommandReply> disable(const Command& command)
    {
        if (!administers()) return denied();
        KITH_TRY(account, accountNamed(db_, command.user));
        if (!account || account->org != session_.org || account->id == session_.account) return denied();
        KITH_CHECK(db_.run("UPDATE account SET disabled = 1 WHERE id = ?", {account->id}));
        KITH_CHECK(signOutEverywhere(db_, account->id));
        KITH_CHECK(audit("disable", account->id));
        return CommandReply{.id = account->id};
    }

    Core& core_;
    Database& db_;
    const Session& session_;
    Announcement& announcement_;
    std::int64_t number_;
    RightsBySpace rights_;
};

}  // namespace

Answer<CommandReply> command(Core& core, const sync::Token& token, const Command& command, const std::stop_token& stop)
{
    auto reply = core.write(
        token, stop, [&](Database& db, const Session& session, Announcement& announcement) -> Answer<CommandReply> {
            KITH_TRY(number, nextNumber(db, session.org));
            return Commander(core, db, session, announcement, number).run(command);
        });
    ++core.counters.commands;
    if (reply && command.what == Command::What::Erase) {
        ++core.counters.erasures;
        scrub(core);
    }
    return reply;
}

}  // namespace kith::server
