// The search index that a workspace keeps for the next start.
#include "search_answers.h"

#include <kith/sqlite/connection.h>

#include <gmock/gmock.h>

using namespace kith;
using namespace kith::test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// A workspace as it is, but for how often everybody was read.
class Counting final : public SearchQueries {
public:
    explicit Counting(const SearchQueries& inner) : inner_(inner) { }
    Result<Id> readDocuments(const Reading& reading, const VisitDocument& visit) const override
    {
        ++readings;
        return inner_.readDocuments(reading, visit);
    }
    Result<std::optional<search::PersonDocument>> document(std::uint32_t person, const Reading& reading) const override
    {
        ++documents;
        return inner_.document(person, reading);
    }
    SearchTouch touchedForSearch(const ChangeSet& changes) const override { return inner_.touchedForSearch(changes); }
    Result<std::uint32_t> readWarmth(std::uint32_t after, const Reading& reading,
                                     const VisitWarmth& visit) const override
    {
        return inner_.readWarmth(after, reading, visit);
    }
    std::size_t keptPieces(std::string_view format) const override { return inner_.keptPieces(format); }
    Result<std::string> keptPiece(std::size_t number) const override { return inner_.keptPiece(number); }
    std::vector<std::uint32_t> touchedSinceKept() const override { return inner_.touchedSinceKept(); }
    Result<void> forEachNote(std::span<const std::uint32_t> people, const Visit& visit) const override
    {
        return inner_.forEachNote(people, visit);
    }

    mutable int readings = 0;
    mutable int documents = 0;

private:
    const SearchQueries& inner_;
};

Id addTalk(TempWorkspace& w, std::string text, const Id& person)
{
    const Id id = w.ids.make();
    Edit edit{.command = CommandKind::LogInteraction};
    edit.put(Kind::Interaction, id).fields = {{interaction::at, instantValue(w.clock.now())},
                                              {interaction::channel, enumValue(Channel::Call)},
                                              {interaction::direction, enumValue(Direction::Both)},
                                              {interaction::depth, enumValue(Depth::Conversation)},
                                              {interaction::text, textValue(std::move(text))}};
    edit.put(Kind::Participant, w.ids.make()).fields = {{participant::interaction, id}, {participant::person, person}};
    EXPECT_TRUE(w.workspace().apply(edit));
    return id;
}

void import(TempWorkspace& w, int people)
{
    Edit edit{.command = CommandKind::Import, .subject = "people.csv"};
    for (int i = 0; i < people; ++i)
        edit.put(Kind::Person, w.ids.make()).fields = {{person::name, "Imported " + std::to_string(i)}};
    ASSERT_TRUE(w.workspace().apply(edit));
}

/// Runs SQL on the closed file.
void tamper(TempWorkspace& w, std::string_view sql)
{
    w.close();
    {
        const auto db = sqlite::Connection::open(w.path(), {});
        ASSERT_TRUE(db);
        ASSERT_TRUE((*db)->script(std::string(sql)));
    }
    w.reopen();
}

}  // namespace

TEST(KeptSearch, IsReadAtTheNextStartTogetherWithWhoeverChangedSince)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    const Id ben = w.addPerson("Ben Adeyemi");
    w.addPerson("Cem Yilmaz");
    EXPECT_EQ(keptPieces(w), 0U);
    EXPECT_EQ(foundOnce(w, "ana"), 1U);
    EXPECT_GT(keptPieces(w), 0U);

    w.reopen();
    addTalk(w, "Brought a volcano.", ana);
    w.addPerson("Zoë King");
    Edit gone{.command = CommandKind::RemovePerson};
    gone.remove(Kind::Person, ben);
    ASSERT_TRUE(w.workspace().apply(gone));
    w.reopen();

    const Counting queries(w.reader());
    PeopleSearch search;
    search.load(w.clock.now(), w.zone.dateOf(w.clock.now()));
    while (search.step(queries, w.zone).value().more) { }
    EXPECT_EQ(queries.readings, 0) << "nobody else is read";
    EXPECT_EQ(queries.documents, 3);
    for (const auto& [query, people] : std::vector<std::pair<std::string_view, std::size_t>>{
             {"volcano spoken:0d", 1}, {"zoe", 1}, {"ben", 0}, {"cem", 1}, {"", 3}})
        EXPECT_EQ(numbersFor(search, w, query).size(), people) << query;
}

TEST(KeptSearch, IsOfTheDayOnWhichItIsRead)
{
    TempWorkspace w;
    addTalk(w, "Hello.", w.addPerson("Ana Ruiz"));
    EXPECT_EQ(foundOnce(w, "spoken:3d"), 1U);
    EXPECT_EQ(foundOnce(w, "warmth>40"), 1U);
    w.clock.advance(std::chrono::days{400});
    EXPECT_EQ(foundOnce(w, "spoken:3d"), 0U);
    EXPECT_EQ(foundOnce(w, "warmth>40"), 0U);
    w.clock.advance(std::chrono::days{-401});
    EXPECT_EQ(foundOnce(w, "spoken:never"), 1U) << "not spoken to yet";
}

TEST(KeptSearch, IsMadeAnewWhenItIsDamagedMissingOrOfAnotherFormat)
{
    TempWorkspace w;
    for (int i = 0; i < 300; ++i) w.addPerson("Person " + std::to_string(i));
    for (const std::string_view harm :
         {"UPDATE kept_search SET piece = x'00'", "DELETE FROM kept_search",
          "UPDATE kept_search SET number = number + 1", "UPDATE kept_search SET piece = substr(piece, 1, 700)",
          "UPDATE meta SET value = '0 1' WHERE key = 'kept_search'",
          "UPDATE meta SET value = 'making' WHERE key = 'kept_search'", "DELETE FROM meta WHERE key = 'kept_search'"}) {
        ASSERT_EQ(foundOnce(w, "person"), 300U);
        ASSERT_GT(keptPieces(w), 0U) << harm;
        tamper(w, harm);
        EXPECT_EQ(foundOnce(w, "person"), 300U) << harm;
        tamper(w, "DELETE FROM meta WHERE key = 'kept_search'; DELETE FROM kept_search");
    }
}

TEST(KeptSearch, GoesWhenMoreChangesThanCanBeNoted)
{
    TempWorkspace w;
    w.addPerson("Ana Ruiz");
    ASSERT_EQ(foundOnce(w, "ana"), 1U);
    import(w, 100);
    EXPECT_GT(keptPieces(w), 0U);
    EXPECT_EQ(w.reader().touchedSinceKept().size(), 100U);
    import(w, 6'000);
    EXPECT_EQ(keptPieces(w), 0U);
    EXPECT_THAT(w.reader().touchedSinceKept(), IsEmpty());
    EXPECT_EQ(foundOnce(w, "imported"), 6'100U);
    EXPECT_GT(keptPieces(w), 0U);
}

TEST(KeptSearch, IsKeptAnewWhenManyChangedSince)
{
    TempWorkspace w;
    w.addPerson("Ana Ruiz");
    ASSERT_EQ(foundOnce(w, "ana"), 1U);
    for (int i = 0; i < 3; ++i) import(w, 900);
    ASSERT_EQ(w.reader().touchedSinceKept().size(), 2'700U);
    EXPECT_EQ(foundOnce(w, "imported"), 2'700U);
    EXPECT_THAT(w.reader().touchedSinceKept(), IsEmpty());
    EXPECT_EQ(foundOnce(w, "imported"), 2'700U);
}

TEST(KeptSearch, NotesWhoChangesWhileItIsMade)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    for (int i = 0; i < 30; ++i) w.addPerson("Person " + std::to_string(i));
    SearchShelf& shelf = w.workspace().searchShelf();
    PeopleSearch search;
    search.begin(w.clock.now(), w.zone.dateOf(w.clock.now()), shelf.begin().value());
    PeopleSearch::Step done;
    bool changed = false;
    do {
        done = search.step(w.reader(), w.zone, 10).value();
        if (!std::exchange(changed, true)) addTalk(w, "Brought a volcano.", ana);
        if (done.piece) {
            ASSERT_TRUE(shelf.put(done.piece->ticket, done.piece->number, done.piece->bytes));
        }
    } while (done.more);
    ASSERT_TRUE(done.pieces);
    ASSERT_TRUE(shelf.finish(done.pieces->ticket, search::packedIndexFormat(), done.pieces->count));
    EXPECT_EQ(w.reader().touchedSinceKept().size(), 1U) << "it was read before, or after: nobody knows";
    w.reopen();
    EXPECT_EQ(foundOnce(w, "volcano"), 1U);
}

TEST(KeptSearch, TakesNoPieceOfAnIndexThatWasBegunBeforeAnErasure)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    w.addPerson("Ben Adeyemi");
    SearchShelf& shelf = w.workspace().searchShelf();
    const auto before = shelf.begin().value();
    ASSERT_TRUE(w.workspace().erase(ana));
    const auto after = shelf.begin().value();
    EXPECT_EQ(shelf.put(before, 0, "ana ruiz").error().code, ErrorCode::Conflict);
    ASSERT_TRUE(shelf.put(after, 0, "ben adeyemi"));
    EXPECT_EQ(shelf.finish(before, search::packedIndexFormat(), 1).error().code, ErrorCode::Conflict);
    EXPECT_EQ(keptPieces(w), 0U) << "not whole yet";
    ASSERT_TRUE(shelf.finish(after, search::packedIndexFormat(), 1));
    EXPECT_EQ(w.reader().keptPiece(0).value(), "ben adeyemi");
}

TEST(KeptSearch, ThatIsBeingReadLosesNobodyWhenAnImportTakesItOutOfTheFile)
{
    TempWorkspace w;
    w.addPerson("Ana Ruiz");
    ASSERT_EQ(foundOnce(w, "ana"), 1U);
    w.addPerson("Ben Adeyemi");  // noted
    w.reopen();

    PeopleSearch search;
    search.load(w.clock.now(), w.zone.dateOf(w.clock.now()));
    ASSERT_TRUE(search.step(w.reader(), w.zone).value().more);
    ChangeSet imported;
    w.workspace().onChange([&](const ChangeSet& changes) { imported = changes; });
    import(w, 6'000);
    ASSERT_EQ(keptPieces(w), 0U);
    ASSERT_FALSE(search.apply(imported, w.reader(), w.clock.now(), w.zone).value());
    while (search.step(w.reader(), w.zone).value().more) { }
    EXPECT_EQ(numbersFor(search, w, "imported").size(), 6'000U);
    EXPECT_EQ(numbersFor(search, w, "ben").size(), 1U);
    w.workspace().onChange({});
}

TEST(KeptSearch, ThatIsDamagedIsReplacedBySomebodyWhoOnlyAsks)
{
    TempWorkspace w;
    for (int i = 0; i < 300; ++i) w.addPerson("Person " + std::to_string(i));
    ASSERT_EQ(foundOnce(w, "person"), 300U);
    tamper(w, "UPDATE kept_search SET piece = x'00'");
    ASSERT_EQ(foundOnce(w, "person"), 300U);

    const Counting queries(w.reader());
    PeopleSearch search;
    search.load(w.clock.now(), w.zone.dateOf(w.clock.now()));
    while (search.step(queries, w.zone).value().more) { }
    EXPECT_EQ(queries.readings, 0);
}

TEST(KeptSearch, IsLeftAloneByWhoeverOnlyAsks)
{
    TempWorkspace w;
    w.addPerson("Ana Ruiz");
    ASSERT_EQ(foundOnce(w, "ana"), 1U);
    w.addPerson("Ben Adeyemi");
    EXPECT_EQ(foundOnce(w, "ben"), 1U);
    EXPECT_EQ(w.reader().touchedSinceKept().size(), 1U);
}

TEST(PeopleSearch, CountsWithTheWeightsThatCameWhileItWasMade)
{
    TempWorkspace w;
    addTalk(w, "Hello.", w.addPerson("Ana Ruiz"));
    const Date today = w.zone.dateOf(w.clock.now());
    PeopleSearch search;
    search.begin(w.clock.now(), today);
    PeopleSearch::Step done = search.step(w.reader(), w.zone, 10).value();
    ASSERT_TRUE(done.more) << "read, and not whole yet";
    w.clock.advance(std::chrono::days{400});
    search.freshen(w.clock.now(), w.zone.dateOf(w.clock.now()));
    while (done.more) done = search.step(w.reader(), w.zone, 10).value();
    EXPECT_TRUE(done.renewed);
    EXPECT_EQ(numbersFor(search, w, "warmth>40").size(), 0U);
    EXPECT_FALSE(search.stale(w.zone.dateOf(w.clock.now())));
}

RC_GTEST_PROP(KeptSearch, AnswersAtAnyLaterTimeAsOneMadeAnew, ())
{
    History history;
    TempWorkspace& w = history.w;
    for (int i = between(0, 20); i > 0; --i) history.happen();
    {
        PeopleSearch first;
        RC_ASSERT(prepare(first, w.services(), w.clock.now()).has_value());
    }
    RC_ASSERT(keptPieces(w) > 0);
    for (int i = between(0, 15); i > 0; --i) history.happen();
    if (pick(2) == 0) w.reopen();
    RC_TAG(keptPieces(w) > 0 ? "kept" : "gone");

    PeopleSearch kept;
    RC_ASSERT(prepare(kept, w.services(), w.clock.now()).has_value());
    const auto fresh = madeAnew(w);
    for (const std::string& text : someQueries()) {
        RC_LOG() << text << '\n';
        RC_ASSERT(numbersFor(kept, w, text) == numbersFor(*fresh, w, text));
    }
}
