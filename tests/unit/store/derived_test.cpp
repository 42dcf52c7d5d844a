#include <kith/support/temp_workspace.h>

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <rapidcheck/gtest.h>

using namespace kith;
using namespace kith::test;
using namespace std::chrono;

namespace {

/// Any of the numbers, also in the first cases, for which RapidCheck would choose small ones.
template <class T>
T between(T least, T past)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<T>(least, past));
}

std::size_t pick(std::size_t count)
{
    return between<std::size_t>(0, count);
}

template <class T>
T oneOf(std::initializer_list<T> values)
{
    return *(values.begin() + pick(values.size()));
}

/// A workspace to which things happen at random: rows made, changed, removed and brought back, singly and together.
class History {
public:
    void happen()
    {
        switch (pick(12)) {
        case 0: (void)w.workspace().undo(); break;
        case 1: (void)w.workspace().redo(); break;
        case 2:
            if (!batches_.empty()) (void)w.workspace().revert(batches_[pick(batches_.size())]);
            break;
        default: command();
        }
        w.clock.advance(minutes{between(0, 200'000)});
    }

    TempWorkspace w;

private:
    void command()
    {
        Edit edit{.command = pick(3) == 0 ? CommandKind::Import : CommandKind::EditPerson, .subject = "history"};
        const std::size_t rows = 1 + pick(5);
        for (std::size_t i = 0; i < rows; ++i) addRow(edit);
        const auto done = w.workspace().apply(edit);
        // A reference to what the same edit removes is refused; then nothing happened.
        if (done && edit.command == CommandKind::Import) batches_.push_back(done->command);
        if (done)
            for (const RowEdit& row : edit.rows)
                if (std::ranges::find(known_[row.kind], row.id) == known_[row.kind].end())
                    known_[row.kind].push_back(row.id);
    }

    void addRow(Edit& edit)
    {
        static constexpr std::array kKinds = {Kind::Person,       Kind::Person,       Kind::Affiliation,
                                              Kind::Affiliation,  Kind::ContactPoint, Kind::PersonSkill,
                                              Kind::Interaction,  Kind::Participant,  Kind::Participant,
                                              Kind::Organisation, Kind::Skill,        Kind::SamePerson};
        const Kind kind = kKinds.at(pick(kKinds.size()));
        const auto& known = known_[kind];
        const Id old = known.empty() ? Id{} : known[pick(known.size())];
        if (!old.isNil() && pick(3) == 0) {
            if (pick(2) == 0) edit.remove(kind, old);
            else edit.put(kind, old).fields = changes(edit, kind);
            return;
        }
        RowEdit row{.kind = kind, .id = w.ids.make(), .fields = owners(edit, kind), .fresh = pick(2) == 0};
        std::ranges::move(changes(edit, kind), std::back_inserter(row.fields));
        edit.rows.push_back(std::move(row));
    }

    using Fields = std::vector<std::pair<FieldIndex, Value>>;

    Fields owners(const Edit& edit, Kind kind)
    {
        switch (kind) {
        case Kind::Affiliation: return {{affiliation::person, idValue(some(edit, Kind::Person))}};
        case Kind::ContactPoint:
            return {{contact_point::person, idValue(some(edit, Kind::Person))},
                    {contact_point::kind, enumValue(ContactKind::Handle)}};
        case Kind::PersonSkill:
            return {{person_skill::person, idValue(some(edit, Kind::Person))},
                    {person_skill::skill, idValue(some(edit, Kind::Skill))}};
        case Kind::SamePerson:
            return {{same_person::person, idValue(some(edit, Kind::Person))},
                    {same_person::into, idValue(some(edit, Kind::Person))}};
        case Kind::Participant:
            return {{participant::interaction, idValue(some(edit, Kind::Interaction))},
                    {participant::person, idValue(some(edit, Kind::Person))}};
        default: return {};
        }
    }

    Fields changes(const Edit& edit, Kind kind)
    {
        const auto word = [] { return textValue(oneOf<std::string>({"Anaïs", "ben", "Cem", "Дарья", ""})); };
        switch (kind) {
        case Kind::Person:
            return {{person::name, word()}, {person::city, word()}, {person::facets, std::int64_t{oneOf({1, 2, 3})}}};
        case Kind::Organisation: return {{organisation::name, word()}};
        case Kind::Skill: return {{skill::name, word()}};
        case Kind::ContactPoint: return {{contact_point::value, word()}};
        case Kind::Affiliation:
            return {{affiliation::organisation, idValue(some(edit, Kind::Organisation))},
                    {affiliation::role, word()},
                    {affiliation::since, pick(2) == 0 ? Value{} : Value{std::int64_t{oneOf({10, 20})}}},
                    {affiliation::until, pick(3) == 0 ? Value{std::int64_t{30}} : Value{}}};
        case Kind::Interaction:
            return {{interaction::at, instantValue(w.clock.now() - hours{between(-500, 30'000)})},
                    {interaction::channel, enumValue(oneOf({Channel::Meeting, Channel::Call, Channel::Note}))},
                    {interaction::direction,
                     enumValue(oneOf({Direction::In, Direction::Out, Direction::Both, Direction::Broadcast}))},
                    {interaction::depth, enumValue(oneOf({Depth::Hello, Depth::Exchange, Depth::Conversation}))}};
        default: return {};
        }
    }

    /// A row of a kind that something may refer to, here or in the edit; nil when there is none.
    Id some(const Edit& edit, Kind kind)
    {
        std::vector<Id> rows;
        for (const Id& id : known_[kind])
            if (const auto row = w.reader().row(kind, id); row && !row->removed) rows.push_back(id);
        for (const RowEdit& row : edit.rows)
            if (row.kind == kind) rows.push_back(row.id);
        return rows.empty() ? Id{} : rows[pick(rows.size())];
    }

    std::map<Kind, std::vector<Id>> known_;
    std::vector<std::int64_t> batches_;
};

/// What the derived rows say: cards in every order, and who is found by which words.
std::vector<std::string> allThatIsDerived(const WorkspaceReader& reader, Instant now)
{
    std::vector<std::string> result;
    const auto list = [&](const PeopleFilter& filter) {
        return reader.listPeople(filter, now).value_or(std::vector<RowNumber>{});
    };
    for (const PeopleOrder order :
         {PeopleOrder::Name, PeopleOrder::Organisation, PeopleOrder::LastInteraction, PeopleOrder::Warmth})
        for (const PersonCard& card : reader.cards(list({.order = order}), now))
            result.push_back(card.id.toString() + card.title + '|' + card.organisation + '|' + card.heldBy + '|'
                             + std::to_string(card.warmth)
                             + std::to_string(card.lastInteraction.value_or(Instant{}).time_since_epoch().count()));
    for (const char* words : {"anais", "ben", "cem", "darya", "be ce"}) {
        const auto found = list({.words = words});
        for (const RowNumber row : found) result.push_back(words + std::to_string(row));
    }
    return result;
}

}  // namespace

RC_GTEST_PROP(Derived, SaysWhateverHappenedWhatTheRowsSay, ())
{
    History history;
    const int steps = between(5, 40);
    for (int i = 0; i < steps; ++i) history.happen();
    const WorkspaceReader& reader = history.w.reader();
    for (const auto later : {hours{0}, hours{-5000}, hours{24 * 400}}) {
        const Instant now = history.w.clock.now() + later;
        const auto rows = *reader.listPeople({.order = PeopleOrder::Warmth, .descending = true}, now);
        int before = 100;
        for (const PersonCard& card : reader.cards(rows, now)) {
            const Warmth naive = reader.person(card.id, now)->warmth;
            RC_ASSERT(card.warmth == naive.warmth);
            RC_ASSERT(card.band == naive.band);
            RC_ASSERT(card.warmth <= before);
            before = card.warmth;
        }
        RC_ASSERT(rows.size() == reader.countPeople());
    }
    RC_ASSERT(history.w.workspace().check() == std::vector<std::string>{});
    const auto kept = allThatIsDerived(reader, history.w.clock.now());
    RC_ASSERT(history.w.workspace().rebuildDerived().has_value());
    RC_ASSERT(kept == allThatIsDerived(reader, history.w.clock.now()));
}

TEST(Derived, LeavesOutOfWarmthWhatIsStillToCome)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    Edit edit{.command = CommandKind::LogInteraction};
    for (const auto at : {w.clock.now() - days{90}, w.clock.now() + days{2}}) {
        const Id id = w.ids.make();
        edit.put(Kind::Interaction, id).fields = {{interaction::at, instantValue(at)},
                                                  {interaction::channel, enumValue(Channel::Call)},
                                                  {interaction::direction, enumValue(Direction::Both)},
                                                  {interaction::depth, enumValue(Depth::Exchange)}};
        edit.put(Kind::Participant, w.ids.make()).fields = {{participant::interaction, id}, {participant::person, ana}};
    }
    ASSERT_TRUE(w.workspace().apply(edit));
    const auto warmthAfter = [&](days later) { return w.reader().card(ana, w.clock.now() + later)->warmth; };
    EXPECT_LT(warmthAfter(days{0}), 45);
    EXPECT_GT(warmthAfter(days{2}), 60);
    EXPECT_EQ(warmthAfter(days{0}), w.reader().person(ana, w.clock.now())->warmth.warmth);
}

TEST(Derived, GivesAPersonWhoComesBackTheirWarmthAgain)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    const Id call = w.ids.make();
    Edit talk{.command = CommandKind::LogInteraction};
    talk.put(Kind::Interaction, call).fields = {{interaction::at, instantValue(w.clock.now())},
                                                {interaction::channel, enumValue(Channel::Call)},
                                                {interaction::direction, enumValue(Direction::Both)},
                                                {interaction::depth, enumValue(Depth::Exchange)}};
    talk.put(Kind::Participant, w.ids.make()).fields = {{participant::interaction, call}, {participant::person, ana}};
    ASSERT_TRUE(w.workspace().apply(talk));
    const int warmth = w.reader().card(ana, w.clock.now())->warmth;
    Edit remove{.command = CommandKind::RemovePerson};
    remove.remove(Kind::Person, ana);
    ASSERT_TRUE(w.workspace().apply(remove));
    EXPECT_FALSE(w.reader().card(ana, w.clock.now()));
    ASSERT_TRUE(w.workspace().undo());
    EXPECT_EQ(w.reader().card(ana, w.clock.now())->warmth, warmth);
    EXPECT_GT(warmth, 0);
}

TEST(Derived, NoLongerSaysThatSomebodyHoldsAPersonWhoIsNoColleagueAnyMore)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    const Id tom = w.addPerson("Tom Kay", Facet::Colleague);
    const Id call = w.ids.make();
    Edit talk{.command = CommandKind::LogInteraction};
    talk.put(Kind::Interaction, call).fields = {{interaction::at, instantValue(w.clock.now())},
                                                {interaction::channel, enumValue(Channel::Call)},
                                                {interaction::direction, enumValue(Direction::Both)},
                                                {interaction::depth, enumValue(Depth::Exchange)}};
    for (const Id& person : {ana, tom})
        talk.put(Kind::Participant, w.ids.make()).fields = {{participant::interaction, call},
                                                            {participant::person, person}};
    ASSERT_TRUE(w.workspace().apply(talk));
    EXPECT_EQ(w.reader().card(ana, w.clock.now())->heldBy, "Tom Kay");
    const int warmth = w.reader().card(ana, w.clock.now())->warmth;
    Edit leave{.command = CommandKind::EditPerson};
    leave.put(Kind::Person, tom).fields = {{person::facets, static_cast<std::int64_t>(Facet::Talent)}};
    ASSERT_TRUE(w.workspace().apply(leave));
    EXPECT_EQ(w.reader().card(ana, w.clock.now())->heldBy, "");
    EXPECT_LT(w.reader().card(ana, w.clock.now())->warmth, warmth) << "one colleague fewer";
}

TEST(Derived, ReadsPhonesWithTheRegionOfTheWorkspace)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    Edit edit{.command = CommandKind::EditContactPoints};
    edit.put(Kind::ContactPoint, w.ids.make()).fields = {{contact_point::person, ana},
                                                         {contact_point::kind, enumValue(ContactKind::Phone)},
                                                         {contact_point::value, std::string("030 901820")}};
    ASSERT_TRUE(w.workspace().apply(edit));
    EXPECT_TRUE(w.reader().peopleByContact(ContactKind::Phone, "+4930901820").empty());
    // What is there already is read anew …
    ASSERT_TRUE(w.workspace().setSetting(settings::kRegion, "DE"));
    EXPECT_EQ(w.reader().peopleByContact(ContactKind::Phone, "+4930901820"), std::vector{ana});
    EXPECT_EQ(w.reader().listPeople({.words = "4930901820"}, w.clock.now())->size(), 1U);
    EXPECT_TRUE(w.reader().resolvePerson("030 901820"));
    // … and so is what comes later, also after a restart.
    w.reopen();
    const Id tom = w.addPerson("Tom Kay");
    edit.rows.clear();
    edit.put(Kind::ContactPoint, w.ids.make()).fields = {{contact_point::person, tom},
                                                         {contact_point::kind, enumValue(ContactKind::Phone)},
                                                         {contact_point::value, std::string("030 901821")}};
    ASSERT_TRUE(w.workspace().apply(edit));
    EXPECT_EQ(w.reader().peopleByContact(ContactKind::Phone, "+4930901821"), std::vector{tom});
}
