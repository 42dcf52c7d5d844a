#include <kith/exchange/csv.h>
#include <kith/exchange/csv_writer.h>

#include <gmock/gmock.h>

using namespace kith::exchange;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

struct Read {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> lines;
    std::vector<std::pair<std::size_t, std::string>> problems;
};

Read readAll(std::string_view text, char separator = ',', CsvLimits limits = {})
{
    Read read;
    CsvReader reader(text, separator, limits);
    CsvRow row;
    while (reader.next(row)) {
        if (!row.problem.empty()) {
            read.problems.emplace_back(row.line, row.problem);
            continue;
        }
        read.rows.emplace_back(row.fields.begin(), row.fields.end());
        read.lines.push_back(row.line);
    }
    return read;
}

}  // namespace

TEST(Csv, ReadsQuotesAndEmbeddedLineEnds)
{
    const Read read = readAll("a,\"b \"\"c\"\", d\",\"e\nf\"\r\ng,,h\n");
    EXPECT_THAT(read.rows, ElementsAre(ElementsAre("a", "b \"c\", d", "e\nf"), ElementsAre("g", "", "h")));
    EXPECT_THAT(read.lines, ElementsAre(1U, 3U));
}

TEST(Csv, TakesEveryKindOfLineEndAndPassesOverEmptyLines)
{
    const Read read = readAll("a\r\rb\n\nc\r\n\r\nd");
    EXPECT_THAT(read.rows, ElementsAre(ElementsAre("a"), ElementsAre("b"), ElementsAre("c"), ElementsAre("d")));
    EXPECT_THAT(read.lines, ElementsAre(1U, 3U, 5U, 7U));
}

TEST(Csv, KeepsARowOfOneEmptyQuotedField)
{
    EXPECT_THAT(readAll("\"\"\nx").rows, ElementsAre(ElementsAre(""), ElementsAre("x")));
}

TEST(Csv, StripsNothingButBlanksBeforeAQuote)
{
    EXPECT_THAT(readAll("'=1, \"x, y\" , z").rows, ElementsAre(ElementsAre("'=1", "x, y ", " z")));
}

TEST(Csv, LosesOneLineToAQuoteThatIsNeverClosed)
{
    const Read read = readAll("a,b\n\"open,c\nd,e\nf,g\n");
    EXPECT_THAT(read.rows, ElementsAre(ElementsAre("a", "b"), ElementsAre("d", "e"), ElementsAre("f", "g")));
    ASSERT_EQ(read.problems.size(), 1U);
    EXPECT_EQ(read.problems[0].first, 2U);
    EXPECT_THAT(read.problems[0].second, HasSubstr("quotation mark"));
    EXPECT_THAT(read.lines, ElementsAre(1U, 3U, 4U));
}

TEST(Csv, LosesOneLineToAQuoteThatWouldSwallowTheNextQuotedField)
{
    const Read read = readAll("a,\"oops\nb,c\nd,\"e, f\"\n");
    EXPECT_THAT(read.rows, ElementsAre(ElementsAre("b", "c"), ElementsAre("d", "e, f")));
    EXPECT_EQ(read.problems.size(), 1U);
}

TEST(Csv, RefusesAFieldOfFiftyMegabytesAndReadsOn)
{
    const std::string huge(std::size_t{50} << 20, 'x');
    const Read read = readAll("a,b\n" + huge + ",c\n\"" + huge + "\n\",d\ne,f\n");
    EXPECT_THAT(read.rows, ElementsAre(ElementsAre("a", "b"), ElementsAre("e", "f")));
    ASSERT_EQ(read.problems.size(), 2U);
    EXPECT_EQ(read.problems[1].first, 3U);
    EXPECT_THAT(read.problems[0].second, HasSubstr("longer than 1024 KiB"));
    EXPECT_THAT(read.lines, ElementsAre(1U, 5U));
}

TEST(Csv, RefusesRowsWithTooManyFields)
{
    const Read read = readAll("a,b,c\nd,e\n", ',', {.fieldBytes = 100, .fields = 2});
    EXPECT_THAT(read.rows, ElementsAre(ElementsAre("d", "e")));
    EXPECT_EQ(read.problems.size(), 1U);
}

TEST(Csv, ReadsCraftedQuotesInLinearTime)
{
    // Read in quadratic time, each of these would take minutes.
    for (const std::string_view line : {"x\",\"y\n", "\"a\n", "\"\"\"\n", "\"a\"b\n", "  \"\n", "a,\"\n\"b\n"}) {
        std::string text;
        while (text.size() < (std::size_t{2} << 20)) text += line;
        readAll(text);
        readAll(text + '"');
        readAll(text + "\"z");
    }
}

TEST(Csv, TellsARowThatTheFileCutsOff)
{
    CsvReader reader("a,b\nc", ',');
    CsvRow row;
    ASSERT_TRUE(reader.next(row));
    EXPECT_TRUE(row.complete);
    ASSERT_TRUE(reader.next(row));
    EXPECT_FALSE(row.complete);
    EXPECT_FALSE(reader.next(row));
}

TEST(Csv, GuessesTheSeparator)
{
    EXPECT_EQ(guessSeparator("name,city\nAna,Leeds\n"), ',');
    EXPECT_EQ(guessSeparator("name;city\n\"Lima, Ana\";Leeds\nBo;York, North\n"), ';');
    EXPECT_EQ(guessSeparator("name\tcity\nAna\tLeeds\n"), '\t');
    EXPECT_EQ(guessSeparator("name|city\nAna|Leeds\n"), '|');
    EXPECT_EQ(guessSeparator("name\nAna\n"), ',');
    EXPECT_EQ(guessSeparator("sep=;\r\na,b;c\r\n"), ';');
    EXPECT_EQ(separatorLineLength("sep=;\r\nx"), 7U);
    EXPECT_EQ(guessSeparator(""), ',');
}

TEST(CsvWriter, QuotesWhatNeedsIt)
{
    std::string out;
    CsvWriter writer(out);
    writer.row(std::vector<std::string>{"a", "b,c", "d \"e\"", "f\ng", " h", ""});
    writer.row(std::vector<std::string>{""});
    EXPECT_EQ(out, "a,\"b,c\",\"d \"\"e\"\"\",\"f\ng\",\" h\",\r\n\"\"\r\n");
}

TEST(CsvWriter, DefusesFormulas)
{
    for (const std::string_view start : {"=", "+", "-", "@", "\t", "\r"})
        EXPECT_EQ(defused(std::string(start) + "1"), "'" + std::string(start) + "1");
    EXPECT_EQ(defused("1=2"), "1=2");
    std::string out;
    CsvWriter writer(out);
    writer.row(std::vector<std::string>{"=HYPERLINK(\"x\")"});
    EXPECT_EQ(out, "\"'=HYPERLINK(\"\"x\"\")\"\r\n");
}
