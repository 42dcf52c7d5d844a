#include "../person_json.h"
#include "commands.h"

#include <fmt/format.h>

namespace kith::cli {

namespace {

struct Wish {
    std::string person;
    std::string weights;
};

constexpr std::string_view kUsual = "usual";

Result<void> setWeights(Services& services, const std::string& wish)
{
    if (wish == kUsual) return services.writer.setSetting(settings::kWarmthWeights, {});
    const auto weights = weightsFrom(wish);
    if (!weights)
        return fail(
            ErrorCode::BadInput,
            fmt::format("\"{}\" is not five numbers from 0 to 100 with commas between them, one of them more than "
                        "0, for {}; nothing was changed.",
                        wish, fmt::join(kWarmthTermNames, ", ")));
    return services.writer.setSetting(settings::kWarmthWeights, toText(*weights));
}

void printWeights(Context& context, const WarmthWeights& weights)
{
    const auto all = listed(weights);
    if (context.json()) {
        Json json = Json::object();
        for (std::size_t i = 0; i < all.size(); ++i) json[std::string{kWarmthTermNames.at(i)}] = all.at(i);
        context.out().json({{"weights", std::move(json)}, {"usual", weights == WarmthWeights{}}});
        return;
    }
    Table table({"TERM", "WEIGHT"});
    for (std::size_t i = 0; i < all.size(); ++i)
        table.row({std::string{kWarmthTermNames.at(i)}, fmt::format("{:g}", all.at(i))});
    context.out().table(table);
}

Result<void> run(Context& context, const Wish& wish)
{
    KITH_TRY(session, context.open());
    if (!wish.weights.empty()) KITH_CHECK(setWeights(session->services(), wish.weights));
    if (wish.person.empty()) {
        printWeights(context, warmthWeightsOf(session->reader()));
        return {};
    }
    KITH_TRY(at, context.readAt());
    KITH_TRY(id, session->reader().resolvePerson(wish.person));
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
    const auto wish = std::make_shared<Wish>();
    Command command = table.add({.name = "warmth",
                                 .what = "Print how warm the relationship with a person is, and the arithmetic",
                                 .example = "kithctl warmth \"Ana Ruiz\"\n"
                                            "kithctl warmth --weights 40,20,15,15,10"},
                                [wish](Context& context) { return run(context, *wish); });
    command.option("person", wish->person, "Whom; without, what warmth counts with is printed").value("PERSON");
    command
        .option(
            "--weights", wish->weights,
            "Count with these from now on: recency, frequency, reciprocity, depth, breadth; \"usual\" for those that "
            "Kith comes with")
        .value("R,F,R,D,B");
}

}  // namespace kith::cli
