#include "known_people.h"

#include <kith/capture/capture.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace kith::capture {
namespace {

using namespace std::chrono;

class Capture : public ::testing::Test {
protected:
    Captured read(std::string_view line)
    {
        line_ = line;
        return parse(line,
                     {.here = {sys_days{2026y / November / 22} + hours{9} + minutes{30}, zone_, DayOrder::DayFirst},
                      .who = &known});
    }
    std::vector<std::string> people(std::string_view line)
    {
        std::vector<std::string> names;
        for (const Mention& mention : read(line).people) names.push_back(mention.text);
        return names;
    }
    std::string marked(const Captured& captured, Sort sort)
    {
        std::string texts;
        for (const Part& part : captured.parts) {
            if (part.sort != sort) continue;
            if (!texts.empty()) texts += '|';
            texts += line_.substr(part.span.from, part.span.to - part.span.from);
        }
        return texts;
    }
    std::string next(std::string_view line)
    {
        const Captured captured = read(line);
        if (!captured.followUp) return "none";
        const FollowUp& next = *captured.followUp;
        return isoDate(next.on) + (next.rrule.empty() ? "" : " " + next.rrule) + ": " + next.reason;
    }

    test::KnownPeople known{"Ana Ruiz", "Tom Kaplan", "Tom Keller", "Олена Шевченко",
                            "李 明",    "Will Long",  "Zoë Müller"};

private:
    UtcZone zone_;
    std::string_view line_;
};

TEST_F(Capture, FindsWhoChannelAndHowLong)
{
    const Captured captured = read(
        "coffee with Ana Ruiz and Tom K yesterday 40m about the data lead role; open to move after bonus in March; "
        "ask again 2nd Tuesday of March #data-pool");
    EXPECT_EQ(marked(captured, Sort::Channel), "coffee");
    EXPECT_EQ(marked(captured, Sort::Person), "Ana Ruiz|Tom K");
    EXPECT_EQ(marked(captured, Sort::When), "yesterday");
    EXPECT_EQ(marked(captured, Sort::Duration), "40m");
    EXPECT_EQ(marked(captured, Sort::FollowUp), "ask again 2nd Tuesday of March");
    EXPECT_EQ(marked(captured, Sort::Tag), "#data-pool");
    EXPECT_EQ(captured.channel, Channel::Meeting);
    EXPECT_EQ(captured.direction, Direction::Both);
    EXPECT_EQ(captured.minutes, 40);
    EXPECT_EQ(captured.when->date, Date{sys_days{2026y / November / 21}});
    EXPECT_EQ(captured.text, "About the data lead role; open to move after bonus in March");
    ASSERT_TRUE(captured.followUp);
    EXPECT_EQ(captured.followUp->on, Date{sys_days{2027y / March / 9}});
    EXPECT_EQ(captured.followUp->reason, "open to move after bonus in March");
    EXPECT_EQ(captured.tags, std::vector<std::string>{"data-pool"});
    EXPECT_TRUE(captured.problems.empty());
}

TEST_F(Capture, TakesTheNamesBehindTheWordsThatLeadToThem)
{
    using Names = std::vector<std::string>;
    EXPECT_EQ(people("met Priya Nair"), Names{"Priya Nair"});
    EXPECT_EQ(people("lunch with Ana, Priya & José María"), (Names{"Ana", "Priya", "José María"}));
    EXPECT_EQ(people("called Ana Ruiz about the role"), Names{"Ana Ruiz"});
    EXPECT_EQ(people("spoke to Tom Kaplan yesterday"), Names{"Tom Kaplan"});
    EXPECT_EQ(people("email from Anne-Marie O'Neill: yes"), Names{"Anne-Marie O'Neill"});
    EXPECT_EQ(people("coffee w/ J. Smith 30m"), Names{"J. Smith"});
    EXPECT_EQ(people("met Ludwig van der Berg and Maria de la Cruz on Friday"),
              (Names{"Ludwig van der Berg", "Maria de la Cruz"}));
    EXPECT_EQ(people("Priya called me"), Names{"Priya"});
    EXPECT_EQ(people("Ana Ruiz and Tom Keller called"), (Names{"Ana Ruiz", "Tom Keller"}));
    EXPECT_EQ(people("note on Ana Ruiz: prefers Leeds"), Names{"Ana Ruiz"});
    EXPECT_EQ(people("coffee about the role with Ana Ruiz"), Names{"Ana Ruiz"});
    EXPECT_EQ(people("emailed ana.ruiz@example.org about the role."), Names{"ana.ruiz@example.org"});
    EXPECT_EQ(people("met Ana, Ana and ANA"), Names{"Ana"});
}

TEST_F(Capture, FindsKnownPeopleWithoutCapitalsAndInAnyScript)
{
    using Names = std::vector<std::string>;
    EXPECT_EQ(people("coffee with ana ruiz and tom k yesterday"), (Names{"ana ruiz", "tom k"}));
    EXPECT_EQ(people("met Олена Шевченко yesterday"), Names{"Олена Шевченко"});
    EXPECT_EQ(people("lunch with 李 明 and zoë müller"), (Names{"李 明", "zoë müller"}));
    EXPECT_EQ(people("ana ruiz called me"), Names{"ana ruiz"});
}

TEST_F(Capture, TakesNobodyFromWordsThatAreNoNames)
{
    EXPECT_TRUE(people("lunch with the team about Berlin").empty());
    EXPECT_TRUE(people("Great chat yesterday").empty());
    EXPECT_TRUE(people("long call about the offer Tom made").empty());
    EXPECT_TRUE(people("met Ana's manager").empty());
    EXPECT_EQ(people("met Ana and will send the contract").size(), 1U);
    EXPECT_EQ(people("met Ana, Tuesday").size(), 1U);
    EXPECT_EQ(people("met Ana Ruiz; Tom Kaplan wants to leave").size(), 1U);
}

TEST_F(Capture, KnowsTheChannelByItsWord)
{
    const auto channel = [&](std::string_view line) { return read(line).channel; };
    EXPECT_EQ(channel("Coffee with Ana"), Channel::Meeting);
    EXPECT_EQ(channel("met Ana"), Channel::Meeting);
    EXPECT_EQ(channel("caught up with Ana"), Channel::Meeting);
    EXPECT_EQ(channel("phoned Ana"), Channel::Call);
    EXPECT_EQ(channel("had a quick video call with Ana"), Channel::Call);
    EXPECT_EQ(channel("e-mailed Ana"), Channel::Email);
    EXPECT_EQ(channel("texted Ana"), Channel::Message);
    EXPECT_EQ(channel("linkedin message to Ana"), Channel::Social);
    EXPECT_EQ(channel("event with Ana"), Channel::Event);
    EXPECT_EQ(channel("note about Ana"), Channel::Note);
    EXPECT_EQ(channel("with Ana"), std::nullopt);
}

TEST_F(Capture, KnowsWhoBegan)
{
    const auto direction = [&](std::string_view line) { return read(line).direction; };
    EXPECT_EQ(direction("Ana called me about the role"), Direction::In);
    EXPECT_EQ(direction("Ana wrote yesterday"), Direction::In);
    EXPECT_EQ(direction("she wrote that it is fine"), Direction::In);
    EXPECT_EQ(direction("email from Ana"), Direction::In);
    EXPECT_EQ(direction("heard from Ana"), Direction::In);
    EXPECT_EQ(direction("emailed Ana"), Direction::Out);
    EXPECT_EQ(direction("I texted Ana"), Direction::Out);
    EXPECT_EQ(direction("email to Ana"), Direction::Out);
    EXPECT_EQ(direction("emailed with Ana"), Direction::Both);
    EXPECT_EQ(direction("met Ana"), Direction::Both);
    EXPECT_EQ(direction("call with Ana"), Direction::Both);
}

TEST_F(Capture, KnowsHowLongItTook)
{
    const auto minutes = [&](std::string_view length) {
        return read("met Ana " + std::string(length) + " about the role").minutes.value_or(0);
    };
    EXPECT_EQ(minutes("40m"), 40);
    EXPECT_EQ(minutes("for 40 min"), 40);
    EXPECT_EQ(minutes("90 minutes"), 90);
    EXPECT_EQ(minutes("45-minute"), 45);
    EXPECT_EQ(minutes("1h"), 60);
    EXPECT_EQ(minutes("1h30"), 90);
    EXPECT_EQ(minutes("1h30m"), 90);
    EXPECT_EQ(minutes("1 h 15 min"), 75);
    EXPECT_EQ(minutes("1.5 hours"), 90);
    EXPECT_EQ(minutes("2,5h"), 150);
    EXPECT_EQ(minutes("two hours"), 120);
    EXPECT_EQ(minutes("an hour"), 60);
    EXPECT_EQ(minutes("half an hour"), 30);
    EXPECT_EQ(minutes("an hour and a half"), 90);
    EXPECT_EQ(minutes("a quarter of an hour"), 15);
    EXPECT_EQ(minutes("about 20 minutes"), 20);
    EXPECT_EQ(minutes("half an hour ago"), 0);
}

TEST_F(Capture, KeepsWhatWasSaidWithoutWhatItRecognised)
{
    const auto text = [&](std::string_view line) { return read(line).text; };
    EXPECT_EQ(text("Ana called me; open to Leeds"), "Open to Leeds");
    EXPECT_EQ(text("called Ana, she accepted"), "She accepted");
    EXPECT_EQ(text("met Ana at the conference yesterday"), "At the conference");
    EXPECT_EQ(text("lunch with Ana"), "");
    EXPECT_EQ(text("lunch with Ana."), "");
    EXPECT_EQ(text("lunch with Ana (40m): élan for the role"), "Élan for the role");
    EXPECT_EQ(text("coffee with Ana about the role yesterday"), "About the role");
    EXPECT_EQ(text("coffee with Ana: she moved on Friday, starts 1 March"), "She moved on Friday, starts 1 March");
    EXPECT_EQ(text("met Ana. Wants 3.5 days #talent a week. Likes C#"), "Wants 3.5 days a week. Likes C#");
    EXPECT_EQ(text("met   Ana  about\tthe\n role"), "About the role");
}

TEST_F(Capture, LeavesDaysThatWereTalkedAboutInTheNote)
{
    EXPECT_FALSE(read("met Ana about the move on Friday").when);
    EXPECT_FALSE(read("met Ana; she was in Leeds yesterday").when);
    EXPECT_FALSE(read("met Ana, she is free after Friday").when);
    EXPECT_EQ(read("met Ana on Thursday about the move on Friday").when->date, Date{sys_days{2026y / November / 19}});
    EXPECT_EQ(read("met Ana on 3/4 at 3pm").when->time, minutes{15 * 60});
}

TEST_F(Capture, SetsAFollowUpWithItsDayAndReason)
{
    EXPECT_EQ(next("met Ana; follow up about the offer on Friday"), "2026-11-27: follow up about the offer");
    EXPECT_EQ(next("met Ana; remind me to send the contract on Friday"), "2026-11-27: send the contract");
    EXPECT_EQ(next("met Ana; remind me on Friday to send the contract by March"),
              "2026-11-27: send the contract by March");
    EXPECT_EQ(next("met Ana; waits for the bonus. Ask again in March"), "2027-03-01: Waits for the bonus");
    EXPECT_EQ(next("called Ana, call back tomorrow"), "2026-11-23: Call back");
    EXPECT_EQ(next("called Ana: no answer, will call her back tomorrow"), "2026-11-23: No answer");
    EXPECT_EQ(next("met Ana about the role and ask again after 3 March"), "2027-03-03: the role");
    EXPECT_EQ(next("met Ana; check in every other Friday until June"),
              "2026-11-27 FREQ=WEEKLY;UNTIL=20270601;INTERVAL=2;BYDAY=FR: Check in");
    EXPECT_EQ(next("met Ana; ping Tom in 2 weeks #data"), "2026-12-06: ping Tom");
    EXPECT_EQ(next("met Ana; she will check in with her team"), "none");
    EXPECT_EQ(next("met Ana yesterday"), "none");
}

TEST_F(Capture, SaysWhenAFollowUpHasNoDay)
{
    const Captured captured = read("met Ana; remind me to send the contract");
    EXPECT_FALSE(captured.followUp);
    EXPECT_EQ(captured.text, "Remind me to send the contract");
    ASSERT_EQ(captured.problems.size(), 1U);
    EXPECT_FALSE(captured.problems[0].blocks);
}

TEST_F(Capture, TakesNoOtherDayForOneThatDoesNotExist)
{
    const Captured past = read("met Ana on 31 February about the role");
    ASSERT_EQ(past.problems.size(), 1U);
    EXPECT_EQ(past.problems[0].sentence, "There is no 31 February.");
    EXPECT_TRUE(past.problems[0].blocks);
    EXPECT_FALSE(past.when);
    const Captured ahead = read("met Ana; ask again 29 Feb 2027");
    ASSERT_EQ(ahead.problems.size(), 1U);
    EXPECT_EQ(ahead.problems[0].sentence, "There is no 29 February 2027.");
    EXPECT_FALSE(ahead.followUp);
    EXPECT_EQ(read("met Ana 999h").problems[0].sentence, "A conversation lasts a week at most.");
}

TEST_F(Capture, SaysThatADayIsStillToCome)
{
    const Captured captured = read("coffee with Ana tomorrow");
    ASSERT_EQ(captured.problems.size(), 1U);
    EXPECT_FALSE(captured.problems[0].blocks);
    EXPECT_TRUE(captured.when);
}

TEST_F(Capture, TakesTagsWhereverTheyAreButNotTheSignOfALanguage)
{
    const Captured captured = read("#berlin met Ana #data-pool about C# and F#; likes #rust, #Rust #");
    EXPECT_EQ(captured.tags, (std::vector<std::string>{"berlin", "data-pool", "rust"}));
    EXPECT_EQ(captured.people.size(), 1U);
}

}  // namespace
}  // namespace kith::capture
