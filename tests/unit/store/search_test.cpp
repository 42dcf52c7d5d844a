// Search over a workspace: what its documents say, and that an index kept current is the same as one made anew.
#include "random_history.h"

#include <kith/search/parse.h>
#include <kith/support/inline_worker.h>
#include <kith/usecases/search_feeder.h>
#include <kith/usecases/search_once.h>

#include <gmock/gmock.h>

using namespace kith;
using namespace kith::test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

std::vector<std::string> namesOf(const WorkspaceReader& reader, std::span<const RowNumber> rows, Instant now)
{
    std::vector<std::string> names;
    for (const PersonCard& card : reader.cards(rows, now)) names.push_back(card.name);
    return names;
}

/// Who answers, asked once.
std::vector<std::string> found(TempWorkspace& w, std::string_view query, Instant at)
{
    PeopleSearch search;
    const auto ready = prepare(search, w.services(), at);
    EXPECT_TRUE(ready) << ready.error().message;
    const auto answer = search.ask(search::parse(query).query, {.today = w.zone.dateOf(at), .notes = &w.reader()});
    EXPECT_TRUE(answer) << answer.error().message;
    return namesOf(w.reader(), answer->people, at);
}

std::vector<std::string> found(TempWorkspace& w, std::string_view query)
{
    return found(w, query, w.clock.now());
}

void apply(TempWorkspace& w, const Edit& edit)
{
    const auto done = w.workspace().apply(edit);
    ASSERT_TRUE(done) << done.error().message;
}

void makeWhole(PeopleSearch& search, const SearchQueries& queries, const Zone& zone, Instant now,
               std::size_t step = 500)
{
    search.begin(now, zone.dateOf(now));
    for (bool more = true; more;) more = search.step(queries, zone, step).value().more;
}

Id addConversation(TempWorkspace& w, std::string text, const std::vector<Id>& people,
                   std::chrono::days ago = std::chrono::days{3})
{
    const Id id = w.ids.make();
    Edit edit{.command = CommandKind::LogInteraction};
    edit.put(Kind::Interaction, id).fields = {{interaction::at, instantValue(w.clock.now() - ago)},
                                              {interaction::channel, enumValue(Channel::Call)},
                                              {interaction::direction, enumValue(Direction::Both)},
                                              {interaction::depth, enumValue(Depth::Conversation)},
                                              {interaction::text, textValue(std::move(text))}};
    for (const Id& person : people)
        edit.put(Kind::Participant, w.ids.make()).fields = {{participant::interaction, id},
                                                            {participant::person, person}};
    apply(w, edit);
    return id;
}

/// Ana, who works in an area below another and knows things; Ben the colleague.
struct Office {
    Office()
    {
        Edit edit{.command = CommandKind::EditPerson};
        edit.put(Kind::Organisation, firm).fields = {{organisation::name, std::string("Granite Labs")}};
        edit.put(Kind::Area, digital).fields = {{area::name, std::string("Digital Services")}};
        edit.put(Kind::Area, platform).fields = {{area::name, std::string("Platform")}, {area::parent, digital}};
        edit.put(Kind::Affiliation, w.ids.make()).fields = {{affiliation::person, ana},
                                                            {affiliation::organisation, firm},
                                                            {affiliation::area, platform},
                                                            {affiliation::role, std::string("Delivery manager")}};
        edit.put(Kind::Skill, german).fields = {{skill::name, std::string("German")}};
        edit.put(Kind::PersonSkill, w.ids.make()).fields = {{person_skill::person, ana},
                                                            {person_skill::skill, german},
                                                            {person_skill::level, enumValue(SkillLevel::B2)},
                                                            {person_skill::evidence, enumValue(Evidence::Certified)}};
        edit.put(Kind::Tag, mentor).fields = {{tag::name, std::string("mentor")}};
        edit.put(Kind::PersonTag, w.ids.make()).fields = {{person_tag::person, ana}, {person_tag::tag, mentor}};
        edit.put(Kind::ContactPoint, w.ids.make()).fields = {{contact_point::person, ana},
                                                             {contact_point::kind, enumValue(ContactKind::Phone)},
                                                             {contact_point::value, std::string("0113 496 0123")}};
        edit.put(Kind::Person, ana).fields = {{person::city, std::string("Leeds")},
                                              {person::about, std::string("Sings in a choir.")}};
        apply(w, edit);
        talk = addConversation(w, "Asked about the housing programme.", {ana, ben});
    }

    TempWorkspace w;
    Id ana = w.addPerson("Ana Ruiz");
    Id ben = w.addPerson("Ben Adeyemi", Facet::Colleague);
    Id firm = w.ids.make(), digital = w.ids.make(), platform = w.ids.make(), german = w.ids.make(),
       mentor = w.ids.make();
    Id talk;
};

}  // namespace

TEST(SearchOfAWorkspace, LooksAtEverythingThatIsKnownOfAPerson)
{
    Office office;
    for (const std::string_view query :
         {"name:ruiz", "title:\"delivery manager\"", "org:granite", "area:platform", "area:\"digital services\"",
          "city:leeds", "german>=B2 evidence:certified", "tag:mentor", "note:choir", "\"housing programme\" name:ana",
          "spoken:3d is:talent", "warmth>20 ruiz", "0113", "title:delivery note:\"asked about\""})
        EXPECT_THAT(found(office.w, query), ElementsAre("Ana Ruiz")) << query;
    for (const std::string_view query : {"spoken:2d", "german>=C1", "org:leeds", "note:\"about asked\""})
        EXPECT_THAT(found(office.w, query), IsEmpty()) << query;
}

TEST(SearchOfAWorkspace, DoesNotFindAColleagueByWhatOthersSaid)
{
    Office office;
    EXPECT_THAT(found(office.w, "note:housing"), ElementsAre("Ana Ruiz"));
    EXPECT_THAT(found(office.w, "\"housing programme\""), ElementsAre("Ana Ruiz"));
    EXPECT_THAT(found(office.w, "ben spoken:5d"), ElementsAre("Ben Adeyemi"));
}

TEST(SearchOfAWorkspace, FindsAPersonByWhatAnyOfTheirRecordsSays)
{
    Office office;
    TempWorkspace& w = office.w;
    const Id anita = w.addPerson("Anita Calvo");
    Edit edit{.command = CommandKind::EditPerson};
    edit.put(Kind::PersonTag, w.ids.make()).fields = {{person_tag::person, anita}, {person_tag::tag, office.mentor}};
    edit.put(Kind::ContactPoint, w.ids.make()).fields = {{contact_point::person, anita},
                                                         {contact_point::kind, enumValue(ContactKind::Email)},
                                                         {contact_point::value, std::string("calvo@example.org")}};
    edit.put(Kind::Person, anita).fields = {{person::about, std::string("Rows at dawn.")}};
    edit.put(Kind::SamePerson, w.ids.make()).fields = {{same_person::person, anita}, {same_person::into, office.ana}};
    apply(w, edit);
    addConversation(w, "Wants to lead a team.", {anita, office.ben});
    for (const std::string_view query :
         {"name:calvo", "ruiz", "calvo@example.org", "note:\"at dawn\"", "note:\"lead a team\"", "tag:mentor"})
        EXPECT_THAT(found(w, query), ElementsAre("Ana Ruiz")) << query;
}

TEST(SearchOfAWorkspace, LeavesOutWhatIsStillToComeOnADayInThePast)
{
    Office office;
    const auto past = office.w.clock.now() - std::chrono::days{30};
    EXPECT_THAT(found(office.w, "spoken:2d is:talent"), IsEmpty());
    EXPECT_THAT(found(office.w, "spoken:3d is:talent"), ElementsAre("Ana Ruiz"));
    EXPECT_THAT(found(office.w, "spoken:never is:talent", past), ElementsAre("Ana Ruiz"));
}

TEST(SearchOfAWorkspace, AnswersOnceItIsWholeAndFollowsTheWorkspace)
{
    Office office;
    TempWorkspace& w = office.w;
    InlineWorker worker(w.workspace(), w.services());
    PeopleSearch search;
    const auto ask = [&](std::string_view query) {
        auto answer =
            search.ask(search::parse(query).query, {.today = w.zone.dateOf(w.clock.now()), .notes = &w.reader()});
        EXPECT_TRUE(answer) << answer.error().message;
        return namesOf(w.reader(), answer->people, w.clock.now());
    };
    EXPECT_EQ(search.ask(search::parse("ana").query, {}).error().code, ErrorCode::Conflict);
    int ready = 0;
    SearchFeeder feeder(worker, search, w.clock, w.zone, [&] { ++ready; });
    EXPECT_FALSE(search.ready());
    feeder.start();
    EXPECT_TRUE(search.ready());
    EXPECT_EQ(ready, 1);
    EXPECT_THAT(ask("granite"), ElementsAre("Ana Ruiz"));

    Edit edit{.command = CommandKind::EditPerson};
    edit.put(Kind::Organisation, office.firm).fields = {{organisation::name, std::string("Basalt Works")}};
    edit.put(Kind::Area, office.digital).fields = {{area::name, std::string("Online")}};
    edit.put(Kind::Tag, office.mentor).fields = {{tag::name, std::string("speaker")}};
    apply(w, edit);
    EXPECT_THAT(ask("granite"), IsEmpty());
    EXPECT_THAT(ask("org:basalt area:online tag:speaker"), ElementsAre("Ana Ruiz"));

    w.addPerson("Zoë King");
    EXPECT_THAT(ask("zoe"), ElementsAre("Zoë King"));
    ASSERT_TRUE(w.workspace().undo());
    EXPECT_THAT(ask("zoe"), IsEmpty());
    addConversation(w, "Brought a volcano.", {office.ana}, std::chrono::days{0});
    EXPECT_THAT(ask("volcano spoken:1d"), ElementsAre("Ana Ruiz"));

    ASSERT_TRUE(w.workspace().erase(office.ana));
    EXPECT_THAT(ask("basalt or volcano or ana"), IsEmpty());
    EXPECT_EQ(ready, 2) << "whoever was erased is not even in the index's memory";
    w.clock.advance(std::chrono::days{1});
    w.addPerson("Cem Yilmaz");
    EXPECT_EQ(ready, 3) << "another day has another warmth";
}

RC_GTEST_PROP(SearchOfAWorkspace, KeptCurrentIsTheSameAsMadeAnew, ())
{
    History history;
    TempWorkspace& w = history.w;
    const int before = between(0, 15);
    for (int i = 0; i < before; ++i) history.happen();

    // One moment for all, so that warmth may be compared; it fades with time.
    const Instant now = w.clock.now() + std::chrono::days{1000};
    PeopleSearch kept;
    kept.begin(now, w.zone.dateOf(now));
    bool anew = false;
    w.workspace().onChange([&](const ChangeSet& changes) {
        const auto wanted = kept.apply(changes, w.reader(), now, w.zone);
        RC_ASSERT(wanted.has_value());
        anew = anew || *wanted;
    });
    const int steps = between(0, 25);
    for (int i = 0; i < steps; ++i) {
        history.happen();
        RC_ASSERT(kept.step(w.reader(), w.zone, 2).has_value());
    }
    for (bool more = true; more;) more = kept.step(w.reader(), w.zone, 2).value().more;
    RC_ASSERT(!anew);

    PeopleSearch fresh;
    makeWhole(fresh, w.reader(), w.zone, now);
    std::vector<std::string> queries{
        "",          "anais",       "ben",           "cem",         "darya",        "title:ben",
        "org:cem",   "city:ben",    "skill:anais",   "is:talent",   "is:colleague", "spoken:never",
        "name:cem",  "spoken:3y",   "not spoken:2y", "\"ben\"",     "pool:ben",     "pool:cem",
        "stage:ben", "stage:anais", "stage:cem",     "stage:silver"};
    for (int warmth = 0; warmth < 60; warmth += 3) queries.push_back("warmth>" + std::to_string(warmth));
    for (const std::string& text : queries) {
        const search::Question question{.today = w.zone.dateOf(now), .everybody = true, .notes = &w.reader()};
        const auto query = search::parse(text).query;
        RC_LOG() << text << '\n';
        RC_ASSERT(kept.ask(query, question)->everybody == fresh.ask(query, question)->everybody);
    }
}
