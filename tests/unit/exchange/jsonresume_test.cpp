#include <kith/exchange/jsonresume.h>

#include <gmock/gmock.h>

using namespace kith;
using namespace kith::exchange;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(JsonResume, ReadsAResume)
{
    const auto file = readJsonResume(R"({
      "basics": {"name": "Ana Lima", "label": "Engineer", "email": "ana@example.com", "phone": "+44 113 496 0000",
        "url": "https://ana.example.com", "summary": "Builds\nbridges.", "image": "x", "location": {"city": "Leeds"},
        "profiles": [{"network": "Git", "username": "ana", "url": "https://git.example.com/ana"},
                     {"network": "Chat", "username": "ana-l"},
                     {"network": "Web", "username": "lima", "url": "https://social.example.com"}]},
      "work": [{"name": "Acme", "position": "Lead", "startDate": "2019-04", "endDate": "2021-06-30"},
               {"company": "Beta", "position": "Engineer", "startDate": "2021-02-30", "endDate": ""}],
      "skills": [{"name": "Rust", "level": "Master", "keywords": ["async", "tokio"]}],
      "languages": [{"language": "French", "fluency": "Native speaker"}, {"language": "Klingon", "fluency": "qapla"}]})");
    ASSERT_TRUE(file) << file.error().message;
    ASSERT_EQ(file->people.size(), 1U);
    const PersonRecord& p = file->people[0];
    EXPECT_EQ(p.name, "Ana Lima");
    EXPECT_EQ(p.city, "Leeds");
    EXPECT_EQ(p.about, "Builds\nbridges.");
    EXPECT_THAT(p.contacts,
                ElementsAre(ContactRecord{ContactKind::Email, "ana@example.com"},
                            ContactRecord{ContactKind::Phone, "+44 113 496 0000"},
                            ContactRecord{ContactKind::Url, "https://ana.example.com"},
                            ContactRecord{ContactKind::Url, "https://git.example.com/ana", "Git"},
                            ContactRecord{ContactKind::Handle, "ana-l", "Chat"},
                            ContactRecord{ContactKind::Handle, "lima", "Web"}));
    ASSERT_EQ(p.positions.size(), 2U);
    EXPECT_EQ(p.positions[0].organisation, "Acme");
    EXPECT_EQ(isoDate(p.positions[0].since.value_or(Date{})), "2019-04-01");
    EXPECT_EQ(isoDate(p.positions[0].until.value_or(Date{})), "2021-06-30");
    EXPECT_EQ(p.positions[1].organisation, "Beta");
    EXPECT_FALSE(p.positions[1].since);
    EXPECT_THAT(p.skills,
                ElementsAre(SkillRecord{"Rust", SkillLevel::Expert}, SkillRecord{"async"}, SkillRecord{"tokio"},
                            SkillRecord{"French", SkillLevel::C2}, SkillRecord{"Klingon"}));
    ASSERT_EQ(file->rejected.size(), 1U);
    EXPECT_THAT(file->rejected[0].reason, HasSubstr("2021-02-30"));
}

TEST(JsonResume, UsesTheLabelAsRoleWhereNoWorkIsListed)
{
    const auto file = readJsonResume(R"([{"basics": {"name": "Ana", "label": "Engineer"}}, {"basics": {}}, 3])");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->people.at(0).positions.at(0).role, "Engineer");
    EXPECT_EQ(file->rejected.size(), 2U);
}

TEST(JsonResume, TakesUnexpectedTypesAsNotSaid)
{
    const auto file = readJsonResume(
        R"({"basics": {"name": "Ana", "email": 7, "location": [], "profiles": {}}, "work": "x", "skills": [3, "C", {}], "languages": null})");
    ASSERT_TRUE(file);
    EXPECT_THAT(file->people.at(0).skills, ElementsAre(SkillRecord{"C"}));
}

TEST(JsonResume, RefusesWhatIsNoResume)
{
    for (const std::string& text : {std::string("{"), std::string("{\"a\": 1}"), std::string("[]"), std::string("3"),
                                    std::string(100000, '['), std::string(std::size_t{17} << 20, ' ')}) {
        const auto file = readJsonResume(text);
        ASSERT_FALSE(file);
        EXPECT_EQ(file.error().code, ErrorCode::BadInput);
        EXPECT_TRUE(file.error().message.ends_with('.'));
    }
    EXPECT_THAT(readJsonResume("{\"basics\":\n{\"name\":\n").error().message, HasSubstr("line 3"));
    const std::string deep = "{\"basics\": " + std::string(100, '[') + std::string(100, ']') + "}";
    ASSERT_FALSE(readJsonResume(deep));
    EXPECT_THAT(readJsonResume(deep).error().message, HasSubstr("nested too deeply"));
}
