#include <kith/support/temp_workspace.h>
#include <kith/usecases/history.h>
#include <kith/usecases/saved_searches.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class SavedSearches : public ::testing::Test {
protected:
    Id save(const std::string& name, const std::string& query, const Id& space = {})
    {
        const auto id = SaveSearch(w.services()).run({.name = name, .query = query, .space = space});
        EXPECT_TRUE(id) << id.error().message;
        return id.value_or(Id{});
    }
    std::vector<std::string> names()
    {
        std::vector<std::string> all;
        for (const SavedSearch& each : savedSearches(w.reader())) all.push_back(each.name);
        return all;
    }
    SavedSearch called(const std::string& name) { return savedSearchOf(w.reader(), name).value_or(SavedSearch{}); }
    Id addSpace(SpaceKind kind, const std::string& name)
    {
        Edit edit{.command = CommandKind::Organise, .subject = name};
        const Id id = w.ids.make();
        edit.put(Kind::Space, id).fields = {{space::name, textValue(name)}, {space::kind, enumValue(kind)}};
        EXPECT_TRUE(w.workspace().apply(edit));
        return id;
    }
    static Error refusal(const Result<Id>& result) { return result ? Error{} : result.error(); }
    static Error refusal(const Result<ChangeSet>& result) { return result ? Error{} : result.error(); }

    test::TempWorkspace w;
};

TEST_F(SavedSearches, AreKeptWithTheirNameAndQueryAndListedByName)
{
    save("  Warm   engineers ", " warmth>40 title:engineer ");
    save("Äpfel", "city:Köln");
    EXPECT_THAT(names(), ElementsAre("Äpfel", "Warm engineers"));
    EXPECT_EQ(called("warm ENGINEERS").query, "warmth>40 title:engineer");
    EXPECT_EQ(called("apfel").query, "city:Köln") << "a name is found folded, as people are";
    EXPECT_EQ(savedSearchOf(w.reader(), "nobody").error().code, ErrorCode::NotFound);
    EXPECT_EQ(savedSearchOf(w.reader(), called("apfel").id.toString())->name, "Äpfel");
    w.reopen();
    EXPECT_EQ(names().size(), 2U) << "they are in the file";
}

TEST_F(SavedSearches, ArePrivateUntilTheyAreSharedWithASpace)
{
    const Id team = addSpace(SpaceKind::Team, "Platform team");
    const Id mine = save("Mine", "german>=B2");
    const Id ours = save("Ours", "german>=B2", team);
    EXPECT_TRUE(called("Mine").isPrivate);
    EXPECT_FALSE(called("Ours").isPrivate);
    EXPECT_EQ(called("Ours").space, team);

    ASSERT_TRUE(EditSearch(w.services()).moveTo(mine, team));
    EXPECT_EQ(called("Mine").space, team);
    ASSERT_TRUE(UndoLast(w.services()).run());
    EXPECT_TRUE(called("Mine").isPrivate) << "sharing can be taken back";
    EXPECT_EQ(refusal(EditSearch(w.services()).moveTo(ours, w.ids.make())).code, ErrorCode::NotFound);
    ASSERT_TRUE(EditSearch(w.services()).moveTo(ours, {}));
    EXPECT_EQ(called("Ours").space, called("Mine").space) << "and may be withdrawn";
    EXPECT_EQ(refusal(SaveSearch(w.services()).run({.name = "x", .query = "y", .space = w.ids.make()})).code,
              ErrorCode::NotFound);
}

TEST_F(SavedSearches, OfTheSameNameMeanOnesOwn)
{
    const Id team = addSpace(SpaceKind::Team, "Platform team");
    const Id mine = save("German", "german>=B2");
    // A colleague's, as it comes by sync: nobody asked this machine whether the name is taken.
    const auto arrives = [&](const Id& space) {
        Edit edit{.command = CommandKind::SaveSearch};
        RowEdit& row = edit.put(Kind::SavedSearch, w.ids.make());
        row.space = space;
        row.fields = {{saved_search::name, textValue("german")}, {saved_search::query, textValue("german")}};
        EXPECT_TRUE(w.workspace().apply(edit));
    };
    arrives(team);
    EXPECT_EQ(called("German").id, mine);
    EXPECT_EQ(savedSearches(w.reader()).front().id, mine);
    ASSERT_TRUE(EditSearch(w.services()).remove(mine));
    arrives(team);
    EXPECT_EQ(savedSearchOf(w.reader(), "German").error().code, ErrorCode::Ambiguous);
}

TEST_F(SavedSearches, AreRenamedChangedAndDeletedEachAsOneCommandThatCanBeTakenBack)
{
    const Id id = save("German", "german>=B2");
    const EditSearch edit(w.services());
    ASSERT_TRUE(edit.rename(id, "German speakers"));
    ASSERT_TRUE(edit.setQuery(id, "german>=C1"));
    EXPECT_EQ(called("German speakers").query, "german>=C1");
    ASSERT_TRUE(edit.rename(id, "german SPEAKERS")) << "its own name is not taken";
    ASSERT_TRUE(edit.rename(id, "German speakers"));
    EXPECT_TRUE(edit.setQuery(id, "german>=C1")->empty());
    const auto removed = edit.remove(id);
    ASSERT_TRUE(removed);
    EXPECT_EQ(removed->kind, CommandKind::RemoveSearch);
    EXPECT_EQ(removed->subject, "German speakers");
    EXPECT_TRUE(names().empty());
    EXPECT_EQ(refusal(edit.rename(id, "Again")).code, ErrorCode::NotFound);
    EXPECT_EQ(refusal(edit.setQuery(id, "again")).code, ErrorCode::NotFound);
    EXPECT_EQ(refusal(edit.remove(id)).code, ErrorCode::NotFound);

    ASSERT_TRUE(UndoLast(w.services()).run());
    EXPECT_EQ(called("German speakers").query, "german>=C1");
    for (int i = 0; i < 4; ++i) ASSERT_TRUE(UndoLast(w.services()).run());
    EXPECT_EQ(called("German").query, "german>=B2");
    ASSERT_TRUE(UndoLast(w.services()).run());
    EXPECT_TRUE(names().empty());
    ASSERT_TRUE(RedoLast(w.services()).run());
    EXPECT_THAT(names(), ElementsAre("German"));
}

TEST_F(SavedSearches, AreRefusedWithoutANameAndWithOneThatIsTaken)
{
    save("German", "german>=B2");
    const Id other = save("Other", "french>=B2");
    const auto sentence = [&](const std::string& name) {
        const Error error = refusal(SaveSearch(w.services()).run({.name = name, .query = "rust"}));
        EXPECT_EQ(error.code, ErrorCode::BadInput);
        return error.message;
    };
    const auto isTaken = HasSubstr("a saved search of that name already");
    EXPECT_THAT(sentence(""), HasSubstr("Give the saved search a name"));
    EXPECT_THAT(sentence(" \t\n "), HasSubstr("Give the saved search a name"));
    EXPECT_THAT(sentence(std::string(3000, 'x')), HasSubstr("longer than"));
    EXPECT_THAT(sentence("  gérman "), isTaken);
    EXPECT_THAT(refusal(EditSearch(w.services()).rename(other, "GERMAN")).message, isTaken);
    EXPECT_THAT(refusal(EditSearch(w.services()).rename(other, " ")).message,
                HasSubstr("Give the saved search a name"));
    EXPECT_THAT(names(), ElementsAre("German", "Other"));
}

TEST_F(SavedSearches, AreRefusedWithAQueryThatIsNotUnderstoodAtItsLetter)
{
    const Id id = save("German", "german>=B2");
    const auto refused = [&](const std::string& query) {
        const Error error = refusal(SaveSearch(w.services()).run({.name = "New", .query = query}));
        EXPECT_EQ(error.code, ErrorCode::BadInput) << query;
        EXPECT_EQ(refusal(EditSearch(w.services()).setQuery(id, query)), error);
        return error.message;
    };
    EXPECT_THAT(refused("(zoë or rust"), StartsWith("At letter 1: "));
    EXPECT_THAT(refused("  zoë warmth>lots"), StartsWith("At letter 12: ")) << "letters, not bytes";
    EXPECT_THAT(refused(""), HasSubstr("Say what to search for"));
    EXPECT_THAT(refused("   "), HasSubstr("Say what to search for"));
    EXPECT_THAT(refused(std::string(20'000, 'a')), StartsWith("At letter "));
    EXPECT_EQ(called("German").query, "german>=B2");
    EXPECT_EQ(names().size(), 1U);
}

TEST_F(SavedSearches, KeepAnyTextThatIsUnderstood)
{
    save("李雷", "\xff 李雷 \"не\"");
    EXPECT_EQ(called("李雷").query, "\uFFFD 李雷 \"не\"");
}

}  // namespace
}  // namespace kith
