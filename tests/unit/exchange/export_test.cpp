#include <kith/exchange/detect.h>
#include <kith/exchange/json_writer.h>
#include <kith/exchange/people_csv.h>
#include <kith/exchange/vcard_writer.h>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

using namespace kith;
using namespace kith::exchange;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

Id idOf(std::uint8_t n)
{
    Id id;
    id.bytes[15] = n;
    return id;
}

ExportFile sample()
{
    ExportPerson ana{.id = idOf(1), .name = "Ana Lima"};
    ana.given = "Ana";
    ana.family = "Lima";
    ana.title = "Engineer, platform; \\ lead";
    ana.organisation = "=Acme";
    ana.area = "Platform";
    ana.location = "Köln";
    ana.about = "One.\nTwo; three, four.";
    ana.facets.add(Facet::Talent);
    ana.facets.add(Facet::Client);
    ana.warmth = 61;
    ana.band = Band::Warm;
    ana.lastInteraction = *parseIsoInstant("2026-11-20T10:00:00Z", UtcZone{});
    ana.contactPoints = {{ContactKind::Email, "ana@example.com", "work"},
                         {ContactKind::Phone, "+44 113 496 0000", "mobile"},
                         {ContactKind::Url, "https://example.com/ana", "blog"},
                         {ContactKind::Handle, "@ana", ""}};
    ana.skills = {{"Rust", SkillLevel::Advanced, Evidence::Observed}, {"French", SkillLevel::B2}, {"Chess"}};
    ana.tags = {"choir", "a,b"};
    ana.ties = {{idOf(2), "Bo \"B\" Li", TieKind::Manages, 0.5}};
    ana.interactions = {
        {idOf(9), *ana.lastInteraction, Channel::Call, Direction::Both, Depth::Conversation, 20, "Hi", {"Ana Lima"}}};
    ana.reminders = {{idOf(8), *parseIsoDate("2026-12-01"), "call"}};
    return {.people = {ana, ExportPerson{.id = idOf(2), .name = "Bo Li"}},
            .organisations = {{idOf(3), "=Acme"}},
            .areas = {{idOf(4), "Platform"}}};
}

}  // namespace

TEST(Export, WritesJsonWithTheKeysOfTheContract)
{
    const auto document = nlohmann::json::parse(writeJson(sample()));
    const auto& ana = document["people"][0];
    for (const char* key :
         {"id", "name", "title", "organisation", "area", "location", "facets", "warmth", "band", "last_interaction",
          "contact_points", "skills", "ties", "interactions", "reminders", "placements"})
        EXPECT_TRUE(ana.contains(key)) << key;
    EXPECT_EQ(ana["band"], "warm");
    EXPECT_EQ(ana["facets"], nlohmann::json({"talent", "client"}));
    EXPECT_EQ(ana["contact_points"][1]["kind"], "phone");
    EXPECT_EQ(ana["ties"][0]["person"], idOf(2).toString());
    EXPECT_EQ(ana["interactions"][0]["at"], "2026-11-20T10:00:00Z");
    EXPECT_EQ(ana["reminders"][0]["due"], "2026-12-01");
    EXPECT_TRUE(document["people"][1]["last_interaction"].is_null());
    EXPECT_EQ(document["organisations"][0]["name"], "=Acme");
    EXPECT_TRUE(document["areas"][0]["parent"].is_null());
    EXPECT_EQ(nlohmann::json::parse(writeJson(ExportFile{}))["people"].size(), 0U);
}

TEST(Export, WritesMalformedTextAsReplacementCharacters)
{
    EXPECT_THAT(writeJson(ExportPerson{.id = idOf(1), .name = "Zo\xEB"}), HasSubstr("Zo\xEF\xBF\xBD"));
}

TEST(Export, WritesATableThatTheImportReadsAgain)
{
    const std::string csv = writePeopleCsv(sample());
    EXPECT_THAT(csv, HasSubstr("'=Acme"));
    EXPECT_THAT(csv, HasSubstr("'+44"));
    const auto file = parse(csv);
    ASSERT_TRUE(file) << file.error().message;
    ASSERT_EQ(file->people.size(), 2U);
    EXPECT_EQ(file->people[0].name, "Ana Lima");
    EXPECT_EQ(file->people[0].given, "Ana");
    EXPECT_EQ(file->people[0].about, "One.\nTwo; three, four.");
    EXPECT_THAT(file->people[0].skills,
                ElementsAre(SkillRecord{"Rust", SkillLevel::Advanced}, SkillRecord{"French", SkillLevel::B2},
                            SkillRecord{"Chess"}));
    EXPECT_TRUE(file->rejected.empty());
}

TEST(Export, WritesCardsThatTheImportReadsAgain)
{
    const ExportFile sent = sample();
    const std::string cards = writeVCards(sent);
    const auto file = parse(cards);
    ASSERT_TRUE(file) << file.error().message;
    ASSERT_EQ(file->people.size(), 2U);
    const PersonRecord& ana = file->people[0];
    EXPECT_EQ(ana.uid, idOf(1).toString());
    EXPECT_THAT(ana.positions,
                ElementsAre(PositionRecord{.organisation = "=Acme", .area = "Platform", .role = sent.people[0].title}));
    EXPECT_EQ(ana.about, sent.people[0].about);
    EXPECT_EQ(ana.facets, std::optional(sent.people[0].facets));
    EXPECT_THAT(ana.skills,
                ElementsAre(SkillRecord{"Rust", SkillLevel::Advanced, Evidence::Observed},
                            SkillRecord{"French", SkillLevel::B2}, SkillRecord{"Chess"}));
    EXPECT_THAT(ana.contacts,
                ElementsAre(ContactRecord{ContactKind::Email, "ana@example.com", "work"},
                            ContactRecord{ContactKind::Phone, "+44 113 496 0000", "mobile"},
                            ContactRecord{ContactKind::Url, "https://example.com/ana", "blog"},
                            ContactRecord{ContactKind::Handle, "@ana", ""}));
    EXPECT_THAT(ana.tags, ElementsAre("choir", "a,b"));
    EXPECT_THAT(ana.related, ElementsAre(RelatedRecord{idOf(2).toString(), TieKind::Manages}));
}

TEST(Export, FoldsCardsAtSeventyFiveOctets)
{
    ExportPerson person{.id = idOf(1), .name = {}};
    for (int i = 0; i < 60; ++i) person.name += "山";
    std::string card;
    writeVCard(card, person);
    std::size_t start = 0;
    for (std::size_t end = card.find("\r\n"); end != std::string::npos;
         start = end + 2, end = card.find("\r\n", start)) {
        const std::string_view line = std::string_view(card).substr(start, end - start);
        EXPECT_LE(line.size(), 75U);
        EXPECT_TRUE(line.empty()
                    || (static_cast<unsigned char>(line.starts_with(' ') ? line[1] : line[0]) & 0xC0) != 0x80);
    }
    EXPECT_EQ(parse(card)->people.at(0).name, person.name);
}
