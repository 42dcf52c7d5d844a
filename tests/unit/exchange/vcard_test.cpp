#include <kith/exchange/vcard.h>

#include <gmock/gmock.h>

using namespace kith;
using namespace kith::exchange;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

ParsedFile cardsOf(std::string_view text)
{
    auto file = readVCards(text);
    EXPECT_TRUE(file) << file.error().message;
    return file ? *file : ParsedFile{};
}

}  // namespace

TEST(VCard, ReadsVersion40)
{
    const ParsedFile file = cardsOf(
        "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1\r\n"
        "FN:Zoë Adeyemi\r\nN:Adeyemi;Zoë;;;\r\nORG:Acme\\, Inc.;Platform\r\nTITLE:Engineer\r\n"
        "EMAIL;TYPE=work;PREF=1:zoe@example.com\r\nTEL;VALUE=uri;TYPE=\"voice,cell\":tel:+44-113-496-0000;ext=5\r\n"
        "URL:https://example.com/zoe\r\nIMPP:xmpp:zoe@example.org?message\r\n"
        "ADR;LABEL=\"1 High St, Leeds: north\":;;1 High St;Leeds;;LS1 1AA;UK\r\n"
        "NOTE:Met at the fair.\\nLikes maps\\; a lot.\r\nCATEGORIES:choir,long\\,list\r\n"
        "LANG;PREF=1:fr\r\nEXPERTISE;LEVEL=expert:Rust\r\n"
        "RELATED;TYPE=co-worker:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6\r\n"
        "RELATED;TYPE=friend;VALUE=text:Bo Li\r\nRELATED;TYPE=me:https://example.com/me\r\n"
        "BDAY:19850412\r\nGENDER:F\r\nEND:VCARD\r\n");
    ASSERT_EQ(file.people.size(), 1U);
    const PersonRecord& p = file.people[0];
    EXPECT_EQ(p.name, "Zoë Adeyemi");
    EXPECT_EQ(p.given, "Zoë");
    EXPECT_EQ(p.family, "Adeyemi");
    EXPECT_EQ(p.uid, "4fbe8971-0bc3-424c-9c26-36c3e1eff6b1");
    EXPECT_THAT(p.positions, ElementsAre(PositionRecord{.organisation = "Acme, Inc.", .role = "Engineer"}));
    EXPECT_THAT(p.contacts,
                ElementsAre(ContactRecord{ContactKind::Email, "zoe@example.com", "work"},
                            ContactRecord{ContactKind::Phone, "+44-113-496-0000", "mobile"},
                            ContactRecord{ContactKind::Url, "https://example.com/zoe"},
                            ContactRecord{ContactKind::Handle, "xmpp:zoe@example.org"}));
    EXPECT_EQ(p.city, "Leeds");
    EXPECT_EQ(p.about, "Met at the fair.\nLikes maps; a lot.");
    EXPECT_THAT(p.tags, ElementsAre("choir", "long,list"));
    EXPECT_THAT(p.skills, ElementsAre(SkillRecord{"French"}, SkillRecord{"Rust", SkillLevel::Expert}));
    EXPECT_THAT(p.related,
                ElementsAre(RelatedRecord{"f81d4fae-7dec-11d0-a765-00a0c91e6bf6", TieKind::WorkedWith},
                            RelatedRecord{"Bo Li", TieKind::Knows}));
}

TEST(VCard, ReadsVersion21WithQuotedPrintableAndCharsets)
{
    const ParsedFile file = cardsOf("BEGIN:VCARD\r\nVERSION:2.1\r\n"
                                    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=96zt=C3=BCrk;Ay=\r\n=C5=9Fe\r\n"
                                    "TEL;CELL;VOICE:0113 496 0000\r\nTEL;FAX:1\r\n"
                                    "NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo=\r\n three\r\n"
                                    "PHOTO;JPEG;ENCODING=BASE64:\r\nAAAABBBB\r\nCCCC====\r\n\r\n"
                                    "END:VCARD\r\n"
                                    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=SHIFT_JIS:\x8E\x52\x93\x63;Taro\r\nORG:"
                                    "Soci\xE9t\xE9\r\nEND:VCARD\r\n");
    ASSERT_EQ(file.people.size(), 2U);
    EXPECT_EQ(file.people[0].name, "Ayşe Öztürk");
    EXPECT_THAT(file.people[0].contacts, ElementsAre(ContactRecord{ContactKind::Phone, "0113 496 0000", "mobile"}));
    EXPECT_EQ(file.people[0].about, "one\ntwo three");
    EXPECT_EQ(file.people[1].family, "山田");
    EXPECT_EQ(file.people[1].positions.at(0).organisation, "Société");
    EXPECT_THAT(file.rejected, IsEmpty());
}

TEST(VCard, ReadsApplesGroupsAndLabels)
{
    const ParsedFile file = cardsOf("BEGIN:VCARD\nVERSION:3.0\nN:Lima;Ana;;;\nFN:Ana Lima\n"
                                    "item1.EMAIL;type=INTERNET:ana@example.com\nitem1.X-ABLabel:_$!<Other>!$_\n"
                                    "item2.URL;type=pref:https://example.com/ana\nitem2.X-ABLabel:_$!<HomePage>!$_\n"
                                    "X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/ana-lima\n"
                                    "item3.X-ABRELATEDNAMES:Bo Li\nitem3.X-ABLabel:_$!<Friend>!$_\n"
                                    "PHOTO;ENCODING=b;TYPE=JPEG:AAAA\n BBBB\n CCCC\nEND:VCARD\n");
    ASSERT_EQ(file.people.size(), 1U);
    EXPECT_THAT(file.people[0].contacts,
                ElementsAre(ContactRecord{ContactKind::Email, "ana@example.com", "other"},
                            ContactRecord{ContactKind::Url, "https://example.com/ana", "homepage"},
                            ContactRecord{ContactKind::Url, "https://www.linkedin.com/in/ana-lima"}));
    EXPECT_THAT(file.people[0].related, ElementsAre(RelatedRecord{"Bo Li"}));
}

TEST(VCard, UnfoldsInTheMiddleOfACharacter)
{
    // RFC 6350, 3.2: implementations fold between octets, whatever they are part of.
    EXPECT_EQ(cardsOf("BEGIN:VCARD\r\nFN:Zo\xC3\r\n \xAB\r\nEND:VCARD\r\n").people.at(0).name, "Zoë");
}

TEST(VCard, ReadsFilesInUtf16)
{
    const std::string plain = "BEGIN:VCARD\r\nFN:Ana\r\nEND:VCARD\r\n";
    std::string wide = "\xFF\xFE";
    for (const char c : plain) wide.append({c, '\0'});
    EXPECT_EQ(cardsOf(wide).people.at(0).name, "Ana");
    EXPECT_EQ(cardsOf("\xEF\xBB\xBF" + plain).people.at(0).name, "Ana");
}

TEST(VCard, RejectsCardsThatAreNoPersonOrCutOff)
{
    const ParsedFile file = cardsOf("BEGIN:VCARD\nFN:Acme\nKIND:org\nEND:VCARD\n"
                                    "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n"
                                    "BEGIN:VCARD\nFN:No End\n"
                                    "BEGIN:VCARD\nFN:Ana\nEND:VCARD\n"
                                    "BEGIN:VCARD\nFN:Cut O");
    ASSERT_EQ(file.people.size(), 1U);
    EXPECT_EQ(file.people[0].name, "Ana");
    EXPECT_EQ(file.people[0].line, 10U);
    ASSERT_EQ(file.rejected.size(), 4U);
    EXPECT_THAT(file.rejected[0].reason, HasSubstr("company"));
    EXPECT_THAT(file.rejected[1].reason, HasSubstr("nobody"));
    EXPECT_EQ(file.rejected[2].line, 8U);
    EXPECT_THAT(file.rejected[3].reason, HasSubstr("ends in the middle"));
}

TEST(VCard, PassesOverANestedAgent)
{
    const ParsedFile file = cardsOf(
        "BEGIN:VCARD\nN:Lima;Ana\nAGENT:\nBEGIN:VCARD\nN:Other;Body\nTEL:1\nEND:VCARD\nTITLE:Lead\nEND:VCARD\n");
    ASSERT_EQ(file.people.size(), 1U);
    EXPECT_EQ(file.people[0].name, "Ana Lima");
    EXPECT_THAT(file.people[0].contacts, IsEmpty());
    EXPECT_EQ(file.people[0].positions.at(0).role, "Lead");
}

TEST(VCard, RefusesHugePropertiesButNotHugePictures)
{
    const std::string huge(std::size_t{50} << 20, 'A');
    const ParsedFile file =
        cardsOf("BEGIN:VCARD\nFN:Ana\nPHOTO;ENCODING=b:" + huge + "\nEND:VCARD\nBEGIN:VCARD\nFN:Bo\nNOTE:" + huge
                + "\nEND:VCARD\nBEGIN:VCARD\nFN:Cy\nEND:VCARD\n");
    ASSERT_EQ(file.people.size(), 2U);
    EXPECT_EQ(file.people[1].name, "Cy");
    EXPECT_THAT(file.rejected,
                ElementsAre(Rejection{5, "A property of this card is longer than 1 MiB; the card was left out."}));
}

TEST(VCard, RefusesFilesWithoutACard)
{
    EXPECT_FALSE(readVCards("name,email\n"));
    EXPECT_FALSE(readVCards(std::string("BEGIN:VCARD\n\0\0\0\0", 16)));
}
