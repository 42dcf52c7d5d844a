#include "../signed_in.h"
#include "commands.h"

#include <kith/usecases/approach.h>
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

Result<void> erase(Context& context, const Wish& wish)
{
    KITH_TRY(there, signedIn(context));
    KITH_TRY(person, there.session.reader().resolvePerson(wish.person));
    const auto card = there.session.reader().card(person, context.clock().now());
    if (!wish.sure)
        return fail(ErrorCode::BadInput,
                    fmt::format("Erasing takes {} away from the server and from every machine, and cannot be undone. "
                                "Say --sure to do it; nothing was changed.",
                                card ? card->name : "this person"));
    if (const auto gone = there.administration().erase(person, {}); !gone)
        return std::unexpected(toError(gone.error()));
    KITH_CHECK(there.catchUp(context));
    if (context.json()) context.out().json({{"erased", person.toString()}});
    else
        context.out().line("Erased here and on the server. `kithctl devices` shows which machines have not carried it "
                           "out yet.");
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

    Command gone = about(table.add({.name = "erase",
                                    .what = "Take a person away from the server and every machine, to the last byte",
                                    .example = "kithctl erase \"Ana Ruiz\" --sure"},
                                   [wish](Context& context) { return erase(context, *wish); }));
    gone.flag("--sure", wish->sure, "Really; there is no way back");
}

}  // namespace kith::cli
