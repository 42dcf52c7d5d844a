#include <kith/sync/access.h>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::sync;

TEST(Access, GivesNobodyAnythingWithoutRights)
{
    for (const Role role : kRoles)
        for (const KindSpec& spec : allKinds())
            for (const Action action : {Action::Read, Action::Create, Action::Change, Action::Remove, Action::Move})
                EXPECT_FALSE(mayDo(role, Rights::None, spec.kind, action)) << wordOf(role) << ' ' << spec.table;
}

TEST(Access, LetsWhoMayReadOnlyRead)
{
    for (const Role role : kRoles)
        for (const KindSpec& spec : allKinds()) {
            EXPECT_TRUE(mayDo(role, Rights::Read, spec.kind, Action::Read));
            for (const Action action : {Action::Create, Action::Change, Action::Remove, Action::Move})
                EXPECT_FALSE(mayDo(role, Rights::Read, spec.kind, action)) << wordOf(role) << ' ' << spec.table;
        }
}

TEST(Access, LetsABusinessManagerLogAndPromiseButRemoveNobody)
{
    const auto may = [](Kind kind, Action action) { return mayDo(Role::BusinessManager, Rights::Write, kind, action); };
    EXPECT_TRUE(may(Kind::Interaction, Action::Remove));
    EXPECT_TRUE(may(Kind::Reminder, Action::Create));
    EXPECT_TRUE(may(Kind::SamePerson, Action::Create));
    EXPECT_TRUE(may(Kind::SamePerson, Action::Remove)) << "who merges can take it back";
    EXPECT_TRUE(may(Kind::SavedSearch, Action::Move)) << "what one looks for oneself, one shares oneself";
    EXPECT_TRUE(may(Kind::Person, Action::Change));
    EXPECT_FALSE(may(Kind::Person, Action::Remove));
    EXPECT_FALSE(may(Kind::Organisation, Action::Change));
    EXPECT_TRUE(may(Kind::Alias, Action::Create));
    EXPECT_FALSE(may(Kind::Alias, Action::Remove)) << "what words mean is everybody's";
}

TEST(Access, LetsRecruitersMakePipelinesAndOthersPutPeopleIntoThem)
{
    for (const Kind kind : {Kind::Pool, Kind::Pipeline, Kind::Stage})
        for (const Action action : {Action::Create, Action::Change, Action::Remove}) {
            EXPECT_TRUE(mayDo(Role::Recruiter, Rights::Write, kind, action));
            EXPECT_FALSE(mayDo(Role::BusinessManager, Rights::Manage, kind, action));
            EXPECT_FALSE(mayDo(Role::Partner, Rights::Manage, kind, action));
        }
    for (const Kind kind : {Kind::PoolMember, Kind::Placement, Kind::Move})
        for (const Role role : kRoles) EXPECT_TRUE(mayDo(role, Rights::Write, kind, Action::Create));
}

TEST(Access, LetsAPartnerMoveNothingAndSeeNoPay)
{
    EXPECT_FALSE(mayDo(Role::Partner, Rights::Manage, Kind::Person, Action::Move));
    EXPECT_FALSE(mayDo(Role::Partner, Rights::Write, Kind::PayExpectation, Action::Create));
    EXPECT_FALSE(mayDo(Role::Partner, Rights::Write, Kind::SavedSearch, Action::Move));
    EXPECT_TRUE(mayDo(Role::Partner, Rights::Write, Kind::SavedSearch, Action::Create));
    EXPECT_TRUE(mayDo(Role::Partner, Rights::Write, Kind::Interaction, Action::Create));
}

TEST(Access, LetsNobodyPushASpaceOrMakeAConflict)
{
    for (const Role role : kRoles) {
        EXPECT_FALSE(mayDo(role, Rights::Manage, Kind::Space, Action::Change));
        EXPECT_FALSE(mayDo(role, Rights::Manage, Kind::Conflict, Action::Create));
        EXPECT_TRUE(mayDo(role, Rights::Write, Kind::Conflict, Action::Change));
    }
}

TEST(Access, KnowsItsOwnWords)
{
    for (const Role role : kRoles) EXPECT_EQ(roleOf(wordOf(role)), role);
    for (const Rights rights : kRights) EXPECT_EQ(rightsOf(wordOf(rights)), rights);
    EXPECT_FALSE(roleOf("emperor"));
}
