#include "desktop.h"

#include <kith/usecases/log_interaction.h>
#include <kith/usecases/pay.h>
#include <kith/usecases/spaces.h>

#include <algorithm>

using namespace kith;
using namespace kith::test;

using Rights = TwoDesktops;

TEST_F(Rights, RevokedLeaveNoByteOnTheDevice)
{
    const Id zoe = ana.file().addPerson("Zoetrope Quillfeather");
    ana.rename(zoe, "Zoetrope Quillfeather-Marsh");
    ana.synced();
    ben.synced();
    ben.rename(zoe, "Zoetrope Quillfeather");
    ben.synced();
    ASSERT_NE(bytesIn(ben.file()).find("Quillfeather"), std::string::npos);
    ASSERT_TRUE(bed.admin().revoke("ben", bed.common().toString()));
    ben.synced({});
    EXPECT_EQ(ben.nameOf(zoe), "");
    EXPECT_EQ(bytesIn(ben.file()).find("Quillfeather"), std::string::npos);
    EXPECT_EQ(bytesIn(ben.file()).find("quillfeather"), std::string::npos);
}

TEST_F(Rights, GivenBackBringEverythingBack)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    ben.synced();
    ASSERT_TRUE(bed.admin().revoke("ben", bed.common().toString()));
    ben.synced({});
    ASSERT_TRUE(bed.admin().grant("ben", bed.common().toString(), sync::Rights::Write));
    EXPECT_TRUE(ben.synced().verified);
    EXPECT_EQ(ben.nameOf(zoe), "Zoë Adler");
}

TEST_F(Rights, ToReadOnlyLetNobodyWriteHere)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    ben.synced();
    ASSERT_TRUE(bed.admin().grant("ben", bed.common().toString(), sync::Rights::Read));
    ben.synced();
    const auto done = EditPersonField(ben.services()).run(zoe, person::name, Value{std::string("Zoë B.")});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::ReadOnly);
}

TEST_F(Rights, TakenWhileOfflineKeepTheEditWithTheReason)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    ben.synced();
    ben.rename(zoe, "Zoë B.");
    ASSERT_TRUE(bed.admin().grant("ben", bed.common().toString(), sync::Rights::Read));
    const auto report = ben.synced();
    EXPECT_EQ(report.rejected, 1U);
    EXPECT_EQ(ben.nameOf(zoe), "Zoë Adler");
    ASSERT_EQ(ben.store().rejected().size(), 1U);
    EXPECT_NE(ben.store().rejected()[0].reason, "");
    EXPECT_NE(ben.store().rejected()[0].content.find("Zoë B."), std::string::npos);
}

TEST_F(Rights, NobodyElseEverHoldsAPrivateNote)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    const auto logged = LogInteraction(ana.services())
                            .run({.people = {zoe},
                                  .at = ana.file().clock.now(),
                                  .text = "Considers Quillfeather Ltd.",
                                  .isPrivate = true});
    ASSERT_TRUE(logged);
    ASSERT_TRUE(
        AddPay(ana.services()).run(zoe, {.amount = "68k Quillfeather", .statedOn = Date{std::chrono::days{20'000}}}));
    EXPECT_TRUE(ana.synced().verified);
    EXPECT_TRUE(ben.synced().verified);
    EXPECT_EQ(ben.nameOf(zoe), "Zoë Adler");
    EXPECT_FALSE(ben.reader().interaction(logged->interaction));
    EXPECT_EQ(bytesIn(ben.file()).find("Quillfeather"), std::string::npos);
    EXPECT_EQ(ana.store().counts().waiting, 0U) << "the server keeps it for Ana's other machines";
}

TEST_F(Rights, APrivateNoteFromBeforeTheFirstSignInStaysPrivate)
{
    Desktop train(bed, 3);
    const Id zoe = train.file().addPerson("Zoë Adler");
    ASSERT_TRUE(LogInteraction(train.services())
                    .run({.people = {zoe},
                          .at = train.file().clock.now(),
                          .text = "Considers Quillfeather Ltd.",
                          .isPrivate = true}));
    const std::string code = server_support::must(bed.admin().addUser("cleo", sync::Role::Recruiter));
    train.join("cleo", code);
    EXPECT_TRUE(train.synced().verified);
    EXPECT_TRUE(ben.synced().verified);
    EXPECT_EQ(ben.nameOf(zoe), "Zoë Adler");
    EXPECT_EQ(bytesIn(ben.file()).find("Quillfeather"), std::string::npos);
    const auto detail = train.reader().person(zoe, train.file().clock.now());
    ASSERT_TRUE(detail);
    ASSERT_EQ(detail->interactions.size(), 1U);
    EXPECT_TRUE(detail->interactions.front().isPrivate);
}

TEST_F(Rights, APersonMovedToASpaceOfOthersLeavesEverySpaceTheyWereIn)
{
    const Id zoe = ana.file().addPerson("Zoetrope Quillfeather");
    ana.synced();
    ben.synced();
    ASSERT_NE(ben.nameOf(zoe), "");
    const auto spaces = ana.reader().spaces();
    const auto mine = std::ranges::find(spaces, SpaceKind::Private, &SpaceView::kind);
    ASSERT_NE(mine, spaces.end());
    ASSERT_TRUE(MoveToSpace(ana.services()).run(zoe, mine->id));
    EXPECT_TRUE(ana.synced().verified);
    EXPECT_TRUE(ben.synced().verified);
    EXPECT_EQ(ana.nameOf(zoe), "Zoetrope Quillfeather");
    EXPECT_EQ(bytesIn(ben.file()).find("Quillfeather"), std::string::npos);
}

TEST_F(Rights, ARefusedEditIsKeptWhenAPageFromBeforeBringsItsRowForOnce)
{
    const Id seniors = server_support::must(bed.admin().addSpace("Seniors", SpaceKind::Team));
    for (const char* name : {"ana", "ben"})
        EXPECT_TRUE(bed.admin().grant(name, seniors.toString(), sync::Rights::Write));
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    ASSERT_TRUE(MoveToSpace(ana.services()).run(zoe, seniors));
    ana.synced();
    ben.synced();
    ana.rename(zoe, "Zoë Bell");
    ana.synced();
    ben.readsAPage();
    ASSERT_TRUE(EditPersonField(ben.services()).run(zoe, person::city, std::string("Typed by Ben")));
    ASSERT_TRUE(bed.admin().revoke("ben", seniors.toString()));
    ben.synced();
    EXPECT_EQ(ben.nameOf(zoe), "");
    ASSERT_EQ(ben.store().rejected().size(), 1U);
    EXPECT_NE(ben.store().rejected().front().content.find("Typed by Ben"), std::string::npos);
}
