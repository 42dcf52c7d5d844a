#include "random_history.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace kith;
using namespace kith::test;
using namespace std::chrono;

namespace {

/// What the derived rows say: cards in every order, and who is found by which words.
std::vector<std::string> allThatIsDerived(const WorkspaceReader& reader, Instant now)
{
    std::vector<std::string> result;
    const auto list = [&](const PeopleFilter& filter) {
        return reader.listPeople(filter, now).value_or(std::vector<RowNumber>{});
    };
    for (const PeopleOrder order :
         {PeopleOrder::Name, PeopleOrder::Organisation, PeopleOrder::LastInteraction, PeopleOrder::Warmth})
        for (const PersonCard& card : reader.cards(list({.order = order}), now))
            result.push_back(card.id.toString() + card.title + '|' + card.organisation + '|' + card.heldBy + '|'
                             + std::to_string(card.warmth)
                             + std::to_string(card.lastInteraction.value_or(Instant{}).time_since_epoch().count()));
    for (const char* words : {"anais", "ben", "cem", "darya", "be ce"}) {
        const auto found = list({.words = words});
        for (const RowNumber row : found) result.push_back(words + std::to_string(row));
    }
    return result;
}

void expectWhatTheRowsSay(TempWorkspace& w)
{
    const WorkspaceReader& reader = w.reader();
    for (const auto later : {hours{0}, hours{-5000}, hours{24 * 400}}) {
        const Instant now = w.clock.now() + later;
        const auto rows = *reader.listPeople({.order = PeopleOrder::Warmth, .descending = true}, now);
        int before = 100;
        for (const PersonCard& card : reader.cards(rows, now)) {
            const Warmth naive = reader.person(card.id, now)->warmth;
            RC_ASSERT(card.warmth == naive.warmth);
            RC_ASSERT(card.band == naive.band);
            RC_ASSERT(card.warmth <= before);
            before = card.warmth;
        }
        RC_ASSERT(rows.size() == reader.countPeople());
    }
    RC_ASSERT(w.workspace().check() == std::vector<std::string>{});
    const auto kept = allThatIsDerived(reader, w.clock.now());
    RC_ASSERT(w.workspace().rebuildDerived().has_value());
    RC_ASSERT(kept == allThatIsDerived(reader, w.clock.now()));
}

/// What happens to the conversations of an office where one colleague is in all of them.
class Busy {
public:
    Busy()
    {
        for (int i = 0; i < 3; ++i) people.push_back(w.addPerson("Colleague " + std::to_string(i), Facet::Colleague));
        for (int i = 0; i < 2; ++i) people.push_back(w.addPerson("Talent " + std::to_string(i)));
        Edit first{.command = CommandKind::LogInteraction};
        for (int i = 0; i < 70; ++i) talk(first);
        EXPECT_TRUE(w.workspace().apply(first));
    }

    void happen()
    {
        w.clock.advance(hours{between(0, 300)});
        Edit edit{.command = CommandKind::LogInteraction};
        switch (pick(10)) {
        case 0: edit.put(Kind::Interaction, any(talks)).fields = {{interaction::at, instantValue(someTime())}}; break;
        case 1: edit.remove(Kind::Interaction, any(talks)); break;
        case 2: edit.remove(Kind::Participant, any(parts)); break;
        case 3:
        case 7: addPart(edit, any(talks), any(people)); break;
        case 4: (void)w.workspace().undo(); return;
        case 5:
            edit.put(Kind::Person, people[pick(2)]).fields = {
                {person::facets, std::int64_t{oneOf({Facet::Talent, Facet::Colleague}) == Facet::Colleague ? 2 : 1}}};
            break;
        case 6:
            edit.put(Kind::SamePerson, w.ids.make()).fields = {{same_person::person, people[4]},
                                                               {same_person::into, people[pick(4)]}};
            break;
        default: talk(edit);
        }
        (void)w.workspace().apply(edit);  // some refer to what is gone
    }

    TempWorkspace w;
    std::vector<Id> people, talks, parts;

private:
    static const Id& any(const std::vector<Id>& ids) { return ids[pick(ids.size())]; }
    Instant someTime() { return w.clock.now() - hours{oneOf({0, 1, between(-500, 3'000), between(0, 20'000)})}; }
    void addPart(Edit& edit, const Id& talk, const Id& person)
    {
        parts.push_back(w.ids.make());
        edit.put(Kind::Participant, parts.back()).fields = {{participant::interaction, talk},
                                                            {participant::person, person}};
    }
    void talk(Edit& edit)
    {
        talks.push_back(w.ids.make());
        edit.put(Kind::Interaction, talks.back()).fields = {
            {interaction::at, instantValue(someTime())},
            {interaction::channel, enumValue(oneOf({Channel::Call, Channel::Meeting, Channel::Note}))},
            {interaction::direction, enumValue(oneOf({Direction::Both, Direction::In, Direction::Out}))},
            {interaction::depth, enumValue(oneOf({Depth::Hello, Depth::Exchange, Depth::Conversation}))}};
        addPart(edit, talks.back(), people[0]);
        for (std::size_t i = pick(3); i > 0; --i) addPart(edit, talks.back(), any(people));
    }
};

}  // namespace

RC_GTEST_PROP(Derived, SaysWhateverHappenedWhatTheRowsSay, ())
{
    History history;
    const int steps = between(5, 40);
    for (int i = 0; i < steps; ++i) history.happen();
    expectWhatTheRowsSay(history.w);
}

RC_GTEST_PROP(Derived, AddsToTheSumsOfWhoeverIsInVeryManyConversations, ())
{
    Busy office;
    const int steps = between(1, 25);
    for (int i = 0; i < steps; ++i) office.happen();
    expectWhatTheRowsSay(office.w);
}

TEST(Derived, ForgetsOfTheBusyWhatWasTakenBack)
{
    TempWorkspace w;
    const Id busy = w.addPerson("Busy", Facet::Colleague);
    const Id other = w.addPerson("Other", Facet::Colleague);
    const auto talk = [&](days ago, std::initializer_list<Id> people) {
        Edit edit{.command = CommandKind::LogInteraction};
        const Id id = w.ids.make();
        edit.put(Kind::Interaction, id).fields = {{interaction::at, instantValue(w.clock.now() - ago)},
                                                  {interaction::channel, enumValue(Channel::Call)},
                                                  {interaction::direction, enumValue(Direction::Both)},
                                                  {interaction::depth, enumValue(Depth::Conversation)}};
        for (const Id& person : people)
            edit.put(Kind::Participant, w.ids.make()).fields = {{participant::interaction, id},
                                                                {participant::person, person}};
        EXPECT_TRUE(w.workspace().apply(edit));
    };
    for (int i = 0; i < 50; ++i) talk(days{i}, {busy});
    talk(days{0}, {busy, other});
    ASSERT_TRUE(w.workspace().undo());
    talk(days{100}, {busy, other});
    EXPECT_EQ(w.reader().card(busy, w.clock.now())->warmth, w.reader().person(busy, w.clock.now())->warmth.warmth);
}

TEST(Derived, LeavesOutOfWarmthWhatIsStillToCome)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    Edit edit{.command = CommandKind::LogInteraction};
    for (const auto at : {w.clock.now() - days{90}, w.clock.now() + days{2}}) {
        const Id id = w.ids.make();
        edit.put(Kind::Interaction, id).fields = {{interaction::at, instantValue(at)},
                                                  {interaction::channel, enumValue(Channel::Call)},
                                                  {interaction::direction, enumValue(Direction::Both)},
                                                  {interaction::depth, enumValue(Depth::Exchange)}};
        edit.put(Kind::Participant, w.ids.make()).fields = {{participant::interaction, id}, {participant::person, ana}};
    }
    ASSERT_TRUE(w.workspace().apply(edit));
    const auto warmthAfter = [&](days later) { return w.reader().card(ana, w.clock.now() + later)->warmth; };
    EXPECT_LT(warmthAfter(days{0}), 45);
    EXPECT_GT(warmthAfter(days{2}), 60);
    EXPECT_EQ(warmthAfter(days{0}), w.reader().person(ana, w.clock.now())->warmth.warmth);
}

TEST(Derived, GivesAPersonWhoComesBackTheirWarmthAgain)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    const Id call = w.ids.make();
    Edit talk{.command = CommandKind::LogInteraction};
    talk.put(Kind::Interaction, call).fields = {{interaction::at, instantValue(w.clock.now())},
                                                {interaction::channel, enumValue(Channel::Call)},
                                                {interaction::direction, enumValue(Direction::Both)},
                                                {interaction::depth, enumValue(Depth::Exchange)}};
    talk.put(Kind::Participant, w.ids.make()).fields = {{participant::interaction, call}, {participant::person, ana}};
    ASSERT_TRUE(w.workspace().apply(talk));
    const int warmth = w.reader().card(ana, w.clock.now())->warmth;
    Edit remove{.command = CommandKind::RemovePerson};
    remove.remove(Kind::Person, ana);
    ASSERT_TRUE(w.workspace().apply(remove));
    EXPECT_FALSE(w.reader().card(ana, w.clock.now()));
    ASSERT_TRUE(w.workspace().undo());
    EXPECT_EQ(w.reader().card(ana, w.clock.now())->warmth, warmth);
    EXPECT_GT(warmth, 0);
}

TEST(Derived, NoLongerSaysThatSomebodyHoldsAPersonWhoIsNoColleagueAnyMore)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    const Id tom = w.addPerson("Tom Kay", Facet::Colleague);
    const Id call = w.ids.make();
    Edit talk{.command = CommandKind::LogInteraction};
    talk.put(Kind::Interaction, call).fields = {{interaction::at, instantValue(w.clock.now())},
                                                {interaction::channel, enumValue(Channel::Call)},
                                                {interaction::direction, enumValue(Direction::Both)},
                                                {interaction::depth, enumValue(Depth::Exchange)}};
    for (const Id& person : {ana, tom})
        talk.put(Kind::Participant, w.ids.make()).fields = {{participant::interaction, call},
                                                            {participant::person, person}};
    ASSERT_TRUE(w.workspace().apply(talk));
    EXPECT_EQ(w.reader().card(ana, w.clock.now())->heldBy, "Tom Kay");
    const int warmth = w.reader().card(ana, w.clock.now())->warmth;
    Edit leave{.command = CommandKind::EditPerson};
    leave.put(Kind::Person, tom).fields = {{person::facets, static_cast<std::int64_t>(Facet::Talent)}};
    ASSERT_TRUE(w.workspace().apply(leave));
    EXPECT_EQ(w.reader().card(ana, w.clock.now())->heldBy, "");
    EXPECT_LT(w.reader().card(ana, w.clock.now())->warmth, warmth) << "one colleague fewer";
}

TEST(Derived, ReadsPhonesWithTheRegionOfTheWorkspace)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    Edit edit{.command = CommandKind::EditContactPoints};
    edit.put(Kind::ContactPoint, w.ids.make()).fields = {{contact_point::person, ana},
                                                         {contact_point::kind, enumValue(ContactKind::Phone)},
                                                         {contact_point::value, std::string("030 901820")}};
    ASSERT_TRUE(w.workspace().apply(edit));
    EXPECT_TRUE(w.reader().peopleByContact(ContactKind::Phone, "+4930901820").empty());
    // What is there already is read anew …
    ASSERT_TRUE(w.workspace().setSetting(settings::kRegion, "DE"));
    EXPECT_EQ(w.reader().peopleByContact(ContactKind::Phone, "+4930901820"), std::vector{ana});
    EXPECT_EQ(w.reader().listPeople({.words = "4930901820"}, w.clock.now())->size(), 1U);
    EXPECT_TRUE(w.reader().resolvePerson("030 901820"));
    // … and so is what comes later, also after a restart.
    w.reopen();
    const Id tom = w.addPerson("Tom Kay");
    edit.rows.clear();
    edit.put(Kind::ContactPoint, w.ids.make()).fields = {{contact_point::person, tom},
                                                         {contact_point::kind, enumValue(ContactKind::Phone)},
                                                         {contact_point::value, std::string("030 901821")}};
    ASSERT_TRUE(w.workspace().apply(edit));
    EXPECT_EQ(w.reader().peopleByContact(ContactKind::Phone, "+4930901821"), std::vector{tom});
}
