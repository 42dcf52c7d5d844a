#include <kith/exchange/encoding.h>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::exchange;

namespace {

std::string utf16(std::u16string_view text, bool bigEndian)
{
    std::string bytes;
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFF);
        const char high = static_cast<char>(unit >> 8);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

}  // namespace

TEST(Encoding, ReadsUtf8WithAndWithoutMark)
{
    EXPECT_EQ(decodeText("Zoë")->text, "Zoë");
    const auto marked = decodeText("\xEF\xBB\xBFZoë");
    EXPECT_EQ(marked->text, "Zoë");
    EXPECT_EQ(marked->encoding, Encoding::Utf8);
}

TEST(Encoding, ReadsUtf16OfBothOrdersWithAndWithoutMark)
{
    const std::u16string_view text = u"name,city\r\nОлена,Львів 😀\r\n";
    const std::string expected = "name,city\r\nОлена,Львів 😀\r\n";
    for (const bool bigEndian : {false, true}) {
        const auto bare = decodeText(utf16(text, bigEndian));
        ASSERT_TRUE(bare) << bare.error().message;
        EXPECT_EQ(bare->text, expected);
        EXPECT_EQ(bare->encoding, bigEndian ? Encoding::Utf16Be : Encoding::Utf16Le);
        const auto marked = decodeText((bigEndian ? "\xFE\xFF" : "\xFF\xFE") + utf16(text, bigEndian));
        ASSERT_TRUE(marked);
        EXPECT_EQ(marked->text, expected);
    }
}

TEST(Encoding, ReadsWindows1252WhereItIsNoUtf8)
{
    const auto decoded = decodeText("Zo\xEB \x80 \x93quoted\x94");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, "Zoë € “quoted”");
    EXPECT_EQ(decoded->encoding, Encoding::Windows1252);
}

TEST(Encoding, RepairsHalvesOfPairsAndAnOddLastByte)
{
    EXPECT_EQ(decodeText(std::string("\xFF\xFE\x3D\xD8"
                                     "a\0b",
                                     7))
                  ->text,
              "\xEF\xBF\xBD"
              "a\xEF\xBF\xBD");
}

TEST(Encoding, RefusesBinaryFilesWithASentence)
{
    for (const std::string& bytes : {std::string("a\0\0b\0\0\0c", 8), std::string("PK\x03\x04xyz"),
                                     std::string("%PDF-1.7"), std::string("\x89PNG\r\n")}) {
        const auto decoded = decodeText(bytes);
        ASSERT_FALSE(decoded);
        EXPECT_EQ(decoded.error().code, ErrorCode::BadInput);
        EXPECT_TRUE(decoded.error().message.ends_with('.'));
    }
}

TEST(Encoding, ConvertsNamedCharsets)
{
    EXPECT_EQ(fromCharset("\x8E\x52\x93\x63", "SHIFT_JIS"), "山田");
    EXPECT_EQ(fromCharset("\xC4\xCC", "KOI8-R"), "дл");
    EXPECT_EQ(fromCharset("Zo\xEB", "ISO-8859-1"), "Zoë");
    EXPECT_EQ(fromCharset("Zo\xEB", "no-such-charset"), "Zoë");
    EXPECT_EQ(fromCharset("Zoë", "../../etc/x"), "Zoë");
}
