#include <kith/sqlite/migrator.h>
#include <kith/sqlite/transaction.h>
#include <kith/store/migrations.h>
#include <kith/support/temp_workspace.h>
#include <kith/usecases/aliases.h>

#include <fstream>
#include <gtest/gtest.h>

using namespace kith;
using namespace kith::store;
using kith::test::TempWorkspace;

namespace {

WorkspaceKey keyOf(std::uint8_t byte)
{
    WorkspaceKey key;
    key.fill(byte);
    return key;
}

std::string bytesOf(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Every table and index, as it was made.
std::vector<std::string> schemaOf(const sqlite::Connection& db)
{
    std::vector<std::string> made;
    auto rows = db.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name");
    while (rows.next()) made.push_back(rows.text(0));
    return made;
}

/// A workspace as the migrations up to a version make it, still empty.
std::vector<std::string> schemaAt(const std::filesystem::path& path, std::size_t version)
{
    auto db = sqlite::Connection::open(path, {.access = sqlite::Access::Create});
    if (!db || !sqlite::migrate(**db, migrations().first(version))) return {};
    return schemaOf(**db);
}

/// What takes away again what a migration brought, the latest first.
struct Unmigration {
    int version;
    const char* sql;
};
constexpr Unmigration kUnmigrations[] = {
    {9,
     "DROP TABLE move; DROP TABLE placement; DROP TABLE stage; DROP TABLE pipeline; DROP TABLE pool_member;"
     " DROP TABLE pool;"},
    {8, "DROP TABLE colleague_contact; ALTER TABLE person_summary DROP COLUMN lean;"},
    {7, "DROP TABLE kept_search; DROP TABLE behind_search;"},
    {6, "DROP TABLE alias;"},
    {5, "DROP TABLE saved_search;"},
    {4, "DROP TABLE same_person; DROP TABLE person_alias;"},
};

/// Makes the file what the version was; returns the schema that it had.
std::vector<std::string> makeOlder(TempWorkspace& w, int version)
{
    w.close();
    auto db = sqlite::Connection::open(w.path(), {});
    EXPECT_TRUE(db);
    if (!db) return {};
    auto fresh = schemaOf(**db);
    for (const auto& [came, sql] : kUnmigrations)
        if (came > version) {
            EXPECT_TRUE((*db)->script(sql));
        }
    EXPECT_TRUE((*db)->script("PRAGMA user_version = " + std::to_string(version)));
    EXPECT_EQ(schemaOf(**db), schemaAt(w.folder() / "older.db", version))
        << "this is what version " << version << " was";
    return fresh;
}

void expectBroughtTo(const std::vector<std::string>& schema, TempWorkspace& w)
{
    w.close();
    auto db = sqlite::Connection::open(w.path(), {});
    ASSERT_TRUE(db);
    EXPECT_EQ(schemaOf(**db), schema);
    EXPECT_EQ(sqlite::versionOf(**db), migrations().back().version);
}

ErrorCode codeOf(const Result<std::unique_ptr<Workspace>>& result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

}  // namespace

TEST(Open, KeepsEverythingUnderItsKeyAndShowsNothingWithoutIt)
{
    TempWorkspace w(keyOf(7));
    w.addPerson("Wilhelmina Featherstonehaugh");
    w.reopen();
    EXPECT_EQ(w.reader().countPeople(), 1U);
    w.close();
    const std::string bytes = bytesOf(w.path()) + bytesOf(w.path().string() + "-wal");
    EXPECT_EQ(bytes.find("Featherstonehaugh"), std::string::npos);
    EXPECT_EQ(bytes.find("featherstonehaugh"), std::string::npos);
    EXPECT_EQ(bytes.substr(0, 16), std::string(16, '\x5A')) << "the salt stands in clear at the start";
}

TEST(Open, SaysThatAKeyIsWrongAndLeavesTheFileAlone)
{
    TempWorkspace w(keyOf(7));
    w.close();
    const std::string before = bytesOf(w.path());
    auto options = w.options();
    options.key = keyOf(8);
    EXPECT_EQ(codeOf(Workspace::open(options)), ErrorCode::WrongKey);
    options.key.reset();
    EXPECT_EQ(codeOf(Workspace::open(options)), ErrorCode::WrongKey);
    EXPECT_EQ(bytesOf(w.path()), before);
    w.reopen();
}

TEST(Open, RefusesASecondProcess)
{
    TempWorkspace w;
    EXPECT_EQ(codeOf(Workspace::open(w.options())), ErrorCode::Locked);
    w.close();
    EXPECT_TRUE(Workspace::open(w.options()));
}

TEST(Open, RefusesAFileFromANewerKith)
{
    TempWorkspace w;
    w.close();
    {
        auto db = sqlite::Connection::open(w.path(), {});
        ASSERT_TRUE(db);
        ASSERT_TRUE((*db)->script("PRAGMA user_version = 9999"));
    }
    const auto opened = Workspace::open(w.options());
    EXPECT_EQ(codeOf(opened), ErrorCode::NewerVersion);
    EXPECT_NE(opened.error().message.find("9999"), std::string::npos);
}

TEST(Open, RefusesFilesThatAreNoWorkspace)
{
    TempWorkspace w;
    w.close();
    std::filesystem::remove(w.path());
    EXPECT_EQ(codeOf(Workspace::open(w.options())), ErrorCode::NotFound);
    {
        std::ofstream out(w.path());
    }
    EXPECT_EQ(codeOf(Workspace::open(w.options())), ErrorCode::Corrupt);
    {
        std::ofstream(w.path()) << "This is a letter, not a database, and it is longer than a header.";
    }
    EXPECT_EQ(codeOf(Workspace::open(w.options())), ErrorCode::WrongKey);
    EXPECT_EQ(codeOf(Workspace::create(w.options(), "x")), ErrorCode::BadInput) << "and creating does not overwrite it";
    EXPECT_EQ(bytesOf(w.path()).substr(0, 16), "This is a letter");
}

TEST(Open, MakesAFileThatOthersCannotRead)
{
    TempWorkspace w;
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(w.path()).permissions() & (perms::group_all | perms::others_all), perms::none);
}

TEST(Migrations, StopAtAFailingStatementAndLeaveTheOldFile)
{
    kith::test::TempFolder folder;
    auto db = sqlite::Connection::open(folder.path() / "m.db", {.access = sqlite::Access::Create});
    ASSERT_TRUE(db);
    constexpr sqlite::Migration good[] = {{1, [](sqlite::Connection& c) { return c.script("CREATE TABLE a (x)"); }}};
    ASSERT_TRUE(sqlite::migrate(**db, good));
    constexpr sqlite::Migration bad[] = {
        {1, [](sqlite::Connection& c) { return c.script("CREATE TABLE a (x)"); }},
        {2, [](sqlite::Connection& c) { return c.script("CREATE TABLE b (x)"); }},
        {3, [](sqlite::Connection& c) { return c.script("CREATE TABLE d (x); INSERT INTO nowhere VALUES (1)"); }},
    };
    EXPECT_FALSE(sqlite::migrate(**db, bad));
    EXPECT_EQ(sqlite::versionOf(**db), 2);
    EXPECT_EQ((*db)->number("SELECT count(*) FROM sqlite_schema WHERE name IN ('a', 'b')"), 2);
    EXPECT_EQ((*db)->number("SELECT count(*) FROM sqlite_schema WHERE name = 'd'"), 0);
}

TEST(Migrations, YieldAColumnForEveryFieldOfTheEntityTable)
{
    TempWorkspace w;
    w.close();
    auto db = sqlite::Connection::open(w.path(), {});
    ASSERT_TRUE(db);
    for (const KindSpec& spec : allKinds())
        for (const FieldSpec& field : spec.fields) {
            auto column = (*db)->query("SELECT type FROM pragma_table_info(?) WHERE name = ?", spec.table, field.name);
            ASSERT_TRUE(column.next()) << spec.table << '.' << field.name;
            const std::string_view expected = field.type == Type::Text ? "TEXT"
                : field.type == Type::Real                             ? "REAL"
                : field.type == Type::Reference                        ? "BLOB"
                                                                       : "INTEGER";
            EXPECT_EQ(column.textView(0), expected) << spec.table << '.' << field.name;
        }
}

TEST(Migrations, BringAWorkspaceFromBeforeMergesUpToDateWithAllItsRows)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    const Id ani = w.addPerson("Ani R.");
    const auto fresh = makeOlder(w, 3);
    w.reopen();
    EXPECT_EQ(w.reader().countPeople(), 2U);
    EXPECT_EQ(w.reader().card(ana, w.clock.now())->name, "Ana Ruiz");
    EXPECT_EQ(w.workspace().check(), std::vector<std::string>{});
    Edit merge{.command = CommandKind::MergePeople};
    merge.put(Kind::SamePerson, w.ids.make()).fields = {{same_person::person, ani}, {same_person::into, ana}};
    ASSERT_TRUE(w.workspace().apply(merge));
    EXPECT_EQ(w.reader().countPeople(), 1U);
    EXPECT_EQ(w.reader().card(ani, w.clock.now())->id, ana);
    expectBroughtTo(fresh, w);
}

TEST(Migrations, BringAWorkspaceFromBeforeSavedSearchesUpToDateWithAllItsRows)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    const auto fresh = makeOlder(w, 4);
    w.reopen();
    EXPECT_EQ(w.reader().card(ana, w.clock.now())->name, "Ana Ruiz");
    EXPECT_EQ(w.workspace().check(), std::vector<std::string>{});
    Edit save{.command = CommandKind::SaveSearch};
    save.put(Kind::SavedSearch, w.ids.make()).fields = {{saved_search::name, std::string("German")},
                                                        {saved_search::query, std::string("german>=B2")}};
    ASSERT_TRUE(w.workspace().apply(save));
    ASSERT_TRUE(w.workspace().undo());
    ASSERT_TRUE(w.workspace().redo());
    std::size_t kept = 0;
    w.reader().forEachRow(Kind::SavedSearch, [&](const Row& row) {
        kept += textOf(row.values[saved_search::query]) == "german>=B2" ? 1 : 0;
        return true;
    });
    EXPECT_EQ(kept, 1U);
    expectBroughtTo(fresh, w);
}

TEST(Migrations, BringAWorkspaceFromBeforeOtherNamesUpToDateWithAllItsRows)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    const auto fresh = makeOlder(w, 5);
    w.reopen();
    EXPECT_EQ(w.reader().card(ana, w.clock.now())->name, "Ana Ruiz");
    EXPECT_EQ(w.workspace().check(), std::vector<std::string>{});
    EXPECT_TRUE(AddAliases(w.services()).run(AliasKind::Skill, "Erlang = BEAM"));
    expectBroughtTo(fresh, w);
}

TEST(Open, MindsNoLockFileThatNobodyHolds)
{
    TempWorkspace w;
    w.close();
    const std::string lock = w.path().string() + ".lock";
    // What killed processes can leave: a file without a word in it, one that names a process, and (of the lock files
    // that Kith had before) the lock for removing a lock.
    std::ofstream(lock).close();
    EXPECT_TRUE(Workspace::open(w.options()));
    std::ofstream(lock) << "999999999\nkithctl\nelsewhere\n";
    std::ofstream(lock + ".rmlock").close();
    EXPECT_TRUE(Workspace::open(w.options()));
}

TEST(Open, IsForOneAtATime)
{
    TempWorkspace w;
    const auto second = Workspace::open(w.options());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Locked);
    EXPECT_TRUE(std::filesystem::exists(w.path().string() + ".lock"));
    w.close();
    EXPECT_FALSE(std::filesystem::exists(w.path().string() + ".lock"));
    EXPECT_TRUE(Workspace::open(w.options()));
}
