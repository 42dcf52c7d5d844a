#include "commands.h"

#include <kith/base/text.h>
#include <kith/usecases/ties.h>

#include <algorithm>
#include <fmt/format.h>

namespace kith::cli {

namespace {

struct Options {
    std::string a;
    std::string b;
    std::string kind;
    std::optional<double> strength;
    std::string since;
    std::string note;
};

Id tieIn(const ChangeSet& changes)
{
    const auto found = std::ranges::find(changes.rows, Kind::Tie, &RowChange::kind);
    return found == changes.rows.end() ? Id{} : found->id;
}

Result<void> runTie(Context& context, const Options& options)
{
    KITH_TRY(session, context.open());
    TieInput input;
    KITH_TRY(a, session->reader().resolvePerson(options.a));
    KITH_TRY(b, session->reader().resolvePerson(options.b));
    input.a = a;
    input.b = b;
    input.kind = fromWord<TieKind>(options.kind).value_or(TieKind::Knows);
    input.strength = options.strength;
    if (!options.since.empty()) input.since = dateFrom(options.since);
    input.note = options.note;
    KITH_TRY(changes, AddTie(session->services()).run(input));
    if (context.json()) {
        context.out().json({{"tie", changes.empty() ? Json(nullptr) : Json(tieIn(changes).toString())},
                            {"a", a.toString()},
                            {"b", b.toString()},
                            {"kind", toWord(input.kind)},
                            {"changed", !changes.empty()}});
        return {};
    }
    context.out().line(changes.empty() ? "They are tied like that already." : fmt::format("Tied {}.", changes.subject));
    return {};
}

Result<void> runUntie(Context& context, const Options& options)
{
    KITH_TRY(session, context.open());
    KITH_TRY(a, session->reader().resolvePerson(options.a));
    KITH_TRY(b, session->reader().resolvePerson(options.b));
    KITH_TRY(changes, RemoveTie(session->services()).run(a, b, fromWord<TieKind>(options.kind)));
    if (context.json()) {
        context.out().json({{"a", a.toString()}, {"b", b.toString()}, {"removed", changes.rows.size()}});
        return {};
    }
    context.out().line(
        fmt::format("Removed {} between {}.", counted(changes.rows.size(), "tie", "ties"), changes.subject));
    return {};
}

void addTwoPeople(Command command, Options& options)
{
    command.option("a", options.a, "One person").value("A").required();
    command.option("b", options.b, "The other person").value("B").required();
}

}  // namespace

void addTie(CommandTable& table)
{
    const auto options = std::make_shared<Options>();
    Command command = table.add({.name = "tie",
                                 .what = "Tie two people",
                                 .example = "kithctl tie \"Ana Ruiz\" \"Tom Kay\" --kind worked-with --strength 0.6"},
                                [options](Context& context) { return runTie(context, *options); });
    addTwoPeople(command, *options);
    command.option("--kind", options->kind, "How").words(wordList<TieKind>()).required();
    command.option("--strength", options->strength, "How strong, from 0 to 1").value("0..1");
    command.option("--since", options->since, "Since when").date();
    command.option("--note", options->note, "A note about the tie").value("S");
}

void addUntie(CommandTable& table)
{
    const auto options = std::make_shared<Options>();
    Command command = table.add({.name = "untie",
                                 .what = "Remove the ties between two people",
                                 .example = "kithctl untie \"Ana Ruiz\" \"Tom Kay\""},
                                [options](Context& context) { return runUntie(context, *options); });
    addTwoPeople(command, *options);
    command.option("--kind", options->kind, "Only ties of this kind").words(wordList<TieKind>());
}

}  // namespace kith::cli
