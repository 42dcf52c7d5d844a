#include <kith/usecases/demo/phrases.h>

#include <algorithm>
#include <array>
#include <utility>

namespace kith::demo {

namespace {

using Text = std::string_view;
using enum Channel;
using enum Direction;
using enum Depth;

constexpr Opening kOpenings[] = {
    {Meeting, Both, Conversation, "Coffee near the station in {city}."},
    {Meeting, Both, Conversation, "Long lunch, first proper talk since the summer."},
    {Meeting, Both, Conversation, "Came to the office to see how {area} works day to day."},
    {Meeting, Both, Conversation, "Walked round the lake together, no agenda."},
    {Meeting, Both, Exchange, "Ten minutes in the corridor after the {skill} session."},
    {Meeting, Both, Conversation, "Video call with {colleague}, planned half an hour and took fifty minutes."},
    {Call, Both, Conversation, "Rang back about the question from last week."},
    {Call, Both, Conversation, "Good long call, mostly about {skill}."},
    {Call, Out, Exchange, "Short call to say thank you for the referral."},
    {Call, In, Conversation, "Called out of the blue to ask what {area} is planning."},
    {Call, Both, Exchange, "Quick call between meetings."},
    {Email, In, Exchange, "Wrote to ask whether the team near {city} is growing."},
    {Email, Out, Exchange, "Sent the notes on {skill} that we talked about."},
    {Email, Both, Exchange, "A few mails back and forth about dates."},
    {Email, In, Exchange, "Replied at last, with apologies for the silence."},
    {Email, Out, Hello, "Sent a short note of congratulations on the new role."},
    {Email, Both, Exchange, "Exchanged reading lists on {skill} and {other}."},
    {Message, Out, Exchange, "Messaged to ask how the move is going."},
    {Message, In, Exchange, "Messaged to say the talk was exactly what was needed."},
    {Message, Both, Exchange, "Swapped messages about the meet-up."},
    {Message, In, Hello, "Sent good wishes for the new year."},
    {Social, In, Hello, "Liked our post about the {area} team."},
    {Social, Both, Exchange, "Commented on each other’s threads about {skill}."},
    {Social, Out, Hello, "Answered a public question about {other}."},
    {Event, Both, Exchange, "Met at GovCamp North, introduced by {colleague}."},
    {Event, Both, Conversation, "Sat next to each other at the {skill} meet-up in {city}."},
    {Event, Both, Exchange, "Spoke after the panel on {field}."},
    {Event, In, Exchange, "Came to our open evening and stayed to the end."},
    {Note, Out, Hello, "Read about the reorganisation at {org}."},
};
constexpr Opening kBroadcasts[] = {
    {Email, Broadcast, Hello, "Autumn newsletter of the {area} community."},
    {Email, Broadcast, Hello, "Invitation to the open evening, sent to everybody in the pool."},
    {Email, Broadcast, Hello, "Season’s greetings to all former colleagues."},
};

constexpr Text kMiddles[] = {
    "Likes the work at {org} but the commute is wearing.",
    "Would look at something with more {skill} and fewer meetings.",
    "Ready to talk seriously after the bonus round in {month}.",
    "Has a new team of nine and a hiring freeze until {month}.",
    "Open to {city} two days a week, not to five.",
    "Asked good questions about pay bands and did not flinch at the answers.",
    "Worried that the public sector is slow; {colleague} told the story of the last release.",
    "Finishing a {skill} programme and proud of how it went.",
    "Wants to move from doing {skill} to leading people who do.",
    "Happy where they are, glad to stay in touch.",
    "Has two small children now, so part-time or a job share would decide it.",
    "Knows half of our {area} team already from earlier work.",
    "Contract at {org} runs until {month} and is unlikely to be renewed.",
    "Thinks {org} will be sold next year; nobody there says it aloud.",
    "Offered to review our {skill} guidance, which was kind and useful.",
    "Is being talked to by others, nothing signed.",
    "Wanted an honest view on how we do on-call; got one.",
    "Interested in the housing programme more than in the title.",
    "Studying for a certificate in {other}, exam in {month}.",
    "Gave a frank account of why the last application went nowhere.",
    "Would love to hear how {area} is set up.",
    "Misses working with {field} people who care about residents.",
    "Moving back to {city} in {month} to be near family.",
    "Manager at {org} is leaving, which changes everything.",
    "Said the talk on {skill} was the best of the day.",
    "Recommended a colleague for the {other} role.",
    "Has started mentoring and finds it the best part of the week.",
    "Would rather wait for the right thing than take the next thing.",
    "Compared notes on suppliers; theirs are no better than ours.",
    "Prefers to be contacted by message, never at work.",
};

constexpr Text kClosings[] = {
    "Speak again in {month}.",
    "Promised to send the job description when it exists.",
    "Will introduce {colleague}.",
    "No hurry on either side.",
    "Send the slides.",
    "Worth a call after the reorganisation.",
    "Best reached in the evening.",
    "{colleague} to follow up on the technical side.",
    "Left it that they will ring when the contract is clear.",
    "Ask about the exam next time.",
    "Remember: oat milk, no small talk before nine.",
    "Wants to see the building first.",
    "Said to give regards to {colleague}.",
    "A good one to keep close.",
    "Agreed to compare diaries next week.",
    "Nothing to do for now.",
};

constexpr Text kBackgrounds[] = {
    "Came to {field} from teaching and still explains things better than anybody.",
    "Built the {skill} practice at {org} from nothing and hired most of the team.",
    "Fifteen years of {field}, the last four of them hands-on with {skill}.",
    "Started in a call centre, learnt {skill} in the evenings, now trusted with the difficult cases at {org}.",
    "Known across {city} for {skill}; quieter about being very good at {other}.",
    "Led the {other} work at {org} through two reorganisations without losing a person.",
    "Trained as a nurse, moved to {field} after a secondment.",
    "Runs the {skill} meet-up in {city} and knows everybody who matters there.",
    "Second career: ten years in the forces, then {field}.",
    "Strong on {skill}, stronger on getting people in a room to agree.",
    "Wrote the internal handbook on {skill} that other teams now copy.",
    "Returned to {field} last year after caring for a parent.",
    "Generalist with a soft spot for {skill} and no patience for slideware.",
    "Went from {other} to {skill} because somebody had to.",
};
constexpr Text kWishes[] = {
    "Wants a smaller team and a bigger problem.",
    "Looking for a place where {skill} is taken seriously.",
    "Would move for a four-day week.",
    "Hopes to lead people within two years.",
    "Interested in {area} because of the residents, not the technology.",
    "Not looking, always curious.",
    "Would like to stay near {city} for school reasons.",
    "Curious how public service compares with {org}.",
    "Thinking about part-time study alongside.",
    "Would come for the mission if the pay is not insulting.",
    "Wants less travel and more depth.",
    "Ready for a step up, has been told to wait once too often.",
};
constexpr Text kCircumstances[] = {
    "Three months’ notice.",
    "Bonus is paid in {month}.",
    "Needs a step-free office.",
    "Works compressed hours, never Fridays.",
    "Visa is settled until 2030.",
    "Parental leave until {month}.",
    "On a fixed term that ends in {month}.",
    "Partner works shifts, so mornings are best.",
    "House move planned for {month}.",
    "Sits on the board of a local charity.",
    "Has a share scheme that vests in {month}.",
    "Prefers to write rather than call.",
};
constexpr Text kTouches[] = {
    "Met through {colleague}.",
    "Keeps bees.",
    "Sings in a choir on Tuesdays.",
    "Runs the fell race every June.",
    "Restores old bicycles.",
    "Ask about the allotment.",
    "Fan of the women’s rugby league side.",
    "Volunteers at the food bank.",
    "Always reads the footnotes.",
    "Plays chess by post, still.",
    "Makes a very good dal.",
    "Once repaired our projector mid-talk.",
};

constexpr Text kMonths[] = {"January", "February", "March",     "April",   "May",
                            "June",    "July",     "September", "October", "November"};

constexpr Text kFollowUps[] = {
    "Ask how the first weeks in the new role went",
    "Send the dates of the next {skill} meet-up",
    "Contract at {org} ends: ask what comes next",
    "Back from leave: catch up over coffee",
    "Share the new {area} structure once it is public",
    "Exam in {other} was this week: ask about it",
    "Check whether the move to {city} happened",
    "Ask for a view on the {skill} role profile",
    "Notice period ends",
    "Invite to the {area} open evening",
    "Reorganisation at {org} should be decided by now",
    "Thank for the referral and say what became of it",
};

constexpr Text kTieNotes[] = {
    "Shared an office at {org}.",           "Same {skill} cohort.",
    "Still meet for a curry twice a year.", "Worked on the {other} programme together.",
    "Were on the same panel in {city}.",    "Neighbours, as it turns out.",
};

/// Skills that keep their capital within a sentence.
constexpr Text kProperNames[] = {"Kubernetes", "Linux", "Terraform",  "Azure", "PostgreSQL", "Go",
                                 "Python",     "Java",  "TypeScript", "React", "Power BI",   "Mental Capacity Act",
                                 "Excel"};

std::string withinSentence(Text skill)
{
    std::string text(skill);
    const bool isWord = text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a' && text[1] <= 'z';
    if (isWord && std::ranges::find(kProperNames, skill) == std::end(kProperNames))
        text.front() = static_cast<char>(text.front() - 'A' + 'a');
    return text;
}

}  // namespace

std::span<const Text> followUps()
{
    return kFollowUps;
}
std::span<const Text> tieNotes()
{
    return kTieNotes;
}

const Opening& pickOpening(Dice& dice)
{
    return dice.percent(4) ? dice.pick(kBroadcasts) : dice.pick(kOpenings);
}

std::string fillGaps(Dice& dice, std::string_view text, const Gaps& gaps)
{
    const std::string skill = withinSentence(gaps.skill);
    const std::string otherSkill = withinSentence(gaps.otherSkill);
    const std::array<std::pair<Text, Text>, 8> fillings = {{
        {"{skill}", skill},
        {"{other}", otherSkill},
        {"{org}", gaps.organisation},
        {"{city}", gaps.city},
        {"{area}", gaps.area},
        {"{field}", gaps.field},
        {"{colleague}", gaps.colleague},
        {"{month}", dice.pick(kMonths)},
    }};
    std::string filled;
    filled.reserve(text.size() + 32);
    while (!text.empty()) {
        const auto open = text.find('{');
        filled += text.substr(0, open);
        if (open == Text::npos) break;
        text.remove_prefix(open);
        const auto close = text.find('}');
        const Text gap = text.substr(0, close + 1);
        for (const auto& [name, value] : fillings)
            if (name == gap) filled += value;
        text.remove_prefix(gap.size());
    }
    return filled;
}

std::string aboutText(Dice& dice, const Gaps& gaps)
{
    std::string text = fillGaps(dice, dice.pick(kBackgrounds), gaps);
    for (const Text sentence : {dice.pick(kWishes), dice.pick(kCircumstances), dice.pick(kTouches)}) {
        text += ' ';
        text += fillGaps(dice, sentence, gaps);
    }
    return text;
}

std::string conversationText(Dice& dice, const Opening& opening, const Gaps& gaps)
{
    std::string text = fillGaps(dice, opening.text, gaps);
    const bool broadcast = opening.direction == Broadcast;
    if (!broadcast || dice.percent(50)) {
        text += ' ';
        text += broadcast ? "Sent to the whole list; no reply expected." : fillGaps(dice, dice.pick(kMiddles), gaps);
    }
    if (opening.depth == Conversation || (opening.depth == Exchange && dice.percent(40))) {
        text += ' ';
        text += fillGaps(dice, dice.pick(kClosings), gaps);
    }
    return text;
}

}  // namespace kith::demo
