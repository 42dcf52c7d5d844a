#include "commands.h"

#include "../person_json.h"

#include <kith/base/day_order.h>
#include <kith/base/text.h>
#include <kith/usecases/capture_line.h>
#include <kith/usecases/log_interaction.h>

#include <fmt/format.h>
#include <iostream>
#include <langinfo.h>
#include <locale.h>

namespace kith::cli {

namespace {

struct Options {
    std::vector<std::string> line;
    std::vector<std::string> people;
    std::vector<std::string> with;
    std::vector<std::string> newPeople;
    std::string channel = "meeting";
    std::string direction = "both";
    std::string depth = "conversation";
    std::string at;
    int minutes = 0;
    std::string text;
    std::string followUp;
    std::string reason;
    std::string every;
    bool isPrivate = false;
    bool dryRun = false;
};

/// `--text -` reads standard input, for texts that come from another program.
std::string textOf(const Options& options)
{
    if (options.text != "-") return options.text;
    return {std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
}

Result<ConversationInput> inputOf(const Context& context, const WorkspaceReader& reader, const Options& options)
{
    ConversationInput input;
    for (const auto* list : {&options.people, &options.with}) {
        for (const std::string& text : *list) {
            KITH_TRY(id, reader.resolvePerson(text));
            input.people.push_back(id);
        }
    }
    input.newPeople = options.newPeople;
    input.channel = fromWord<Channel>(options.channel).value_or(Channel::Meeting);
    input.direction = fromWord<Direction>(options.direction).value_or(Direction::Both);
    input.depth = fromWord<Depth>(options.depth).value_or(Depth::Conversation);
    input.at = instantFrom(options.at, context.zone(), context.clock().now());
    input.minutes = options.minutes;
    input.text = textOf(options);
    input.isPrivate = options.isPrivate;
    if (!options.followUp.empty())
        input.nextStep = NextStep{.due = dateFrom(options.followUp), .reason = options.reason, .rrule = options.every};
    return input;
}

Json jsonOfConversation(Json people, const ConversationInput& input, Json pools)
{
    Json followUp;
    if (input.nextStep)
        followUp = {{"on", isoDate(input.nextStep->due)},
                    {"rrule", textOrNull(input.nextStep->rrule)},
                    {"reason", input.nextStep->reason}};
    return {{"people", std::move(people)},
            {"channel", toWord(input.channel)},
            {"direction", toWord(input.direction)},
            {"at", isoInstant(input.at)},
            {"minutes", input.minutes > 0 ? Json(input.minutes) : Json(nullptr)},
            {"text", input.text},
            {"follow_up", std::move(followUp)},
            {"tags", input.tags},
            {"pools", std::move(pools)}};
}

Json jsonOfInput(const WorkspaceReader& reader, const Options& options, const ConversationInput& input, Instant now)
{
    Json people = Json::array();
    std::size_t index = 0;
    for (const auto* list : {&options.people, &options.with})
        for (const std::string& text : *list) {
            const Id id = input.people[index++];
            const auto card = reader.card(id, now);
            people.push_back(
                {{"text", text}, {"id", id.toString()}, {"name", card ? card->name : std::string{}}, {"new", false}});
        }
    for (const std::string& name : input.newPeople)
        people.push_back({{"text", name}, {"id", nullptr}, {"name", name}, {"new", true}});
    return jsonOfConversation(std::move(people), input, Json::array());
}

/// The order of the locale for dates; the C locale, which is nobody's, counts as day first.
DayOrder dayOrder()
{
    const locale_t locale = newlocale(LC_TIME_MASK, "", nullptr);
    if (locale == nullptr) return DayOrder::DayFirst;
    const std::string_view format = nl_langinfo_l(D_FMT, locale);
    // Only those who write the month first begin with it; "%m/%d/%y" of the C locale has its short year.
    const bool monthFirst = format.starts_with("%m") && format != "%m/%d/%y";
    freelocale(locale);
    return monthFirst ? DayOrder::MonthFirst : DayOrder::DayFirst;
}

Json jsonOfLine(const ReadLine& line, const ConversationInput& input)
{
    Json people = Json::array();
    for (const NamedPerson& person : line.people)
        people.push_back({{"text", person.text.empty() ? person.name : person.text},
                          {"id", idOrNull(person.id)},
                          {"name", person.name},
                          {"new", person.isNew}});
    Json pools = Json::array();
    for (const PoolView& pool : line.pools) pools.push_back(pool.name);
    return jsonOfConversation(std::move(people), input, std::move(pools));
}

Result<void> runLine(Context& context, const Options& options)
{
    const Options usual;
    if (!options.at.empty() || !options.text.empty() || !options.followUp.empty() || !options.newPeople.empty()
        || !options.reason.empty() || !options.every.empty() || options.minutes != usual.minutes
        || options.channel != usual.channel || options.direction != usual.direction || options.depth != usual.depth)
        return fail(ErrorCode::BadInput,
                    "Say how, when and for how long, what was said, the next step and who is new in the line itself. "
                    "Nothing was logged.");
    KITH_TRY(session, context.open());
    std::vector<Id> also;
    for (const auto* list : {&options.people, &options.with}) {
        for (const std::string& text : *list) {
            KITH_TRY(id, session->reader().resolvePerson(text));
            also.push_back(id);
        }
    }
    const CaptureLine capture(session->services(), dayOrder());
    KITH_TRY(line, capture.read(join(options.line, " "), also));
    KITH_TRY(input, capture.inputOf(line));
    input.isPrivate = options.isPrivate;
    for (const capture::Problem& problem : line.captured.problems) std::cerr << problem.sentence << '\n';
    Json document;
    if (context.json()) document = jsonOfLine(line, input);
    if (options.dryRun) {
        if (context.json()) context.out().json(document);
        else {
            const std::string_view kind = toWord(input.channel);
            context.out().line(
                fmt::format("Would log a {} on {} with {} people. Nothing was logged: this was a dry run.", kind,
                            isoDate(context.zone().dateOf(input.at)), line.people.size()));
        }
        return {};
    }
    KITH_TRY(logged, LogInteraction(session->services()).run(input));
    if (context.json()) {
        std::size_t created = 0;
        for (std::size_t i = 0; i < line.people.size(); ++i)
            if (line.people[i].isNew && created < logged.created.size())
                document["people"][i]["id"] = logged.created[created++].toString();
        document["interaction"] = logged.interaction.toString();
        document["reminder"] = idOrNull(logged.reminder);
        context.out().json(document);
        return {};
    }
    context.out().line(fmt::format("Logged a {} with {}{}.", toWord(input.channel), logged.changes.subject,
                                   logged.reminder.isNil() ? std::string{} : " and set a reminder"));
    return {};
}

Result<void> run(Context& context, const Options& options)
{
    if (!options.line.empty()) return runLine(context, options);
    KITH_TRY(session, context.open());
    KITH_TRY(input, inputOf(context, session->reader(), options));
    Json document;
    if (context.json()) document = jsonOfInput(session->reader(), options, input, context.clock().now());
    if (options.dryRun) {
        if (context.json()) context.out().json(document);
        else context.out().line("Nothing was logged: this was a dry run.");
        return {};
    }
    KITH_TRY(logged, LogInteraction(session->services()).run(input));
    if (context.json()) {
        // People made by this command come last, in the order in which they were named.
        for (std::size_t i = 0; i < logged.created.size(); ++i)
            document["people"][input.people.size() + i]["id"] = logged.created[i].toString();
        document["interaction"] = logged.interaction.toString();
        document["reminder"] = idOrNull(logged.reminder);
        context.out().json(document);
        return {};
    }
    context.out().line(fmt::format("Logged a {} with {}{}.", toWord(input.channel), logged.changes.subject,
                                   logged.reminder.isNil() ? std::string{} : " and set a reminder"));
    return {};
}

}  // namespace

void addLog(CommandTable& table)
{
    const auto options = std::make_shared<Options>();
    Command command = table.add(
        {.name = "log",
         .what = "Log a conversation",
         .example = "kithctl log \"coffee with Ana Ruiz yesterday 40m about the lead role; ask again 2nd Tuesday of "
                    "March #data\"\n"
                    "kithctl log --person \"Ana Ruiz\" --channel call --direction both --at 2026-11-20T10:00 "
                    "--text \"Open to move after the bonus\""},
        [options](Context& context) { return run(context, *options); });
    command.option("line", options->line, "The conversation in one line").value("TEXT");
    command.option("--person", options->people, "Who it was with; may be repeated").value("PERSON").many();
    command.option("--with", options->with, "Who else took part; may be repeated").value("PERSON").many();
    command.option("--new", options->newPeople, "Somebody not in the workspace yet; may be repeated")
        .value("NAME")
        .many();
    command.option("--channel", options->channel, "By what").words(wordList<Channel>()).showDefault();
    command.option("--direction", options->direction, "Who wrote or spoke").words(wordList<Direction>()).showDefault();
    command.option("--depth", options->depth, "How far it went").words(wordList<Depth>()).showDefault();
    command.option("--at", options->at, "When; otherwise now").time();
    command.option("--minutes", options->minutes, "How long").value("N");
    command.option("--text", options->text, "What was said; - reads standard input").value("S");
    command.option("--follow-up", options->followUp, "Set a reminder for this day").date();
    command.option("--reason", options->reason, "What the reminder is for").value("S");
    command.option("--every", options->every, "Repeat the reminder (RFC 5545)").value("RRULE");
    command.flag("--private", options->isPrivate, "Only you can ever read it");
    command.flag("--dry-run", options->dryRun, "Say what would be logged");
}

}  // namespace kith::cli
