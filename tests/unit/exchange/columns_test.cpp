#include <kith/exchange/columns.h>

#include <gmock/gmock.h>

using namespace kith::exchange;
using testing::ElementsAre;

namespace {

std::string guessed(const std::vector<std::string>& headers, RecordKind kind = RecordKind::People)
{
    std::string words;
    for (const Column column : guessColumns(headers, kind, ',').columns)
        words.append(words.empty() ? "" : "|").append(wordFor(column));
    return words;
}

}  // namespace

TEST(Columns, GuessGoogleContactsOldAndNew)
{
    EXPECT_EQ(guessed({"Name", "Given Name", "Additional Name", "Family Name", "Yomi Name", "Group Membership",
                       "E-mail 1 - Type", "E-mail 1 - Value", "Phone 1 - Type", "Phone 1 - Value",
                       "Organization 1 - Name", "Organization 1 - Title", "Website 1 - Value"}),
              "name|first name|ignore|last name|ignore|tags|ignore|email|ignore|phone|organisation|title|url");
    EXPECT_EQ(guessed({"First Name", "Last Name", "Organization Name", "Organization Title", "Organization Department",
                       "Labels", "E-mail 1 - Label", "E-mail 1 - Value", "Phone 1 - Value", "Address 1 - City"}),
              "first name|last name|organisation|title|ignore|tags|ignore|email|phone|city");
}

TEST(Columns, GuessOutlookWhereTitleIsMrOrMs)
{
    EXPECT_EQ(
        guessed({"Title", "First Name", "Last Name", "E-mail Address", "E-mail 2 Address", "Home Phone",
                 "Business Phone 2", "Mobile Phone", "Business Fax", "Assistant's Phone", "Job Title", "Company",
                 "Business City", "Web Page", "Notes"}),
        "ignore|first name|last name|email|email|phone|phone|phone|ignore|ignore|title|organisation|city|url|note");
}

TEST(Columns, GuessAppleLinkedInAndCrmExports)
{
    EXPECT_EQ(guessed({"First name", "Last name", "Company", "Job title", "Email (home)", "Phone (mobile)"}),
              "first name|last name|organisation|title|email|phone");
    EXPECT_EQ(guessed({"First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"}),
              "first name|last name|url|email|organisation|title|connected on");
    EXPECT_EQ(guessed({"Record ID", "First Name", "Last Name", "Email", "Phone Number", "Contact owner", "Lead Status",
                       "Associated Company", "Job Title", "City", "LinkedIn URL", "Original Source"}),
              "ignore|first name|last name|email|phone|ignore|ignore|organisation|title|city|url|source");
}

TEST(Columns, GuessGermanFrenchAndSpanish)
{
    EXPECT_EQ(guessed({"Vorname", "Name", "Firma", "Position", "E-Mail-Adresse", "Telefon (geschäftlich)", "Ort",
                       "Fähigkeiten", "Bemerkungen"}),
              "first name|last name|organisation|title|email|phone|city|skills|note");
    EXPECT_EQ(guessed({"Prénom", "Nom", "Société", "Fonction", "Courriel", "Téléphone", "Ville", "Compétences"}),
              "first name|last name|organisation|title|email|phone|city|skills");
    EXPECT_EQ(guessed({"Nombre", "Apellidos", "Empresa", "Cargo", "Correo electrónico", "Teléfono móvil", "Ciudad"}),
              "first name|last name|organisation|title|email|phone|city");
    EXPECT_EQ(guessed({"Nom", "E-mail"}), "name|email");
}

TEST(Columns, GuessTheNamesOfTheCommandLineContract)
{
    EXPECT_EQ(guessed({"name", "title", "organisation", "area", "city", "email", "phone", "url", "skills", "facets",
                       "note", "source"}),
              "name|title|organisation|area|city|email|phone|url|skills|facets|note|source");
    EXPECT_EQ(guessed({"from", "to", "kind", "strength", "since", "note"}, RecordKind::Ties),
              "from|to|kind|strength|since|note");
    EXPECT_EQ(guessed({"people", "at", "channel", "direction", "depth", "text"}, RecordKind::Interactions),
              "people|at|channel|direction|depth|text");
}

TEST(Columns, TellTheKindOfAFile)
{
    const auto kind = [](std::vector<std::string> headers) { return guessKind(headers); };
    EXPECT_EQ(kind({"from", "to", "kind"}), RecordKind::Ties);
    EXPECT_EQ(kind({"at", "people", "text"}), RecordKind::Interactions);
    EXPECT_EQ(kind({"name", "email"}), RecordKind::People);
    EXPECT_EQ(kind({"First Name", "Last Name", "Contact", "Date"}), RecordKind::People);
}

TEST(Columns, IgnoreASecondColumnOfTheSameNameUnlessItMayRepeat)
{
    EXPECT_EQ(guessed({"name", "title", "Title", "email", "email"}), "name|title|ignore|email|email");
}

TEST(Columns, SurviveBeingRemembered)
{
    ColumnMap map{.headers = {"Wer", "Mail \"x\"", "Wer"},
                  .columns = {Column::Name, Column::Email, Column::Ignore},
                  .separator = ';'};
    const auto again = columnMapFromJson(toJson(map));
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(*again, map);
}

TEST(Columns, FollowAMapByHeaderAndGuessTheRest)
{
    const auto map = columnMapFromJson(R"({"columns": {"Wer": "name", "email": "ignore"}})");
    ASSERT_TRUE(map) << map.error().message;
    const std::vector<std::string> headers = {"email", "Ort", "wer"};
    EXPECT_THAT(applyMap(*map, headers, RecordKind::People, ',').columns,
                ElementsAre(Column::Ignore, Column::City, Column::Name));
}

TEST(Columns, RefuseAMapThatMakesNoSense)
{
    for (const std::string_view json : {"", "[]", "{}", R"({"columns": 3})", R"({"columns": {"a": "shoe size"}})",
                                        R"({"columns": [{"header": "a"}]})", R"({"separator": "ab", "columns": {}})"}) {
        const auto map = columnMapFromJson(json);
        ASSERT_FALSE(map) << json;
        EXPECT_EQ(map.error().code, kith::ErrorCode::BadInput);
    }
}

TEST(Columns, RememberByHeadersWhateverTheirCase)
{
    EXPECT_EQ(rememberedAs(std::vector<std::string>{"E-Mail", "Ort"}),
              rememberedAs(std::vector<std::string>{"e-mail", "ORT"}));
    EXPECT_NE(rememberedAs(std::vector<std::string>{"E-Mail"}), rememberedAs(std::vector<std::string>{"Ort"}));
}
