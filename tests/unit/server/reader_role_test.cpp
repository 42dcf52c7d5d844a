// The second belt on PostgreSQL: the role that the server reads as.
#include "on_both.h"

#include <kith/server_support/outside.h>

namespace kith {
namespace {

using namespace server_support;
using sync::Role;

class TheReadingRole : public testing::Test {
protected:
    Bed bed{On::Postgres};
    Replica ana{bed, bed.enrol("ana", Role::Recruiter)};
    Replica ben{bed, bed.enrol("ben", Role::Recruiter)};

    Id accountOf(const std::string& name)
    {
        for (const auto& member : must(bed.server().team(ana.token(), {})).members)
            if (member.name == name) return member.id;
        return {};
    }
};

TEST_F(TheReadingRole, SeesOnlyTheSpacesOfWhoeverAsks)
{
    const Id own = bed.makeSpace(ana.member(), "Quiet hires");
    ana.pull();
    ana.makePerson(bed.common(), "Chi");
    ana.makePerson(own, "Tom");
    ana.push();
    Outside outside(bed);
    EXPECT_EQ(outside.readableAs(accountOf("ana"), "entry"), 2);
    EXPECT_EQ(outside.readableAs(accountOf("ben"), "entry"), 1);
    EXPECT_EQ(outside.readableAs(accountOf("ana"), "space"), 2);
    EXPECT_EQ(outside.readableAs(accountOf("ben"), "space"), 1);
    EXPECT_EQ(outside.readableAs(bed.newId(), "entry"), 0);
}

TEST_F(TheReadingRole, SeesNothingMoreOnceRightsAreTakenBack)
{
    const Id shared = bed.makeSpace(ana.member(), "Quiet hires");
    bed.grant(ana.member(), ben.member(), shared, sync::Rights::Read);
    ana.pull();
    ana.makePerson(shared, "Tom");
    ana.push();
    const Id account = accountOf("ben");
    Outside outside(bed);
    EXPECT_EQ(outside.readableAs(account, "entry"), 1);
    bed.revoke(ana.member(), ben.member(), shared);
    EXPECT_EQ(outside.readableAs(account, "entry"), 0);
}

TEST_F(TheReadingRole, ReadsNoSecret)
{
    Outside outside(bed);
    for (const char* table : {"token", "invitation", "account", "device", "server", "organisation", "audit"})
        EXPECT_EQ(outside.readableAs(accountOf("ana"), table), -1) << table;
}

TEST_F(TheReadingRole, IsWhatTheServerReadsAs)
{
    ana.pull();
    ana.makePerson(bed.common(), "Chi");
    ana.push();
    // With the rule gone the role sees no row at all, whatever a query of the server asks for.
    Outside(bed).dropRule("entry");
    ben.pull();
    EXPECT_EQ(ben.rows().size(), 0U);
}

}  // namespace
}  // namespace kith
