// What everybody reads of people who were merged.
#include <kith/support/temp_workspace.h>

#include <algorithm>
#include <gtest/gtest.h>

using namespace kith;
using kith::test::TempWorkspace;

namespace {

using Names = std::vector<std::string>;

class SamePeople : public testing::Test {
protected:
    Id add(Kind kind, std::vector<std::pair<FieldIndex, Value>> fields)
    {
        const Id id = w.ids.make();
        Edit edit{.command = CommandKind::EditPerson, .source = {.origin = "typed"}};
        edit.put(kind, id).fields = std::move(fields);
        const auto done = w.workspace().apply(edit);
        EXPECT_TRUE(done) << done.error().message;
        return id;
    }
    Id merge(const Id& person, const Id& into)
    {
        return add(Kind::SamePerson, {{same_person::person, person}, {same_person::into, into}});
    }
    void remove(Kind kind, const Id& id)
    {
        Edit edit{.command = CommandKind::EditPerson};
        edit.remove(kind, id);
        ASSERT_TRUE(w.workspace().apply(edit));
    }
    Id mail(const Id& person, const std::string& address)
    {
        return add(Kind::ContactPoint,
                   {{contact_point::person, person},
                    {contact_point::kind, enumValue(ContactKind::Email)},
                    {contact_point::value, address}});
    }
    Id talk(const std::vector<Id>& people, const std::string& words, std::chrono::days ago = std::chrono::days{3})
    {
        const Id id = add(Kind::Interaction,
                          {{interaction::at, instantValue(w.clock.now() - ago)},
                           {interaction::channel, enumValue(Channel::Call)},
                           {interaction::direction, enumValue(Direction::Both)},
                           {interaction::depth, enumValue(Depth::Conversation)},
                           {interaction::text, words}});
        for (const Id& person : people)
            add(Kind::Participant, {{participant::interaction, id}, {participant::person, person}});
        return id;
    }
    Id remind(const Id& person, const Id& assignee = {})
    {
        return add(Kind::Reminder,
                   {{reminder::person, person},
                    {reminder::reason, std::string("Ask again")},
                    {reminder::due, dateValue(today)},
                    {reminder::assignee, idValue(assignee)},
                    {reminder::state, enumValue(ReminderState::Open)}});
    }
    PersonDetail detail(const Id& id) { return w.reader().person(id, w.clock.now()).value_or(PersonDetail{}); }
    Names names(const PeopleFilter& filter = {})
    {
        Names result;
        const auto rows = w.reader().listPeople(filter, w.clock.now()).value_or(std::vector<RowNumber>{});
        for (const PersonCard& card : w.reader().cards(rows, w.clock.now())) result.push_back(card.name);
        EXPECT_EQ(result.size(), rows.size());
        return result;
    }
    void expectSound() { EXPECT_EQ(w.workspace().check(), std::vector<std::string>{}); }

    TempWorkspace w;
    Date today = std::chrono::floor<std::chrono::days>(w.clock.now());
    Id ana = w.addPerson("Ana Ruiz");
    Id ani = w.addPerson("Ani R.");
    Id tom = w.addPerson("Tom Kay", Facet::Colleague);
};

}  // namespace

TEST_F(SamePeople, AreOneInListsAndCountsAndWhenLookedFor)
{
    mail(ani, "ani@example.org");
    merge(ani, ana);
    EXPECT_EQ(w.reader().countPeople(), 2U);
    for (const PeopleOrder order : {PeopleOrder::Name, PeopleOrder::Organisation, PeopleOrder::City,
                                    PeopleOrder::LastInteraction, PeopleOrder::Warmth})
        EXPECT_EQ(names({.order = order}).size(), 2U);
    EXPECT_EQ(names(), (Names{"Ana Ruiz", "Tom Kay"}));
    for (const char* words : {"ana", "ani r", "ani@example.org"})
        EXPECT_EQ(names({.words = words}), Names{"Ana Ruiz"}) << words << " finds the one who is shown";
    for (const std::string& said :
         {ani.toString(), ana.toString(), std::string("Ani R."), std::string("ani@example.org")})
        EXPECT_EQ(w.reader().resolvePerson(said), ana) << said;
    const auto suggested = w.reader().suggest("an", 5, w.clock.now());
    ASSERT_EQ(suggested.size(), 1U);
    EXPECT_EQ(suggested.front().id, ana);
    EXPECT_EQ(w.reader().card(ani, w.clock.now())->id, ana);
    EXPECT_EQ(w.reader().peopleByContact(ContactKind::Email, "ani@example.org"), std::vector{ana});
    EXPECT_EQ(w.reader().peopleByFoldedName("ani r"), std::vector{ana});
    expectSound();
}

TEST_F(SamePeople, ShowOnePageWithWhatIsKnownOfAll)
{
    mail(ana, "ana@example.org");
    mail(ani, "ANA@example.org");
    mail(ani, "ani@example.org");
    const Id rust = add(Kind::Skill, {{skill::name, std::string("Rust")}});
    add(Kind::PersonSkill, {{person_skill::person, ana}, {person_skill::skill, rust}});
    add(Kind::PersonSkill,
        {{person_skill::person, ani},
         {person_skill::skill, rust},
         {person_skill::level, enumValue(SkillLevel::Expert)}});
    const Id alumni = add(Kind::Tag, {{tag::name, std::string("alumni")}});
    for (const Id& person : {ana, ani}) add(Kind::PersonTag, {{person_tag::person, person}, {person_tag::tag, alumni}});
    const Id firm = add(Kind::Organisation, {{organisation::name, std::string("Granite Labs")}});
    add(Kind::Affiliation, {{affiliation::person, ani}, {affiliation::organisation, firm}});
    add(Kind::PayExpectation, {{pay_expectation::person, ani}, {pay_expectation::amount, std::string("70 000")}});
    for (const Id& person : {ana, ani})
        add(Kind::Tie, {{tie::a, person}, {tie::b, tom}, {tie::kind, enumValue(TieKind::Knows)}});
    add(Kind::Tie, {{tie::a, ana}, {tie::b, ani}, {tie::kind, enumValue(TieKind::Knows)}});
    talk({ana, tom}, "first", std::chrono::days{9});
    talk({ani, tom}, "second");
    talk({ana, ani, tom}, "together", std::chrono::days{1});
    remind(ani);
    merge(ani, ana);

    for (const Id& asked : {ana, ani}) {
        const PersonDetail one = detail(asked);
        EXPECT_EQ(one.card.id, ana);
        EXPECT_EQ(one.card.name, "Ana Ruiz");
        EXPECT_EQ(one.card.organisation, "Granite Labs");
        EXPECT_EQ(one.contactPoints.size(), 2U) << "the address of both is there once";
        ASSERT_EQ(one.skills.size(), 1U);
        EXPECT_EQ(one.skills.front().level, SkillLevel::Expert);
        EXPECT_EQ(one.tags.size(), 1U);
        EXPECT_EQ(one.pay.size(), 1U);
        ASSERT_EQ(one.ties.size(), 1U) << "a tie between the two is none";
        EXPECT_EQ(one.ties.front().person, tom);
        ASSERT_EQ(one.interactions.size(), 3U);
        EXPECT_EQ(one.interactionCount, 3U);
        EXPECT_EQ(one.interactions.front().text, "together");
        ASSERT_EQ(one.interactions.front().participants.size(), 2U);
        EXPECT_EQ(one.interactions.front().participants.front().person, ana);
        ASSERT_EQ(one.reminders.size(), 1U);
        EXPECT_EQ(one.reminders.front().name, "Ana Ruiz");
        EXPECT_EQ(one.warmth.warmth, one.card.warmth);
        ASSERT_EQ(one.merged.size(), 1U);
        EXPECT_EQ(one.merged.front().name, "Ani R.");
        EXPECT_EQ(one.merged.front().person, ani);
        EXPECT_EQ(std::chrono::floor<std::chrono::days>(one.merged.front().at), today);
    }
    ASSERT_EQ(detail(tom).ties.size(), 1U);
    EXPECT_EQ(detail(tom).ties.front().name, "Ana Ruiz");
    EXPECT_EQ(names({.heldBy = tom}), Names{"Ana Ruiz"});
    const auto due = w.reader().agenda(std::nullopt, today, {}, w.clock.now(), 10);
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due.front().person.id, ana);
    EXPECT_EQ(due.front().lastWords, "together");
    EXPECT_EQ(w.reader().rowsReferring(Kind::ContactPoint, contact_point::person, ana).size(), 3U);
    EXPECT_EQ(w.reader().foldedOrganisationsOf(ana), Names{"granite labs"});
    expectSound();
}

TEST_F(SamePeople, AreEachByThemselvesAgainWithoutTheLink)
{
    mail(ani, "ani@example.org");
    talk({ani, tom}, "hers");
    const int before = detail(ani).card.warmth;
    const Id link = merge(ani, ana);
    EXPECT_EQ(detail(ana).card.warmth, before);
    remove(Kind::SamePerson, link);
    EXPECT_EQ(names(), (Names{"Ana Ruiz", "Ani R.", "Tom Kay"}));
    EXPECT_EQ(names({.words = "ani"}), Names{"Ani R."});
    EXPECT_EQ(detail(ani).card.warmth, before);
    EXPECT_EQ(detail(ani).interactions.size(), 1U);
    EXPECT_TRUE(detail(ana).interactions.empty());
    EXPECT_EQ(detail(ana).card.warmth, 0);
    EXPECT_TRUE(detail(ana).merged.empty());
    expectSound();
    ASSERT_TRUE(w.workspace().undo());
    EXPECT_EQ(detail(ani).card.id, ana);
    expectSound();
}

TEST_F(SamePeople, TakePartAsOneColleague)
{
    const Id thomas = w.addPerson("Thomas K.", Facet::Colleague);
    talk({ana, thomas}, "hello");
    remind(ana, thomas);
    EXPECT_EQ(detail(ana).card.heldBy, "Thomas K.");
    const Id link = merge(thomas, tom);
    EXPECT_EQ(detail(ana).card.heldBy, "Tom Kay");
    EXPECT_EQ(names({.heldBy = tom}), Names{"Ana Ruiz"});
    EXPECT_EQ(names({.heldBy = thomas}), Names{"Ana Ruiz"});
    EXPECT_EQ(w.reader().countDue(today, tom), 1U);
    EXPECT_EQ(w.reader().agenda(std::nullopt, today, thomas, w.clock.now(), 10).size(), 1U);
    EXPECT_EQ(detail(ana).reminders.front().assigneeName, "Tom Kay");
    EXPECT_EQ(detail(ana).reminders.front().assignee, tom);
    remove(Kind::SamePerson, link);
    EXPECT_EQ(detail(ana).card.heldBy, "Thomas K.");
}

TEST_F(SamePeople, StandForThemselvesWhileTheOtherIsNotThere)
{
    merge(ani, ana);
    remove(Kind::Person, ana);
    EXPECT_EQ(names(), (Names{"Ani R.", "Tom Kay"}));
    ASSERT_TRUE(w.workspace().undo());
    EXPECT_EQ(names(), (Names{"Ana Ruiz", "Tom Kay"}));
    expectSound();
}

TEST_F(SamePeople, AreProtectedByTheStricterWishOfEither)
{
    Edit edit{.command = CommandKind::EditApproach};
    edit.put(Kind::Person, ani).fields = {{person::approach, enumValue(Approach::DoNotContact)},
                                          {person::approach_reason, std::string("Asked us to stop")}};
    edit.put(Kind::Person, ana).fields = {{person::approach, enumValue(Approach::OffLimits)}};
    ASSERT_TRUE(w.workspace().apply(edit));
    merge(ani, ana);
    EXPECT_EQ(detail(ana).approach.approach, Approach::DoNotContact);
    EXPECT_EQ(detail(ana).approach.reason, "Asked us to stop");
    edit.rows.clear();
    edit.put(Kind::Person, ani).fields = {{person::approach_until, dateValue(today - std::chrono::days{30})}};
    ASSERT_TRUE(w.workspace().apply(edit));
    EXPECT_EQ(detail(ana).approach.approach, Approach::OffLimits) << "what is over protects nobody";
}

TEST_F(SamePeople, FollowEachOtherOverSeveralMergesAndInCircles)
{
    const Id third = w.addPerson("A. Ruiz");
    merge(ani, ana);
    merge(ana, third);
    EXPECT_EQ(names(), (Names{"A. Ruiz", "Tom Kay"}));
    EXPECT_EQ(detail(ani).merged.size(), 2U);
    merge(third, ani);
    EXPECT_EQ(w.reader().countPeople(), 2U) << "a circle shows one of them";
    EXPECT_EQ(w.reader().shownFor(third), std::min({ana, ani, third}));
    expectSound();
    w.reopen();
    EXPECT_EQ(w.reader().shownFor(third), std::min({ana, ani, third}));
    ASSERT_TRUE(w.workspace().rebuildDerived());
    EXPECT_EQ(w.reader().shownFor(third), std::min({ana, ani, third}));
    EXPECT_EQ(w.reader().countPeople(), 2U);
    expectSound();
}
