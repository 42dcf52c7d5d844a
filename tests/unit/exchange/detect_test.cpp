#include <kith/exchange/detect.h>

#include <gmock/gmock.h>

using namespace kith;
using namespace kith::exchange;
using testing::HasSubstr;

TEST(Detect, TellsFormatsByTheirContent)
{
    EXPECT_EQ(detectFormat("\xEF\xBB\xBF"
                           "begin:vcard\r\n",
                           "x.txt"),
              Format::VCard);
    EXPECT_EQ(detectFormat("\n {\"basics\": {}}", ""), Format::JsonResume);
    EXPECT_EQ(detectFormat("Notes:\n\"x\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n",
                           "x.csv"),
              Format::LinkedIn);
    EXPECT_EQ(detectFormat("name,email\n", "people.txt"), Format::Csv);
}

TEST(Detect, AsksTheNameWhereTheContentIsNotClear)
{
    EXPECT_EQ(detectFormat("junk\nBEGIN:VCARD\n", "a.VCF"), Format::VCard);
    EXPECT_EQ(detectFormat("[ {\"basics\": {}}]", "a.json"), Format::JsonResume);
}

TEST(Detect, ReadsEveryFormatThroughOneDoor)
{
    EXPECT_EQ(parse("name,email\nAna,a@example.com\n")->people.size(), 1U);
    EXPECT_EQ(parse("BEGIN:VCARD\nFN:Ana\nEND:VCARD\n")->people.size(), 1U);
    EXPECT_EQ(parse(R"({"basics": {"name": "Ana"}})")->people.size(), 1U);
    EXPECT_EQ(parse("First Name,Last Name,Connected On\nAna,Lima,1 Jan 2024\n")->format, Format::LinkedIn);
    EXPECT_EQ(parse("Nachname;Vorname;Ort\nM\xFCller;J\xF6rg;K\xF6ln\n")->people.at(0).name, "Jörg Müller");
}

TEST(Detect, SaysWhatIsWrongWithAFileAsAWhole)
{
    const auto messageOf = [](std::string_view bytes, std::string name = {}) {
        const auto file = parse(bytes, {.fileName = std::move(name)});
        EXPECT_FALSE(file);
        return file ? std::string{} : file.error().message;
    };
    EXPECT_THAT(messageOf(""), HasSubstr("empty"));
    EXPECT_THAT(messageOf("\xEF\xBB\xBF \r\n"), HasSubstr("empty"));
    EXPECT_THAT(messageOf("PK\x03\x04\x14"), HasSubstr("save it as CSV"));
    EXPECT_THAT(messageOf(std::string("a\0\0b\0\0\0c", 8)), HasSubstr("not a text file"));
    EXPECT_THAT(messageOf("{\"basics\": {\"name\": \"An"), HasSubstr("cut off"));
    EXPECT_THAT(messageOf("no card here", "x.vcf"), HasSubstr("no vCard"));
    EXPECT_THAT(messageOf("hello world\nthis is prose\n"), HasSubstr("No column"));
}

TEST(Detect, KeepsWhatStandsBeforeTheCut)
{
    std::string text = "name,email\n";
    for (int i = 0; i < 1000; ++i) text += "Person " + std::to_string(i) + ",p" + std::to_string(i) + "@example.com\n";
    for (const std::size_t length : {text.size() - 1, text.size() - 3, text.size() - 30, text.size() / 2}) {
        const auto file = parse(std::string_view(text).substr(0, length));
        ASSERT_TRUE(file);
        EXPECT_GE(file->people.size() + file->rejected.size() + 1, length * 1000 / text.size());
    }
}

TEST(Detect, OutlinesATableOfAnyEncoding)
{
    const auto outline = outlineCsv("Name;Ort\nJ\xF6rg;K\xF6ln\n", {});
    ASSERT_TRUE(outline);
    EXPECT_EQ(outline->sample.at(0).at(1), "Köln");
}
