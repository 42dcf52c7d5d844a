#include <kith/sync/taken_field.h>

#include <algorithm>
#include <gtest/gtest.h>

using namespace kith;
using namespace kith::sync;

TEST(TakenFields, AreReadAsTheyWereWritten)
{
    const std::vector<TakenField> taken{{person::name, std::string("Ana\t\"Ruiz\""), std::string("Ani\nR.")},
                                        {person::city, Value{}, std::string("Łódź")},
                                        {person::facets, std::int64_t{1}, std::int64_t{5}}};
    const std::string text = takenToText(taken);
    EXPECT_EQ(std::ranges::count(text, '\n'), 3) << "one line for each";
    EXPECT_EQ(takenFromText(text), taken);
    EXPECT_EQ(takenToText({}), "");
    EXPECT_TRUE(takenFromText("").empty());
}

TEST(TakenFields, AreLeftOutWhereTheyCannotBeRead)
{
    const std::vector<TakenField> city{{person::city, std::string("Leeds"), std::string("Porto")}};
    const std::string good = takenToText(city);
    EXPECT_EQ(takenFromText("shoe_size\t1\t2\n" + good + "name\t\"Ana\"\nname\tAna\tAni\n"), city);
}
