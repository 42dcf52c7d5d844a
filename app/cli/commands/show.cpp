#include "commands.h"

#include <kith/base/text.h>
#include <kith/domain/recurrence.h>
#include <kith/exchange/json_writer.h>
#include <kith/usecases/export_people.h>

#include <fmt/format.h>
#include <limits>

namespace kith::cli {

namespace {

constexpr std::size_t kAll = std::numeric_limits<std::int32_t>::max();

struct Options {
    std::string person;
    std::size_t interactions = 200;
};

std::string heading(const PersonCard& card)
{
    std::vector<std::string> parts;
    for (const std::string& part : {card.title, card.organisation, card.area, card.city})
        if (!part.empty()) parts.push_back(part);
    return join(parts, " · ");
}

std::string participantsOf(const InteractionView& view, const Id& person)
{
    std::vector<std::string> names;
    for (const ParticipantView& each : view.participants)
        if (each.person != person) names.push_back(each.name);
    return join(names, ", ");
}

void printParts(Output& out, const PersonDetail& detail)
{
    for (const auto& point : detail.contactPoints)
        out.line(fmt::format("  {:<8} {}{}", toWord(point.kind), point.value,
                             point.label.empty() ? std::string{} : fmt::format(" ({})", point.label)));
    for (const auto& skill : detail.skills)
        out.line(fmt::format("  skill    {}, {}, {}", skill.name, toWord(skill.level), toWord(skill.evidence)));
    for (const auto& pay : detail.pay)
        out.line(fmt::format("  pay      {}{}", pay.amount,
                             pay.statedOn ? fmt::format(" ({})", isoDate(*pay.statedOn)) : std::string{}));
    for (const auto& tag : detail.tags) out.line(fmt::format("  tag      {}", tag.name));
    for (const auto& tie : detail.ties)
        out.line(fmt::format("  tie      {} {} ({:.2f})", toWord(tie.kind), tie.name, tie.strength));
    for (const auto& in : detail.pools)
        out.line(fmt::format("  pool     {}{}", in.name, in.reason.empty() ? std::string{} : ": " + in.reason));
    for (const auto& in : detail.placements)
        out.line(fmt::format("  pipeline {}, {}{}", in.pipeline,
                             in.placement.state == PlacementState::Active ? in.stage
                                                                          : std::string(toWord(in.placement.state)),
                             in.placement.reason.empty() ? std::string{} : ": " + in.placement.reason));
    for (const auto& merged : detail.merged)
        out.line(fmt::format("  merged   {} ({})", merged.name, isoInstant(merged.at).substr(0, 10)));
    for (const auto& due : detail.reminders)
        out.line(fmt::format("  reminder {}  {}{}", isoDate(due.due), due.reason,
                             due.rrule.empty() ? std::string{} : fmt::format(" ({})", recurrenceInWords(due.rrule))));
}

void print(Context& context, const PersonDetail& detail)
{
    Output& out = context.out();
    out.line(detail.card.name);
    if (const std::string what = heading(detail.card); !what.empty()) out.line(what);
    out.line(
        fmt::format("Warmth {} ({})   id {}", detail.card.warmth, toWord(detail.card.band), detail.card.id.toString()));
    if (const ApproachView& approach = detail.approach; approach.approach != Approach::Open)
        out.line(fmt::format("{}{}{}", toWord(approach.approach),
                             approach.until ? fmt::format(" until {}", isoDate(*approach.until)) : std::string{},
                             approach.reason.empty() ? std::string{} : ": " + approach.reason));
    if (!detail.about.empty()) out.line(detail.about);
    printParts(out, detail);
    if (detail.interactions.empty()) return;
    Table table({"WHEN", "CHANNEL", "DIRECTION", "WITH", "TEXT"}, 60);
    for (const InteractionView& view : detail.interactions)
        table.row({isoDate(context.zone().dateOf(view.at)), std::string{toWord(view.channel)},
                   std::string{toWord(view.direction)}, participantsOf(view, detail.card.id), view.text});
    out.table(table);
    if (detail.interactions.size() < detail.interactionCount)
        out.line(fmt::format("{} of {} conversations.", detail.interactions.size(), detail.interactionCount));
}

void leaveOutWhatCameLater(PersonDetail& detail, Instant at, std::size_t limit)
{
    auto& timeline = detail.interactions;
    std::erase_if(timeline, [&](const InteractionView& view) { return view.at > at; });
    detail.interactionCount = timeline.size();
    detail.card.lastInteraction = timeline.empty() ? std::nullopt : std::optional(timeline.front().at);
    if (timeline.size() > limit) timeline.resize(limit);
}

Result<void> run(Context& context, const Options& options)
{
    KITH_TRY(session, context.open());
    KITH_TRY(at, context.readAt());
    KITH_TRY(id, session->reader().resolvePerson(options.person));
    auto detail = session->reader().person(id, at, context.readsThePast() ? kAll : options.interactions);
    if (!detail) return fail(ErrorCode::NotFound, "There is no such person.");
    if (context.readsThePast()) leaveOutWhatCameLater(*detail, at, options.interactions);
    if (context.json()) context.out().raw(exchange::writeJson(exportRecord(*detail)) + "\n");
    else print(context, *detail);
    return {};
}

}  // namespace

void addShow(CommandTable& table)
{
    const auto options = std::make_shared<Options>();
    Command command = table.add(
        {.name = "show", .what = "Show everything about a person", .example = "kithctl show ana.ruiz@example.org"},
        [options](Context& context) { return run(context, *options); });
    command.option("person", options->person, "Whom").value("PERSON").required();
    command.option("--interactions", options->interactions, "How many of the latest conversations")
        .value("N")
        .showDefault();
}

}  // namespace kith::cli
