// The files that packaging/setup and the first-run page import: every one is read whole.
#include <kith/exchange/detect.h>

#include <gmock/gmock.h>

#include <fstream>

using namespace kith;
using namespace kith::exchange;
using testing::IsEmpty;

namespace {

ParsedFile sample(const std::string& name)
{
    std::ifstream stream(std::string(KITH_SAMPLE_DIR) + '/' + name, std::ios::binary);
    EXPECT_TRUE(stream.good()) << name;
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    auto file = parse(bytes, {.fileName = name});
    EXPECT_TRUE(file) << file.error().message;
    return file ? *file : ParsedFile{};
}

}  // namespace

TEST(SampleFiles, ConnectionsOfJanuaryAndMarchDiffer)
{
    const ParsedFile january = sample("connections-january.csv");
    const ParsedFile march = sample("connections-march.csv");
    EXPECT_EQ(january.format, Format::LinkedIn);
    EXPECT_EQ(january.people.size(), 18U);
    EXPECT_EQ(march.people.size(), 21U);
    EXPECT_EQ(january.rejected.size(), 1U);
    EXPECT_EQ(january.people[1].positions.at(0).organisation, "Northlight Energy");
    EXPECT_EQ(march.people[4].positions.at(0).organisation, "Banyan Cloud");
}

TEST(SampleFiles, TablesAreReadWhole)
{
    const ParsedFile people = sample("people.csv");
    EXPECT_EQ(people.people.size(), 10U);
    EXPECT_THAT(people.rejected, IsEmpty());
    const ParsedFile ties = sample("ties.csv");
    EXPECT_EQ(ties.ties.size(), 8U);
    EXPECT_THAT(ties.rejected, IsEmpty());
    const ParsedFile interactions = sample("interactions.csv");
    EXPECT_EQ(interactions.interactions.size(), 7U);
    EXPECT_THAT(interactions.rejected, IsEmpty());
}

TEST(SampleFiles, CardsAndResumeAreReadWhole)
{
    const ParsedFile cards = sample("contacts.vcf");
    EXPECT_EQ(cards.people.size(), 3U);
    EXPECT_THAT(cards.rejected, IsEmpty());
    EXPECT_EQ(cards.people[0].related.at(0).who, cards.people[1].uid);
    const ParsedFile resume = sample("resume.json");
    EXPECT_EQ(resume.people.at(0).skills.back().level, SkillLevel::A2);
    EXPECT_THAT(resume.rejected, IsEmpty());
}
