// The kept inputs of the fuzzers, replayed in the ordinary build: nothing may crash, hang or break a record's promises.
#include <kith/exchange/detect.h>

#include <kith/base/text.h>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

using namespace kith;
using namespace kith::exchange;

namespace {

void checkText(std::string_view text)
{
    EXPECT_TRUE(isUtf8(text));
    EXPECT_EQ(trim(text), text);
}

class Corpus : public testing::TestWithParam<std::pair<const char*, Format>> { };

}  // namespace

TEST_P(Corpus, IsReadWithoutHarm)
{
    const auto& [folder, format] = GetParam();
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(KITH_CORPUS_DIR) + '/' + folder)) {
        SCOPED_TRACE(entry.path().filename().string());
        std::ifstream stream(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
        ++files;
        for (const std::optional<Format> asked : {std::optional(format), std::optional<Format>()}) {
            const auto file = parse(bytes, {.format = asked});
            if (!file) {
                EXPECT_EQ(file.error().code, ErrorCode::BadInput);
                EXPECT_TRUE(file.error().message.ends_with('.'));
                continue;
            }
            for (const PersonRecord& person : file->people) {
                EXPECT_FALSE(person.name.empty());
                EXPECT_GT(person.line, 0U);
                for (const std::string* text :
                     {&person.name, &person.given, &person.family, &person.city, &person.about})
                    checkText(*text);
                for (const ContactRecord& contact : person.contacts) checkText(contact.value);
            }
            for (const Rejection& rejection : file->rejected) EXPECT_FALSE(rejection.reason.empty());
        }
    }
    EXPECT_GT(files, 0U);
}

INSTANTIATE_TEST_SUITE_P(Kept, Corpus,
                         testing::Values(std::pair{"csv", Format::Csv}, std::pair{"linkedin", Format::LinkedIn},
                                         std::pair{"vcard", Format::VCard},
                                         std::pair{"jsonresume", Format::JsonResume}),
                         [](const auto& test) { return std::string(test.param.first); });
