#include "on_both.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace kith {
namespace {

using namespace server_support;
using sync::Outcome;
using sync::Rights;
using sync::Role;

KITH_ON_BOTH(Convergence);

/// Random edits of four replicas over two spaces, with lost replies, grants and erasures among them.
class Turmoil {
public:
    Turmoil(On on, std::uint64_t seed) : bed(on), random(seed), manager(bed.enrol("manager", Role::Recruiter))
    {
        narrow = bed.makeSpace(manager, "narrow");
        for (const char* name : {"a", "b", "c"}) {
            replicas.emplace_back(bed, bed.enrol(name, Role::Recruiter));
            mayNarrow.push_back(false);
        }
        replicas.emplace_back(bed, manager);
        mayNarrow.push_back(true);
        for (Replica& replica : replicas) replica.pull();
    }

    void step()
    {
        bed.clock().advance(std::chrono::milliseconds(random.below(50)));
        const std::size_t who = random.below(replicas.size());
        Replica& replica = replicas[who];
        switch (random.below(12)) {
        case 0:
        case 1: replica.makePerson(mayNarrow[who] && random.below(2) == 0 ? narrow : bed.common(), word()); break;
        case 2:
        case 3:
        case 4: onSome(replica, [&](const Id& row) { replica.edit(row, {{person::city, word()}}); }); break;
        case 5:
            onSome(replica, [&](const Id& row) {
                replica.edit(row,
                             {{person::approach, std::int64_t(random.below(3))},
                              {person::approach_reason, word()},
                              {person::approach_until, Value{}}});
            });
            break;
        case 6: onSome(replica, [&](const Id& row) { replica.remove(row); }); break;
        case 7:
            if (mayNarrow[who])
                onSome(replica, [&](const Id& row) {
                    replica.move(row, replica.find(row)->placing.space == narrow ? bed.common() : narrow);
                });
            break;
        case 8: replica.pull(); break;
        case 9:
            // The reply is lost; the same operations come again.
            static_cast<void>(must(bed.server().push(replica.token(), replica.waiting(), {})));
            replica.synchronise();
            break;
        case 10: replica.synchronise(); break;
        default: change(random.below(3)); break;
        }
    }

    void settle()
    {
        for (int round = 0; round < 2; ++round)
            for (Replica& replica : replicas) replica.synchronise();
    }

    Bed bed;
    SeededRandom random;
    Member manager;
    Id narrow;
    std::vector<Replica> replicas;
    std::vector<bool> mayNarrow;

private:
    std::string word() { return "w" + std::to_string(random.below(1000)); }

    template <class Do>
    void onSome(Replica& replica, Do what)
    {
        std::vector<Id> people;
        for (const sync::Row& row : replica.ofKind(Kind::Person)) people.push_back(row.id);
        if (!people.empty()) what(people[random.below(people.size())]);
    }

    void change(std::size_t who)
    {
        if (mayNarrow[who]) bed.revoke(manager, replicas[who].member(), narrow);
        else bed.grant(manager, replicas[who].member(), narrow, Rights::Write);
        mayNarrow[who] = !mayNarrow[who];
    }
};

TEST_P(Convergence, OfReplicasThatSeeTheSameSpaces)
{
    for (std::uint64_t seed = 1; seed <= (GetParam() == On::Sqlite ? 25U : 3U); ++seed) {
        SCOPED_TRACE(seed);
        Turmoil turmoil(GetParam(), seed);
        for (int i = 0; i < 150; ++i) turmoil.step();
        turmoil.settle();
        std::map<Id, sync::Row> ofAll;
        for (std::size_t i = 0; i < turmoil.replicas.size(); ++i) {
            Replica& replica = turmoil.replicas[i];
            SCOPED_TRACE(replica.member().name);
            EXPECT_EQ(replica.agrees(), true);
            for (const auto& [id, row] : replica.rows()) {
                EXPECT_TRUE(row.placing.space != turmoil.narrow || turmoil.mayNarrow[i]);
                const auto [known, isNew] = ofAll.emplace(id, row);
                EXPECT_EQ(known->second, row);
            }
        }
        EXPECT_TRUE(must(turmoil.bed.admin().check()).empty());
    }
}

TEST_P(Convergence, OfTheSamePushSentTwiceAtOnce)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    for (int i = 0; i < 20; ++i) ana.makePerson(bed.common(), "P");
    const auto request = ana.waiting();
    std::atomic<int> applied{0};
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (const auto& result : must(bed.server().push(ana.token(), request, {})).results)
                    applied += result.outcome == Outcome::Applied ? 1 : 0;
            });
    }
    EXPECT_EQ(applied, 20);
    ana.synchronise();
    EXPECT_EQ(ana.agrees(), true);
}

TEST_P(Convergence, OfAProtectiveFieldKeepsTheMoreCarefulOfTwoValues)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    const Id row = ana.makePerson(bed.common(), "Chi");
    ana.push();
    ben.pull();
    const auto approach = [](Approach how) {
        return Replica::Fields{{person::approach, enumValue(how)},
                               {person::approach_reason, std::string(toWord(how))},
                               {person::approach_until, Value{}}};
    };
    ana.edit(row, approach(Approach::DoNotContact));
    bed.clock().advance(std::chrono::seconds(5));
    ben.edit(row, approach(Approach::OffLimits));
    ana.push();
    EXPECT_EQ(ben.push().results.at(0).outcome, Outcome::Merged);
    ana.synchronise();
    ben.synchronise();
    for (Replica* one : {&ana, &ben}) {
        EXPECT_EQ(intOf(one->find(row)->cells[person::approach].value), 2);
        EXPECT_EQ(one->text(row, person::approach_reason), toWord(Approach::DoNotContact));
    }
    EXPECT_EQ(ana.rows(), ben.rows());
}

TEST_P(Convergence, OfFactsAboutSomebodyWhoMovedFollowsThem)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    Replica chi(bed, bed.enrol("chi", Role::Recruiter));
    const Id team = bed.makeSpace(ana.member(), "team");
    bed.grant(ana.member(), ben.member(), team, Rights::Write);
    const Id person = ana.makePerson(bed.common(), "Dan");
    ana.push();
    ben.pull();
    chi.pull();
    ana.move(person, team);
    ana.push();
    const Replica::Fields mail = {{contact_point::person, person}, {contact_point::value, std::string("d@d.example")}};
    const Id bens = ben.make(Kind::ContactPoint, bed.common(), mail);
    const Id chis = chi.make(Kind::ContactPoint, bed.common(), mail);
    EXPECT_EQ(ben.push().results.at(0).outcome, Outcome::Merged);
    EXPECT_EQ(ben.find(bens)->placing.space, team);
    EXPECT_EQ(chi.push().results.at(0).outcome, Outcome::Rejected);
    chi.pull();
    EXPECT_EQ(chi.find(bens), nullptr);
    EXPECT_EQ(chi.find(chis), nullptr);
}

TEST(APostgresThatRestartsInMidPush, LosesNoAcknowledgedEditAndTakesNoneTwice)
{
    PostgresServer own(PostgresServer::Which::Own);
    Bed bed(On::Postgres, quickLimits(), &own);
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    constexpr int kRows = 400;
    for (int i = 0; i < kRows; ++i) ana.makePerson(bed.common(), "P" + std::to_string(i));
    const auto all = ana.waiting().operations;
    std::atomic<int> sent{0};
    std::jthread pusher([&] {
        for (const auto& operation : all) {
            while (true) {
                const auto reply = bed.server().push(ana.token(), {.operations = {operation}}, {});
                if (!reply) continue;
                EXPECT_NE(reply->results.at(0).outcome, Outcome::Rejected);
                break;
            }
            ++sent;
        }
    });
    for (const int at : {50, 150, 250}) {
        while (sent < at) std::this_thread::yield();
        own.restart();
    }
    pusher.join();
    ana.synchronise();
    EXPECT_EQ(ana.rows().size(), static_cast<std::size_t>(kRows));
    EXPECT_EQ(ana.agrees(), true);
    EXPECT_TRUE(must(bed.admin().check()).empty());
}

}  // namespace
}  // namespace kith
