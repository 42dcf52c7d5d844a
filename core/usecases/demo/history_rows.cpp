#include <kith/usecases/demo/phrases.h>
#include <kith/usecases/demo/scene.h>

#include <algorithm>

namespace kith::demo {

namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr int kThreeYears = 3 * 365;
/// What lies further back hardly warms (warmth.h): the history that somebody has besides.
constexpr int kLongAgo = 420;

/// How often and how recently somebody has been spoken to; chosen so that warmth.h puts most people of an attention
/// into the band of that name. Days are ages.
struct Rhythm {
    int fewest;  ///< conversations since kLongAgo
    int most;
    int latestFrom;
    int latestTo;
    int fewestBefore;  ///< and before
    int mostBefore;
    int helpers;  ///< chance in percent that another colleague than the holder speaks
};

constexpr Rhythm rhythmOf(Attention attention)
{
    switch (attention) {
    case Attention::Hot: return {8, 12, 2, 16, 2, 4, 45};
    case Attention::Warm: return {3, 4, 18, 75, 2, 4, 30};
    case Attention::Cool: return {2, 3, 70, 140, 2, 4, 20};
    case Attention::Cold: return {1, 2, 200, kLongAgo, 2, 3, 10};
    case Attention::Quiet: break;
    }
    return {0, 0, 0, 0, 0, 1, 0};
}

/// Ages of conversations in days, oldest first; the more recent, the denser.
std::vector<int> agesOf(const Rhythm& rhythm, std::optional<int> latest, Dice& dice)
{
    std::vector<int> ages;
    const int before = dice.between(rhythm.fewestBefore, rhythm.mostBefore);
    ages.reserve(static_cast<std::size_t>(before));
    for (int i = 0; i < before; ++i) ages.push_back(dice.between(kLongAgo + 10, kThreeYears - 1));
    int recent = dice.between(rhythm.fewest, rhythm.most);
    if (latest) recent = std::max(recent, 1);
    if (recent > 0) {
        // Three days apart, so that moving one off a week-end does not change which is the last.
        const int newest = latest.value_or(dice.between(rhythm.latestFrom, rhythm.latestTo));
        const int room = std::max(kLongAgo - newest, 60);
        ages.push_back(newest);
        for (int i = 1; i < recent; ++i) {
            const double u = dice.unit();
            ages.push_back(newest + 3 + static_cast<int>(u * u * room));
        }
    }
    std::ranges::sort(ages, std::greater{});
    return ages;
}

/// Within working hours; nobody rings on a Sunday.
Instant momentOf(Date day, Dice& dice)
{
    const std::chrono::weekday weekday{day};
    if (weekday == std::chrono::Saturday) day -= days{1};
    if (weekday == std::chrono::Sunday) day -= days{2};
    return Instant{day} + minutes{8 * 60 + 5 * dice.between(0, 115)};
}

struct Telling {
    Scene& scene;
    Edit& edit;
    std::size_t person;
    const Traits& traits;
    std::size_t holder;
    Dice& dice;

    [[nodiscard]] Gaps gaps(std::size_t colleague) const
    {
        const auto skills = fields()[traits.field].skills;
        const std::size_t first = dice.below(skills.size());
        return {.skill = skills[first],
                .otherSkill = skills[(first + 1 + dice.below(skills.size() - 1)) % skills.size()],
                .organisation = scene.employers[traits.organisation].name,
                .city = cities()[traits.city].name,
                .area = areas()[traits.area].name,
                .field = fields()[traits.field].name,
                .colleague = scene.colleagueNames[colleague]};
    }
};

int minutesOf(const Opening& opening, Dice& dice)
{
    if (opening.channel != Channel::Meeting && opening.channel != Channel::Call) return 0;
    return opening.depth == Depth::Conversation ? 5 * dice.between(5, 14) : 5 * dice.between(1, 3);
}

struct Held {
    Id interaction;
    std::size_t colleague = 0;
};

/// Now and then somebody else was there too: not one whose story would be changed by it.
void takeAlong(const Telling& t, const auto& takePart)
{
    const std::size_t colleagues = t.scene.cast.colleagues();
    if (t.person <= colleagues || !t.dice.percent(30)) return;
    const std::size_t other = colleagues + t.dice.below(t.person - colleagues);
    const Traits theirs = t.scene.cast.traits(other);
    if (theirs.story == nullptr && theirs.attention >= Attention::Warm) takePart(other);
}

Held writeConversation(const Telling& t, int age, const Opening& opening, std::string text, std::size_t colleague)
{
    Scene& scene = t.scene;
    const Id id = scene.ids.make();
    NewRow row(t.edit, Kind::Interaction, id);
    row.set(interaction::at, instantValue(momentOf(scene.today - days{age}, t.dice)))
        .set(interaction::channel, enumValue(opening.channel))
        .set(interaction::direction, enumValue(opening.direction))
        .set(interaction::depth, enumValue(opening.depth))
        .set(interaction::text, textValue(std::move(text)));
    if (const int taken = minutesOf(opening, t.dice); taken > 0) row.set(interaction::minutes, std::int64_t{taken});
    ++scene.summary.interactions;

    const auto takePart = [&](std::size_t who) {
        NewRow(t.edit, Kind::Participant, scene.ids.make())
            .set(participant::interaction, idValue(id))
            .set(participant::person, idValue(scene.people[who]));
    };
    takePart(t.person);
    if (opening.channel != Channel::Note) takePart(colleague);
    if (opening.channel == Channel::Event) takeAlong(t, takePart);
    return {id, colleague};
}

Held writeConversations(const Telling& t)
{
    const Story* story = t.traits.story;
    const Rhythm rhythm = rhythmOf(t.traits.attention);
    const auto ages = agesOf(rhythm, story ? std::optional(story->lastDays) : std::nullopt, t.dice);
    Held held{.interaction = {}, .colleague = t.holder};
    for (std::size_t i = 0; i < ages.size(); ++i) {
        const bool last = i + 1 == ages.size();
        if (last && story != nullptr) {
            const Opening opening{story->channel, story->direction, story->depth, {}};
            held = writeConversation(t, ages[i], opening, fillGaps(t.dice, story->lastWords, t.gaps(0)), t.holder);
            continue;
        }
        std::size_t colleague = t.holder;
        if (!t.scene.cast.isColleague(t.person) && t.dice.percent(rhythm.helpers))
            colleague = t.scene.cast.someColleague(t.traits.area, t.dice);
        const Opening& opening = pickOpening(t.dice);
        const std::size_t named = t.dice.below(t.scene.colleagueNames.size());
        held = writeConversation(t, ages[i], opening, conversationText(t.dice, opening, t.gaps(named)), colleague);
    }
    return held;
}

NewRow newReminder(const Telling& t, std::string_view reason, int due, ReminderKind kind, std::size_t assignee)
{
    ++t.scene.summary.reminders;
    NewRow row(t.edit, Kind::Reminder, t.scene.ids.make());
    row.set(reminder::person, idValue(t.scene.people[t.person]))
        .set(reminder::kind, enumValue(kind))
        .set(reminder::reason, textValue(fillGaps(t.dice, reason, t.gaps(0))))
        .set(reminder::due, dateValue(t.scene.today + days{due}))
        .set(reminder::assignee, idValue(t.scene.people[assignee]));
    return row;
}

void writeStoryReminder(const Telling& t, const Story& story, const Held& held)
{
    const std::size_t assignee = story.mine ? 0 : t.scene.cast.someColleague(t.traits.area, t.dice);
    NewRow row = newReminder(t, story.reason, story.due, story.kind, assignee);
    row.set(reminder::rrule, story.rrule).set(reminder::state, enumValue(ReminderState::Open));
    if (story.snoozedFrom != 0)
        row.set(reminder::snoozed_from, dateValue(t.scene.today + days{story.snoozedFrom}))
            .set(reminder::snooze_reason, story.snoozeReason);
    row.set(reminder::interaction, idValue(held.interaction));
}

void writeOpenReminder(const Telling& t, const Held& held)
{
    // What is due now is told by the stories; others may be a few days behind, the one who sits here is not.
    const int due = held.colleague == 0 || t.dice.percent(93) ? t.dice.between(4, 75) : t.dice.between(-12, 3);
    const bool promise = t.dice.percent(15);
    NewRow row = newReminder(t, t.dice.pick(followUps()), due, promise ? ReminderKind::Promise : ReminderKind::FollowUp,
                             held.colleague);
    row.set(reminder::state, enumValue(ReminderState::Open));
    if (!promise && t.dice.percent(12)) row.set(reminder::rrule, "FREQ=MONTHLY;INTERVAL=2");
    row.set(reminder::interaction, idValue(held.interaction));
}

void writeDoneReminder(const Telling& t, const Held& held)
{
    const int due = -t.dice.between(20, 500);
    NewRow row = newReminder(t, t.dice.pick(followUps()), due, ReminderKind::FollowUp, held.colleague);
    const Date done = t.scene.today + days{due + t.dice.between(0, 12)};
    row.set(reminder::state, enumValue(ReminderState::Done))
        .set(reminder::done_at, instantValue(momentOf(done, t.dice)));
}

}  // namespace

void writeHistory(Scene& scene, Edit& edit, std::size_t person)
{
    if (person == 0) return;
    const Traits traits = scene.cast.traits(person);
    Dice dice = scene.cast.dice(person, Cast::Stream::History);
    const Telling telling{scene, edit, person, traits, scene.cast.holder(person, traits, dice), dice};
    const Held held = writeConversations(telling);
    if (traits.story != nullptr) writeStoryReminder(telling, *traits.story, held);
    else if (!scene.cast.isColleague(person) && dice.percent(12)) writeOpenReminder(telling, held);
    if (!scene.cast.isColleague(person) && dice.percent(10)) writeDoneReminder(telling, held);
}

}  // namespace kith::demo
