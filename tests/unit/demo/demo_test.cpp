// Making a demo workspace: the same for the same seed, and what it refuses.
#include "made_demo.h"

#include <kith/base/text.h>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <map>
#include <unordered_set>

namespace kith::test {
namespace {

using testing::HasSubstr;

/// Everything that was written, as one comparable text.
std::string transcript(const RecordingWriter& writer)
{
    std::string text;
    for (const auto& edit : writer.edits) {
        text += fmt::format("edit {} {} {}\n", static_cast<int>(edit.command), edit.source.origin,
                            isoDate(edit.source.asOf));
        for (const auto& row : edit.rows) {
            text += fmt::format("{} {}", static_cast<int>(row.kind), row.id.toString());
            for (const auto& [field, value] : row.fields)
                text += fmt::format(" {}={}", field,
                                    std::visit(
                                        [](const auto& v) -> std::string {
                                            using T = std::remove_cvref_t<decltype(v)>;
                                            if constexpr (std::is_same_v<T, std::monostate>) return "-";
                                            else if constexpr (std::is_same_v<T, Id>) return v.toString();
                                            else return fmt::format("{}", v);
                                        },
                                        value));
            text += '\n';
        }
    }
    return text;
}

TEST(Demo, GivesTheSameRowsWithTheSameIdsForTheSameSeed)
{
    Made first;
    Made second;
    first.run({.people = 150, .seed = 7});
    second.run({.people = 150, .seed = 7});
    ASSERT_TRUE(first.summary);
    EXPECT_EQ(transcript(first.writer), transcript(second.writer));
    EXPECT_EQ(*first.summary, *second.summary);
    EXPECT_EQ(first.writer.settings, second.writer.settings);
}

TEST(Demo, GivesOtherPeopleForAnotherSeed)
{
    Made first;
    Made second;
    EXPECT_NE(transcript(first.run({.people = 50, .seed = 1}).writer),
              transcript(second.run({.people = 50, .seed = 2}).writer));
}

TEST(Demo, RefersOnlyToRowsWrittenBefore)
{
    for (const std::size_t people : {1U, 2U, 3U, 19U, 20U, 21U, 60U, 250U, 2500U}) {
        Made made;
        made.run({.people = people, .seed = 3});
        ASSERT_TRUE(made.summary) << people;
        std::map<Kind, std::unordered_set<Id>> known;
        for (const auto& edit : made.writer.edits)
            for (const auto& row : edit.rows) {
                for (const auto& [field, value] : row.fields) {
                    const FieldSpec& spec = specOf(row.kind).fields[field];
                    if (spec.type != Type::Reference || isNothing(value)) continue;
                    EXPECT_TRUE(known[*spec.references].contains(idOf(value)))
                        << people << " people: " << specOf(row.kind).table << '.' << spec.name;
                }
                EXPECT_TRUE(known[row.kind].insert(row.id).second) << "an id was used twice";
            }
        EXPECT_EQ(made.count(Kind::Person), people);
    }
}

TEST(Demo, WritesValuesOfTheTypeThatEachFieldHas)
{
    Made made;
    made.run({.people = 300, .seed = 11});
    for (const auto& edit : made.writer.edits)
        for (const auto& row : edit.rows)
            for (const auto& [field, value] : row.fields) {
                const FieldSpec& spec = specOf(row.kind).fields[field];
                const std::string where = fmt::format("{}.{}", specOf(row.kind).table, spec.name);
                switch (spec.type) {
                case Type::Text:
                    ASSERT_TRUE(std::holds_alternative<std::string>(value)) << where;
                    EXPECT_TRUE(isUtf8(textOf(value))) << where;
                    EXPECT_EQ(textOf(value), collapseSpace(textOf(value))) << where;
                    EXPECT_EQ(textOf(value).find('{'), std::string::npos) << where << ": " << textOf(value);
                    break;
                case Type::Real: EXPECT_TRUE(std::holds_alternative<double>(value)) << where; break;
                case Type::Reference: EXPECT_TRUE(std::holds_alternative<Id>(value)) << where; break;
                case Type::Enum:
                    ASSERT_TRUE(std::holds_alternative<std::int64_t>(value)) << where;
                    EXPECT_FALSE(wordFor(spec.words(), intOf(value)).empty()) << where;
                    break;
                default: EXPECT_TRUE(std::holds_alternative<std::int64_t>(value)) << where;
                }
            }
}

TEST(Demo, RefusesAWorkspaceThatHasPeople)
{
    Made made;
    made.reader.people = 3;
    made.run({.people = 10, .seed = 1});
    ASSERT_FALSE(made.summary);
    EXPECT_EQ(made.summary.error().code, ErrorCode::BadInput);
    EXPECT_THAT(made.summary.error().message, HasSubstr("nothing was changed"));
    EXPECT_TRUE(made.writer.edits.empty());
    EXPECT_TRUE(made.writer.settings.empty());
}

TEST(Demo, RefusesImpossibleNumbersOfPeople)
{
    for (const std::size_t people : {std::size_t{0}, std::size_t{5'000'001}}) {
        Made made;
        made.run({.people = people, .seed = 1});
        ASSERT_FALSE(made.summary);
        EXPECT_EQ(made.summary.error().code, ErrorCode::BadInput);
        EXPECT_TRUE(made.writer.edits.empty());
    }
}

TEST(Demo, SaysWhatTheWriterSaysWhenItFails)
{
    for (std::size_t failAt = 0; failAt < 3; ++failAt) {
        Made made;
        made.writer.failAt = failAt;
        made.run({.people = 80, .seed = 1});
        ASSERT_FALSE(made.summary);
        EXPECT_EQ(made.summary.error().code, ErrorCode::DiskFull);
    }
}

TEST(Demo, StopsWhenItIsCalledOffAndTellsHowFarItWas)
{
    Made made;
    std::vector<std::size_t> seen;
    made.run({.people = 5000, .seed = 1}, [&](std::size_t done, std::size_t total) {
        EXPECT_EQ(total, 5000U);
        seen.push_back(done);
        return seen.size() < 2;
    });
    ASSERT_FALSE(made.summary);
    EXPECT_EQ(made.summary.error().code, ErrorCode::Cancelled);
    EXPECT_THAT(made.summary.error().message, HasSubstr("4000 of 5000"));
    EXPECT_THAT(seen, testing::ElementsAre(2000U, 4000U));
}

TEST(Demo, NamesUsAndTheOneWhoSitsHere)
{
    Made made;
    made.run({.people = 250, .seed = 1});
    ASSERT_TRUE(made.summary);
    EXPECT_EQ(made.writer.settings["me"], made.summary->me.toString());
    EXPECT_EQ(made.writer.settings["organisation"], "Ashmere City Council");
    bool found = false;
    made.each(Kind::Person, [&](const RowEdit& row) {
        if (row.id != made.summary->me) return;
        found = true;
        EXPECT_EQ(intOf(valueOf(row, person::facets)), static_cast<std::int64_t>(Facet::Colleague));
    });
    EXPECT_TRUE(found);
}

TEST(Demo, TakesAnOrganisationThatIsThereAlreadyAsOurOwn)
{
    Made made;
    made.reader.organisationName = "Harbour Group";
    made.reader.organisationId = made.ids.make();
    made.run({.people = 30, .seed = 1});
    ASSERT_TRUE(made.summary);
    EXPECT_EQ(made.writer.settings["organisation"], "Harbour Group");
    std::size_t colleagues = 0;
    made.each(Kind::Affiliation, [&](const RowEdit& row) {
        if (idOf(valueOf(row, affiliation::organisation)) == *made.reader.organisationId) ++colleagues;
    });
    EXPECT_GE(colleagues, made.summary->colleagues);
}

}  // namespace
}  // namespace kith::test
