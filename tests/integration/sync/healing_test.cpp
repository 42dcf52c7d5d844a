#include "desktop.h"

#include <kith/sqlite/connection.h>
#include <kith/usecases/contact_points.h>
#include <kith/usecases/spaces.h>
#include <kith/usecases/tags.h>

#include <algorithm>

using namespace kith;
using namespace kith::test;

using Healing = TwoDesktops;

namespace {

/// Puts the copy in place of the workspace, as somebody does who restores a backup.
void putBack(TempWorkspace& file, const std::filesystem::path& backup)
{
    file.close();
    std::filesystem::copy_file(backup, file.path(), std::filesystem::copy_options::overwrite_existing);
    file.reopen();
}

/// Erases a person on the server, by Ana.
auto erase(TwoDesktops& test, const Id& person)
{
    ServerSession session(test.bed.server(), test.anaVault(), test.bed.clock());
    return session.with(
        [&](const sync::Token& token) {
            return test.bed.server().command(token, {.what = sync::Command::What::Erase, .subject = person}, {});
        },
        {});
}

}  // namespace

TEST_F(Healing, OffersARestoredServerWhatItsBackupLacks)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    const auto backup = bed.folder() / "before.backup";
    ASSERT_TRUE(bed.admin().backup(backup));
    const Id tom = ana.file().addPerson("Tom Kerr");
    ana.rename(zoe, "Zoë Kim");
    ana.synced();
    ben.synced();
    ASSERT_TRUE(bed.admin().restore(backup));
    EXPECT_TRUE(ana.synced().verified);
    EXPECT_TRUE(ben.synced().verified);
    for (Desktop* desktop : {&ana, &ben}) {
        EXPECT_EQ(desktop->nameOf(zoe), "Zoë Kim");
        EXPECT_EQ(desktop->nameOf(tom), "Tom Kerr");
    }
}

TEST_F(Healing, GoesOnAfterTheWorkspaceWasRestored)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    const auto backup = ana.file().folder() / "copy.kith";
    ASSERT_TRUE(ana.file().workspace().backup(backup));
    const Id tom = ana.file().addPerson("Tom Kerr");
    ana.synced();
    putBack(ana.file(), backup);
    EXPECT_EQ(ana.nameOf(tom), "");
    ana.file().clock.advance(std::chrono::minutes{10});
    bed.clock().advance(std::chrono::minutes{10});
    const Id una = ana.file().addPerson("Una Bell");
    ana.rename(zoe, "Zoë Kim");
    EXPECT_TRUE(ana.synced().verified);
    EXPECT_EQ(ana.nameOf(tom), "Tom Kerr");
    EXPECT_TRUE(ben.synced().verified);
    EXPECT_EQ(ben.nameOf(una), "Una Bell");
    EXPECT_EQ(ben.nameOf(zoe), "Zoë Kim");
}

TEST_F(Healing, RemembersWhatARestoredWorkspaceForgotOfARowThatIsEditedAgain)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    const auto backup = ana.file().folder() / "copy.kith";
    ASSERT_TRUE(ana.file().workspace().backup(backup));
    ASSERT_TRUE(EditPersonField(ana.services()).run(zoe, person::city, Value{std::string("Porto")}));
    ana.synced();
    putBack(ana.file(), backup);
    ana.rename(zoe, "Zoë Kim");
    EXPECT_TRUE(ana.synced().verified);
    EXPECT_EQ(textOf(ana.reader().row(Kind::Person, zoe)->values[person::city]), "Porto");
}

TEST_F(Healing, FetchesASpaceAnewThatIsNotTheSame)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    ben.synced();
    // As a defect or a damaged disk would leave it.
    auto sums = ben.store().sums();
    ASSERT_TRUE(sums);
    ben.file().close();
    {
        auto raw = sqlite::Connection::open(ben.file().path(), {.access = sqlite::Access::ReadWrite});
        ASSERT_TRUE(raw);
        ASSERT_TRUE((*raw)->run("UPDATE person SET name = 'damaged', revision = revision - 1, stamps = x''"));
        ASSERT_TRUE((*raw)->run("UPDATE space_sum SET sum = sum - 1"));
    }
    ben.file().reopen();
    ben.synced();
    EXPECT_EQ(ben.nameOf(zoe), "Zoë Adler");
}

TEST_F(Healing, ErasesAPersonOnEveryMachine)
{
    const Id zoe = ana.file().addPerson("Zoetrope Quillfeather");
    ana.synced();
    ben.synced();
    ASSERT_TRUE(ana.synced().verified);
    const auto erased = erase(*this, zoe);
    ASSERT_TRUE(erased) << erased.error().sentence;
    ana.synced();
    ben.synced();
    for (Desktop* desktop : {&ana, &ben}) EXPECT_EQ(desktop->nameOf(zoe), "");
}

TEST_F(Healing, LosesWhatTheServerLostAndNobodyOffersAgain)
{
    ana.synced();
    const auto backup = bed.folder() / "before.backup";
    ASSERT_TRUE(bed.admin().backup(backup));
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    ben.synced();
    ASSERT_TRUE(bed.admin().restore(backup));
    // Ana's machine is gone.
    EXPECT_TRUE(ben.synced().verified);
    EXPECT_EQ(ben.nameOf(zoe), "");
}

TEST_F(Healing, BringsNobodyBackWhoWasErasedSinceTheBackup)
{
    ana.synced();
    const auto backup = bed.folder() / "before.backup";
    ASSERT_TRUE(bed.admin().backup(backup));
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    // Ben adds to what is known of her, and is away when she is erased.
    ben.synced();
    ben.rename(zoe, "Zoë Kim");
    ASSERT_TRUE(erase(*this, zoe));
    ASSERT_TRUE(bed.admin().restore(backup));
    for (int i = 0; i < 2; ++i)
        for (Desktop* desktop : {&ana, &ben}) EXPECT_TRUE(desktop->synced().verified);
    for (Desktop* desktop : {&ana, &ben}) EXPECT_EQ(desktop->nameOf(zoe), "");
}

TEST_F(Healing, OffersARestoredServerWhatLostAgainstSomebodyWhoIsGone)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    ben.synced();
    const auto backup = bed.folder() / "before.backup";
    ASSERT_TRUE(bed.admin().backup(backup));
    ana.rename(zoe, "Zoë A.");
    ben.file().clock.advance(std::chrono::seconds{5});
    ben.rename(zoe, "Zoë B.");
    ana.synced();
    ben.synced();
    ana.synced();
    ASSERT_EQ(ana.nameOf(zoe), "Zoë B.");
    ASSERT_TRUE(bed.admin().restore(backup));
    // Ben's machine is gone, and what he wrote with it.
    EXPECT_TRUE(ana.synced().verified);
    EXPECT_EQ(ana.nameOf(zoe), "Zoë A.");
}

TEST_F(Healing, OffersARestoredServerWhatARestoredWorkspaceForgotToHaveReplaced)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    const auto before = bed.folder() / "before.backup";
    ASSERT_TRUE(bed.admin().backup(before));
    ana.rename(zoe, "Zoë A.");
    ana.synced();
    const auto copy = ana.file().folder() / "copy.kith";
    ASSERT_TRUE(ana.file().workspace().backup(copy));
    ana.file().clock.advance(std::chrono::seconds{5});
    ana.rename(zoe, "Zoë B.");
    ana.synced();
    putBack(ana.file(), copy);
    ana.synced();
    ASSERT_EQ(ana.nameOf(zoe), "Zoë B.") << "from the server: this machine does not know that it wrote that";
    ASSERT_TRUE(bed.admin().restore(before));
    EXPECT_TRUE(ana.synced().verified);
    EXPECT_TRUE(ben.synced().verified);
    EXPECT_EQ(ana.nameOf(zoe), "Zoë A.");
    EXPECT_EQ(ben.nameOf(zoe), "Zoë A.");
}

TEST_F(Healing, KeepsWhatWaitsHereInASpaceThatIsFetchedAnew)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    const Id tom = ana.file().addPerson("Tom Kerr");
    ana.rename(zoe, "Zoë Kim");
    ASSERT_TRUE(ana.store().fetchAnew(std::vector{bed.common()}, ""));
    ServerSession session(bed.server(), anaVault(), bed.clock());
    const auto page = session.with(
        [&](const sync::Token& token) { return bed.server().pull(token, {.cursor = {}, .erased = {}}, {}); }, {});
    ASSERT_TRUE(page) << page.error().sentence;
    ASSERT_TRUE(ana.store().stage(*page));
    ASSERT_TRUE(ana.store().takeStaged(false));
    EXPECT_EQ(ana.nameOf(tom), "Tom Kerr");
    EXPECT_EQ(ana.nameOf(zoe), "Zoë Kim");
}

TEST_F(Healing, OffersARestoredServerWhatIsRecentWhateverTheClockHereSays)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.syncedByOwnClock();
    const auto backup = bed.folder() / "before.backup";
    ASSERT_TRUE(bed.admin().backup(backup));
    ana.file().clock.advance(std::chrono::hours{24 * 365});
    ana.syncedByOwnClock();
    ana.rename(zoe, "Zoë Kim");
    ana.syncedByOwnClock();
    ana.rename(zoe, "Zoë Kim-Adler");
    ana.syncedByOwnClock();
    ASSERT_TRUE(bed.admin().restore(backup));
    EXPECT_TRUE(ana.syncedByOwnClock().verified);
    EXPECT_EQ(ana.nameOf(zoe), "Zoë Kim-Adler");
}

TEST_F(Healing, OffersARestoredServerWhatItHadGivenAnotherTime)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    const auto backup = bed.folder() / "before.backup";
    ASSERT_TRUE(bed.admin().backup(backup));
    ana.file().clock.advance(std::chrono::hours{2});
    ana.rename(zoe, "Zoë in two hours");
    ana.synced();
    ben.synced();
    ASSERT_TRUE(bed.admin().restore(backup));
    EXPECT_TRUE(ana.synced().verified);
    EXPECT_TRUE(ben.synced().verified);
    EXPECT_EQ(ana.nameOf(zoe), "Zoë in two hours");
    EXPECT_EQ(ben.nameOf(zoe), "Zoë in two hours");
}

TEST_F(Healing, MakesNoConflictsOfOldEditsWhenTheDeviceGetsAnotherId)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    ana.rename(zoe, "Zoë Kim");
    ana.synced();
    ana.rename(zoe, "Zoë Kim-Adler");
    ana.synced();
    const Id before = ana.store().device();
    // The refresh token is still good, so that the server takes this for a copy of the workspace.
    ana.signInAgain("ana");
    ASSERT_NE(ana.store().device(), before);
    EXPECT_TRUE(ana.synced().verified);
    EXPECT_EQ(ana.nameOf(zoe), "Zoë Kim-Adler");
    EXPECT_EQ(ana.store().counts().conflicts, 0U);
}

TEST_F(Healing, FindsAWorkspaceSoundThatAServerHasFilled)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    const Id tom = ana.file().addPerson("Tom Kerr");
    ASSERT_TRUE(AddContactPoint(ana.services()).run(zoe, ContactKind::Email, "zoe@example.org"));
    ASSERT_TRUE(RemovePerson(ana.services()).run(zoe));
    ana.synced();
    ben.synced();
    EXPECT_EQ(ben.nameOf(tom), "Tom Kerr");
    EXPECT_EQ(ben.file().workspace().check(), std::vector<std::string>{});
    EXPECT_EQ(ana.file().workspace().check(), std::vector<std::string>{});
}

TEST_F(Healing, KeepsWhatWasRefusedBecauseTheServerLostWhatItIsAbout)
{
    ana.synced();
    ben.synced();
    const auto backup = bed.folder() / "before.backup";
    ASSERT_TRUE(bed.admin().backup(backup));
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    ben.synced();
    ASSERT_TRUE(AddTag(ben.services()).run(zoe, "alumni"));
    ben.rename(zoe, "Zoë Kim");
    ben.synced();
    ASSERT_TRUE(bed.admin().restore(backup));
    // Ana's machine is gone.
    EXPECT_TRUE(ben.synced().verified);
    EXPECT_EQ(ben.nameOf(zoe), "");
    const auto refused = ben.store().rejected();
    ASSERT_EQ(refused.size(), 2U);
    EXPECT_NE((refused[0].content + refused[1].content).find("Zoë Kim"), std::string::npos);
    for (const RejectedEdit& edit : refused) EXPECT_EQ(edit.missing, zoe);
}

namespace {

/// What a server that was restored to before Zoë comes to hold, when it is healed in this order.
void expectHealed(TwoDesktops& test, const std::vector<Desktop*>& order)
{
    test.ana.synced();
    test.ben.synced();
    const auto backup = test.bed.folder() / "before.backup";
    ASSERT_TRUE(test.bed.admin().backup(backup));
    const Id zoe = test.ana.file().addPerson("Zoë Adler");
    test.ana.synced();
    test.ben.synced();
    // Ben knows her from Ana; Ana never hears what he makes of it.
    test.ben.file().clock.advance(std::chrono::minutes{1});
    ASSERT_TRUE(AddTag(test.ben.services()).run(zoe, "alumni"));
    test.ben.rename(zoe, "Zoë Kim");
    test.ben.synced();
    ASSERT_TRUE(test.bed.admin().restore(backup));
    for (int i = 0; i < 2; ++i)
        for (Desktop* desktop : order) EXPECT_TRUE(desktop->synced().verified);
    for (Desktop* desktop : order) {
        EXPECT_EQ(desktop->nameOf(zoe), "Zoë Kim");
        const auto detail = desktop->reader().person(zoe, desktop->file().clock.now());
        ASSERT_TRUE(detail);
        ASSERT_EQ(detail->tags.size(), 1U);
        EXPECT_EQ(desktop->store().counts(), SyncCounts{});
    }
}

}  // namespace

TEST_F(Healing, ComesToTheSameWhenTheOwnerIsOfferedFirst)
{
    expectHealed(*this, {&ana, &ben});
}

TEST_F(Healing, ComesToTheSameWhenTheOwnerIsOfferedLast)
{
    expectHealed(*this, {&ben, &ana});
}

TEST_F(Healing, OffersAgainWhatWasMadeAndRemovedBeforeItsOwnerCame)
{
    ana.synced();
    ben.synced();
    const auto backup = bed.folder() / "before.backup";
    ASSERT_TRUE(bed.admin().backup(backup));
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    ben.synced();
    ASSERT_TRUE(AddTag(ben.services()).run(zoe, "alumni"));
    const auto detail = ben.reader().person(zoe, ben.file().clock.now());
    ASSERT_TRUE(detail);
    ASSERT_TRUE(RemoveTag(ben.services()).run(detail->tags.at(0).id));
    ben.synced();
    ASSERT_TRUE(bed.admin().restore(backup));
    ben.synced();
    EXPECT_EQ(ben.store().rejected().size(), 2U);
    ana.synced();
    EXPECT_TRUE(ben.synced().verified);
    EXPECT_EQ(ben.store().rejected().size(), 0U);
    EXPECT_EQ(ben.nameOf(zoe), "Zoë Adler");
}

TEST_F(Healing, OffersAnEditAgainThatWasRefusedBecauseItsRowWasElsewhere)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    ben.synced();
    const auto spaces = ana.reader().spaces();
    const auto mine = std::ranges::find(spaces, SpaceKind::Private, &SpaceView::kind);
    ASSERT_NE(mine, spaces.end());
    ASSERT_TRUE(MoveToSpace(ana.services()).run(zoe, mine->id));
    ana.synced();
    ben.rename(zoe, "Zoë Kim");
    EXPECT_EQ(ben.synced().rejected, 1U);
    EXPECT_EQ(ben.nameOf(zoe), "");
    ASSERT_EQ(ben.store().rejected().size(), 1U);
    ASSERT_TRUE(MoveToSpace(ana.services()).run(zoe, bed.common()));
    ana.synced();
    EXPECT_TRUE(ben.synced().verified);
    EXPECT_EQ(ben.nameOf(zoe), "Zoë Kim");
    EXPECT_EQ(ben.store().rejected().size(), 0U);
    EXPECT_TRUE(ana.synced().verified);
    EXPECT_EQ(ana.nameOf(zoe), "Zoë Kim");
}

TEST_F(Healing, KeepsNothingRefusedAboutSomebodyWhoWasErased)
{
    const Id zoe = ana.file().addPerson("Zoetrope Quillfeather");
    ana.synced();
    ben.synced();
    ben.rename(zoe, "Zoetrope Quillfeather-Marsh");
    ASSERT_TRUE(AddContactPoint(ben.services()).run(zoe, ContactKind::Email, "quillfeather@example.org"));
    ASSERT_TRUE(erase(*this, zoe));
    EXPECT_EQ(ben.synced().rejected, 2U);
    EXPECT_TRUE(ben.store().rejected().empty());
    EXPECT_EQ(bytesIn(ben.file()).find("Quillfeather"), std::string::npos);
    EXPECT_EQ(bytesIn(ben.file()).find("quillfeather"), std::string::npos);
}

TEST_F(Healing, KeepsWhatIsTypedWhileARowIsTakenOutOfSight)
{
    const Id zoe = ana.file().addPerson("Zoë Adler");
    ana.synced();
    ben.synced();
    const auto spaces = ana.reader().spaces();
    const auto mine = std::ranges::find(spaces, SpaceKind::Private, &SpaceView::kind);
    ASSERT_NE(mine, spaces.end());
    ASSERT_TRUE(MoveToSpace(ana.services()).run(zoe, mine->id));
    ana.synced();
    // Between the push and the pull of a round.
    ServerSession session(bed.server(), ben.vault(), bed.clock());
    const auto page = session.with(
        [&](const sync::Token& token) {
            return bed.server().pull(token, {.cursor = ben.store().cursor(), .erased = {}}, {});
        },
        {});
    ASSERT_TRUE(page) << page.error().sentence;
    ben.rename(zoe, "Zoë Kim");
    ASSERT_TRUE(ben.store().stage(*page));
    ASSERT_TRUE(ben.store().takeStaged(false));
    EXPECT_EQ(ben.nameOf(zoe), "");
    ASSERT_EQ(ben.store().rejected().size(), 1U);
    EXPECT_NE(ben.store().rejected()[0].content.find("Zoë Kim"), std::string::npos);
}
