#include "today.h"

#include <kith/search/alias_runs.h>
#include <kith/search/index.h>
#include <kith/search/parse.h>
#include <kith/search/reasons.h>
#include <kith/search/starter_aliases.h>

#include <gmock/gmock.h>

namespace kith::search {
namespace {

using std::chrono::days;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class Notes final : public NoteTexts {
public:
    explicit Notes(const std::vector<PersonDocument>& people) : people_(people) { }
    Result<void> forEachNote(std::span<const std::uint32_t> wanted, const Visit& visit) const override
    {
        read += wanted.size();
        for (const std::uint32_t number : wanted)
            for (const PersonDocument& person : people_)
                if (person.person == number)
                    for (const std::string& note : person.notes) visit(number, note);
        return {};
    }
    mutable std::size_t read = 0;

private:
    const std::vector<PersonDocument>& people_;
};

Index indexOf(const std::vector<PersonDocument>& people)
{
    Index index;
    for (const PersonDocument& person : people) index.add(person);
    index.finish();
    return index;
}

Answer ask(const Index& index, std::string_view text, Question question = {})
{
    question.today = kToday;
    return index.ask(parse(text).query, question).value();
}

std::vector<std::uint32_t> found(const Index& index, std::string_view text)
{
    return ask(index, text).people;
}

}  // namespace

TEST(Index, FindsNamesByTheirLettersInLatin)
{
    const Index index = indexOf({{.person = 1, .name = "Jürgen Müller"},
                                 {.person = 2, .name = "Zoë Ångström"},
                                 {.person = 3, .name = "Олена Шевченко"},
                                 {.person = 4, .name = "Ελένη Παπαδοπούλου"}});
    EXPECT_THAT(found(index, "muller"), ElementsAre(1));
    EXPECT_THAT(found(index, "Müller"), ElementsAre(1));
    EXPECT_THAT(found(index, "zoe"), ElementsAre(2));
    EXPECT_THAT(found(index, "Zoë"), ElementsAre(2));
    EXPECT_THAT(found(index, "angstrom"), ElementsAre(2));
    EXPECT_THAT(found(index, "olena"), ElementsAre(3));
    EXPECT_THAT(found(index, "олена"), ElementsAre(3));
    EXPECT_THAT(found(index, "eleni"), ElementsAre(4));
    EXPECT_THAT(found(index, "Ελένη"), ElementsAre(4));
}

TEST(Index, NamesThemInUsefulOrder)
{
    const Index index = indexOf({
        {.person = 1, .name = "Bo Ek", .notes = {"Met Ana."}, .warmth = 99},
        {.person = 2, .name = "Cy Poe", .organisations = {"Ana Works"}, .warmth = 80},
        {.person = 3, .name = "Anabel Roe", .warmth = 60},
        {.person = 4, .name = "Ana Ruiz", .warmth = 10},
        {.person = 5, .name = "Ana Bell", .warmth = 40},
        {.person = 6, .name = "Ana Cole", .warmth = 10, .lastContact = kToday - days{3}},
    });
    EXPECT_THAT(found(index, "ana"), ElementsAre(5, 6, 4, 3, 2, 1));
    EXPECT_THAT(found(index, "is:talent or not is:talent"), ElementsAre(1, 2, 3, 5, 6, 4));
}

TEST(Index, TakesQuotedWordsSideBySide)
{
    const std::vector<PersonDocument> people{
        {.person = 1, .name = "Ana Ruiz", .titles = {"Project Manager"}},
        {.person = 2, .name = "Bo Ek", .titles = {"Manager, Project Office"}},
        {.person = 3, .name = "Cy Poe", .notes = {"Was a project manager for years."}},
        {.person = 4, .name = "Di Fo", .notes = {"On a project.", "Manager at last."}},
        {.person = 5, .name = "Project Manager"},
        {.person = 6, .name = "Ed Go", .titles = {"Project"}, .organisations = {"Manager"}},
    };
    const Notes notes(people);
    const Index index = indexOf(people);
    EXPECT_THAT(ask(index, "\"project manager\"", {.notes = &notes}).people, UnorderedElementsAre(1, 3, 5));
    // Whose title or name says so already need not be read, nor who lacks a word.
    EXPECT_EQ(notes.read, 2);
    EXPECT_THAT(ask(index, "\"project manag\"", {.notes = &notes}).people, IsEmpty());
    EXPECT_THAT(ask(index, "note:\"project manager\" name:cy", {.notes = &notes}).people, ElementsAre(3));
    EXPECT_THAT(ask(index, "project manager").people, UnorderedElementsAre(1, 2, 3, 4, 5, 6));
}

TEST(Index, SaysWhenItShowsANameInSpiteOfATypo)
{
    const Index index = indexOf({{.person = 1, .name = "Jo Müller"}, {.person = 2, .name = "Mo Vandenberg"}});
    const Answer answer = ask(index, "Mueler");
    EXPECT_THAT(answer.people, ElementsAre(1));
    ASSERT_EQ(answer.notices.size(), 1);
    EXPECT_EQ(answer.notices[0], (Notice{Notice::What::Typo, "mueler", {"Müller"}, {"muller"}, 1}));
    EXPECT_THAT(found(index, "Vnadenburg"), ElementsAre(2));
    EXPECT_THAT(found(index, "Vandenburk"), ElementsAre(2));
    EXPECT_THAT(found(index, "Xandenburk"), IsEmpty());
    EXPECT_THAT(found(index, "org:mueler"), IsEmpty());
    EXPECT_THAT(found(index, "\"mueler\""), IsEmpty());
    // What widens a search does not widen what is left out.
    EXPECT_THAT(found(index, "not mueler"), UnorderedElementsAre(1, 2));
    EXPECT_THAT(ask(index, "muller").notices, IsEmpty());
}

TEST(Index, KnowsNoNearNamesOfPeopleWhoAreGone)
{
    Index index = indexOf({{.person = 1, .name = "Jo Müller"}});
    EXPECT_TRUE(index.remove(1));
    EXPECT_FALSE(index.remove(1));
    EXPECT_THAT(ask(index, "mueler").notices, IsEmpty());
    EXPECT_EQ(index.people(), 0);
}

TEST(Index, FindsOtherNamesOfATitleAndCountsThem)
{
    const Index index = indexOf({{.person = 1, .name = "A", .titles = {"Project Manager"}},
                                 {.person = 2, .name = "B", .titles = {"Programme Delivery Manager"}},
                                 {.person = 3, .name = "C", .titles = {"Senior programme delivery manager"}},
                                 {.person = 4, .name = "D", .titles = {"Delivery Manager"}}});
    const AliasTable aliases({{AliasKind::Title, {"project manager", "programme delivery manager"}}});
    for (const std::string_view text : {"\"project manager\"", "project manager", "title:\"project manager\""}) {
        const Answer answer = ask(index, text, {.aliases = &aliases});
        EXPECT_THAT(answer.people, UnorderedElementsAre(1, 2, 3)) << text;
        ASSERT_EQ(answer.notices.size(), 1) << text;
        EXPECT_EQ(answer.notices[0],
                  (Notice{Notice::What::Alias,
                          "project manager",
                          {"programme delivery manager"},
                          {"programme delivery manager"},
                          2}));
    }
    EXPECT_THAT(ask(index, "not \"project manager\"", {.aliases = &aliases}).people, UnorderedElementsAre(2, 3, 4));
    EXPECT_THAT(ask(index, "name:\"project manager\"", {.aliases = &aliases}).people, IsEmpty());
}

TEST(Index, ComparesLevelsOfASkillByAnyOfItsNames)
{
    using enum SkillLevel;
    using enum Evidence;
    const Index index = indexOf({{.person = 1, .name = "A", .skills = {{"JavaScript", Advanced, Certified}}},
                                 {.person = 2, .name = "B", .skills = {{"JS", Basic, SelfDeclared}}},
                                 {.person = 3, .name = "C", .skills = {{"German", B2, Assessed}, {"Java", Expert}}},
                                 {.person = 4, .name = "D", .skills = {{"German", C1, Certified}, {"Java"}}}});
    const AliasTable aliases({{AliasKind::Skill, {"JS", "JavaScript"}}});
    EXPECT_THAT(ask(index, "js>=working", {.aliases = &aliases}).people, ElementsAre(1));
    EXPECT_THAT(ask(index, "skill:javascript", {.aliases = &aliases}).people, UnorderedElementsAre(1, 2));
    EXPECT_THAT(found(index, "german>=B2"), UnorderedElementsAre(3, 4));
    EXPECT_THAT(found(index, "german>=B2 evidence:certified"), ElementsAre(4));
    EXPECT_THAT(found(index, "german>=basic"), IsEmpty());
    EXPECT_THAT(found(index, "java>=basic"), UnorderedElementsAre(1, 3));
    EXPECT_THAT(found(index, "java<=expert not spoken:1d"), UnorderedElementsAre(1, 3));
}

TEST(Index, CountsGroupsOfAllWhoWereFound)
{
    using enum SkillLevel;
    const Index index =
        indexOf({{.person = 1, .name = "A", .cities = {"Leeds"}, .skills = {{"Go", Basic}}},
                 {.person = 2, .name = "B", .cities = {"leeds"}, .skills = {{"Go", Expert}}, .warmth = 50},
                 {.person = 3, .name = "C", .areas = {"Housing"}, .cities = {"York"}},
                 {.person = 4, .name = "D", .cities = {"Leeds"}, .skills = {{"Go", Basic}, {"go", Working}}}});
    const Answer answer = ask(index, "", {.first = 1, .groups = true});
    EXPECT_EQ(answer.total, 4);
    const auto said = [](const std::vector<Group>& groups) {
        std::vector<std::pair<std::string, std::size_t>> pairs;
        for (const Group& group : groups) pairs.emplace_back(group.name, group.people);
        return pairs;
    };
    EXPECT_THAT(said(answer.groups.cities), ElementsAre(std::pair("Leeds", 3), std::pair("York", 1)));
    EXPECT_THAT(said(answer.groups.skills), ElementsAre(std::pair("Go", 3)));
    EXPECT_THAT(said(answer.groups.areas), ElementsAre(std::pair("Housing", 1)));
    EXPECT_THAT(said(answer.groups.bands),
                ElementsAre(std::pair("cold", 3), std::pair("cool", 0), std::pair("warm", 1), std::pair("hot", 0)));
}

TEST(Index, ShowsSomebodyAsTheyAreNow)
{
    Index index = indexOf({{.person = 7, .name = "Ana Ruiz", .cities = {"Leeds"}}, {.person = 8, .name = "Bo Ek"}});
    index.update({.person = 7, .name = "Ana Ruiz", .cities = {"Zwolle"}, .warmth = 5});
    index.update({.person = 9, .name = "Quentin New"});
    EXPECT_THAT(found(index, "leeds"), IsEmpty());
    EXPECT_THAT(found(index, "zwo"), ElementsAre(7));
    EXPECT_THAT(found(index, "quentin"), ElementsAre(9));
    EXPECT_THAT(found(index, "warmth>4"), ElementsAre(7));
    EXPECT_EQ(index.people(), 3);
    EXPECT_EQ(ask(index, "").total, 3);
}

TEST(Index, IsExactForMorePeopleThanABlockHolds)
{
    // Rare, frequent and very frequent words, over three blocks of 65,536 people.
    constexpr std::uint32_t kPeople = 150'000;
    Index index;
    for (std::uint32_t i = 0; i < kPeople; ++i) {
        PersonDocument person{.person = i, .name = "person", .warmth = static_cast<int>(i % 101)};
        if (i % 2 == 0) person.name += " even";
        if (i % 12 == 0) person.notes.emplace_back("dozen");
        if (i % 50'000 == 49'999) person.titles.emplace_back("rare");
        person.cities.push_back(i % 3 == 0 ? "Elmet" : "York");
        person.notes.push_back("note" + std::to_string(i % 300) + " nota" + std::to_string(i % 211));
        index.add(person);
    }
    index.finish();
    EXPECT_EQ(ask(index, "person").total, kPeople);
    EXPECT_EQ(ask(index, "e").total, kPeople / 2 + kPeople / 6);
    EXPECT_EQ(ask(index, "even elmet").total, kPeople / 6);
    EXPECT_EQ(ask(index, "dozen not even").total, 0);
    EXPECT_EQ(ask(index, "rare").total, 3);
    EXPECT_EQ(ask(index, "note").total, kPeople);
    const auto countWhere = [](auto passes) {
        std::size_t sum = 0;
        for (std::uint32_t i = 0; i < kPeople; ++i) sum += passes(i) ? 1U : 0U;
        return sum;
    };
    EXPECT_EQ(ask(index, "note:note7 elmet").total,
              countWhere([](std::uint32_t i) { return i % 3 == 0 && std::to_string(i % 300).starts_with('7'); }));
    // So many begin with these letters that their people are united beforehand.
    EXPECT_EQ(ask(index, "not").total, kPeople);
    EXPECT_EQ(ask(index, "nota1").total,
              countWhere([](std::uint32_t i) { return std::to_string(i % 211).starts_with('1'); }));
    const Answer warmest = ask(index, "even", {.first = 3});
    EXPECT_THAT(warmest.people, ElementsAre(100, 302, 504));
    for (std::uint32_t i = 0; i < kPeople; i += 2) index.remove(i);
    index.update({.person = 3, .name = "even"});
    EXPECT_EQ(ask(index, "even").total, 1);
    EXPECT_EQ(ask(index, "e").total, 1 + kPeople / 6 - 1);
    EXPECT_EQ(ask(index, "note:not").total, kPeople / 2 - 1);
    index.update({.person = 4, .name = "Bo", .notes = {"nota7 notary"}});
    EXPECT_EQ(ask(index, "note:not").total, kPeople / 2);
    EXPECT_THAT(found(index, "note:notar"), ElementsAre(4));
    index.update({.person = 6, .name = "Cy", .notes = {"nota8"}});
    EXPECT_EQ(ask(index, "note:not").total, kPeople / 2 + 1);
}

TEST(Index, StopsWhenItIsToldTo)
{
    const Index index = indexOf({{.person = 1, .name = "Ana"}});
    const std::atomic<bool> stop = true;
    EXPECT_EQ(index.ask(parse("ana").query, {.stop = &stop}).error().code, ErrorCode::Cancelled);
}

TEST(Index, IsWornByManyChanges)
{
    Index index = indexOf({{.person = 1, .name = "Ana"}});
    for (int i = 0; i < 20'000 && !index.worn(); ++i) index.update({.person = 1, .name = "Ana"});
    EXPECT_TRUE(index.worn());
    EXPECT_THAT(found(index, "ana"), ElementsAre(1));
}

TEST(Reasons, NameTheWordsThatAnswer)
{
    const PersonDocument ana{.person = 1,
                             .name = "Ana Müller",
                             .titles = {"Platform Engineer"},
                             .cities = {"Leeds"},
                             .notes = {"Likes platforms.", "Back in Leeds."},
                             .skills = {{"German", SkillLevel::B2}}};
    const auto why = [&](std::string_view text) { return reasonsFor(parse(text).query, ana); };
    EXPECT_THAT(why("mull plat"),
                ElementsAre(Reason{Where::Name, "Ana Müller", {"muller"}},
                            Reason{Where::Title, "Platform Engineer", {"platform"}}));
    EXPECT_THAT(why("platforms or york"), ElementsAre(Reason{Where::Note, "Likes platforms.", {"platforms"}}));
    EXPECT_THAT(why("german>=B2 not york"), ElementsAre(Reason{Where::Skill, "German", {"german"}}));
    EXPECT_THAT(why("\"in leeds\""), ElementsAre(Reason{Where::Note, "Back in Leeds.", {"in", "leeds"}}));
    EXPECT_THAT(why("warmth<5"), IsEmpty());
    EXPECT_THAT(reasonsFor(parse("mueler").query, ana, {{Notice::What::Typo, "mueler", {"Müller"}, {"muller"}, 1}}),
                ElementsAre(Reason{Where::Name, "Ana Müller", {"muller"}, By::Typo, "mueler"}));
    EXPECT_THAT(
        reasonsFor(parse("devops engineer").query, ana,
                   {{Notice::What::Alias, "devops engineer", {"Platform engineer"}, {"platform engineer"}, 1}}),
        ElementsAre(Reason{Where::Title, "Platform Engineer", {"engineer", "platform"}, By::Alias, "devops engineer"}))
        << "one of the words is there as it was typed, and the other name says more";
    EXPECT_THAT(
        reasonsFor(parse("\"site reliability\"").query, ana,
                   {{Notice::What::Alias, "site reliability", {"Platform engineer"}, {"platform engineer"}, 1}}),
        ElementsAre(
            Reason{Where::Title, "Platform Engineer", {"platform", "engineer"}, By::Alias, "site reliability"}));
}

TEST(Aliases, ComeWithAStarterThatIsWellFormed)
{
    const AliasTable starter = starterAliases();
    EXPECT_GT(starter.groups().size(), 40U);
    EXPECT_THAT(starter.othersOf(AliasKind::Title, "project manager"), testing::Contains("programme delivery manager"));
    EXPECT_THAT(starter.othersOf(AliasKind::Skill, "k8s"), ElementsAre("kubernetes"));
}

TEST(Aliases, AreTheSameWhenTheirLinesAreReadAgain)
{
    const std::vector<AliasGroup> groups{{AliasKind::Title, {"Project manager", "Leiter (Projekt)", "chef: projet"}},
                                         {AliasKind::Skill, {"a = b", "c", "d\ne"}},
                                         {AliasKind::Skill, {"js", "JavaScript"}}};
    const std::string text = AliasTable::toText(groups);
    EXPECT_EQ(text, "title: Project manager = Leiter (Projekt) = chef: projet\nskill: js = JavaScript\n");
    const auto table = AliasTable::parse(text);
    ASSERT_TRUE(table);
    EXPECT_EQ(AliasTable::toText(table->groups()), text);
}

TEST(Aliases, AreReadFromLinesAndSayWhatIsWrong)
{
    const auto table = AliasTable::parse("# ours\ntitle: Project manager = project  lead\n\nskill: k8s = Kubernetes\n");
    ASSERT_TRUE(table);
    EXPECT_THAT(table->othersOf(AliasKind::Title, "project lead"), ElementsAre("Project manager"));
    EXPECT_THAT(table->othersOf(AliasKind::Skill, "kubernetes"), ElementsAre("k8s"));
    EXPECT_THAT(table->othersOf(AliasKind::Title, "kubernetes"), IsEmpty());
    EXPECT_EQ(AliasTable::parse("\nrole: a = b").error().message, "Line 2 begins with neither “title:” nor “skill:”.");
    EXPECT_EQ(AliasTable::parse("title: a").error().message, "Line 1 needs two names with “=” between them.");
}

TEST(Aliases, AreKnownOfPlainWordsAloneAndTogether)
{
    const AliasTable table(
        {{AliasKind::Title, {"project manager", "project lead"}}, {AliasKind::Skill, {"js", "JavaScript"}}});
    const auto named = [&](std::string_view text) { return wordsHaveOtherNames(parse(text).query, table); };
    for (const char* text : {"js", "Project  MANAGER", "ana project lead leeds", "leeds javascript"})
        EXPECT_TRUE(named(text)) << text;
    for (const char* text : {"", "ana", "project", "manager project", "\"project manager\"", "project title:manager"})
        EXPECT_FALSE(named(text)) << text;
    const Query query = parse("ana project manager leeds").query;
    const auto& words = std::get<All>(query.node);
    EXPECT_EQ(aliasRunAt(words, 0, table).length, 0U);
    EXPECT_EQ(aliasRunAt(words, 1, table).length, 2U);
    EXPECT_EQ(aliasRunAt(words, 1, table).folded, "project manager");
    EXPECT_EQ(aliasRunAt(words, 3, table).length, 0U);
}

}  // namespace kith::search
