#include "commands.h"

#include <kith/usecases/demo.h>

#include <fmt/format.h>

namespace kith::cli {

namespace {

Result<void> run(Context& context, const DemoOptions& options)
{
    KITH_TRY(session, context.open());
    KITH_TRY(made, MakeDemo(session->services()).run(options, [&](std::size_t done, std::size_t total) {
        context.out().progress(fmt::format("{} of {} people", done, total));
        return true;
    }));
    if (context.json()) {
        context.out().json({{"people", made.people},
                            {"colleagues", made.colleagues},
                            {"organisations", made.organisations},
                            {"areas", made.areas},
                            {"ties", made.ties},
                            {"interactions", made.interactions},
                            {"reminders", made.reminders},
                            {"skills", made.skills},
                            {"me", made.me.toString()}});
        return {};
    }
    context.out().line(fmt::format("Made {} invented people ({} colleagues), {} ties, {} conversations, {} reminders.",
                                   made.people, made.colleagues, made.ties, made.interactions, made.reminders));
    return {};
}

}  // namespace

void addDemo(CommandTable& table)
{
    const auto options = std::make_shared<DemoOptions>();
    Command command = table.add({.name = "demo",
                                 .what = "Fill an empty workspace with plausible invented people",
                                 .example = "kithctl demo --people 1000 --seed 7"},
                                [options](Context& context) { return run(context, *options); });
    command.option("--people", options->people, "How many people").value("N").showDefault();
    command.option("--seed", options->seed, "The same seed gives the same people").value("S").showDefault();
}

}  // namespace kith::cli
