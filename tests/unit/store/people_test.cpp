#include <kith/support/temp_workspace.h>

#include <gtest/gtest.h>

using namespace kith;
using kith::test::TempWorkspace;

namespace {

std::vector<std::string> names(TempWorkspace& w, const PeopleFilter& filter)
{
    const auto rows = w.reader().listPeople(filter, w.clock.now());
    EXPECT_TRUE(rows) << rows.error().message;
    std::vector<std::string> result;
    for (const auto& card : w.reader().cards(*rows, w.clock.now())) result.push_back(card.name);
    return result;
}

Id talk(TempWorkspace& w, std::vector<Id> people, std::chrono::days ago, Direction direction = Direction::Both)
{
    const Id id = w.ids.make();
    Edit edit{.command = CommandKind::LogInteraction};
    edit.put(Kind::Interaction, id).fields = {{interaction::at, instantValue(w.clock.now() - ago)},
                                              {interaction::channel, enumValue(Channel::Call)},
                                              {interaction::direction, enumValue(direction)},
                                              {interaction::depth, enumValue(Depth::Conversation)},
                                              {interaction::text, std::string("Spoke about the data lead role.")}};
    for (const Id& person : people)
        edit.put(Kind::Participant, w.ids.make()).fields = {{participant::interaction, id},
                                                            {participant::person, person}};
    EXPECT_TRUE(w.workspace().apply(edit));
    return id;
}

using Names = std::vector<std::string>;

}  // namespace

TEST(PeopleList, IsOrderedByNameWhateverTheScript)
{
    TempWorkspace w;
    for (const char* name : {"zoe king", "Ana Ruiz", "Олена Ковальчук", "Élodie Moreau"}) w.addPerson(name);
    EXPECT_EQ(names(w, {}), (Names{"Ana Ruiz", "Élodie Moreau", "Олена Ковальчук", "zoe king"}));
    EXPECT_EQ(names(w, {.descending = true}).front(), "zoe king");
}

TEST(PeopleList, FindsBeginningsOfWordsInNameWorkPlaceSkillAndAddress)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    w.addPerson("Ben Adeyemi");
    const Id firm = w.ids.make();
    const Id rust = w.ids.make();
    Edit edit{.command = CommandKind::EditPerson};
    edit.put(Kind::Organisation, firm).fields = {{organisation::name, std::string("Granite Labs")}};
    edit.put(Kind::Affiliation, w.ids.make()).fields = {{affiliation::person, ana},
                                                        {affiliation::organisation, firm},
                                                        {affiliation::role, std::string("Platform engineer")}};
    edit.put(Kind::Skill, rust).fields = {{skill::name, std::string("Rust")}};
    edit.put(Kind::PersonSkill, w.ids.make()).fields = {{person_skill::person, ana}, {person_skill::skill, rust}};
    edit.put(Kind::ContactPoint, w.ids.make()).fields = {
        {contact_point::person, ana},
        {contact_point::kind, enumValue(ContactKind::Email)},
        {contact_point::value, std::string("Ana.Ruiz@granite.example")}};
    edit.put(Kind::Person, ana).fields = {{person::city, std::string("Leeds")}};
    ASSERT_TRUE(w.workspace().apply(edit));
    for (const char* words : {"an", "ruiz ana", "plat eng", "granite", "LEE", "rus", "ana.ruiz@gran"})
        EXPECT_EQ(names(w, {.words = words}), Names{"Ana Ruiz"}) << words;
    EXPECT_EQ(names(w, {.words = "latform"}), Names{});
    EXPECT_EQ(names(w, {.words = "\"* OR NOT ("}), Names{}) << "an expression of the engine is only text here";
    EXPECT_EQ(names(w, {.words = "!!!"}).size(), 2U) << "nothing to look for is no filter";

    Edit rename{.command = CommandKind::EditPerson};
    rename.put(Kind::Organisation, firm).fields = {{organisation::name, std::string("Slate Works")}};
    ASSERT_TRUE(w.workspace().apply(rename));
    EXPECT_EQ(names(w, {.words = "slate"}), Names{"Ana Ruiz"});
    EXPECT_EQ(names(w, {.words = "granite labs"}), Names{});
    EXPECT_TRUE(w.workspace().check().empty());
}

TEST(PeopleList, KnowsWhoHoldsAPersonAndSinceWhen)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    const Id ben = w.addPerson("Ben Adeyemi");
    const Id tom = w.addPerson("Tom Okafor", Facet::Colleague);
    const Id priya = w.addPerson("Priya Nair", Facet::Colleague);
    talk(w, {ana, tom}, std::chrono::days{90});
    const Id latest = talk(w, {ana, priya}, std::chrono::days{12});
    talk(w, {ana, ben, tom}, std::chrono::days{3}, Direction::Broadcast);

    const auto card = w.reader().card(ana, w.clock.now());
    ASSERT_TRUE(card);
    EXPECT_EQ(card->heldBy, "Priya Nair") << "a broadcast holds nobody";
    EXPECT_EQ(card->lastInteraction, w.clock.now() - std::chrono::days{12});
    EXPECT_EQ(names(w, {.heldBy = priya}), Names{"Ana Ruiz"});
    EXPECT_EQ(names(w, {.order = PeopleOrder::LastInteraction, .descending = true}).front(), "Ana Ruiz");
    EXPECT_EQ(names(w, {.order = PeopleOrder::Warmth, .descending = true}).back(), "Ben Adeyemi") << "or warms anybody";

    Edit remove{.command = CommandKind::RemoveInteraction};
    remove.remove(Kind::Interaction, latest);
    ASSERT_TRUE(w.workspace().apply(remove));
    EXPECT_EQ(w.reader().card(ana, w.clock.now())->heldBy, "Tom Okafor");
}

TEST(PeopleList, StopsWhenItIsCalledOff)
{
    TempWorkspace w;
    Edit edit{.command = CommandKind::AddPerson};
    for (int i = 0; i < 3000; ++i)
        edit.put(Kind::Person, w.ids.make()).fields = {{person::name, "Person " + std::to_string(i)}};
    ASSERT_TRUE(w.workspace().apply(edit));
    const std::atomic<bool> stop = true;
    const auto rows = w.reader().listPeople({.order = PeopleOrder::Title}, w.clock.now(), &stop);
    ASSERT_FALSE(rows);
    EXPECT_EQ(rows.error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(w.reader().listPeople({}, w.clock.now())) << "and the next reading is not affected";
}

TEST(ResolvePerson, TakesIdAddressOrNameAndListsTheCandidates)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    w.addPerson("Sam Field");
    w.addPerson("Sam Field");
    Edit edit{.command = CommandKind::EditContactPoints};
    edit.put(Kind::ContactPoint, w.ids.make()).fields = {{contact_point::person, ana},
                                                         {contact_point::kind, enumValue(ContactKind::Email)},
                                                         {contact_point::value, std::string("ana@example.com")}};
    ASSERT_TRUE(w.workspace().apply(edit));
    EXPECT_EQ(w.reader().resolvePerson(ana.toString()), ana);
    EXPECT_EQ(w.reader().resolvePerson("ANA@example.com"), ana);
    EXPECT_EQ(w.reader().resolvePerson("  ana  ruiz "), ana);
    EXPECT_EQ(w.reader().resolvePerson("Nobody").error().code, ErrorCode::NotFound);
    const auto sam = w.reader().resolvePerson("sam field");
    ASSERT_FALSE(sam);
    EXPECT_EQ(sam.error().code, ErrorCode::Ambiguous);
    EXPECT_NE(sam.error().message.find("fits 2 people"), std::string::npos);
}

TEST(Suggest, PutsNamesThatBeginWithTheWordsFirst)
{
    TempWorkspace w;
    w.addPerson("Mariana Silva");
    w.addPerson("Peter Ann");
    w.addPerson("Anna Lind");
    const auto found = w.reader().suggest("ann", 5, w.clock.now());
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].name, "Anna Lind");
}

TEST(PeopleList, CountsWarmthWithTheWeightsOfTheWorkspace)
{
    TempWorkspace w;
    const Id often = w.addPerson("Often Then");
    const Id lately = w.addPerson("Lately Once");
    for (int i = 0; i < 12; ++i) talk(w, {often}, std::chrono::days{200 + i});
    talk(w, {lately}, std::chrono::days{1}, Direction::Out);
    const auto agree = [&](const Id& person) {
        const auto card = w.reader().card(person, w.clock.now());
        const auto detail = w.reader().person(person, w.clock.now(), 0);
        EXPECT_EQ(card->warmth, detail->warmth.warmth);
        EXPECT_EQ(card->warmth, detail->card.warmth);
        const auto rows = w.reader().listPeople({.order = PeopleOrder::Warmth}, w.clock.now());
        for (const auto& listed : w.reader().cards(*rows, w.clock.now()))
            EXPECT_TRUE(listed.id != person || listed.warmth == card->warmth);
        return card->warmth;
    };
    const PeopleFilter warmest{.order = PeopleOrder::Warmth, .descending = true};
    EXPECT_EQ(names(w, warmest).front(), "Lately Once");
    EXPECT_GT(agree(lately), agree(often));
    ASSERT_TRUE(w.workspace().setSetting(settings::kWarmthWeights, "0,0,0,0,100"));
    EXPECT_EQ(agree(lately), 0) << "no colleague of ours is named";
    ASSERT_TRUE(w.workspace().setSetting(settings::kWarmthWeights, "0,100,0,0,0"));
    EXPECT_GT(agree(often), agree(lately));
    EXPECT_EQ(names(w, warmest).front(), "Often Then");
    ASSERT_TRUE(w.workspace().setSetting(settings::kWarmthWeights, ""));
    EXPECT_GT(agree(lately), agree(often));
}
