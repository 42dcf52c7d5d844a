#include "on_both.h"

#include <kith/sync/wire.h>

#include <algorithm>
#include <zstd.h>

namespace kith {
namespace {

using namespace server_support;
using sync::Rights;
using sync::Role;

KITH_ON_BOTH(Pull);

TEST_P(Pull, ComesInPagesThatLoseNothingWhileOthersWrite)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    std::vector<Id> people;
    for (int i = 0; i < 25; ++i) people.push_back(ana.makePerson(bed.common(), "P" + std::to_string(i)));
    ana.push();
    std::string cursor;
    std::map<Id, std::int64_t> seen;
    int pages = 0;
    for (bool more = true; more; ++pages) {
        const auto page = must(bed.server().pull(ben.token(), {.cursor = cursor, .limit = 4}, {}));
        for (const auto& row : page.rows) seen[row.row.id] = row.number;
        EXPECT_LE(page.rows.size(), 4U);
        cursor = page.cursor;
        more = page.more;
        if (pages == 2) {
            ana.edit(people[0], {{person::city, std::string("Porto")}});
            ana.edit(people[24], {{person::city, std::string("Porto")}});
            ana.push();
        }
    }
    EXPECT_GE(pages, 6);
    const auto rest = must(bed.server().pull(ben.token(), {.cursor = cursor}, {}));
    EXPECT_EQ(rest.rows.size(), 2U) << "what was written meanwhile comes with the next catching up";
    for (const auto& row : rest.rows) seen[row.row.id] = row.number;
    EXPECT_EQ(seen.size(), 25U);
    EXPECT_FALSE(must(bed.server().pull(ben.token(), {.cursor = rest.cursor}, {})).more);
}

TEST_P(Pull, SaysWhatLeftASpaceAndNothingOfWhereItWent)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    const Id team = bed.makeSpace(ana.member(), "team");
    const Id row = ana.makePerson(bed.common(), "Chi");
    ana.push();
    ben.pull();
    ASSERT_NE(ben.find(row), nullptr);
    ana.move(row, team);
    ana.edit(row, {{person::city, std::string("Porto")}});
    ana.push();
    ben.pull();
    EXPECT_EQ(ben.find(row), nullptr);
    ASSERT_EQ(ben.lastPage().gone.size(), 1U);
    EXPECT_EQ(ben.lastPage().gone[0].space, bed.common());
    const std::string said = sync::toJson(ben.lastPage());
    EXPECT_EQ(said.find(team.toString()), std::string::npos);
    EXPECT_EQ(said.find("Porto"), std::string::npos);
    EXPECT_EQ(ben.agrees(), true);
    // Somebody new is not told of what was there before they came.
    Replica chi(bed, bed.enrol("chi", Role::Recruiter));
    chi.pull();
    EXPECT_TRUE(chi.lastPage().gone.empty());
    ana.move(row, bed.common());
    ana.push();
    ben.pull();
    EXPECT_EQ(ben.text(row, person::city), "Porto");
    EXPECT_EQ(ben.agrees(), true);
}

TEST_P(Pull, AfterARevocationHasNothingOfTheSpaceAndAfterAGrantEverything)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    const Id team = bed.makeSpace(ana.member(), "team");
    bed.grant(ana.member(), ben.member(), team, Rights::Write);
    const Id row = ana.makePerson(team, "Chi");
    ana.push();
    ben.pull();
    ben.edit(row, {{person::city, std::string("Porto")}});
    ben.push();
    bed.revoke(ana.member(), ben.member(), team);
    ana.edit(row, {{person::about, std::string("after")}});
    ana.push();
    ben.pull();
    EXPECT_EQ(ben.find(row), nullptr);
    EXPECT_TRUE(ben.lastPage().rows.empty());
    bed.grant(ana.member(), ben.member(), team, Rights::Read);
    ben.pull();
    EXPECT_EQ(ben.text(row, person::about), "after");
    EXPECT_EQ(ben.text(row, person::city), "Porto");
    EXPECT_EQ(ben.agrees(), true);
}

TEST_P(Pull, TakesACursorOfSomebodyElseOrNoneOfOursAsNone)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    ana.makePerson(bed.common(), "Chi");
    ana.synchronise();
    for (std::string cursor : {ana.cursor(), std::string("AAAA"), std::string(60'000, 'x')}) {
        const auto page = must(bed.server().pull(ben.token(), {.cursor = cursor}, {}));
        EXPECT_EQ(page.rows.size(), 1U);
    }
    ben.pull();
    std::string forged = ben.cursor();
    forged[forged.size() - 3] = forged[forged.size() - 3] == 'A' ? 'B' : 'A';
    EXPECT_EQ(must(bed.server().pull(ben.token(), {.cursor = forged}, {})).rows.size(), 1U);
    EXPECT_EQ(must(bed.server().pull(ben.token(), {.cursor = ben.cursor()}, {})).rows.size(), 0U);
}

TEST_P(Pull, VerifyFindsWhatIsMissingAndTheNextPullBringsIt)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    const Id row = ana.makePerson(bed.common(), "Chi");
    ana.makePerson(bed.common(), "Dan");
    ana.synchronise();
    EXPECT_EQ(ana.agrees(), true);
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    ben.pull();
    ben.drop(row);
    EXPECT_EQ(ben.agrees(), false);
    ben.pull();
    EXPECT_EQ(ben.agrees(), true);
    EXPECT_EQ(ben.rows(), ana.rows());
    ana.edit(row, {{person::city, std::string("Porto")}});
    ana.push();
    EXPECT_EQ(ben.agrees(), std::nullopt) << "sums are compared only by who has the newest";
}

TEST_P(Pull, OfALargeSpaceBeginsWithASnapshot)
{
    server::Limits limits = quickLimits();
    limits.snapshotRows = 10;
    limits.partBytes = 2000;
    Bed bed(GetParam(), limits);
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    ana.pull();
    for (int i = 0; i < 30; ++i) ana.makePerson(bed.common(), "P" + std::to_string(i));
    ana.push();
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    const auto first = must(bed.server().pull(ben.token(), {}, {}));
    EXPECT_TRUE(first.rows.empty());
    ASSERT_EQ(first.snapshots, std::vector{bed.common()});
    const auto snapshot = must(bed.server().snapshot(ben.token(), {.space = bed.common(), .cursor = first.cursor}, {}));
    EXPECT_GT(snapshot.parts.size(), 2U);
    std::size_t rows = 0;
    for (const auto& part : snapshot.parts) {
        const std::string bytes = must(bed.server().part(ben.token(), {snapshot.snapshot, part.index}, {}));
        EXPECT_EQ(static_cast<std::int64_t>(bytes.size()), part.bytes);
        std::string text(1'000'000, '\0');
        const std::size_t size = ZSTD_decompress(text.data(), text.size(), bytes.data(), bytes.size());
        ASSERT_FALSE(ZSTD_isError(size));
        text.resize(size);
        for (std::size_t from = 0, end = 0; (end = text.find('\n', from)) != std::string::npos; from = end + 1) {
            EXPECT_TRUE(sync::fromJson<sync::NumberedRow>(text.substr(from, end - from)));
            ++rows;
        }
    }
    EXPECT_EQ(rows, 30U);
    const Id late = ana.makePerson(bed.common(), "late");
    ana.push();
    const auto again = must(bed.server().snapshot(ana.token(), {.space = bed.common()}, {}));
    EXPECT_EQ(again.snapshot, snapshot.snapshot) << "it is kept for a day";
    const auto rest = must(bed.server().pull(ben.token(), {.cursor = snapshot.cursor}, {}));
    ASSERT_EQ(rest.rows.size(), 1U);
    EXPECT_EQ(rest.rows[0].row.id, late);
    EXPECT_TRUE(rest.snapshots.empty());
    bed.clock().advance(std::chrono::days(1));
    const auto tokens = must(bed.server().refresh({.refresh = ben.member().tokens.refresh}, {}));
    EXPECT_NE(must(bed.server().snapshot(tokens.access, {.space = bed.common()}, {})).snapshot, snapshot.snapshot);
}

TEST_P(Pull, AfterASnapshotBringsWhatTheDeviceItselfWroteSinceItWasMade)
{
    server::Limits limits = quickLimits();
    limits.snapshotRows = 10;
    Bed bed(GetParam(), limits);
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    for (int i = 0; i < 12; ++i) ana.makePerson(bed.common(), "P" + std::to_string(i));
    ana.push();
    const auto snapshotOf = [&] {
        const auto page = must(bed.server().pull(ana.token(), {.cursor = {}}, {}));
        EXPECT_EQ(page.snapshots.size(), 1U);
        return must(bed.server().snapshot(ana.token(), {.space = bed.common(), .cursor = page.cursor}, {}));
    };
    const auto first = snapshotOf();
    const Id late = ana.makePerson(bed.common(), "Late");
    ana.push();
    const auto again = snapshotOf();
    ASSERT_EQ(again.snapshot, first.snapshot);
    const auto rest = must(bed.server().pull(ana.token(), {.cursor = again.cursor}, {}));
    ASSERT_EQ(rest.rows.size(), 1U);
    EXPECT_EQ(rest.rows[0].row.id, late);
}

TEST_P(Pull, BringsWhatOthersWroteToARowThatTheDeviceWroteBetweenTwoPages)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    std::vector<Id> people;
    for (int i = 0; i < 6; ++i) people.push_back(ana.makePerson(bed.common(), "P" + std::to_string(i)));
    ana.synchronise();
    ben.pull();
    for (const Id& person : people) {
        ana.edit(person, {{person::city, std::string("Porto")}});
        ana.push();
    }
    const auto first = must(bed.server().pull(ben.token(), {.cursor = ben.cursor(), .limit = 2}, {}));
    ASSERT_TRUE(first.more);
    // The last of the rows is still to come when ben writes something else into it.
    ben.edit(people.back(), {{person::about, std::string("Sings")}});
    ben.push();
    ben.cursor() = first.cursor;
    ben.pull();
    ben.pull();
    EXPECT_EQ(ben.text(people.back(), person::city), "Porto");
    EXPECT_EQ(ben.text(people.back(), person::about), "Sings");
}

TEST_P(Pull, BringsARowToWhoMovedItWithoutHavingHeardAllOfIt)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    const Id team = bed.makeSpace(ana.member(), "team");
    bed.grant(ana.member(), ben.member(), team, Rights::Write);
    const Id row = ana.makePerson(team, "Chi");
    ana.push();
    ben.pull();
    // Ben may not see the row while Ana writes into it, and hears of other spaces meanwhile.
    bed.revoke(ana.member(), ben.member(), team);
    ana.edit(row, {{person::about, std::string("after")}});
    ana.push();
    const auto without = must(bed.server().pull(ben.token(), {.cursor = ben.cursor()}, {}));
    bed.grant(ana.member(), ben.member(), team, Rights::Write);
    ben.move(row, bed.common());
    ben.push();
    ben.cursor() = without.cursor;
    ben.pull();
    EXPECT_EQ(ben.text(row, person::about), "after");
    EXPECT_EQ(ben.find(row)->placing.space, bed.common());
    EXPECT_EQ(ben.agrees(), true);
    ben.pull();
    EXPECT_TRUE(ben.lastPage().rows.empty()) << "once";
}

TEST_P(Pull, OfASnapshotHasNothingThatLeftTheSpaceSince)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    const Id team = bed.makeSpace(ana.member(), "team");
    const Id row = ana.makePerson(bed.common(), "Chi");
    ana.push();
    const auto before = must(bed.server().snapshot(ana.token(), {.space = bed.common()}, {}));
    ana.move(row, team);
    ana.push();
    EXPECT_FALSE(bed.server().part(ana.token(), {before.snapshot, 0}, {}));
    EXPECT_TRUE(must(bed.server().snapshot(ana.token(), {.space = bed.common()}, {})).parts.empty());
}

TEST_P(Pull, SpacesAreMadeRenamedGrantedAndAlwaysManagedBySomebody)
{
    Bed bed(GetParam());
    const Member ana = bed.enrol("ana", Role::Recruiter);
    const Member ben = bed.enrol("ben", Role::BusinessManager);
    const Member chi = bed.enrol("chi", Role::Partner);
    using What = sync::Command::What;
    const auto tell = [&](const Member& member, const sync::Command& command) {
        return bed.server().command(member.tokens.access, command, {}).has_value();
    };
    const Id team = bed.makeSpace(ana, "team");
    EXPECT_TRUE(tell(ana, {.what = What::MakeSpace, .space = team, .name = "team"})) << "asked again";
    EXPECT_FALSE(tell(ben, {.what = What::MakeSpace, .space = team, .name = "team"}));
    EXPECT_FALSE(tell(chi, {.what = What::MakeSpace, .space = bed.newId(), .name = "mine"}));
    EXPECT_FALSE(tell(ben, {.what = What::RenameSpace, .space = team, .name = "ours"}));
    bed.grant(ana, ben, team, Rights::Write);
    EXPECT_FALSE(tell(ben, {.what = What::Grant, .space = team, .user = "chi", .rights = Rights::Read}));
    EXPECT_TRUE(tell(ana, {.what = What::RenameSpace, .space = team, .name = "ours"}));
    const auto spaces = must(bed.server().hello(ben.tokens.access, {}, {})).account->spaces;
    EXPECT_TRUE(std::ranges::any_of(
        spaces, [&](const auto& s) { return s.id == team && s.name == "ours" && s.rights == Rights::Write; }));
    EXPECT_FALSE(tell(ana, {.what = What::Revoke, .space = team, .user = "ana"})) << "nobody would manage it";
    bed.grant(ana, ben, team, Rights::Manage);
    EXPECT_TRUE(tell(ana, {.what = What::Revoke, .space = team, .user = "ana"}));
    EXPECT_FALSE(tell(ana, {.what = What::RenameSpace, .space = team, .name = "mine"}));
    EXPECT_FALSE(tell(ben, {.what = What::Grant, .space = team, .user = "nobody", .rights = Rights::Read}));
}

}  // namespace
}  // namespace kith
