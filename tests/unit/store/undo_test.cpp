#include <kith/support/temp_workspace.h>

#include <gtest/gtest.h>

using namespace kith;
using kith::test::TempWorkspace;

namespace {

void setCity(TempWorkspace& w, const Id& person, const std::string& city, Source source = {})
{
    Edit edit{.command = CommandKind::EditPerson, .subject = "somebody", .source = std::move(source)};
    edit.put(Kind::Person, person).fields = {{person::city, city}};
    ASSERT_TRUE(w.workspace().apply(edit));
}

std::string cityOf(TempWorkspace& w, const Id& person)
{
    const auto card = w.reader().card(person, w.clock.now());
    return card ? card->city : "(gone)";
}

/// Two people, an organisation and a contact point as one import.
struct Imported {
    Id ana, ben, firm, work, mail;
    std::int64_t command = 0;
};

Imported import(TempWorkspace& w)
{
    Imported i{w.ids.make(), w.ids.make(), w.ids.make(), w.ids.make(), w.ids.make()};
    Edit edit{.command = CommandKind::Import,
              .subject = "people.csv",
              .source = {.origin = "csv", .detail = "people.csv", .asOf = Date{std::chrono::days{20'000}}}};
    edit.put(Kind::Organisation, i.firm).fields = {{organisation::name, std::string("Northlight")}};
    edit.put(Kind::Person, i.ana).fields = {{person::name, std::string("Ana Ruiz")}};
    edit.put(Kind::Affiliation, i.work).fields = {{affiliation::person, i.ana}, {affiliation::organisation, i.firm}};
    edit.put(Kind::ContactPoint, i.mail).fields = {{contact_point::person, i.ana},
                                                   {contact_point::kind, enumValue(ContactKind::Email)},
                                                   {contact_point::value, std::string("ana@example.com")}};
    edit.put(Kind::Person, i.ben).fields = {{person::name, std::string("Ben Adeyemi")}};
    const auto done = w.workspace().apply(edit);
    EXPECT_TRUE(done) << done.error().message;
    i.command = done->command;
    return i;
}

}  // namespace

TEST(Undo, TakesBackAndBringsBackInOrder)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    setCity(w, ana, "Leeds");
    setCity(w, ana, "York");

    ASSERT_TRUE(w.workspace().undo());
    EXPECT_EQ(cityOf(w, ana), "Leeds");
    ASSERT_TRUE(w.workspace().undo());
    EXPECT_EQ(cityOf(w, ana), "");
    ASSERT_TRUE(w.workspace().undo());
    EXPECT_EQ(cityOf(w, ana), "(gone)");
    EXPECT_EQ(w.workspace().undo().error().code, ErrorCode::NotFound);

    ASSERT_TRUE(w.workspace().redo());
    ASSERT_TRUE(w.workspace().redo());
    EXPECT_EQ(cityOf(w, ana), "Leeds");
    ASSERT_TRUE(w.workspace().redo());
    EXPECT_EQ(cityOf(w, ana), "York");
    EXPECT_EQ(w.workspace().redo().error().code, ErrorCode::NotFound);
    EXPECT_TRUE(w.workspace().check().empty());
}

TEST(Undo, SurvivesARestart)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    setCity(w, ana, "Leeds");
    w.reopen();
    EXPECT_EQ(w.workspace().nextUndo()->kind, CommandKind::EditPerson);
    ASSERT_TRUE(w.workspace().undo());
    w.reopen();
    EXPECT_EQ(cityOf(w, ana), "");
    ASSERT_TRUE(w.workspace().redo());
    EXPECT_EQ(cityOf(w, ana), "Leeds");
}

TEST(Undo, ReachesBackTwoHundredCommandsAndNoFurther)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    for (int i = 0; i < 220; ++i) setCity(w, ana, "City " + std::to_string(i));
    int undone = 0;
    while (w.workspace().undo()) ++undone;
    EXPECT_EQ(undone, 200);
    EXPECT_EQ(cityOf(w, ana), "City 19");
}

TEST(Undo, GivesBackWhereTheOldValueCameFrom)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    const Source linkedin{.origin = "linkedin", .detail = "Connections.csv", .asOf = Date{std::chrono::days{20'000}}};
    setCity(w, ana, "Leeds", linkedin);
    setCity(w, ana, "York");
    ASSERT_TRUE(w.workspace().undo());
    EXPECT_EQ(w.reader().row(Kind::Person, ana)->stamps[person::city]->source, linkedin);
    ASSERT_TRUE(w.workspace().redo());
    EXPECT_TRUE(w.reader().row(Kind::Person, ana)->stamps[person::city]->source.isTyped());
}

TEST(Undo, IsClosedForRedoByANewCommand)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    setCity(w, ana, "Leeds");
    ASSERT_TRUE(w.workspace().undo());
    setCity(w, ana, "Hull");
    EXPECT_FALSE(w.workspace().nextRedo());
    ASSERT_TRUE(w.workspace().undo());
    EXPECT_EQ(cityOf(w, ana), "");
}

TEST(UndoImport, RemovesAllThatItBrought)
{
    TempWorkspace w;
    const Imported i = import(w);
    w.addPerson("Cleo Park");
    const auto reverted = w.workspace().revert(i.command);
    ASSERT_TRUE(reverted) << reverted.error().message;
    EXPECT_EQ(reverted->kept, 0U);
    EXPECT_EQ(w.reader().countPeople(), 1U);
    EXPECT_TRUE(w.reader().peopleByContact(ContactKind::Email, "ana@example.com").empty());
    EXPECT_TRUE(w.workspace().batches().front().undone);
    EXPECT_FALSE(w.workspace().revert(i.command)) << "only once";
    EXPECT_TRUE(w.workspace().check().empty());
}

TEST(UndoImport, KeepsAPersonWhoWasSpokenWithSinceAndAllThatBelongsToThem)
{
    TempWorkspace w;
    const Imported i = import(w);
    const Id talk = w.ids.make();
    Edit log{.command = CommandKind::LogInteraction};
    log.put(Kind::Interaction, talk).fields = {{interaction::at, instantValue(w.clock.now())},
                                               {interaction::channel, enumValue(Channel::Call)},
                                               {interaction::direction, enumValue(Direction::Both)},
                                               {interaction::depth, enumValue(Depth::Conversation)}};
    log.put(Kind::Participant, w.ids.make()).fields = {{participant::interaction, talk}, {participant::person, i.ana}};
    ASSERT_TRUE(w.workspace().apply(log));

    const auto reverted = w.workspace().revert(i.command);
    ASSERT_TRUE(reverted) << reverted.error().message;
    EXPECT_EQ(reverted->kept, 4U) << "Ana, her address, her affiliation and its organisation";
    const auto ana = w.reader().person(i.ana, w.clock.now(), 10);
    ASSERT_TRUE(ana);
    EXPECT_EQ(ana->card.organisation, "Northlight");
    EXPECT_EQ(ana->contactPoints.size(), 1U);
    EXPECT_FALSE(w.reader().card(i.ben, w.clock.now()));
    EXPECT_TRUE(w.workspace().check().empty());
}

TEST(UndoImport, KeepsWhatAPersonTypedSince)
{
    TempWorkspace w;
    const Imported i = import(w);
    setCity(w, i.ben, "Hull");
    ASSERT_TRUE(w.workspace().revert(i.command));
    EXPECT_EQ(cityOf(w, i.ben), "Hull");
    EXPECT_EQ(cityOf(w, i.ana), "(gone)");
}
