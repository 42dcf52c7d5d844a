#include "today.h"

#include <kith/search/complete.h>
#include <kith/search/parse.h>

#include <gmock/gmock.h>

namespace kith::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Completing : public testing::Test {
protected:
    Completing()
    {
        std::uint32_t person = 0;
        const auto add = [&](std::string name, std::string area, std::string city, std::vector<SkillFact> skills) {
            PersonDocument document{.person = ++person, .name = std::move(name)};
            document.areas = {std::move(area)};
            document.cities = {std::move(city)};
            document.skills = std::move(skills);
            document.facets.add(Facet::Talent);
            document.warmth = 10;
            document.lastContact = kToday - std::chrono::days{40};
            index.add(document);
        };
        add("Ana Ruiz", "Adult Social Care", "Leeds", {{"German", SkillLevel::B1}, {"C++", SkillLevel::Expert}});
        add("Zoë Müller", "Adult Social Care", "Leeds", {{"German", SkillLevel::C1}});
        add("Kwame Mensah", "Housing", "Ålborg", {{"German", SkillLevel::Unstated}, {"Geology"}});
        index.finish();
    }

    /// What the line would be with each suggestion taken, and how many people that names.
    [[nodiscard]] std::vector<std::string> lines(std::string text, std::size_t most = 8) const
    {
        std::size_t cursor = text.find('|');
        if (cursor == std::string::npos) cursor = text.size();
        else text.erase(cursor, 1);
        const Completion completion = complete(text, cursor, index, kToday, most);
        std::vector<std::string> lines;
        for (const Suggestion& suggestion : completion.suggestions) {
            std::string line = text;
            line.replace(completion.from, completion.length, suggestion.text);
            if (suggestion.people) line += "[" + std::to_string(*suggestion.people) + "]";
            lines.push_back(std::move(line));
        }
        return lines;
    }

    Index index;
};

TEST_F(Completing, SuggestsTheValuesOfAFieldTheMostFrequentFirst)
{
    EXPECT_THAT(lines("area:"), ElementsAre("area:\"Adult Social Care\" [2]", "area:Housing [1]"));
    EXPECT_THAT(lines("ana city:al"), ElementsAre("ana city:Ålborg [1]")) << "folded, as it is matched";
    EXPECT_THAT(lines("area:car"), ElementsAre("area:\"Adult Social Care\" [2]")) << "by any of its words";
    EXPECT_THAT(lines("area:\"adult so"), ElementsAre("area:\"Adult Social Care\" [2]"));
    EXPECT_THAT(lines("AREA:hou"), ElementsAre("area:Housing [1]"));
    EXPECT_THAT(lines("skill:ge"), ElementsAre("skill:German [3]", "skill:Geology [1]"));
    EXPECT_THAT(lines("area:nowhere"), IsEmpty());
}

TEST_F(Completing, SuggestsTheLevelsThatSomebodyHas)
{
    EXPECT_THAT(lines("german>="), ElementsAre("german>=B1 [2]", "german>=C1 [1]"));
    EXPECT_THAT(lines("german<=c"), ElementsAre("german<=C1 [2]"));
    EXPECT_THAT(lines("\"c++\"="), ElementsAre("\"c++\"=expert [1]"));
    EXPECT_THAT(lines("geology>="), IsEmpty());
    EXPECT_THAT(lines("warmth>"), IsEmpty());
    EXPECT_THAT(lines("|="), IsEmpty()) << "a skill has letters";
}

TEST_F(Completing, SuggestsFieldsAndWhatPeopleHaveForABareWord)
{
    EXPECT_THAT(lines("a"), ElementsAre("area:"));
    EXPECT_THAT(lines("is:talent not ci"), ElementsAre("is:talent not city:"));
    EXPECT_THAT(lines("ge"), ElementsAre("German>=[3]", "skill:Geology [1]"))
        << "a level may follow where there is one";
    EXPECT_THAT(lines("lee"), ElementsAre("city:Leeds [2]"));
    EXPECT_THAT(lines("wa"), ElementsAre("warmth>"));
    EXPECT_THAT(lines("(hou"), ElementsAre("(area:Housing [1]"));
}

TEST_F(Completing, SuggestsTheFixedWords)
{
    EXPECT_THAT(lines("band:co"), ElementsAre("band:cold [3]", "band:cool [0]"));
    EXPECT_THAT(lines("is:t"), ElementsAre("is:talent [3]"));
    EXPECT_THAT(lines("evidence:c"), ElementsAre("evidence:certified [0]"));
    EXPECT_THAT(lines("spoken:"),
                ElementsAre("spoken:30d [0]", "spoken:60d [3]", "spoken:90d [3]", "spoken:180d [3]", "spoken:365d [3]",
                            "spoken:never [0]"));
}

TEST_F(Completing, ReplacesTheWordAtTheCursorAndNothingElse)
{
    EXPECT_THAT(lines("area:hou| ana"), ElementsAre("area:Housing  ana[1]"));
    EXPECT_THAT(lines("ana area:ho|using zoe"), ElementsAre("ana area:Housing  zoe[1]"));
    EXPECT_THAT(lines("german>=|"), ElementsAre("german>=B1 [2]", "german>=C1 [1]"));
}

TEST_F(Completing, HasNothingToSayWhereNothingIsBegun)
{
    for (const char* text : {"", " ", "ana ", "|ana", "area:housing ", "\"ana\"", "(", ")", ">", ":", "not -", "é"})
        EXPECT_THAT(lines(text), IsEmpty()) << text;
}

TEST_F(Completing, KeepsToAsManyAsAreAskedFor)
{
    EXPECT_THAT(lines("spoken:", 2), ElementsAre("spoken:30d [0]", "spoken:60d [3]"));
    EXPECT_THAT(lines("area:", 1), ElementsAre("area:\"Adult Social Care\" [2]"));
}

TEST_F(Completing, AnswersWhateverTheTextAndTheCursor)
{
    const std::vector<std::string> texts{"area:\xFF\xFE", "\"\\", "a:::b>=>=", std::string(20'000, '('), "\xE2\x82"};
    for (const std::string& text : texts)
        for (std::size_t cursor = 0; cursor <= text.size() + 1; cursor += 1 + text.size() / 20) {
            const Completion completion = complete(text, cursor, index, kToday);
            EXPECT_LE(completion.from + completion.length, text.size());
        }
}

TEST_F(Completing, GivesWhatParsesAndFindsWhatItCounted)
{
    for (const char* text : {"area:", "city:", "skill:", "german>=", "band:", "is:", "spoken:", "evidence:"})
        for (const Suggestion& suggestion : complete(text, std::string_view(text).size(), index, kToday).suggestions) {
            const Parsed parsed = parse(suggestion.text);
            EXPECT_TRUE(parsed.problems.empty()) << suggestion.text;
            EXPECT_EQ(index.ask(parsed.query, {.today = kToday})->total, suggestion.people) << suggestion.text;
        }
}

}  // namespace
}  // namespace kith::search
