#include "../signed_in.h"
#include "commands.h"

#include <kith/base/text.h>
#include <kith/usecases/approach.h>
#include <kith/usecases/erase_person.h>
#include <kith/usecases/pay.h>

#include <fmt/format.h>

namespace kith::cli {

namespace {

struct Wish {
    std::string person;
    std::string approach;
    std::string reason;
    std::string until;
    std::string amount;
    std::string on;
    std::string space;
    bool sure = false;
};

Result<void> setApproach(Context& context, const Wish& wish)
{
    KITH_TRY(session, context.open());
    KITH_TRY(person, session->reader().resolvePerson(wish.person));
    ApproachInput input{.approach = fromWord<Approach>(wish.approach).value_or(Approach::Open), .reason = wish.reason};
    if (!wish.until.empty()) input.until = dateFrom(wish.until);
    KITH_TRY(changes, EditApproach(session->services()).run(person, input));
    if (context.json()) {
        context.out().json({{"person", person.toString()},
                            {"approach", toWord(input.approach)},
                            {"reason", input.reason},
                            {"until", input.until ? Json(isoDate(*input.until)) : Json(nullptr)},
                            {"changed", !changes.empty()}});
        return {};
    }
    context.out().line(changes.empty() ? "It was like that already."
                                       : fmt::format("{}: {}.", changes.subject, toWord(input.approach)));
    return {};
}

Result<void> addExpectation(Context& context, const Wish& wish)
{
    KITH_TRY(session, context.open());
    KITH_TRY(person, session->reader().resolvePerson(wish.person));
    const Instant now = context.clock().now();
    PayInput input{.amount = wish.amount, .statedOn = wish.on.empty() ? context.zone().dateOf(now) : dateFrom(wish.on)};
    if (!wish.space.empty()) {
        KITH_TRY(space, resolveSpace(session->reader(), wish.space));
        input.space = space.id;
    }
    KITH_TRY(changes, AddPay(session->services()).run(person, input));
    if (context.json()) context.out().json({{"person", person.toString()}, {"amount", input.amount}});
    else
        context.out().line(fmt::format("Noted what {} expects{}.", changes.subject,
                                       wish.space.empty() ? ", for your eyes only" : " in " + wish.space));
    return {};
}

Result<void> eraseEverywhere(Context& context, const Id& person)
{
    KITH_TRY(there, signedIn(context));
    // The server has to know whom: what it has not heard of yet goes first.
    KITH_CHECK(there.catchUp(context));
    if (const auto gone = there.administration().erase(person, {}); !gone)
        return std::unexpected(toError(gone.error()));
    return there.catchUp(context);
}

Result<void> erase(Context& context, const Wish& wish)
{
    KITH_TRY(session, context.open());
    KITH_TRY(person, session->reader().resolvePerson(wish.person));
    KITH_TRY(outlook, erasureOutlook(session->reader(), person));
    const bool shared = session->workspace().sync().account().has_value();
    if (!wish.sure)
        return fail(ErrorCode::BadInput,
                    fmt::format("Erasing takes {} away {}, and cannot be undone. Backups made before still hold them. "
                                "Say --sure to do it; nothing was changed.",
                                outlook.name,
                                shared ? "from the server and from every machine" : "from this workspace"));
    if (shared) KITH_CHECK(eraseEverywhere(context, person));
    else KITH_CHECK(ErasePerson(session->services()).run(person));
    if (context.json()) {
        context.out().json({{"erased", person.toString()}, {"server", shared}});
        return {};
    }
    context.out().line(shared ? "Erased here and on the server. `kithctl devices` shows which machines have not "
                                "carried it out yet."
                              : "Erased from this workspace.");
    if (outlook.shared > 0)
        context.out().line(fmt::format("{} with others stay, without them in the list of people.",
                                       counted(outlook.shared, "conversation", "conversations")));
    context.out().line("Backups and exports made before still hold them.");
    return {};
}

}  // namespace

void addPrivacy(CommandTable& table)
{
    const auto wish = std::make_shared<Wish>();
    const auto about = [&](Command command) {
        command.option("person", wish->person, "Whom").value("PERSON").required();
        return command;
    };
    Command approach = about(table.add({.name = "approach",
                                        .what = "Say whether a person may be approached",
                                        .example = "kithctl approach \"Ana Ruiz\" do-not-contact --reason \"Asked us "
                                                   "to stop\""},
                                       [wish](Context& context) { return setApproach(context, *wish); }));
    approach.option("approach", wish->approach, "Which").words(wordList<Approach>()).required();
    approach.option("--reason", wish->reason, "Why").value("S");
    approach.option("--until", wish->until, "The last day it holds; otherwise until it is changed").date();

    Command pay = about(table.add({.name = "pay",
                                   .what = "Note what a person expects to be paid, where only you can read it",
                                   .example = "kithctl pay \"Ana Ruiz\" \"62-65k EUR, four days\""},
                                  [wish](Context& context) { return addExpectation(context, *wish); }));
    pay.option("amount", wish->amount, "What they said").value("TEXT").required();
    pay.option("--on", wish->on, "The day they said it; otherwise today").date();
    pay.option("--space", wish->space, "For those who see this space, instead of you alone").value("SPACE");

    Command gone =
        about(table.add({.name = "erase",
                         .what = "Take a person away to the last byte: here, and where there is a server, everywhere",
                         .example = "kithctl erase \"Ana Ruiz\" --sure"},
                        [wish](Context& context) { return erase(context, *wish); }));
    gone.flag("--sure", wish->sure, "Really; there is no way back");
}

}  // namespace kith::cli
