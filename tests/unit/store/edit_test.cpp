#include <kith/support/temp_workspace.h>

#include <gtest/gtest.h>

using namespace kith;
using kith::test::TempWorkspace;

TEST(Edits, AreOneChangeSetWithOldAndNewValues)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    Edit edit{.command = CommandKind::EditPerson, .subject = "Ana Ruiz"};
    edit.put(Kind::Person, ana).fields = {{person::city, std::string("Leeds")},
                                          {person::name, std::string("Ana Ruiz")}};
    const auto changes = w.workspace().apply(edit);
    ASSERT_TRUE(changes) << changes.error().message;
    ASSERT_EQ(changes->rows.size(), 1U);
    EXPECT_EQ(changes->rows[0].what, RowChange::What::Updated);
    ASSERT_EQ(changes->rows[0].fields.size(), 1U) << "the name did not change";
    EXPECT_EQ(changes->rows[0].fields[0].field, person::city);
    EXPECT_EQ(changes->rows[0].fields[0].before, Value{});
    EXPECT_EQ(changes->rows[0].fields[0].after, Value{std::string("Leeds")});
}

TEST(Edits, ThatChangeNothingLeaveNoTrace)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    Edit edit{.command = CommandKind::EditPerson};
    edit.put(Kind::Person, ana).fields = {{person::name, std::string("Ana Ruiz")}, {person::city, std::string()}};
    const auto changes = w.workspace().apply(edit);
    ASSERT_TRUE(changes);
    EXPECT_TRUE(changes->empty());
    EXPECT_EQ(w.workspace().nextUndo()->kind, CommandKind::AddPerson);
}

TEST(Edits, RefuseWhatDoesNotFitAndChangeNothing)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    const auto refused = [&](Kind kind, FieldIndex field, Value value) {
        Edit edit{.command = CommandKind::EditPerson};
        edit.put(Kind::Person, w.ids.make()).fields = {{person::name, std::string("Nobody")}};
        edit.put(kind, w.ids.make()).fields = {{field, std::move(value)}};
        const auto result = w.workspace().apply(edit);
        return !result && result.error().code == ErrorCode::BadInput;
    };
    EXPECT_TRUE(refused(Kind::Person, person::name, std::int64_t{3}));
    EXPECT_TRUE(refused(Kind::Person, 30, std::string("x")));
    EXPECT_TRUE(refused(Kind::Person, person::name, std::string("\xFF")));
    EXPECT_TRUE(refused(Kind::Interaction, interaction::channel, std::int64_t{99}));
    EXPECT_TRUE(refused(Kind::Reminder, reminder::person, w.ids.make()));
    EXPECT_EQ(w.reader().countPeople(), 1U);
    EXPECT_TRUE(w.reader().card(ana, w.clock.now()));
    EXPECT_TRUE(w.workspace().check().empty());
}

TEST(Edits, StampEveryFieldWithTimeDeviceAndSource)
{
    TempWorkspace w;
    const Id ana = w.ids.make();
    Edit edit{.command = CommandKind::Import,
              .subject = "Connections.csv",
              .source = {.origin = "linkedin", .detail = "Connections.csv", .asOf = Date{std::chrono::days{20'000}}}};
    edit.put(Kind::Person, ana).fields = {{person::name, std::string("Ana Ruiz")},
                                          {person::city, std::string("Leeds")}};
    ASSERT_TRUE(w.workspace().apply(edit));
    Edit typed{.command = CommandKind::EditPerson};
    typed.put(Kind::Person, ana).fields = {{person::city, std::string("York")}};
    ASSERT_TRUE(w.workspace().apply(typed));

    const auto row = w.reader().row(Kind::Person, ana);
    ASSERT_TRUE(row);
    EXPECT_EQ(row->stamps[person::name]->source.origin, "linkedin");
    EXPECT_EQ(row->stamps[person::name]->source.asOf, Date{std::chrono::days{20'000}});
    EXPECT_TRUE(row->stamps[person::city]->source.isTyped());
    EXPECT_GT(row->stamps[person::city]->time, row->stamps[person::name]->time) << "although the clock stood still";
    EXPECT_EQ(row->stamps[person::city]->device, row->stamps[person::name]->device);
    EXPECT_FALSE(row->stamps[person::about]);
}

TEST(Edits, TellTheListenerAfterTheyAreDurable)
{
    TempWorkspace w;
    std::size_t rows = 0;
    std::size_t seen = 0;
    auto other = w.workspace().newReader();
    ASSERT_TRUE(other) << other.error().message;
    w.workspace().onChange([&](const ChangeSet& changes) {
        rows += changes.rows.size();
        seen = (*other)->countPeople();
    });
    w.addPerson("Ana Ruiz");
    EXPECT_EQ(rows, 1U);
    EXPECT_EQ(seen, 1U) << "another connection sees it when the listener is called";
}
