#include <kith/sqlite/connection.h>
#include <kith/support/temp_workspace.h>
#include <kith/usecases/affiliations.h>
#include <kith/usecases/approach.h>
#include <kith/usecases/contact_points.h>
#include <kith/usecases/export_people.h>
#include <kith/usecases/history.h>
#include <kith/usecases/log_interaction.h>
#include <kith/usecases/merge_people.h>
#include <kith/usecases/people.h>
#include <kith/usecases/skills.h>
#include <kith/usecases/spaces.h>
#include <kith/usecases/tags.h>
#include <kith/usecases/ties.h>

#include <gtest/gtest.h>

namespace kith {
namespace {

class Merging : public ::testing::Test {
protected:
    Id add(const PersonInput& input)
    {
        const auto id = AddPerson(w.services()).run(input);
        EXPECT_TRUE(id) << id.error().message;
        return id.value_or(Id{});
    }
    void merge(const Id& keep, const Id& other, std::vector<FieldIndex> take = {})
    {
        const auto done = MergePeople(w.services()).run({.keep = keep, .other = other, .take = std::move(take)});
        ASSERT_TRUE(done) << done.error().message;
        EXPECT_EQ(done->kind, CommandKind::MergePeople);
    }
    void unmerge(const Id& person, const Id& other = {})
    {
        const auto done = UnmergePeople(w.services()).run(person, other);
        ASSERT_TRUE(done) << done.error().message;
    }
    void set(const Id& id, FieldIndex field, const std::string& text)
    {
        ASSERT_TRUE(EditPersonField(w.services()).run(id, field, Value{text}));
    }
    PersonDetail detail(const Id& id) { return w.reader().person(id, w.clock.now()).value_or(PersonDetail{}); }
    std::string cityOf(const Id& id) { return detail(id).card.city; }
    ErrorCode refusal(const MergeInput& input)
    {
        const auto done = MergePeople(w.services()).run(input);
        EXPECT_FALSE(done);
        return done ? ErrorCode::Internal : done.error().code;
    }

    test::TempWorkspace w;
    Id ana = add({.name = "Ana Ruiz", .city = "Leeds"});
    Id ani = add({.name = "Ani R.",
                  .facets = Facets{4},
                  .city = "Porto",
                  .emails = {"ani@example.org"},
                  .about = "Met at a meet-up."});
    Id tom = add({.name = "Tom Kay"});
};

}  // namespace

TEST_F(Merging, KeepsTheFieldsOfOneTakesWhatWasChosenAndFillsWhatWasEmpty)
{
    merge(ana, ani, {person::city});
    EXPECT_EQ(detail(ana).card.name, "Ana Ruiz");
    EXPECT_EQ(cityOf(ana), "Porto") << "chosen";
    EXPECT_EQ(detail(ana).about, "Met at a meet-up.") << "there was nothing";
    EXPECT_TRUE(detail(ana).card.facets.has(Facet::Talent));
    EXPECT_TRUE(detail(ana).card.facets.has(Facet::Partner)) << "she is both";
    EXPECT_EQ(detail(ana).contactPoints.size(), 1U);
    EXPECT_EQ(w.reader().countPeople(), 2U);
}

TEST_F(Merging, IsTakenBackAsOneByUndoAndBroughtBackByRedo)
{
    merge(ana, ani, {person::name, person::city});
    EXPECT_EQ(detail(ana).card.name, "Ani R.");
    ASSERT_TRUE(UndoLast(w.services()).run());
    EXPECT_EQ(detail(ana).card.name, "Ana Ruiz");
    EXPECT_EQ(cityOf(ana), "Leeds");
    EXPECT_EQ(detail(ani).card.id, ani);
    EXPECT_EQ(w.reader().countPeople(), 3U);
    ASSERT_TRUE(RedoLast(w.services()).run());
    EXPECT_EQ(detail(ani).card.id, ana);
    EXPECT_EQ(cityOf(ani), "Porto");
    EXPECT_EQ(w.workspace().check(), std::vector<std::string>{});
}

TEST_F(Merging, IsTakenBackMuchLaterWithWhatEachHadAndWhatWasAddedSince)
{
    merge(ana, ani, {person::name, person::city});
    w.clock.advance(std::chrono::days{120});
    w.reopen();
    set(ana, person::city, "York");
    ASSERT_TRUE(AddTag(w.services()).run(ana, "alumni"));
    unmerge(ana);
    EXPECT_EQ(detail(ana).card.name, "Ana Ruiz") << "the merge wrote it, and nobody since";
    EXPECT_EQ(cityOf(ana), "York") << "typed since";
    EXPECT_EQ(detail(ana).about, "");
    EXPECT_FALSE(detail(ana).card.facets.has(Facet::Partner));
    EXPECT_EQ(detail(ana).tags.size(), 1U) << "added to the one who was shown";
    EXPECT_EQ(detail(ani).card.name, "Ani R.");
    EXPECT_EQ(cityOf(ani), "Porto");
    EXPECT_EQ(detail(ani).about, "Met at a meet-up.");
    EXPECT_EQ(detail(ani).contactPoints.size(), 1U);
    EXPECT_TRUE(detail(ani).tags.empty());
    ASSERT_TRUE(UndoLast(w.services()).run());
    EXPECT_EQ(detail(ani).card.id, ana);
    EXPECT_EQ(detail(ana).card.name, "Ani R.");
}

TEST_F(Merging, GivesBackWhatWasThereBeforeAllMergesInWhateverOrderTheyAreTakenBack)
{
    merge(ana, ani, {person::city});
    const Id third = add({.name = "A. Ruiz", .city = "Lisbon"});
    merge(ana, third, {person::city});
    EXPECT_EQ(cityOf(ana), "Lisbon");
    EXPECT_EQ(UnmergePeople(w.services()).run(ana).error().code, ErrorCode::Ambiguous);
    unmerge(ana, ani);
    EXPECT_EQ(cityOf(ana), "Lisbon");
    unmerge(ana, third);
    EXPECT_EQ(cityOf(ana), "Leeds") << "and not what another merge had brought";
    EXPECT_EQ(w.reader().countPeople(), 4U);
}

TEST_F(Merging, IsRefusedInSentencesWhereItMakesNoSense)
{
    EXPECT_EQ(refusal({.keep = ana, .other = ana}), ErrorCode::BadInput);
    EXPECT_EQ(refusal({.keep = ana, .other = w.ids.make()}), ErrorCode::NotFound);
    EXPECT_EQ(refusal({.keep = w.ids.make(), .other = ana}), ErrorCode::NotFound);
    EXPECT_EQ(refusal({.keep = ana, .other = ani, .take = {person::facets}}), ErrorCode::BadInput);
    EXPECT_EQ(UnmergePeople(w.services()).run(ana).error().code, ErrorCode::NotFound);
    merge(ana, ani);
    EXPECT_EQ(refusal({.keep = ana, .other = ani}), ErrorCode::Conflict);
    EXPECT_EQ(refusal({.keep = ani, .other = ana}), ErrorCode::Conflict);
    EXPECT_EQ(UnmergePeople(w.services()).run(ana, tom).error().code, ErrorCode::NotFound);
    EXPECT_EQ(UnmergePeople(w.services()).run(ana, ana).error().code, ErrorCode::NotFound);
}

TEST_F(Merging, OfOneWhoStandsForOthersBringsThemAllAndSeparatesThemAgain)
{
    merge(ana, ani);
    merge(tom, ana);
    EXPECT_EQ(w.reader().countPeople(), 1U);
    EXPECT_EQ(detail(tom).merged.size(), 2U);
    unmerge(tom, ana);
    EXPECT_EQ(detail(ani).card.id, ana) << "who was merged into her stays with her";
    EXPECT_EQ(detail(tom).card.id, tom);
    unmerge(ani);
    EXPECT_EQ(w.reader().countPeople(), 3U);
}

TEST_F(Merging, ShowsAndRemovesWhatBothSayAsOne)
{
    ASSERT_TRUE(AddContactPoint(w.services()).run(ana, ContactKind::Email, "Ani@example.org", ""));
    for (const Id& person : {ana, ani}) {
        ASSERT_TRUE(AddTag(w.services()).run(person, "alumni"));
        ASSERT_TRUE(AddSkill(w.services()).run({.person = person, .name = "Rust", .level = SkillLevel::Basic}));
        ASSERT_TRUE(AddTie(w.services()).run({.a = tom, .b = person, .kind = TieKind::Knows}));
    }
    merge(ana, ani);
    ASSERT_TRUE(EditContactPoint(w.services()).run(detail(ana).contactPoints.front().id, "ana@example.org", ""));
    ASSERT_EQ(detail(ana).contactPoints.size(), 1U);
    EXPECT_EQ(detail(ana).contactPoints.front().value, "ana@example.org");
    ASSERT_TRUE(AddSkill(w.services()).run({.person = ana, .name = "rust", .level = SkillLevel::Expert}));
    ASSERT_EQ(detail(ana).skills.size(), 1U);
    EXPECT_EQ(detail(ana).skills.front().level, SkillLevel::Expert);
    ASSERT_TRUE(RemoveContactPoint(w.services()).run(detail(ana).contactPoints.front().id));
    ASSERT_TRUE(RemoveTag(w.services()).run(detail(ana).tags.front().id));
    ASSERT_TRUE(RemoveSkill(w.services()).run(detail(ana).skills.front().id));
    ASSERT_EQ(detail(ana).ties.size(), 1U);
    ASSERT_TRUE(RemoveTie(w.services()).run(detail(ana).ties.front().id));
    EXPECT_TRUE(detail(ana).contactPoints.empty());
    EXPECT_TRUE(detail(ana).tags.empty());
    EXPECT_TRUE(detail(ana).skills.empty());
    EXPECT_TRUE(detail(ana).ties.empty());
    EXPECT_EQ(AddTie(w.services()).run({.a = ana, .b = ani}).error().code, ErrorCode::BadInput);
}

TEST_F(Merging, HoldsTheStricterApproachUntilItIsChangedForTheOneWhoIsShown)
{
    ASSERT_TRUE(EditApproach(w.services()).run(ani, {.approach = Approach::DoNotContact, .reason = "Asked"}));
    merge(ana, ani);
    EXPECT_EQ(detail(ana).approach.approach, Approach::DoNotContact);
    ASSERT_TRUE(EditApproach(w.services()).run(ana, {.approach = Approach::Open}));
    EXPECT_EQ(detail(ana).approach.approach, Approach::Open);
}

TEST_F(Merging, GoesWithThemWhenTheyAreRemovedAndMoved)
{
    ASSERT_TRUE(LogInteraction(w.services()).run({.people = {ani}, .at = w.clock.now(), .text = "hers"}));
    merge(ana, ani);
    Edit edit{.command = CommandKind::Organise};
    const Id team = w.ids.make();
    edit.put(Kind::Space, team).fields = {{space::name, std::string("Team")},
                                          {space::kind, enumValue(SpaceKind::Team)}};
    ASSERT_TRUE(w.workspace().apply(edit));
    ASSERT_TRUE(MoveToSpace(w.services()).run(ani, team));
    for (const Id& record : {ana, ani}) EXPECT_EQ(w.reader().row(Kind::Person, record)->space, team);
    const auto links = w.reader().rowsReferring(Kind::SamePerson, same_person::into, ana);
    ASSERT_EQ(links.size(), 1U);
    EXPECT_EQ(links.front().space, team);
    EXPECT_EQ(w.reader().row(Kind::Interaction, detail(ana).interactions.front().id)->space, team);

    ASSERT_TRUE(RemovePerson(w.services()).run(ana));
    EXPECT_EQ(w.reader().countPeople(), 1U);
    EXPECT_EQ(w.workspace().check(), std::vector<std::string>{});
    ASSERT_TRUE(UndoLast(w.services()).run());
    EXPECT_EQ(detail(ani).card.id, ana);
    EXPECT_EQ(detail(ana).interactions.size(), 1U);
}

TEST_F(Merging, OfWhoSitsHereKeepsTheirSeat)
{
    ASSERT_TRUE(w.workspace().setSetting(settings::kMe, ani.toString()));
    merge(ana, ani);
    const auto logged = LogInteraction(w.services()).run({.people = {tom}, .at = w.clock.now(), .text = "hello"});
    ASSERT_TRUE(logged);
    const auto view = w.reader().interaction(logged->interaction);
    ASSERT_TRUE(view);
    ASSERT_EQ(view->participants.size(), 2U);
    EXPECT_EQ(view->participants.back().person, ana);
}

TEST_F(Merging, IsOnePersonInAnExport)
{
    ASSERT_TRUE(LogInteraction(w.services()).run({.people = {ani}, .at = w.clock.now(), .text = "hers"}));
    merge(ana, ani);
    for (const ExportFormat format : {ExportFormat::VCard, ExportFormat::Csv, ExportFormat::Json}) {
        std::string text;
        const auto count =
            ExportPeople(w.reader(), w.clock.now()).run(format, [&](std::string_view part) -> Result<void> {
                text += part;
                return {};
            });
        EXPECT_EQ(count, 2U);
        EXPECT_NE(text.find("Ana Ruiz"), std::string::npos);
        EXPECT_NE(text.find("ani@example.org"), std::string::npos);
        if (format != ExportFormat::Json) {
            EXPECT_EQ(text.find("Ani R."), std::string::npos);
            continue;
        }
        EXPECT_NE(text.find("hers"), std::string::npos);
        EXPECT_NE(text.find(R"("id": ")" + ana.toString()), std::string::npos);
        EXPECT_EQ(text.find(R"("id": ")" + ani.toString()), std::string::npos);
    }
}

TEST_F(Merging, NeedsBothToBeWritable)
{
    Edit edit{.command = CommandKind::Organise};
    const Id shared = w.ids.make();
    edit.put(Kind::Space, shared).fields = {{space::name, std::string("Theirs")},
                                            {space::kind, enumValue(SpaceKind::Shared)}};
    ASSERT_TRUE(w.workspace().apply(edit));
    ASSERT_TRUE(MoveToSpace(w.services()).run(ani, shared));
    w.close();
    {
        auto db = sqlite::Connection::open(w.path(), {.access = sqlite::Access::ReadWrite});
        ASSERT_TRUE(db);
        ASSERT_TRUE((*db)->run("UPDATE space SET rights = 1 WHERE id = ?", shared));
    }
    w.reopen();
    EXPECT_EQ(refusal({.keep = ana, .other = ani}), ErrorCode::ReadOnly);
    EXPECT_EQ(refusal({.keep = ani, .other = ana}), ErrorCode::ReadOnly);
    EXPECT_EQ(w.reader().countPeople(), 3U);
}

}  // namespace kith
