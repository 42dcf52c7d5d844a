#include "commands.h"

#include "../person_json.h"

#include <kith/domain/recurrence.h>
#include <kith/usecases/reminders.h>

#include <fmt/format.h>

namespace kith::cli {

namespace {

struct Options {
    std::string person;
    std::string on;
    std::string reason;
    std::string every;
    std::string assignee;
    bool promise = false;
};

Result<void> run(Context& context, const Options& options)
{
    KITH_TRY(session, context.open());
    KITH_TRY(person, session->reader().resolvePerson(options.person));
    ReminderInput input{.person = person,
                        .due = dateFrom(options.on),
                        .reason = options.reason,
                        .rrule = options.every,
                        .kind = options.promise ? ReminderKind::Promise : ReminderKind::FollowUp};
    if (!options.assignee.empty()) {
        KITH_TRY(assignee, session->reader().resolvePerson(options.assignee));
        input.assignee = assignee;
    }
    KITH_TRY(changes, SetReminder(session->services()).run(input));
    const auto view = session->reader().reminder(changes.rows.front().id);
    if (!view) return fail(ErrorCode::Internal, "The reminder was saved, but could not be read again.");
    if (context.json()) {
        context.out().json({{"reminder", view->id.toString()},
                            {"person", person.toString()},
                            {"name", view->name},
                            {"due", isoDate(view->due)},
                            {"reason", view->reason},
                            {"rrule", textOrNull(view->rrule)},
                            {"assignee", textOrNull(view->assigneeName)}});
        return {};
    }
    context.out().line(fmt::format("Reminder about {} on {}{}.", view->name, isoDate(view->due),
                                   view->rrule.empty() ? std::string{} : ", " + recurrenceInWords(view->rrule)));
    return {};
}

}  // namespace

void addRemind(CommandTable& table)
{
    const auto options = std::make_shared<Options>();
    Command command = table.add(
        {.name = "remind",
         .what = "Set a reminder about a person",
         .example = "kithctl remind \"Ana Ruiz\" --on 2027-03-09 --reason \"Bonus is paid\" --every FREQ=YEARLY"},
        [options](Context& context) { return run(context, *options); });
    command.option("person", options->person, "About whom").value("PERSON").required();
    command.option("--on", options->on, "The day").date().required();
    command.option("--reason", options->reason, "What for").value("S").required();
    command.option("--every", options->every, "Repeat by this rule of RFC 5545").value("RRULE");
    command.option("--assignee", options->assignee, "Which colleague; otherwise you").value("PERSON");
    command.flag("--promise", options->promise, "Something that was promised, rather than a follow-up");
}

}  // namespace kith::cli
