#include "desktop.h"

#include <fstream>
#include <iterator>

using namespace kith;
using namespace kith::test;

using Rights = TwoDesktops;

namespace {

std::string bytesOf(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Everything of a workspace that is on the disk.
std::string bytesIn(TempWorkspace& file)
{
    return bytesOf(file.path()) + bytesOf(file.path().string() + "-wal");
}

}  // namespace

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
