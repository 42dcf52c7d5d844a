// What is written is read back the same, whatever the text.
#include <kith/exchange/csv.h>
#include <kith/exchange/csv_writer.h>
#include <kith/exchange/text_fields.h>
#include <kith/exchange/vcard.h>
#include <kith/exchange/vcard_writer.h>

#include <kith/base/text.h>

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

using namespace kith;
using namespace kith::exchange;

namespace {

/// Text with everything in it that quoting, folding and escaping have to get right.
rc::Gen<std::string> awkwardText()
{
    const auto piece = rc::gen::element<std::string>(
        "a", "Z", "1", " ", ",", ";", ":", "\"", "\\", "'", "\n", "\r\n", "\t", "=", "+", "@", "-", "^", "n", "|", "ë",
        "山", "😀", "\xC2\xA0", "é", "a fairly long stretch of text that will have to be folded ");
    return rc::gen::map(rc::gen::resize(20, rc::gen::container<std::vector<std::string>>(piece)),
                        [](const std::vector<std::string>& pieces) {
                            std::string text;
                            for (const std::string& part : pieces) text += part;
                            return text;
                        });
}

std::string lineOfText()
{
    return oneLine(*awkwardText());
}

}  // namespace

RC_GTEST_PROP(RoundTrip, CsvRowsComeBackAsTheyWereWritten, ())
{
    const char separator = *rc::gen::element(',', ';', '\t', '|');
    const bool defuse = *rc::gen::arbitrary<bool>();
    const auto row = rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(awkwardText()));
    const auto rows = *rc::gen::container<std::vector<std::vector<std::string>>>(row);
    std::string out;
    CsvWriter writer(out, separator, defuse ? CsvWriter::Formulas::Defuse : CsvWriter::Formulas::Keep);
    for (const auto& fields : rows) writer.row(fields);

    std::vector<std::vector<std::string>> again;
    CsvReader reader(out, separator);
    CsvRow read;
    while (reader.next(read)) {
        RC_ASSERT(read.problem.empty());
        again.emplace_back(read.fields.begin(), read.fields.end());
    }
    auto expected = rows;
    if (defuse)
        for (auto& fields : expected)
            for (std::string& field : fields) field = defused(field);
    RC_ASSERT(again == expected);
}

RC_GTEST_PROP(RoundTrip, CardsComeBackAsTheyWereWritten, ())
{
    ExportPerson person{.id = {}, .name = "x" + lineOfText()};
    person.id.bytes[0] = 7;
    person.given = lineOfText();
    person.family = lineOfText();
    person.title = lineOfText();
    person.organisation = lineOfText();
    person.area = lineOfText();
    person.location = lineOfText();
    person.about = manyLines(*awkwardText());
    person.tags = {"t" + lineOfText()};
    const auto contactKind = *rc::gen::element(ContactKind::Email, ContactKind::Phone, ContactKind::Url);
    person.contactPoints = {
        {contactKind, "c" + lineOfText(), *rc::gen::element<std::string>("", "work", "home", "boat")}};
    const auto level = *rc::gen::element(SkillLevel::Unstated, SkillLevel::Basic, SkillLevel::Advanced, SkillLevel::B1);
    person.skills = {{"s" + lineOfText(), level, Evidence::Assessed}};
    Id other;
    other.bytes[1] = 9;
    person.ties = {{other, *awkwardText(), *rc::gen::element(TieKind::Referred, TieKind::WorkedWith), 0.5}};
    std::string card;
    writeVCard(card, person);

    const auto file = readVCards(card);
    RC_ASSERT(file.has_value());
    RC_ASSERT(file->people.size() == 1U);
    const PersonRecord& read = file->people[0];
    RC_ASSERT(read.name == oneLine(person.name));
    RC_ASSERT(read.given == person.given);
    RC_ASSERT(read.family == person.family);
    RC_ASSERT(read.city == person.location);
    RC_ASSERT(read.about == person.about);
    PositionRecord position{.organisation = person.organisation, .area = person.area, .role = person.title};
    std::vector<PositionRecord> positions;
    if (position != PositionRecord{}) positions.push_back(position);
    RC_ASSERT(read.positions == positions);
    RC_ASSERT(read.tags == (std::vector<std::string>{oneLine(person.tags[0])}));
    RC_ASSERT(read.contacts.size() == 1U);
    RC_ASSERT(read.contacts[0].kind == contactKind);
    RC_ASSERT(read.contacts[0].value == oneLine(person.contactPoints[0].value));
    RC_ASSERT(read.contacts[0].label == person.contactPoints[0].label);
    RC_ASSERT(read.skills == (std::vector<SkillRecord>{{oneLine(person.skills[0].name), level, Evidence::Assessed}}));
    RC_ASSERT(read.related == (std::vector<RelatedRecord>{{other.toString(), person.ties[0].kind}}));
}
