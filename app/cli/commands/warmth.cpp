#include "../person_json.h"
#include "commands.h"

#include <fmt/format.h>

namespace kith::cli {

namespace {

Result<void> run(Context& context, const std::string& who)
{
    KITH_TRY(session, context.open());
    KITH_TRY(at, context.readAt());
    KITH_TRY(id, session->reader().resolvePerson(who));
    const auto detail = session->reader().person(id, at, 0);
    if (!detail) return fail(ErrorCode::NotFound, "There is no such person.");
    const Warmth& warmth = detail->warmth;
    if (context.json()) {
        context.out().json({{"person", id.toString()},
                            {"warmth", warmth.warmth},
                            {"band", toWord(warmth.band)},
                            {"terms", jsonOf(warmth.terms)}});
        return {};
    }
    context.out().line(fmt::format("{}: {} of 100, {}", detail->card.name, warmth.warmth, toWord(warmth.band)));
    Table table({"TERM", "VALUE", "× WEIGHT", "= POINTS", "BECAUSE"}, 60);
    for (const WarmthTerm& term : warmth.terms)
        table.row({std::string{term.name}, fmt::format("{:.2f}", term.value), fmt::format("{:g}", term.weight),
                   fmt::format("{:.1f}", term.points), term.because});
    context.out().table(table);
    return {};
}

}  // namespace

void addWarmth(CommandTable& table)
{
    const auto who = std::make_shared<std::string>();
    Command command = table.add({.name = "warmth",
                                 .what = "Print how warm the relationship with a person is, and the arithmetic",
                                 .example = "kithctl warmth \"Ana Ruiz\""},
                                [who](Context& context) { return run(context, *who); });
    command.option("person", *who, "Whom").value("PERSON").required();
}

}  // namespace kith::cli
