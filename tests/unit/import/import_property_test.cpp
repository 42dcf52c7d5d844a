#include "import_fixture.h"

#include <kith/domain/contact_key.h>

#include <ostream>
#include <rapidcheck/gtest.h>
#include <set>
#include <sstream>

using namespace kith;
using namespace kith::test;

namespace kith::exchange {

/// How RapidCheck prints a counterexample; found by argument-dependent look-up.
void showValue(const PersonRecord& person, std::ostream& out)
{
    out << person.line << ": " << person.name;
    for (const auto& contact : person.contacts) out << " <" << contact.value << '>';
    for (const auto& position : person.positions) out << " [" << position.role << ", " << position.organisation << ']';
    for (const auto& skill : person.skills) out << " can " << skill.name << ' ' << static_cast<int>(skill.level);
    out << " in " << person.city << " as " << int{person.facets.value_or(Facets{}).bits};
}

}  // namespace kith::exchange

namespace {

/// A property tried a few dozen times: each try makes workspaces on disk.
template <class Property>
void expectAlways(Property property)
{
    auto params = rc::detail::configuration().testParams;
    params.maxSuccess = 40;
    const auto result = rc::detail::checkTestable(property, rc::detail::TestMetadata{}, params);
    std::ostringstream words;
    rc::detail::printResultMessage(result, words);
    EXPECT_TRUE(result.template is<rc::detail::SuccessResult>()) << words.str();
}

template <class T>
rc::Gen<T> oneOf(std::vector<T> values)
{
    return rc::gen::elementOf(std::move(values));
}

/// Files over few names, addresses and organisations, so that lines collide in every way.
rc::Gen<std::vector<exchange::PersonRecord>> anyPeople()
{
    const auto one = rc::gen::exec([] {
        auto person = record(0, *oneOf<std::string>({"Ana Ruiz", "Ana M. Ruiz", "Ben Cole", "ben cole", ""}),
                             *oneOf<std::string>({"", "", "a@x.example", "A@x.example", "b@x.example", "c@y.example",
                                                  "info@x.example", "n/a"}));
        if (*rc::gen::arbitrary<bool>())
            person = with(person, ContactKind::Url,
                          *oneOf<std::string>({"linkedin.com/in/ana", "linkedin.com/in/ben", "x.example/ana"}));
        if (*rc::gen::inRange(0, 4) == 0)
            person = with(person, ContactKind::Phone, *oneOf<std::string>({"0113 496 0001", "+44 113 496 0002"}));
        if (*rc::gen::arbitrary<bool>())
            person = working(person, *oneOf<std::string>({"Acme", "Beta", ""}),
                             *oneOf<std::string>({"Engineer", "Lead", ""}));
        person.city = *oneOf<std::string>({"", "Leeds", "York"});
        if (*rc::gen::inRange(0, 3) == 0)
            person.skills = {{"Rust", *oneOf<SkillLevel>({SkillLevel::Basic, SkillLevel::Expert})}};
        if (*rc::gen::inRange(0, 3) == 0) person.facets = Facets{*oneOf<std::uint8_t>({1, 2, 8})};
        return person;
    });
    return rc::gen::map(rc::gen::resize(9, rc::gen::container<std::vector<exchange::PersonRecord>>(one)),
                        [](std::vector<exchange::PersonRecord> list) {
                            for (std::size_t i = 0; i < list.size(); ++i) list[i].line = i + 2;
                            return list;
                        });
}

/// Who there is after an import, without ids: the contact points, employers and skills of each.
std::multiset<std::string> everybody(Importing& import)
{
    std::multiset<std::string> result;
    import.space.reader().forEachRow(Kind::Person, [&](const Row& row) {
        const auto person = import.person(row.id);
        std::set<std::string> words;
        for (const auto& contact : person.contactPoints) words.insert(contactKey(contact.kind, contact.value));
        for (const auto& affiliation : person.affiliations) words.insert("at " + affiliation.organisation);
        for (const auto& skill : person.skills) words.insert("can " + skill.name);
        std::string all;
        for (const auto& word : words) all += word + '|';
        result.insert(std::move(all));
        return true;
    });
    return result;
}

}  // namespace

TEST(ImportProperty, ImportingTwiceChangesNothing)
{
    expectAlways([] {
        Importing import;
        // Whoever was here before must not matter.
        import.import(people(*anyPeople()));
        const auto file = people(*anyPeople());
        const auto plan = import.plan(file);
        const auto first = import.apply(plan);
        RC_ASSERT(first.created + first.updated + first.unchanged + first.rejected.size() == file.people.size());
        const auto before = import.space.reader().countPeople();
        const auto again = import.plan(file);
        for (const auto& planned : again.records)
            for (const auto& d : planned.differences)
                RC_LOG() << planned.line << ' ' << static_cast<int>(d.what) << ' ' << d.field << ": " << d.before
                         << " -> " << d.after << ' ' << d.note << '\n';
        RC_ASSERT(again.totals.created == 0U);
        RC_ASSERT(again.totals.updated == 0U);
        RC_ASSERT(again.edit.rows.empty());
        // A line that nobody was found for may be recognised now that the others are known; never the other way round.
        RC_ASSERT(again.totals.rejected <= plan.totals.rejected);
        RC_ASSERT(import.space.reader().countPeople() == before);
    });
}

TEST(ImportProperty, TheOrderOfLinesDoesNotMatterForWhoThereIs)
{
    expectAlways([] {
        auto records = *anyPeople();
        Importing straight;
        const auto first = straight.import(people(records));
        std::vector<std::size_t> keys;
        for (std::size_t i = 0; i < records.size(); ++i) keys.push_back(*rc::gen::inRange<std::size_t>(0, 1000));
        std::vector<exchange::PersonRecord> shuffled = records;
        std::ranges::stable_sort(shuffled, {}, [&](const exchange::PersonRecord& r) { return keys[r.line - 2]; });
        Importing other;
        const auto second = other.import(people(shuffled));
        RC_ASSERT(first.created == second.created);
        RC_ASSERT(everybody(straight) == everybody(other));
    });
}

TEST(ImportProperty, TypedValuesSurviveEveryImport)
{
    expectAlways([] {
        Importing import;
        const auto typed = std::string("Typed City");
        import.import(people({working(record(2, "Ana Ruiz", "a@x.example"), "Acme", "Engineer")}));
        const Id ana = import.idOf("a@x.example");
        import.type(ana, person::city, typed);
        import.type(ana, person::name, std::string("Ana Typed"));
        import.type(import.person(ana).affiliations[0].id, affiliation::role, std::string("Typed Role"),
                    Kind::Affiliation);
        import.import(people(*anyPeople()));
        const auto after = import.person(ana);
        RC_ASSERT(after.card.city == typed);
        RC_ASSERT(after.card.name == "Ana Typed");
        RC_ASSERT(std::ranges::any_of(after.affiliations, [](const AffiliationView& affiliation) {
            return affiliation.role == "Typed Role" && !affiliation.until;
        }));
    });
}

TEST(ImportProperty, TakingAnImportBackLeavesWhatWasThere)
{
    expectAlways([] {
        Importing import;
        import.import(people(*anyPeople()));
        const auto before = everybody(import);
        const auto summary = import.import(people(*anyPeople()));
        if (summary.batch != 0) RC_ASSERT(import.space.services().writer.revert(summary.batch).has_value());
        RC_ASSERT(everybody(import) == before);
    });
}
