#include <kith/models/list_model.h>
#include <kith/models/text.h>

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <gtest/gtest.h>
#include <numeric>
#include <random>

namespace kith::ui {
namespace {

struct Line {
    int key = 0;
    QString text;
    bool operator==(const Line&) const = default;
};

using Lines = ListModel<Line, int>;

Lines makeModel()
{
    return {[](const Line& line) { return line.key; },
            [](const Line& line, int role) { return role == Qt::DisplayRole ? QVariant(line.text) : QVariant{}; }};
}

std::vector<int> keysOf(const Lines& model)
{
    std::vector<int> keys;
    for (const Line& line : model.items()) keys.push_back(line.key);
    return keys;
}

class ListModelTest : public testing::Test {
protected:
    Lines model = makeModel();
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(ListModelTest, ShowsWhatItIsGiven)
{
    model.setItems({{1, QStringLiteral("one")}, {2, QStringLiteral("two")}});

    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.index(1).data().toString(), QStringLiteral("two"));
    EXPECT_EQ(model.rowOf(2), 1);
    EXPECT_EQ(model.rowOf(7), -1);
    EXPECT_EQ(model.at(2), nullptr);
    EXPECT_EQ(model.at(-1), nullptr);
}

TEST_F(ListModelTest, KeepsTheSelectedItemWhenOthersLeaveArriveAndMove)
{
    model.setItems({{1, {}}, {2, {}}, {3, {}}, {4, {}}});
    const QPersistentModelIndex selected = model.index(2);

    model.setItems({{9, {}}, {4, {}}, {3, {}}, {1, {}}});

    EXPECT_EQ(keysOf(model), (std::vector{9, 4, 3, 1}));
    EXPECT_EQ(selected.row(), 2);
}

TEST_F(ListModelTest, SaysNothingWhenNothingChanged)
{
    model.setItems({{1, {}}, {2, {}}});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);

    model.setItems({{1, {}}, {2, {}}});

    EXPECT_EQ(changed.count() + inserted.count() + moved.count(), 0);
}

TEST_F(ListModelTest, SaysWhichRowHasNewText)
{
    model.setItems({{1, {}}, {2, {}}});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

    model.setItems({{1, {}}, {2, QStringLiteral("new")}});

    ASSERT_EQ(changed.count(), 1);
    EXPECT_EQ(changed.front().front().toModelIndex().row(), 1);
}

TEST_F(ListModelTest, FollowsAnySequenceOfLists)
{
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        std::vector<int> keys(12);
        std::iota(keys.begin(), keys.end(), 0);
        std::shuffle(keys.begin(), keys.end(), random);
        keys.resize(random() % 13);
        std::vector<Line> lines;
        for (const int key : keys) lines.push_back({key, QString::number(random() % 3)});

        model.setItems(lines);

        ASSERT_EQ(model.items(), lines);
    }
}

TEST(Text, CarriesCivilDatesBothWays)
{
    const Date day = *parseIsoDate("2026-11-22");
    EXPECT_EQ(toQDate(day), QDate(2026, 11, 22));
    EXPECT_EQ(toDate(QDate(2026, 11, 22)), day);
}

TEST(Text, ReadsTheWallClockOfTheZone)
{
    struct TwoHoursEast final : Zone {
        std::chrono::seconds offsetAt(Instant) const override { return std::chrono::hours{2}; }
    } zone;
    const Instant at = *parseIsoInstant("2026-11-22T23:30:00Z", zone);

    EXPECT_EQ(toWallClock(at, zone), QDateTime(QDate(2026, 11, 23), QTime(1, 30)));
    EXPECT_EQ(fromWallClock(toWallClock(at, zone), zone), at);
}

}  // namespace
}  // namespace kith::ui
