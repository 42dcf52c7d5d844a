// Whether the demo looks like a real workspace.
#include "made_demo.h"

#include <kith/base/text.h>
#include <kith/domain/warmth.h>

#include <algorithm>
#include <gmock/gmock.h>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace kith::test {
namespace {

using testing::AllOf;
using testing::Ge;
using testing::Le;

std::size_t words(std::string_view text)
{
    std::size_t count = 0;
    for (const auto part : split(text, ' ')) count += part.empty() ? 0 : 1;
    return count;
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
