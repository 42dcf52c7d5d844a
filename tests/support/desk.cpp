#include <kith/support/desk.h>

#include <kith/usecases/log_interaction.h>

#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>

namespace kith::test {

namespace {

template <class T>
T must(Result<T> result)
{
    if (!result) {
        fmt::print(stderr, "the desk is not set: {}\n", result.error().message);
        std::abort();
    }
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

}  // namespace

Desk::Desk() : me(files.addPerson("Priya Nair", Facet::Colleague))
{
    must(files.services().writer.setSetting(settings::kMe, me.toString()));
}

Id Desk::remind(const Id& person, const char* due, const std::string& reason, ReminderKind kind,
                const std::string& rrule)
{
    const ReminderInput input{.person = person, .due = day(due), .reason = reason, .rrule = rrule, .kind = kind};
    return must(SetReminder(files.services()).run(input)).rows.front().id;
}

void Desk::speak(const Id& person, const char* at, const std::string& text)
{
    const ConversationInput input{
        .people = {person}, .channel = Channel::Call, .at = *parseIsoInstant(at, files.zone), .text = text};
    must(LogInteraction(files.services()).run(input));
}

}  // namespace kith::test
