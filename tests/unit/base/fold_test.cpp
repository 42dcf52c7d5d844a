#include <kith/base/fold.h>

#include <kith/base/text.h>

#include <gtest/gtest.h>
#include <numeric>
#include <string>
#include <vector>

using kith::fold;

TEST(Fold, FindsTheSameNameInEverySpelling)
{
    EXPECT_EQ(fold("Zoë  Müller-Lüdenscheidt"), "zoe muller ludenscheidt");
    EXPECT_EQ(fold("ZOE MULLER LUDENSCHEIDT"), "zoe muller ludenscheidt");
    EXPECT_EQ(fold("Олена"), "olena");
    EXPECT_EQ(fold("Γιώργος"), "giorgos");
    EXPECT_EQ(fold("Łukasz"), "lukasz");
    EXPECT_EQ(fold("Sinéad O'Connor"), "sinead oconnor");
}

TEST(Fold, RemovesAccentsAsIcuDoes)
{
    // A letter of another script sends the word through ICU.
    std::vector<char32_t> letters(0x180 - 0xC0 + 16);
    std::iota(letters.begin(), letters.end() - 16, char32_t{0xC0});
    std::iota(letters.end() - 16, letters.end(), char32_t{0x2010});
    for (const char32_t letter : letters) {
        std::string name = "A";
        kith::appendUtf8(name, letter);
        name += 'z';
        EXPECT_EQ(fold(name) + 'z', fold(name + "ж")) << static_cast<unsigned>(letter);
        // The second time it is remembered.
        EXPECT_EQ(fold(name) + 'z', fold(name + "ж")) << static_cast<unsigned>(letter);
    }
}

// What is kept for matching must not depend on which way a name took: word by word, or whole because of a sign in it.
TEST(Fold, OfSeveralWordsIsWhatIcuMakesOfThemTogether)
{
    const std::vector<std::string> words{
        "Олена", "Ковальчук", "Γιώργος", "Παπαδόπουλος", "ΑΛΕΞΗΣ",  "رستمی",   "محمد",     "عبدالله",
        "יונתן", "פרידמן",    "王",      "小明",         "森",      "ゆりこ",  "アンナー", "임",
        "민준",  "निशा",      "शर्मा",    "অনন্যা",        "ਸਿੰਘ",     "ஆனந்த்",    "สมชาย",    "ใจดี",
        "თამარ", "Արամ",      "ህይወት",    "Phượng",       "Adébáyò", "O'Neill", "Đặng",     "Ağa-Мария",
        "İpek",  "ﬁnn",       "ẞ",       "e\xCC\x81",    "Ⅳ",       "m²",      "Anna"};
    for (const std::string& first : words)
        for (const std::string& second : words) {
            const std::string both = first + ' ' + second;
            EXPECT_EQ(fold(both) + " •", fold(both + " •")) << both;
        }
}

TEST(Fold, KeepsLanguagesThatDifferInASignApart)
{
    EXPECT_EQ(fold("C"), "c");
    EXPECT_EQ(fold("C++"), "cpp");
    EXPECT_EQ(fold("C#"), "csharp");
    EXPECT_EQ(fold("research + development"), "research development");
    EXPECT_EQ(fold("+44 113"), "44 113");
}

TEST(Fold, SurvivesTextThatIsNotText)
{
    EXPECT_EQ(fold(""), "");
    EXPECT_EQ(fold("!!!"), "");
    EXPECT_LE(fold("\xFF\xFE\x80").size(), 9U);  // at most a replacement character for each byte
}
