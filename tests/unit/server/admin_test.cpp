#include "on_both.h"

#include <algorithm>
#include <fstream>

namespace kith {
namespace {

using namespace server_support;
using sync::Outcome;
using sync::Rights;
using sync::Role;

KITH_ON_BOTH(AdminOnServer);

TEST_P(AdminOnServer, ListsAndChangesAccountsSpacesGrantsAndDevices)
{
    Bed bed(GetParam());
    auto admin = bed.admin();
    const Member ana = bed.enrol("Ana", Role::BusinessManager);
    EXPECT_FALSE(admin.addUser("ANA", Role::Recruiter));
    EXPECT_FALSE(admin.addUser(" ", Role::Recruiter));
    EXPECT_FALSE(admin.disableUser("nobody"));
    const Id team = must(admin.addSpace("Team", SpaceKind::Team));
    EXPECT_TRUE(admin.grant("ana", "team", Rights::Write));
    EXPECT_TRUE(must(bed.server().hello(ana.tokens.access, {}, {})).account->spaces.size() == 2);
    static_cast<void>(must(admin.addSpace("TEAM", SpaceKind::Team)));
    EXPECT_EQ(admin.grant("ana", "team", Rights::Read).error().code, ErrorCode::BadInput) << "two have the name";
    EXPECT_TRUE(admin.grant("ana", team.toString(), Rights::Read));
    const auto grants = must(admin.grants());
    EXPECT_TRUE(std::ranges::any_of(
        grants, [&](const auto& g) { return g.space == team && g.user == "Ana" && g.rights == Rights::Read; }));
    EXPECT_TRUE(admin.revoke("ana", team.toString()));
    const auto users = must(admin.users());
    ASSERT_EQ(users.size(), 1U);
    EXPECT_EQ(users[0].devices, 1);
    EXPECT_FALSE(users[0].invited);
    const auto devices = must(admin.devices());
    ASSERT_EQ(devices.size(), 1U);
    EXPECT_TRUE(admin.revokeDevice(devices[0].id));
    EXPECT_FALSE(admin.revokeDevice(bed.newId()));
    EXPECT_FALSE(bed.server().hello(ana.tokens.access, {}, {}));
    const auto audit = must(admin.audit(0, 100));
    EXPECT_TRUE(
        std::ranges::any_of(audit, [](const auto& e) { return e.what == "revoke-device" && e.user == "kithd"; }));
    for (const auto& entry : audit) EXPECT_EQ(entry.detail.find("Ana"), std::string::npos);
    EXPECT_TRUE(must(admin.check()).empty());
}

TEST_P(AdminOnServer, ABackupBringsEverythingBackUnderANewEpoch)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    const Id kept = ana.makePerson(bed.common(), "Kept");
    const Id erased = ana.makePerson(bed.common(), "Erased");
    ana.synchronise();
    const auto file = bed.folder() / "backup.kith";
    ASSERT_TRUE(bed.admin().backup(file));
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(file).permissions() & (perms::group_all | perms::others_all), perms::none);
    const auto before = must(bed.server().hello(ana.token(), {}, {}));
    // After the backup: an edit, a new row, an erasure.
    ana.edit(kept, {{person::city, std::string("Porto")}});
    ana.makePerson(bed.common(), "New");
    const auto since = ana.waiting();
    const auto numbers = ana.push();
    ASSERT_TRUE(bed.admin().grant("ana", bed.common().toString(), Rights::Manage));
    static_cast<void>(
        must(bed.server().command(ana.token(), {.what = sync::Command::What::Erase, .subject = erased}, {})));
    ASSERT_TRUE(bed.admin().restore(file));
    const auto after = must(bed.server().hello(ana.token(), {}, {}));
    EXPECT_NE(after.epoch, before.epoch);
    EXPECT_EQ(after.account->acknowledged, before.account->acknowledged);
    EXPECT_TRUE(must(bed.admin().check()).empty());
    // What the backup lacks is offered again, and is not taken for a duplicate.
    const auto again = must(bed.server().push(ana.token(), since, {}));
    for (const auto& result : again.results) {
        EXPECT_EQ(result.outcome, Outcome::Applied);
        EXPECT_GT(result.number, numbers.results.at(0).number) << "a number was given twice";
    }
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    ben.pull();
    EXPECT_EQ(ben.text(kept, person::city), "Porto");
    EXPECT_EQ(ben.find(erased), nullptr) << "what was erased came back";
    EXPECT_EQ(ben.rows().size(), 2U);
    EXPECT_EQ(ben.agrees(), true);
}

TEST_P(AdminOnServer, ADamagedBackupChangesNothing)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    const Id row = ana.makePerson(bed.common(), "Kept");
    ana.push();
    const auto file = bed.folder() / "backup.kith";
    ASSERT_TRUE(bed.admin().backup(file));
    const auto size = std::filesystem::file_size(file);
    std::filesystem::resize_file(file, size - 20);
    EXPECT_EQ(bed.admin().restore(file).error().code, ErrorCode::Corrupt);
    std::ofstream(file, std::ios::trunc) << "hello";
    EXPECT_EQ(bed.admin().restore(file).error().code, ErrorCode::Corrupt);
    EXPECT_EQ(bed.admin().restore(bed.folder() / "missing").error().code, ErrorCode::Corrupt);
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    ben.pull();
    EXPECT_NE(ben.find(row), nullptr);
}

TEST_P(AdminOnServer, TheServerStartsAgainWithAllThatItHad)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    const Id row = ana.makePerson(bed.common(), "Kept");
    ana.synchronise();
    bed.restart();
    ana.use(bed.server());
    EXPECT_EQ(ana.agrees(), true);
    ana.edit(row, {{person::city, std::string("Porto")}});
    EXPECT_EQ(ana.push().results.at(0).outcome, Outcome::Applied);
}

TEST(ABackup, MovesFromTheEmbeddedDatabaseToPostgres)
{
    Bed small(On::Sqlite);
    Replica ana(small, small.enrol("ana", Role::Recruiter));
    const Id row = ana.makePerson(small.common(), "Zoë \"Q\" \u2028\n\t\\");
    ana.push();
    const auto file = small.folder() / "backup.kith";
    ASSERT_TRUE(small.admin().backup(file));
    // The first server is lost, and with it what came after the backup.
    std::int64_t lost = 0;
    for (int i = 0; i < 30; ++i) {
        ana.makePerson(small.common(), "After");
        lost = ana.push().results.at(0).number;
    }
    Bed large(On::Postgres);
    ASSERT_TRUE(large.admin().restore(file));
    EXPECT_TRUE(must(large.admin().check()).empty());
    const auto tokens =
        must(large.server().signIn({.user = "ana", .password = ana.member().password, .device = {}}, {}));
    const auto page = must(large.server().pull(tokens.access, {}, {}));
    ASSERT_EQ(page.rows.size(), 1U);
    EXPECT_EQ(page.rows[0].row, sync::toPatch(*ana.find(row)));
    Replica ben(large, large.enrol("ben", Role::Recruiter));
    ben.makePerson(large.common(), "Ben");
    EXPECT_GT(ben.push().results.at(0).number, lost) << "a number was given twice";
}

}  // namespace
}  // namespace kith
