#include <kith/support/temp_workspace.h>
#include <kith/usecases/history.h>
#include <kith/usecases/merge_people.h>
#include <kith/usecases/pipelines.h>
#include <kith/usecases/placements.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Pipelines : public ::testing::Test {
protected:
    Pipelines()
    {
        const auto id =
            AddPipeline(w.services()).run({.name = "Platform", .stages = {{"Met", 10}, {"Talking", 20}, {"Ready", 0}}});
        EXPECT_TRUE(id) << id.error().message;
        platform = id.value_or(Id{});
    }
    PipelineView view() const { return pipelineOf(w.reader(), platform.toString()).value_or(PipelineView{}); }
    Id stage(const std::string& name) const { return stageOf(view(), name).value_or(StageView{}).id; }
    /// "Met 1, Talking 0, Ready 0; 0 left"
    std::string counts() const
    {
        std::string text;
        for (const StageView& each : view().stages)
            text += (text.empty() ? "" : ", ") + each.name + ' ' + std::to_string(each.people);
        return text + "; " + std::to_string(view().left) + " left";
    }
    void put(const Id& person, const std::string& into = {})
    {
        const auto done =
            AddToPipeline(w.services()).run(platform, std::vector{person}, into.empty() ? Id{} : stage(into));
        ASSERT_TRUE(done) << done.error().message;
        w.clock.advance(std::chrono::hours{1});
    }
    void move(const Id& person, const std::string& to)
    {
        const auto done = MovePlacement(w.services()).run(platform, std::vector{person}, stage(to), "why not");
        ASSERT_TRUE(done) << done.error().message;
        w.clock.advance(std::chrono::hours{1});
    }
    /// "Met > Talking", latest first.
    std::vector<std::string> moves(const Id& person) const
    {
        std::vector<std::string> texts;
        for (const MoveView& each : w.reader().pipelines().movesOf(person))
            texts.push_back(each.from + " > " + (each.to.empty() ? std::string(toWord(each.state)) : each.to));
        return texts;
    }

    test::TempWorkspace w;
    Id platform;
};

TEST_F(Pipelines, WriteDownEveryMoveAndShowWherePeopleAre)
{
    const Id ana = w.addPerson("Ana Ruiz");
    put(ana);
    EXPECT_EQ(counts(), "Met 1, Talking 0, Ready 0; 0 left");
    move(ana, "Talking");
    move(ana, "Ready");
    EXPECT_EQ(counts(), "Met 0, Talking 0, Ready 1; 0 left");
    EXPECT_THAT(moves(ana), ElementsAre("Talking > Ready", "Met > Talking", " > Met"));
    const auto again = MovePlacement(w.services()).run(platform, std::vector{ana}, stage("Ready"));
    EXPECT_THAT(again->rows, IsEmpty()) << "nothing happened";
}

TEST_F(Pipelines, TakeAWrongMoveBackWithUndoAndNotByRewriting)
{
    const Id ana = w.addPerson("Ana Ruiz");
    put(ana);
    const Instant entered = w.reader().pipelines().placements(platform)[0].since;
    move(ana, "Ready");
    ASSERT_TRUE(UndoLast(w.services()).run());
    EXPECT_EQ(counts(), "Met 1, Talking 0, Ready 0; 0 left");
    EXPECT_EQ(w.reader().pipelines().placements(platform)[0].since, entered);
    EXPECT_THAT(moves(ana), ElementsAre(" > Met"));
    ASSERT_TRUE(RedoLast(w.services()).run());
    EXPECT_THAT(moves(ana), ElementsAre("Met > Ready", " > Met"));
}

TEST_F(Pipelines, KeepSilverMedallistsInViewAndTakePeopleBack)
{
    const Id ana = w.addPerson("Ana Ruiz");
    put(ana, "Talking");
    ASSERT_TRUE(LeavePipeline(w.services()).run(platform, std::vector{ana}, "second of two", true));
    EXPECT_EQ(counts(), "Met 0, Talking 0, Ready 0; 1 left");
    EXPECT_EQ(view().silver, 1U);
    const auto detail = w.reader().person(ana, w.clock.now());
    EXPECT_EQ(detail->placements[0].placement.reason, "second of two");
    EXPECT_EQ(detail->placements[0].stage, "Talking") << "the last one";
    put(ana, "Met");
    EXPECT_EQ(counts(), "Met 1, Talking 0, Ready 0; 0 left");
    EXPECT_THAT(moves(ana), ElementsAre(" > Met", "Talking > silver-medallist", " > Talking"));
}

TEST_F(Pipelines, DeleteAStageOnlyWithAPlaceForWhoIsInIt)
{
    const Id ana = w.addPerson("Ana Ruiz");
    put(ana, "Talking");
    const EditStage edit(w.services());
    EXPECT_THAT(edit.remove(platform, stage("Talking"), {}).error().message, HasSubstr("say which stage"));
    ASSERT_TRUE(edit.remove(platform, stage("Talking"), stage("Ready")));
    EXPECT_EQ(counts(), "Met 0, Ready 1; 0 left");
    EXPECT_THAT(moves(ana), ElementsAre("Talking > Ready", " > Talking")) << "history keeps the name";
    ASSERT_TRUE(UndoLast(w.services()).run());
    EXPECT_EQ(counts(), "Met 0, Talking 1, Ready 0; 0 left");
    ASSERT_TRUE(edit.remove(platform, stage("Met"), {}));
    ASSERT_TRUE(edit.remove(platform, stage("Ready"), {}));
    EXPECT_THAT(edit.remove(platform, stage("Talking"), {}).error().message, HasSubstr("needs a stage"));
}

TEST_F(Pipelines, KeepADeletedStageWhileSomebodyIsInIt)
{
    const Id ana = w.addPerson("Ana Ruiz");
    put(ana, "Talking");
    Edit edit{.command = CommandKind::Sync};  // a colleague deleted it meanwhile
    edit.remove(Kind::Stage, stage("Talking"));
    ASSERT_TRUE(w.workspace().apply(edit));
    EXPECT_EQ(counts(), "Met 0, Talking 1, Ready 0; 0 left");
    move(ana, "Ready");
    EXPECT_EQ(counts(), "Met 0, Ready 1; 0 left");
}

TEST_F(Pipelines, PutStagesInOrder)
{
    const EditStage edit(w.services());
    ASSERT_TRUE(edit.add(platform, {.name = "First", .idleDays = 3}, {}));
    ASSERT_TRUE(edit.add(platform, {.name = "Between"}, stage("Met")));
    EXPECT_EQ(counts(), "First 0, Met 0, Between 0, Talking 0, Ready 0; 0 left");
    ASSERT_TRUE(edit.reorder(platform, stage("Ready"), stage("First")));
    ASSERT_TRUE(edit.reorder(platform, stage("Talking"), {}));
    EXPECT_EQ(counts(), "Talking 0, First 0, Ready 0, Met 0, Between 0; 0 left");
    EXPECT_THAT(edit.rename(platform, stage("Met"), "READY").error().message, HasSubstr("\"READY\" already"));
    EXPECT_THAT(edit.setIdleDays(platform, stage("Met"), -1).error().message, HasSubstr("0 (never)"));
}

TEST_F(Pipelines, GoWithAllThatHappenedInThemAndComeBackWithIt)
{
    const Id ana = w.addPerson("Ana Ruiz");
    put(ana);
    move(ana, "Ready");
    ASSERT_TRUE(EditPipeline(w.services()).remove(platform));
    EXPECT_THAT(w.reader().pipelines().pipelines(), IsEmpty());
    EXPECT_THAT(moves(ana), IsEmpty());
    EXPECT_THAT(w.reader().person(ana, w.clock.now())->placements, IsEmpty());
    ASSERT_TRUE(UndoLast(w.services()).run());
    EXPECT_EQ(counts(), "Met 0, Talking 0, Ready 1; 0 left");
    EXPECT_THAT(moves(ana), ElementsAre("Met > Ready", " > Met"));
}

TEST_F(Pipelines, ShowWhoeverWasMergedOnceAndMoveThemAsOne)
{
    const Id ana = w.addPerson("Ana Ruiz");
    const Id twin = w.addPerson("A. Ruiz");
    put(ana, "Met");
    put(twin, "Talking");
    ASSERT_TRUE(MergePeople(w.services()).run({.keep = ana, .other = twin}));
    EXPECT_EQ(counts(), "Met 0, Talking 1, Ready 0; 0 left") << "where they came last";
    move(ana, "Ready");
    EXPECT_EQ(counts(), "Met 0, Talking 0, Ready 1; 0 left");
}

TEST_F(Pipelines, OrderMovesAlsoWhenTheClockWasSetBack)
{
    const Id ana = w.addPerson("Ana Ruiz");
    put(ana);
    w.clock.advance(-std::chrono::hours{1000});
    move(ana, "Ready");
    EXPECT_THAT(moves(ana), ElementsAre("Met > Ready", " > Met"));
    EXPECT_EQ(counts(), "Met 0, Talking 0, Ready 1; 0 left");
}

TEST_F(Pipelines, CountDaysSinceTheLaterOfMoveAndContact)
{
    const UtcZone utc;
    const Date today{std::chrono::days{20'000}};
    const Instant then{std::chrono::days{19'980}};
    EXPECT_EQ(idleDaysOf({.id = {}, .since = then}, today, utc), 20);
    EXPECT_EQ(idleDaysOf({.id = {}, .since = then, .lastContact = then + std::chrono::days{15}}, today, utc), 5);
    EXPECT_EQ(idleDaysOf({.id = {}, .since = then + std::chrono::days{30}}, today, utc), 0);
    const StageView stage{.id = {}, .idleDays = 20};
    EXPECT_EQ(idlenessOf(9, stage), Idleness::Fresh);
    EXPECT_EQ(idlenessOf(10, stage), Idleness::Soon);
    EXPECT_EQ(idlenessOf(20, stage), Idleness::Idle);
    EXPECT_EQ(idlenessOf(5000, {.id = {}, .idleDays = 0}), Idleness::Fresh) << "never";
}

TEST_F(Pipelines, ComeWithTemplatesThatCanBeUsed)
{
    for (const PipelineTemplate& each : pipelineTemplates()) {
        EXPECT_TRUE(AddPipeline(w.services()).run({.name = std::string(each.name), .stages = each.stages}))
            << each.name;
    }
    EXPECT_THAT(AddPipeline(w.services()).run({.name = "None"}).error().message, HasSubstr("needs a stage"));
}

TEST_F(Pipelines, EraseWhatHappenedToSomebody)
{
    const Id ana = w.addPerson("Ana Ruiz");
    put(ana);
    move(ana, "Ready");
    ASSERT_TRUE(w.workspace().erase(ana));
    std::size_t rows = 0;
    for (const Kind kind : {Kind::Placement, Kind::Move})
        w.reader().forEachRow(kind, [&](const Row&) { return ++rows, true; });
    EXPECT_EQ(rows, 0U);
    EXPECT_EQ(counts(), "Met 0, Talking 0, Ready 0; 0 left");
}

}  // namespace
}  // namespace kith
