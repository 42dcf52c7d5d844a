#include <kith/exchange/table.h>

#include <gmock/gmock.h>

using namespace kith;
using namespace kith::exchange;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

ParsedFile readOk(std::string_view text, const TableOptions& options = {})
{
    auto file = readTable(text, options);
    EXPECT_TRUE(file) << file.error().message;
    return file ? *file : ParsedFile{};
}

}  // namespace

TEST(Table, ReadsEveryPeopleColumn)
{
    const ParsedFile file =
        readOk("name,title,organisation,area,city,email,phone,url,skills,facets,note,source\r\n"
               "Zoë  Adeyemi,Engineer,Acme,Platform,Leeds,zoe@example.com;z@example.org,"
               "+44 113 496 0000,https://example.com/zoe,Rust (expert);French (B2);C (the language),"
               "talent; partner,\"Met at the fair.\nLikes maps.\",meet-up\r\n");
    ASSERT_EQ(file.people.size(), 1U);
    const PersonRecord& p = file.people[0];
    EXPECT_EQ(p.line, 2U);
    EXPECT_EQ(p.name, "Zoë Adeyemi");
    EXPECT_THAT(p.positions,
                ElementsAre(PositionRecord{.organisation = "Acme", .area = "Platform", .role = "Engineer"}));
    EXPECT_EQ(p.city, "Leeds");
    EXPECT_THAT(p.contacts,
                ElementsAre(ContactRecord{ContactKind::Email, "zoe@example.com"},
                            ContactRecord{ContactKind::Email, "z@example.org"},
                            ContactRecord{ContactKind::Phone, "+44 113 496 0000"},
                            ContactRecord{ContactKind::Url, "https://example.com/zoe"}));
    EXPECT_THAT(p.skills,
                ElementsAre(SkillRecord{"Rust", SkillLevel::Expert}, SkillRecord{"French", SkillLevel::B2},
                            SkillRecord{"C (the language)"}));
    ASSERT_TRUE(p.facets);
    EXPECT_TRUE(p.facets->has(Facet::Talent) && p.facets->has(Facet::Partner) && !p.facets->has(Facet::Client));
    EXPECT_EQ(p.about, "Met at the fair.\nLikes maps.");
    EXPECT_EQ(p.source, "meet-up");
}

TEST(Table, LabelsContactPointsByTheirHeaders)
{
    const ParsedFile file = readOk("First Name,Last Name,Home Phone,Business Phone,Mobile Phone\nAna,Lima,1,2,3\n");
    ASSERT_EQ(file.people.size(), 1U);
    EXPECT_EQ(file.people[0].name, "Ana Lima");
    EXPECT_THAT(file.people[0].contacts,
                ElementsAre(ContactRecord{ContactKind::Phone, "1", "home"},
                            ContactRecord{ContactKind::Phone, "2", "work"},
                            ContactRecord{ContactKind::Phone, "3", "mobile"}));
}

TEST(Table, SplitsGooglesSeveralValuesInACell)
{
    const ParsedFile file =
        readOk("Name,Labels,E-mail 1 - Value\nAna,* myContacts ::: Choir,a@example.com ::: b@example.com\n");
    ASSERT_EQ(file.people.size(), 1U);
    EXPECT_THAT(file.people[0].tags, ElementsAre("Choir"));
    EXPECT_EQ(file.people[0].contacts.size(), 2U);
}

TEST(Table, CallsPeopleByTheirAddressWhenThereIsNoName)
{
    EXPECT_EQ(readOk("name,email\n,a@example.com\n").people.at(0).name, "a@example.com");
}

TEST(Table, ReadsTies)
{
    const ParsedFile file = readOk("from,to,kind,strength,since,note\n"
                                   "a@example.com,Bo Li,worked with,\"0,8\",12 Mar 2019,At Acme\n"
                                   "a@example.com,Cy,,,,\n"
                                   "a@example.com,Cy,friend,,,\n"
                                   "a@example.com,Cy,knows,1.2,,\n"
                                   "a@example.com,Cy,knows,,31/02/2020,\n"
                                   "a@example.com,,knows,,,\n");
    EXPECT_EQ(file.kind, RecordKind::Ties);
    ASSERT_EQ(file.ties.size(), 2U);
    EXPECT_EQ(file.ties[0].kind, TieKind::WorkedWith);
    EXPECT_DOUBLE_EQ(file.ties[0].strength.value_or(0), 0.8);
    EXPECT_EQ(isoDate(file.ties[0].since.value_or(Date{})), "2019-03-12");
    EXPECT_EQ(file.ties[1].kind, TieKind::Knows);
    ASSERT_EQ(file.rejected.size(), 4U);
    EXPECT_EQ(file.rejected[0].line, 4U);
    EXPECT_THAT(file.rejected[0].reason, HasSubstr("worked-with"));
    EXPECT_THAT(file.rejected[1].reason, HasSubstr("between 0 and 1"));
    EXPECT_THAT(file.rejected[2].reason, HasSubstr("no such day"));
    EXPECT_THAT(file.rejected[3].reason, HasSubstr("two people"));
}

TEST(Table, ReadsInteractions)
{
    const ParsedFile file =
        readOk("people;at;channel;direction;depth;text\n"
               "\"a@example.com; Bo Li\";2024-03-12T08:30:00Z;call;out;conversation;\"Spoke, at length\"\n"
               "Bo Li;2024-03-13;e-mail;in;;\n"
               "Bo Li;2024-02-30;call;;;\n"
               "Bo Li;;call;;;\n"
               ";2024-03-13;call;;;\n"
               "Bo Li;2024-03-13;telegraph;;;\n");
    EXPECT_EQ(file.kind, RecordKind::Interactions);
    ASSERT_EQ(file.interactions.size(), 2U);
    EXPECT_THAT(file.interactions[0].people, ElementsAre("a@example.com", "Bo Li"));
    EXPECT_EQ(file.interactions[0].channel, Channel::Call);
    EXPECT_EQ(file.interactions[0].direction, Direction::Out);
    EXPECT_EQ(file.interactions[0].depth, Depth::Conversation);
    EXPECT_EQ(file.interactions[0].text, "Spoke, at length");
    EXPECT_EQ(file.interactions[1].channel, Channel::Email);
    EXPECT_EQ(isoInstant(file.interactions[1].at), "2024-03-13T12:00:00Z");
    EXPECT_EQ(file.rejected.size(), 4U);
}

TEST(Table, RejectsSingleRowsAndKeepsTheOthers)
{
    const ParsedFile file =
        readOk("name,email,facets\nAna,a@example.com,\n,,talent\n,,\nBo,b@example.com,wizard\nCy,c@example.com,,x\n"
               "Di,d@example.com,talent,,,\n");
    ASSERT_EQ(file.people.size(), 2U);
    EXPECT_EQ(file.people[1].name, "Di");
    ASSERT_EQ(file.rejected.size(), 3U);
    EXPECT_EQ(file.rejected[0], (Rejection{3, "This row names nobody; it was left out."}));
    EXPECT_EQ(file.rejected[1].line, 5U);
    EXPECT_THAT(file.rejected[1].reason, HasSubstr("talent, colleague, partner, client"));
    EXPECT_THAT(file.rejected[2].reason, HasSubstr("4 fields where the header has 3"));
}

TEST(Table, LeavesOutARowThatTheFileCutsOff)
{
    const ParsedFile file = readOk("name,email,city\nAna,a@example.com,Leeds\nBo,b@exa");
    EXPECT_EQ(file.people.size(), 1U);
    EXPECT_THAT(file.rejected, ElementsAre(Rejection{3, "The file ends in the middle of this row; it was left out."}));
    // Rows that are short throughout are just short.
    EXPECT_EQ(readOk("name,email,city\nAna,a@example.com\nBo,b@example.com").people.size(), 2U);
}

TEST(Table, PutsSeveralNotesBelowEachOtherAndLeavesOutThoseThatSayNothing)
{
    const ParsedFile file = readOk("name,note,note,note\nAna,Met in Lyon.,\x1b,Likes maps.\nBen,\x1b,,\x1b\n");
    ASSERT_EQ(file.people.size(), 2U);
    EXPECT_EQ(file.people[0].about, "Met in Lyon.\nLikes maps.");
    EXPECT_EQ(file.people[1].about, "");
}

TEST(Table, SaysWhenAHeaderStandsTwice)
{
    const ParsedFile file = readOk("name,title,title\nAna,first,second\n");
    ASSERT_EQ(file.people.size(), 1U);
    EXPECT_EQ(file.people[0].positions.at(0).role, "first");
    EXPECT_THAT(file.rejected,
                ElementsAre(Rejection{1, "The header “title” stands twice; the first of the columns was read."}));
}

TEST(Table, RefusesAFileThatNamesNobody)
{
    const auto file = readTable("shoe size,colour\n44,blue\n", {});
    ASSERT_FALSE(file);
    EXPECT_THAT(file.error().message, HasSubstr("No column of the file holds a name"));
    EXPECT_FALSE(readTable("\n\n", {}));
    EXPECT_FALSE(readTable("name,email\nx,y\n", {.kind = RecordKind::Ties}));
}

TEST(Table, ReadsMonthFirstWhenToldSo)
{
    const TableOptions options{.dayOrder = DayOrder::MonthFirst};
    EXPECT_EQ(isoDate(*readOk("from,to,since\na,b,03/25/2024\n", options).ties.at(0).since), "2024-03-25");
    EXPECT_EQ(readOk("from,to,since\na,b,03/25/2024\n").rejected.size(), 1U);
}

TEST(Table, FollowsACorrectedMap)
{
    TableOptions options;
    options.map = ColumnMap{.headers = {"Wer", "Wo"}, .columns = {Column::Name, Column::City}, .separator = ','};
    const ParsedFile file = readOk("Wer;Wo\nAna;Leeds\n", options);
    EXPECT_EQ(file.people.at(0).city, "Leeds");
}

TEST(Table, OutlinesItsStartForThePreview)
{
    const auto outline = outlineTable("sep=;\r\nname;email\r\nAna;a@example.com\r\nBo\r\n", {}, 10);
    ASSERT_TRUE(outline);
    EXPECT_EQ(outline->map.separator, ';');
    EXPECT_THAT(outline->map.columns, ElementsAre(Column::Name, Column::Email));
    EXPECT_THAT(outline->sample, ElementsAre(ElementsAre("Ana", "a@example.com"), ElementsAre("Bo", "")));
    EXPECT_EQ(readOk("sep=;\r\nname;email\r\nAna;a@example.com\r\n").people.at(0).line, 3U);
}
