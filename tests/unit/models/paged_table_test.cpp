#include <kith/models/paged_table.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <gtest/gtest.h>
#include <numeric>

namespace kith::ui {
namespace {

struct Record {
    std::uint32_t key = 0;
    int reading = 0;  ///< how many fetches there had been when it was read
};

class PagedTableTest : public testing::Test {
protected:
    using Table = PagedTable<Record>;

    static std::vector<Table::Key> keys(std::size_t count)
    {
        std::vector<Table::Key> made(count);
        std::iota(made.begin(), made.end(), Table::Key{100});
        return made;
    }

    int fetches = 0;
    std::size_t fetched = 0;
    std::vector<Table::Key> gone{};
    std::vector<std::pair<int, Qt::SortOrder>> sorts{};
    Table table{{.columns = 2,
                 .fetch =
                     [this](std::span<const Table::Key> wanted) {
                         ++fetches;
                         fetched += wanted.size();
                         std::vector<Record> lines;
                         for (const auto key : wanted)
                             if (std::ranges::find(gone, key) == gone.end()) lines.push_back({key, fetches});
                         return lines;
                     },
                 .keyOf = [](const Record& line) { return line.key; },
                 .data =
                     [](const Record& line, int column, int role) {
                         return role == Qt::DisplayRole ? QVariant(line.key + static_cast<unsigned>(column))
                                                        : QVariant{};
                     },
                 .header = [](int column, int) { return QVariant(column); },
                 .sorted = [this](int column, Qt::SortOrder order) { sorts.emplace_back(column, order); }}};
    QAbstractItemModelTester tester{&table, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(PagedTableTest, ReadsOnlyThePageSomebodyLooksAt)
{
    table.setKeys(keys(1'000'000));
    const int before = fetches;

    EXPECT_EQ(table.index(500'000, 1).data().toUInt(), 500'101u);
    EXPECT_EQ(table.index(500'001, 0).data().toUInt(), 500'101u);

    EXPECT_EQ(fetches, before + 1);
    EXPECT_LE(fetched, static_cast<std::size_t>(fetches) * Table::kPageRows);
}

TEST_F(PagedTableTest, HoldsABoundedNumberOfPagesAfterScrollingThroughAMillion)
{
    table.setKeys(keys(1'000'000));

    for (int row = 0; row < 1'000'000; row += 5000) ASSERT_TRUE(table.index(row, 0).data().isValid());

    EXPECT_LE(table.pagesHeld(), Table::kPages);
}

TEST_F(PagedTableTest, ForgetsThePageUsedLongestAgo)
{
    table.setKeys(keys(Table::kPageRows * (Table::kPages + 2)));
    const auto look = [&](std::size_t page) { return table.at(static_cast<int>(page * Table::kPageRows))->reading; };
    const int first = look(0);
    for (std::size_t page = 1; page < Table::kPages; ++page) look(page);
    EXPECT_EQ(look(0), first);
    look(Table::kPages);

    EXPECT_EQ(look(0), first);
    EXPECT_NE(look(1), 2);
}

TEST_F(PagedTableTest, ShowsNothingInARowThatHasGoneAndKeepsTheOthersInPlace)
{
    gone = {101, 102};
    table.setKeys(keys(5));

    EXPECT_EQ(table.at(0)->key, 100u);
    EXPECT_EQ(table.at(1), nullptr);
    EXPECT_FALSE(table.index(2, 0).data().isValid());
    EXPECT_EQ(table.at(3)->key, 103u);
}

TEST_F(PagedTableTest, ReplacesTheListWithOneReset)
{
    table.setKeys(keys(10));
    QSignalSpy reset(&table, &QAbstractItemModel::modelReset);

    table.setKeys(keys(5));

    EXPECT_EQ(reset.count(), 1);
    EXPECT_EQ(table.rowCount(), 5);
}

TEST_F(PagedTableTest, KeepsPlaceAndSelectionWhenTheListIsTheSame)
{
    table.setKeys(keys(10));
    const int before = table.at(3)->reading;
    QSignalSpy reset(&table, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&table, &QAbstractItemModel::dataChanged);

    table.setKeys(keys(10));

    EXPECT_EQ(reset.count(), 0);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_NE(table.at(3)->reading, before);
}

TEST_F(PagedTableTest, FindsTheRowOfAKey)
{
    table.setKeys(keys(10));

    EXPECT_EQ(table.rowOf(104), 4);
    EXPECT_EQ(table.rowOf(7), -1);
    EXPECT_EQ(table.keyAt(4), 104u);
    EXPECT_EQ(table.keyAt(10), std::nullopt);
}

TEST_F(PagedTableTest, HandsTheWishForAnOrderToItsOwner)
{
    table.setKeys(keys(3));

    table.sort(1, Qt::DescendingOrder);

    ASSERT_EQ(sorts.size(), 1u);
    EXPECT_EQ(sorts.front(), (std::pair{1, Qt::DescendingOrder}));
}

}  // namespace
}  // namespace kith::ui
