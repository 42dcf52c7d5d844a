#include <kith/server/news.h>

#include <gtest/gtest.h>

#include <future>
#include <memory>

namespace kith::server {
namespace {

using std::chrono::milliseconds;

Id idOfByte(std::uint8_t byte)
{
    Id id;
    id.bytes.fill(byte);
    return id;
}

const Id kSpace = idOfByte(1);
const Id kOther = idOfByte(2);
constexpr milliseconds kLong = std::chrono::hours(1);

/// What a subscription was told, as often as it was.
struct Heard {
    std::vector<bool> told;
    News::Callback callback()
    {
        return [this](bool changed) { told.push_back(changed); };
    }
};

TEST(News, CallsBackOnceForATopicThatIsPublished)
{
    News news;
    Heard heard;
    news.subscribe(std::vector{Topic{kSpace, 5}}, kLong, heard.callback());
    news.publish(std::vector{Topic{kOther, 9}});
    EXPECT_TRUE(heard.told.empty());
    news.publish(std::vector{Topic{kSpace, 6}, Topic{kSpace, 7}});
    news.publish(std::vector{Topic{kSpace, 8}});
    EXPECT_EQ(heard.told, std::vector{true});
    EXPECT_EQ(news.waiting(), 0U);
}

TEST(News, CallsBackAtOnceWhenItWasPublishedBetweenLookingAndSubscribing)
{
    News news;
    news.publish(std::vector{Topic{kSpace, 6}});
    Heard heard;
    news.subscribe(std::vector{Topic{kSpace, 5}}, kLong, heard.callback());
    EXPECT_EQ(heard.told, std::vector{true});
    Heard known;
    news.subscribe(std::vector{Topic{kSpace, 6}}, kLong, known.callback());
    EXPECT_TRUE(known.told.empty());
    news.publish(std::vector{Topic{kSpace, 6}});
    EXPECT_TRUE(known.told.empty()) << "it is known already";
    news.cancel(2);
}

TEST(News, CallsBackWithoutNewsWhenTheTimeIsUp)
{
    News news;
    std::promise<bool> promise;
    Heard late;
    news.subscribe(std::vector{Topic{kSpace, 0}}, kLong, late.callback());
    news.subscribe(std::vector{Topic{kSpace, 0}}, milliseconds(1), [&](bool changed) { promise.set_value(changed); });
    EXPECT_FALSE(promise.get_future().get());
    EXPECT_EQ(news.waiting(), 1U);
    news.wakeAll();
    EXPECT_EQ(late.told, std::vector{true});
}

TEST(News, ForgetsWhatIsCancelled)
{
    News news;
    auto held = std::make_shared<int>(1);
    const auto subscription = news.subscribe(std::vector{Topic{kSpace, 0}}, kLong, [held](bool) { FAIL(); });
    EXPECT_EQ(held.use_count(), 2);
    news.cancel(subscription);
    EXPECT_EQ(held.use_count(), 1);
    news.publish(std::vector{Topic{kSpace, 1}});
    news.cancel(subscription);
}

TEST(News, TellsEverybodyNothingWhenItIsClosed)
{
    News news;
    Heard before;
    Heard after;
    news.subscribe(std::vector{Topic{kSpace, 0}}, kLong, before.callback());
    news.close();
    news.subscribe(std::vector{Topic{kSpace, 0}}, kLong, after.callback());
    EXPECT_EQ(before.told, std::vector{false});
    EXPECT_EQ(after.told, std::vector{false});
}

TEST(News, WakesTwoThousand)
{
    News news;
    int told = 0;
    for (int i = 0; i < 2000; ++i)
        news.subscribe(std::vector{Topic{kSpace, 0}, Topic{idOfByte(static_cast<std::uint8_t>(i % 200)), 0}}, kLong,
                       [&](bool changed) { told += changed ? 1 : 0; });
    news.publish(std::vector{Topic{kSpace, 1}});
    EXPECT_EQ(told, 2000);
    EXPECT_EQ(news.waiting(), 0U);
}

}  // namespace
}  // namespace kith::server
