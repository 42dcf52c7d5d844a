#include <kith/base/fold.h>
#include <kith/sqlite/connection.h>
#include <kith/support/temp_workspace.h>
#include <kith/usecases/contact_points.h>
#include <kith/usecases/erase_person.h>
#include <kith/usecases/interactions.h>
#include <kith/usecases/log_interaction.h>
#include <kith/usecases/merge_people.h>
#include <kith/usecases/pay.h>
#include <kith/usecases/people.h>
#include <kith/usecases/reminders.h>
#include <kith/usecases/search_once.h>
#include <kith/usecases/skills.h>
#include <kith/usecases/tags.h>
#include <kith/usecases/ties.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace kith {
namespace {

using namespace std::chrono;

/// Everything that is said of the person who is erased holds one of these.
const std::vector<std::string> kTheirs = {"Quixlane", "Zarvendo", "jovqel",  "Wexmoor",  "Ybstadt",
                                          "Oxnuvia",  "Vlekpay",  "Xandrum", "Kwyjword", "Ujdraft"};

/// The same of another record.
const std::vector<std::string> kSeconds = {"Tresqual", "Bnorwick", "Gulvane", "hexmoor"};

class Erasing : public ::testing::Test {
protected:
    Erasing() : ben(w.addPerson("Ben Okafor")), mia(w.addPerson("Mia Lind", Facet::Colleague))
    {
        EXPECT_TRUE(w.workspace().setSetting(settings::kMe, mia.toString()));
        for (int i = 0; i < 60; ++i) w.addPerson("Somebody " + std::to_string(i));
        const auto added = AddPerson(w.services())
                               .run({.name = "Quixlane Zarvendo",
                                     .city = "Ybstadt",
                                     .title = "Wexmoor lead",
                                     .organisation = "Northlight",
                                     .emails = {"jovqel@example.org"},
                                     .about = "Kwyjword"});
        EXPECT_TRUE(added);
        them = added.value_or(Id{});
        EXPECT_TRUE(EditPersonField(w.services()).run(them, person::city, std::string("Oxnuvia")));
        EXPECT_TRUE(AddContactPoint(w.services()).run(them, ContactKind::Email, "jovqel.two@example.org", "Wexmoor"));
        EXPECT_TRUE(AddPay(w.services()).run(them, {.amount = "Vlekpay", .statedOn = Date{2026y / November / 1}}));
        alone = log({them}, "Kwyjword said Xandrum");
        shared = log({them, ben}, "The three of us spoke.");
        EXPECT_TRUE(EditInteractionField(w.services()).run(alone, interaction::text, std::string("Xandrum again")));
        EXPECT_TRUE(RemoveInteraction(w.services()).run(log({them}, "Xandrum, and taken away again")));
        EXPECT_TRUE(w.workspace().setSetting("draft.log", them.toString() + " Ujdraft"));
    }

    Id log(const std::vector<Id>& people, const std::string& text)
    {
        const auto logged = LogInteraction(w.services())
                                .run({.people = people,
                                      .at = w.clock.now(),
                                      .text = text,
                                      .nextStep = NextStep{.due = Date{2026y / December / 1}, .reason = "Call"}});
        EXPECT_TRUE(logged);
        return logged ? logged->interaction : Id{};
    }

    Id addSecond()
    {
        const auto added =
            AddPerson(w.services())
                .run({.name = "Tresqual Bnorwick", .city = "Gulvane", .emails = {"hexmoor@example.org"}});
        EXPECT_TRUE(added);
        return added.value_or(Id{});
    }
    /// As far as there is anything; nothing may fail on the way.
    void undoAndRedoAll()
    {
        Result<Reverted> last = w.workspace().undo();
        while (last) last = w.workspace().undo();
        EXPECT_EQ(last.error().code, ErrorCode::NotFound) << last.error().message;
        last = w.workspace().redo();
        while (last) last = w.workspace().redo();
        EXPECT_EQ(last.error().code, ErrorCode::NotFound) << last.error().message;
    }
    /// All bytes of the workspace's files, and what is packed in its journal and outbox.
    static std::string bytesIn(const std::filesystem::path& folder)
    {
        std::string all;
        for (const auto& file : std::filesystem::directory_iterator(folder)) {
            std::ifstream in(file.path(), std::ios::binary);
            all.append(std::istreambuf_iterator(in), {});
        }
        return all;
    }
    std::string bytes() { return bytesIn(w.folder()); }
    std::vector<std::string> found(const std::vector<std::string>& words = kTheirs) { return found(words, w.folder()); }
    static std::vector<std::string> found(const std::vector<std::string>& words, const std::filesystem::path& folder)
    {
        std::vector<std::string> left;
        const std::string all = bytesIn(folder);
        for (const std::string& word : words)
            for (const std::string& spelling : {word, fold(word)})
                if (all.find(spelling) != std::string::npos) left.push_back(spelling);
        return left;
    }
    std::size_t countOf(std::string_view sql)
    {
        const auto connection = sqlite::Connection::open(w.path(), {.access = sqlite::Access::Query});
        return connection ? static_cast<std::size_t>((*connection)->number(sql)) : 0;
    }

    test::TempWorkspace w;
    Id ben;
    Id mia;
    Id them;
    Id alone;
    Id shared;
};

TEST_F(Erasing, LeavesNoByteOfThePersonInTheFile)
{
    const std::vector<std::string> before = found();
    for (const std::string& word : kTheirs)
        ASSERT_NE(std::ranges::find(before, word), before.end()) << word << " was never in the file";
    ASSERT_TRUE(ErasePerson(w.services()).run(them));
    EXPECT_EQ(found(), std::vector<std::string>{});
    EXPECT_EQ(bytes().find(them.toString()), std::string::npos);
    w.reopen();
    EXPECT_EQ(found(), std::vector<std::string>{});
    EXPECT_TRUE(w.workspace().check().empty());
}

TEST_F(Erasing, LeavesNoByteOnceThoseAreDoneWhoReadTheFileMeanwhile)
{
    test::TempFolder killed;
    {
        const auto reading = sqlite::Connection::open(w.path(), {.access = sqlite::Access::Query});
        ASSERT_TRUE((*reading)->script("BEGIN; SELECT count(*) FROM person"));
        ASSERT_TRUE(ErasePerson(w.services()).run(them));
        EXPECT_NE(found(), std::vector<std::string>{}) << "their pages are still read";
        w.addPerson("Another Person");
        EXPECT_NE(found(), std::vector<std::string>{});
        std::filesystem::copy(w.path(), killed.path() / "test.kith");
        std::filesystem::copy(w.path().string() + "-wal", killed.path() / "test.kith-wal");
    }
    w.addPerson("Yet Another");
    EXPECT_EQ(found(), std::vector<std::string>{});

    auto options = w.options();
    options.path = killed.path() / "test.kith";
    const auto opened = store::Workspace::open(options);
    ASSERT_TRUE(opened) << opened.error().message;
    EXPECT_EQ(found(kTheirs, killed.path()), std::vector<std::string>{}) << "also when the process was killed";
}

TEST_F(Erasing, LeavesNoTermInASearchIndexOfOnePiece)
{
    const auto other = AddPerson(w.services()).run({.name = "Somebody Else"});
    ASSERT_TRUE(other);
    ASSERT_TRUE(ErasePerson(w.services()).run(*other));  // leaves the index in one piece
    ASSERT_TRUE(ErasePerson(w.services()).run(them));
    EXPECT_EQ(found(), std::vector<std::string>{});
}

TEST_F(Erasing, TakesTheKeptSearchIndexWithThem)
{
    PeopleSearch search;
    ASSERT_TRUE(prepare(search, w.services(), w.clock.now()));
    std::string piece;
    {
        const auto connection = sqlite::Connection::open(w.path(), {.access = sqlite::Access::Query});
        auto row = (*connection)->prepare("SELECT piece FROM kept_search");
        ASSERT_TRUE(row.next());
        piece = row.blob(0).substr(200, 40);
    }
    ASSERT_NE(bytes().find(piece), std::string::npos);
    ASSERT_TRUE(ErasePerson(w.services()).run(them));
    EXPECT_EQ(countOf("SELECT count(*) FROM kept_search"), 0U);
    EXPECT_EQ(bytes().find(piece), std::string::npos) << "of what is packed nobody could tell whose it is";
}

TEST_F(Erasing, FindsWhatWasRemovedBefore)
{
    const auto detail = w.reader().person(them, w.clock.now());
    ASSERT_TRUE(detail);
    ASSERT_TRUE(RemoveContactPoint(w.services()).run(detail->contactPoints.front().id));
    ASSERT_TRUE(w.workspace().undo());
    ASSERT_TRUE(w.workspace().undo());
    ASSERT_TRUE(RemovePerson(w.services()).run(them));
    ASSERT_TRUE(w.workspace().undo());
    ASSERT_TRUE(ErasePerson(w.services()).run(them));
    EXPECT_EQ(found(), std::vector<std::string>{});
}

TEST_F(Erasing, IsNotUndoneAndWhatCameBeforeStillIs)
{
    ASSERT_TRUE(EditPersonField(w.services()).run(ben, person::city, std::string("Leeds")));
    ASSERT_TRUE(ErasePerson(w.services()).run(them));
    ASSERT_TRUE(w.workspace().undo());
    EXPECT_EQ(w.reader().card(ben, w.clock.now())->city, "");
    undoAndRedoAll();
    EXPECT_FALSE(w.reader().row(Kind::Person, them));
    EXPECT_EQ(found(), std::vector<std::string>{});
    EXPECT_TRUE(w.workspace().check().empty());
}

TEST_F(Erasing, KeepsAConversationThatIsAboutSomebodyElseToo)
{
    const auto outlook = erasureOutlook(w.reader(), them);
    ASSERT_TRUE(outlook);
    EXPECT_EQ(outlook->name, "Quixlane Zarvendo");
    EXPECT_EQ(outlook->conversations, 1U) << "a colleague is there for us";
    EXPECT_EQ(outlook->shared, 1U);
    EXPECT_EQ(outlook->facts, 4U);
    ASSERT_TRUE(ErasePerson(w.services()).run(them));
    EXPECT_FALSE(w.reader().row(Kind::Interaction, alone));
    const auto kept = w.reader().interaction(shared);
    ASSERT_TRUE(kept);
    EXPECT_TRUE(std::ranges::none_of(kept->participants, [&](const auto& part) { return part.person == them; }));
    EXPECT_EQ(kept->participants.size(), 2U);
}

TEST_F(Erasing, LetsGoOfAColleagueWhoWasAskedToFollowUp)
{
    const auto open = w.reader().person(them, w.clock.now());
    ASSERT_TRUE(open);
    Edit handOver{.command = CommandKind::SetReminder};
    handOver.put(Kind::Reminder, open->reminders.front().id).fields = {{reminder::assignee, Value{ben}}};
    ASSERT_TRUE(w.workspace().apply(handOver));
    ASSERT_TRUE(w.workspace().undo());
    ASSERT_TRUE(ErasePerson(w.services()).run(mia));
    EXPECT_TRUE(w.workspace().check().empty());
    EXPECT_EQ(w.reader().setting(settings::kMe), "");
    EXPECT_TRUE(w.reader().interaction(alone)) << "it is about whom she spoke with";
    const auto detail = w.reader().person(them, w.clock.now());
    ASSERT_TRUE(detail);
    ASSERT_FALSE(detail->reminders.empty());
    for (const ReminderView& reminder : detail->reminders) EXPECT_TRUE(reminder.assignee.isNil());
    undoAndRedoAll();
    EXPECT_TRUE(w.workspace().check().empty());
}

TEST_F(Erasing, ForgetsTheNameOfTheFileTheyCameIn)
{
    Edit edit{.command = CommandKind::Import,
              .subject = "cv-quixlane-zarvendo.vcf",
              .source = {.origin = "vcard", .detail = "cv-quixlane-zarvendo.vcf", .asOf = Date{days{20'000}}}};
    edit.put(Kind::Person, them).fields = {{person::given, std::string("Quixlane")}};
    edit.put(Kind::Person, ben).fields = {{person::given, std::string("Ben")}};
    ASSERT_TRUE(w.workspace().apply(edit));
    ASSERT_TRUE(ErasePerson(w.services()).run(them));
    EXPECT_EQ(found(), std::vector<std::string>{});
    EXPECT_EQ(w.reader().row(Kind::Person, ben)->stamps.at(person::given)->source.origin, "vcard");
}

TEST_F(Erasing, TakesEveryRecordThatWasMergedWithThem)
{
    const Id second = addSecond();
    const Id third = w.addPerson("Dremnock Olifar");
    const Id alike = log({second, third, mia}, "Plosvik of both records");
    ASSERT_TRUE(MergePeople(w.services()).run({.keep = second, .other = third}));
    ASSERT_TRUE(MergePeople(w.services()).run({.keep = them, .other = second, .take = {person::name}}));
    const auto outlook = erasureOutlook(w.reader(), second);
    ASSERT_TRUE(outlook);
    EXPECT_EQ(outlook->name, "Tresqual Bnorwick") << "as the one who is shown is called since";
    EXPECT_EQ(outlook->conversations, 2U) << "a conversation with several of their records is one";
    EXPECT_EQ(outlook->shared, 1U);
    // Of a record that was removed since, what it said is kept for an undo.
    Edit gone{.command = CommandKind::RemovePerson};
    gone.remove(Kind::Person, third);
    ASSERT_TRUE(w.workspace().apply(gone));
    for (const char* word : {"Plosvik", "Dremnock", "Tresqual", "Gulvane"})
        ASSERT_FALSE(found({word}).empty()) << word << " was never in the file";

    ASSERT_TRUE(ErasePerson(w.services()).run(second));
    EXPECT_EQ(found(), std::vector<std::string>{});
    EXPECT_EQ(found(kSeconds), std::vector<std::string>{});
    EXPECT_EQ(found({"Plosvik", "Dremnock", "Olifar"}), std::vector<std::string>{});
    for (const Id& id : {them, second, third}) EXPECT_FALSE(w.reader().row(Kind::Person, id));
    EXPECT_FALSE(w.reader().interaction(alike));
    for (const char* table : {"same_person", "person_alias"})
        EXPECT_EQ(countOf(std::string("SELECT count(*) FROM ") + table), 0U) << table;
    undoAndRedoAll();
    EXPECT_EQ(found(kSeconds), std::vector<std::string>{});
    EXPECT_EQ(w.workspace().check(), std::vector<std::string>{});
}

TEST_F(Erasing, LeavesNothingOfThemWithWhoWasOnceMergedWithThem)
{
    const Id second = addSecond();
    ASSERT_TRUE(MergePeople(w.services()).run({.keep = ben, .other = second, .take = {person::name, person::city}}));
    ASSERT_TRUE(EditPersonField(w.services()).run(ben, person::city, std::string("Leeds")));
    ASSERT_TRUE(UnmergePeople(w.services()).run(ben));
    ASSERT_TRUE(ErasePerson(w.services()).run(second));
    EXPECT_EQ(found(kSeconds), std::vector<std::string>{});
    EXPECT_EQ(w.reader().card(ben, w.clock.now())->name, "Ben Okafor");
    EXPECT_EQ(w.reader().card(ben, w.clock.now())->city, "Leeds");
    undoAndRedoAll();
    EXPECT_EQ(found(kSeconds), std::vector<std::string>{});
    EXPECT_EQ(w.reader().card(ben, w.clock.now())->name, "Ben Okafor");
    EXPECT_EQ(w.workspace().check(), std::vector<std::string>{});
}

TEST_F(Erasing, IsTheServersWhereThereIsOne)
{
    const sync::SpaceInfo common{
        .id = w.ids.make(), .name = "Northmoor", .kind = SpaceKind::Organisation, .rights = sync::Rights::Manage};
    const SyncAccount account{.server = "https://kith.example",
                              .user = "mia",
                              .userId = w.ids.make(),
                              .device = w.workspace().sync().device(),
                              .organisationId = w.ids.make(),
                              .epoch = w.ids.make()};
    ASSERT_TRUE(w.workspace().sync().join(account, std::span(&common, 1), common.id));
    const auto refused = ErasePerson(w.services()).run(them);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Conflict);
    EXPECT_TRUE(w.reader().card(them, w.clock.now()));
    ASSERT_TRUE(w.workspace().sync().leave());
    EXPECT_TRUE(ErasePerson(w.services()).run(them));
    EXPECT_EQ(found(), std::vector<std::string>{});
}

TEST_F(Erasing, OfNobodyChangesNothing)
{
    const auto before = countOf("SELECT count(*) FROM person");
    const auto refused = ErasePerson(w.services()).run(w.ids.make());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::NotFound);
    EXPECT_EQ(countOf("SELECT count(*) FROM person"), before);
}

}  // namespace
}  // namespace kith
