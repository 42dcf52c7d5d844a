#include "recording_workspace.h"

#include <kith/base/text.h>
#include <kith/domain/warmth.h>
#include <kith/usecases/demo.h>

#include <algorithm>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace kith::test {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::Ge;
using testing::HasSubstr;
using testing::Le;

const Instant kNow = std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + 9h;
const Date kToday = std::chrono::floor<std::chrono::days>(kNow);

struct Made {
    RecordingWriter writer;
    EmptyReader reader;
    FixedClock clock{kNow};
    UtcZone zone;
    SeededRandom random{99};
    UuidSource ids{clock, random};
    Services services{writer, reader, clock, zone, ids};
    Result<DemoSummary> summary = fail(ErrorCode::Internal, "not run");

    Made& run(const DemoOptions& options, const DemoProgress& progress = {})
    {
        summary = MakeDemo(services).run(options, progress);
        return *this;
    }
    void each(Kind kind, const std::function<void(const RowEdit&)>& visit) const
    {
        for (const auto& edit : writer.edits)
            for (const auto& row : edit.rows)
                if (row.kind == kind) visit(row);
    }
    [[nodiscard]] std::size_t count(Kind kind) const
    {
        std::size_t rows = 0;
        each(kind, [&](const RowEdit&) { ++rows; });
        return rows;
    }
};

Value valueOf(const RowEdit& row, FieldIndex field)
{
    for (const auto& [index, value] : row.fields)
        if (index == field) return value;
    return {};
}

/// Everything that was written, as one comparable text.
std::string transcript(const RecordingWriter& writer)
{
    std::string text;
    for (const auto& edit : writer.edits) {
        text += fmt::format("edit {} {} {}\n", static_cast<int>(edit.command), edit.source.origin,
                            isoDate(edit.source.asOf));
        for (const auto& row : edit.rows) {
            text += fmt::format("{} {}", static_cast<int>(row.kind), row.id.toString());
            for (const auto& [field, value] : row.fields)
                text += fmt::format(" {}={}", field,
                                    std::visit(
                                        [](const auto& v) -> std::string {
                                            using T = std::remove_cvref_t<decltype(v)>;
                                            if constexpr (std::is_same_v<T, std::monostate>) return "-";
                                            else if constexpr (std::is_same_v<T, Id>) return v.toString();
                                            else return fmt::format("{}", v);
                                        },
                                        value));
            text += '\n';
        }
    }
    return text;
}

std::size_t words(std::string_view text)
{
    std::size_t count = 0;
    for (const auto part : split(text, ' ')) count += part.empty() ? 0 : 1;
    return count;
}

TEST(Demo, GivesTheSameRowsWithTheSameIdsForTheSameSeed)
{
    Made first;
    Made second;
    first.run({.people = 150, .seed = 7});
    second.run({.people = 150, .seed = 7});
    ASSERT_TRUE(first.summary);
    EXPECT_EQ(transcript(first.writer), transcript(second.writer));
    EXPECT_EQ(*first.summary, *second.summary);
    EXPECT_EQ(first.writer.settings, second.writer.settings);
}

TEST(Demo, GivesOtherPeopleForAnotherSeed)
{
    Made first;
    Made second;
    EXPECT_NE(transcript(first.run({.people = 50, .seed = 1}).writer),
              transcript(second.run({.people = 50, .seed = 2}).writer));
}

TEST(Demo, RefersOnlyToRowsWrittenBefore)
{
    for (const std::size_t people : {1U, 2U, 3U, 19U, 20U, 21U, 60U, 250U, 2500U}) {
        Made made;
        made.run({.people = people, .seed = 3});
        ASSERT_TRUE(made.summary) << people;
        std::map<Kind, std::unordered_set<Id>> known;
        for (const auto& edit : made.writer.edits)
            for (const auto& row : edit.rows) {
                for (const auto& [field, value] : row.fields) {
                    const FieldSpec& spec = specOf(row.kind).fields[field];
                    if (spec.type != Type::Reference || isNothing(value)) continue;
                    EXPECT_TRUE(known[*spec.references].contains(idOf(value)))
                        << people << " people: " << specOf(row.kind).table << '.' << spec.name;
                }
                EXPECT_TRUE(known[row.kind].insert(row.id).second) << "an id was used twice";
            }
        EXPECT_EQ(made.count(Kind::Person), people);
    }
}

TEST(Demo, WritesValuesOfTheTypeThatEachFieldHas)
{
    Made made;
    made.run({.people = 300, .seed = 11});
    for (const auto& edit : made.writer.edits)
        for (const auto& row : edit.rows)
            for (const auto& [field, value] : row.fields) {
                const FieldSpec& spec = specOf(row.kind).fields[field];
                const std::string where = fmt::format("{}.{}", specOf(row.kind).table, spec.name);
                switch (spec.type) {
                case Type::Text:
                    ASSERT_TRUE(std::holds_alternative<std::string>(value)) << where;
                    EXPECT_TRUE(isUtf8(textOf(value))) << where;
                    EXPECT_EQ(textOf(value), collapseSpace(textOf(value))) << where;
                    EXPECT_EQ(textOf(value).find('{'), std::string::npos) << where << ": " << textOf(value);
                    break;
                case Type::Real: EXPECT_TRUE(std::holds_alternative<double>(value)) << where; break;
                case Type::Reference: EXPECT_TRUE(std::holds_alternative<Id>(value)) << where; break;
                case Type::Enum:
                    ASSERT_TRUE(std::holds_alternative<std::int64_t>(value)) << where;
                    EXPECT_FALSE(wordFor(spec.words(), intOf(value)).empty()) << where;
                    break;
                default: EXPECT_TRUE(std::holds_alternative<std::int64_t>(value)) << where;
                }
            }
}

TEST(Demo, RefusesAWorkspaceThatHasPeople)
{
    Made made;
    made.reader.people = 3;
    made.run({.people = 10, .seed = 1});
    ASSERT_FALSE(made.summary);
    EXPECT_EQ(made.summary.error().code, ErrorCode::BadInput);
    EXPECT_THAT(made.summary.error().message, HasSubstr("nothing was changed"));
    EXPECT_TRUE(made.writer.edits.empty());
    EXPECT_TRUE(made.writer.settings.empty());
}

TEST(Demo, RefusesImpossibleNumbersOfPeople)
{
    for (const std::size_t people : {std::size_t{0}, std::size_t{5'000'001}}) {
        Made made;
        made.run({.people = people, .seed = 1});
        ASSERT_FALSE(made.summary);
        EXPECT_EQ(made.summary.error().code, ErrorCode::BadInput);
        EXPECT_TRUE(made.writer.edits.empty());
    }
}

TEST(Demo, SaysWhatTheWriterSaysWhenItFails)
{
    for (std::size_t failAt = 0; failAt < 3; ++failAt) {
        Made made;
        made.writer.failAt = failAt;
        made.run({.people = 80, .seed = 1});
        ASSERT_FALSE(made.summary);
        EXPECT_EQ(made.summary.error().code, ErrorCode::DiskFull);
    }
}

TEST(Demo, StopsWhenItIsCalledOffAndTellsHowFarItWas)
{
    Made made;
    std::vector<std::size_t> seen;
    made.run({.people = 5000, .seed = 1}, [&](std::size_t done, std::size_t total) {
        EXPECT_EQ(total, 5000U);
        seen.push_back(done);
        return seen.size() < 2;
    });
    ASSERT_FALSE(made.summary);
    EXPECT_EQ(made.summary.error().code, ErrorCode::Cancelled);
    EXPECT_THAT(made.summary.error().message, HasSubstr("4000 of 5000"));
    EXPECT_THAT(seen, testing::ElementsAre(2000U, 4000U));
}

TEST(Demo, NamesUsAndTheOneWhoSitsHere)
{
    Made made;
    made.run({.people = 250, .seed = 1});
    ASSERT_TRUE(made.summary);
    EXPECT_EQ(made.writer.settings["me"], made.summary->me.toString());
    EXPECT_EQ(made.writer.settings["organisation"], "Ashmere City Council");
    bool found = false;
    made.each(Kind::Person, [&](const RowEdit& row) {
        if (row.id != made.summary->me) return;
        found = true;
        EXPECT_EQ(intOf(valueOf(row, person::facets)), static_cast<std::int64_t>(Facet::Colleague));
    });
    EXPECT_TRUE(found);
}

TEST(Demo, TakesAnOrganisationThatIsThereAlreadyAsOurOwn)
{
    Made made;
    made.reader.organisationName = "Harbour Group";
    made.reader.organisationId = made.ids.make();
    made.run({.people = 30, .seed = 1});
    ASSERT_TRUE(made.summary);
    EXPECT_EQ(made.writer.settings["organisation"], "Harbour Group");
    std::size_t colleagues = 0;
    made.each(Kind::Affiliation, [&](const RowEdit& row) {
        if (idOf(valueOf(row, affiliation::organisation)) == *made.reader.organisationId) ++colleagues;
    });
    EXPECT_GE(colleagues, made.summary->colleagues);
}

TEST(Demo, SpreadsPeopleAsARealWorkspaceWould)
{
    Made made;
    made.run({.people = 3000, .seed = 5});
    ASSERT_TRUE(made.summary);
    const DemoSummary& all = *made.summary;
    EXPECT_EQ(all.people, 3000U);
    EXPECT_THAT(all.colleagues, AllOf(Ge(150U), Le(240U)));
    EXPECT_EQ(all.ties, made.count(Kind::Tie));
    EXPECT_EQ(all.interactions, made.count(Kind::Interaction));
    EXPECT_EQ(all.reminders, made.count(Kind::Reminder));
    EXPECT_EQ(all.skills, made.count(Kind::PersonSkill));
    EXPECT_THAT(static_cast<double>(all.ties) / 3000, AllOf(Ge(4.5), Le(5.5)));
    EXPECT_THAT(static_cast<double>(all.interactions) / 3000, AllOf(Ge(4.0), Le(6.0)));
    EXPECT_THAT(static_cast<double>(all.skills) / 3000, AllOf(Ge(5.0), Le(8.0)));

    std::unordered_map<Id, std::size_t> degrees;
    made.each(Kind::Tie, [&](const RowEdit& row) {
        EXPECT_NE(idOf(valueOf(row, tie::a)), idOf(valueOf(row, tie::b)));
        ++degrees[idOf(valueOf(row, tie::a))];
        ++degrees[idOf(valueOf(row, tie::b))];
    });
    std::size_t most = 0;
    std::size_t few = 0;
    for (const auto& [id, degree] : degrees) {
        most = std::max(most, degree);
        few += degree <= 10 ? 1U : 0U;
    }
    EXPECT_GE(most, 100U) << "a power law has hubs";
    EXPECT_GE(few, 1800U) << "and most people have few ties";
}

TEST(Demo, WritesNamesOfManyScripts)
{
    Made made;
    made.run({.people = 1000, .seed = 2});
    std::set<std::uint32_t> blocks;
    std::size_t beyondLatin = 0;
    std::set<std::string> names;
    made.each(Kind::Person, [&](const RowEdit& row) {
        const std::string name = textOf(valueOf(row, person::name));
        EXPECT_FALSE(name.empty());
        EXPECT_TRUE(names.insert(name).second) << "two people share a name in a small workspace";
        const auto lead = static_cast<unsigned char>(name[0]);
        if (lead >= 0xCD && name.size() > 1) {  // from U+0340 on: past the Latin blocks
            ++beyondLatin;
            blocks.insert(lead >= 0xE0 ? (lead << 8U) | (static_cast<unsigned char>(name[1]) & 0xFEU) : lead & 0xFEU);
        }
    });
    EXPECT_THAT(beyondLatin, AllOf(Ge(100U), Le(400U)));
    EXPECT_GE(blocks.size(), 12U);
}

TEST(Demo, UsesOnlyAddressesAndNumbersReservedForExamples)
{
    Made made;
    made.run({.people = 2500, .seed = 4});
    std::set<std::pair<std::int64_t, std::string>> seen;
    made.each(Kind::ContactPoint, [&](const RowEdit& row) {
        const std::string value = textOf(valueOf(row, contact_point::value));
        const auto kind = static_cast<ContactKind>(intOf(valueOf(row, contact_point::kind)));
        EXPECT_TRUE(seen.emplace(static_cast<std::int64_t>(kind), value).second) << "given to two people: " << value;
        if (kind == ContactKind::Phone) {
            EXPECT_TRUE(value.starts_with("07700 900") || value.find(" 496 0") != std::string::npos
                        || value.find(" 555 01") != std::string::npos || value.starts_with("020 7946 0")
                        || value.starts_with("0191 498 0") || value.starts_with("029 2018 0")
                        || value.starts_with("028 9649 6"))
                << value;
            return;
        }
        const std::string_view host =
            std::string_view(value).substr(kind == ContactKind::Url ? value.find("//") + 2 : value.rfind('@') + 1);
        const std::string_view domain = host.substr(0, host.find('/'));
        EXPECT_TRUE(domain.ends_with(".example") || domain == "example.org" || domain == "example.com"
                    || domain == "example.net")
            << value;
        EXPECT_TRUE(std::ranges::all_of(value, [](char c) { return c > ' ' && c <= '~'; })) << value;
    });
}

TEST(Demo, KeepsConversationsInThePastThreeYearsAndToALengthOneReads)
{
    Made made;
    made.run({.people = 1500, .seed = 8});
    std::size_t total = 0;
    made.each(Kind::Interaction, [&](const RowEdit& row) {
        const Instant at{std::chrono::milliseconds{intOf(valueOf(row, interaction::at))}};
        EXPECT_LT(at, kNow);
        EXPECT_GT(at, kNow - std::chrono::days{3 * 365 + 3});
        const std::string text = textOf(valueOf(row, interaction::text));
        EXPECT_THAT(words(text), AllOf(Ge(5U), Le(42U))) << text;
        total += words(text);
    });
    EXPECT_THAT(static_cast<double>(total) / static_cast<double>(made.summary->interactions),
                AllOf(Ge(14.0), Le(30.0)));
    std::size_t notes = 0;
    std::size_t noteWords = 0;
    made.each(Kind::Person, [&](const RowEdit& row) {
        const std::string about = textOf(valueOf(row, person::about));
        if (about.empty()) return;
        ++notes;
        noteWords += words(about);
    });
    EXPECT_GE(notes, 1300U);
    EXPECT_THAT(static_cast<double>(noteWords) / static_cast<double>(notes), AllOf(Ge(22.0), Le(38.0)));
}

/// Warmth by the printed formula over what was written, as the store would find it.
std::map<Band, std::size_t> bandsOf(const Made& made)
{
    std::unordered_set<Id> colleagues;
    made.each(Kind::Person, [&](const RowEdit& row) {
        if (intOf(valueOf(row, person::facets)) == static_cast<std::int64_t>(Facet::Colleague))
            colleagues.insert(row.id);
    });
    std::unordered_map<Id, Contact> held;
    made.each(Kind::Interaction, [&](const RowEdit& row) {
        held[row.id] = {.at = Instant{std::chrono::milliseconds{intOf(valueOf(row, interaction::at))}},
                        .direction = static_cast<Direction>(intOf(valueOf(row, interaction::direction))),
                        .depth = static_cast<Depth>(intOf(valueOf(row, interaction::depth))),
                        .channel = static_cast<Channel>(intOf(valueOf(row, interaction::channel)))};
    });
    std::unordered_map<Id, std::vector<Id>> talents;
    made.each(Kind::Participant, [&](const RowEdit& row) {
        const Id interaction = idOf(valueOf(row, participant::interaction));
        const Id who = idOf(valueOf(row, participant::person));
        if (colleagues.contains(who)) held[interaction].colleague = who;
        else talents[who].push_back(interaction);
    });
    std::map<Band, std::size_t> bands;
    for (const auto& [who, interactions] : talents) {
        std::vector<Contact> contacts;
        for (const Id& id : interactions) contacts.push_back(held[id]);
        ++bands[warmthOf(contacts, kNow).band];
    }
    return bands;
}

TEST(Demo, FillsEveryBandOfWarmth)
{
    Made made;
    made.run({.people = 250, .seed = 1});
    const auto bands = bandsOf(made);
    for (const Band band : {Band::Cold, Band::Cool, Band::Warm, Band::Hot}) {
        const std::size_t count = bands.contains(band) ? bands.at(band) : 0;
        EXPECT_GE(count, band == Band::Hot ? 6U : 25U) << toWord(band);
    }
}

TEST(Demo, MakesTodayAnOrdinaryDay)
{
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        Made made;
        made.run({.people = 250, .seed = seed});
        std::size_t overdue = 0;
        std::size_t today = 0;
        std::size_t thisWeek = 0;
        std::size_t promises = 0;
        std::size_t repeating = 0;
        std::size_t snoozed = 0;
        made.each(Kind::Reminder, [&](const RowEdit& row) {
            if (idOf(valueOf(row, reminder::assignee)) != made.summary->me) return;
            if (static_cast<ReminderState>(intOf(valueOf(row, reminder::state))) != ReminderState::Open) return;
            const Date due{std::chrono::days{intOf(valueOf(row, reminder::due))}};
            EXPECT_FALSE(textOf(valueOf(row, reminder::reason)).empty());
            if (due < kToday) ++overdue;
            else if (due == kToday) ++today;
            else if (due <= kToday + std::chrono::days{7}) ++thisWeek;
            if (static_cast<ReminderKind>(intOf(valueOf(row, reminder::kind))) == ReminderKind::Promise) ++promises;
            if (!isNothing(valueOf(row, reminder::rrule))) ++repeating;
            if (!isNothing(valueOf(row, reminder::snoozed_from))) {
                ++snoozed;
                EXPECT_FALSE(textOf(valueOf(row, reminder::snooze_reason)).empty());
            }
        });
        EXPECT_EQ(overdue, 3U);
        EXPECT_EQ(today, 5U);
        EXPECT_GE(thisWeek, 6U);
        EXPECT_GE(promises, 3U);
        EXPECT_GE(repeating, 3U);
        EXPECT_EQ(snoozed, 3U);
    }
}

}  // namespace
}  // namespace kith::test
