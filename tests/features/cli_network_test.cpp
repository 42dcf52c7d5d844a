// kithctl path, who-knows, held-alone and embedded as scripts use them.
#include "program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class NetworkCommands : public ::testing::Test {
protected:
    NetworkCommands()
    {
        kithctl.ok({"init", "--plain", "--organisation", "Northmoor Council"});
        kithctl.json({"import",
                      kithctl.file("people.csv",
                                   "name,organisation,area,email,facets\n"
                                   "Mira Falk,Northmoor Council,Housing,mira@example.org,colleague\n"
                                   "Tom Kay,Northmoor Council,Platform,tom@example.org,colleague\n"
                                   "Ben Ode,Acme,,ben@example.org,talent\n"
                                   "Ana Ruiz,Norsk Data,,ana@example.org,talent\n"),
                      "--kind", "people"});
    }
    void tie(const std::string& a, const std::string& b, const std::string& strength)
    {
        kithctl.ok({"tie", a, b, "--kind", "worked-with", "--strength", strength});
    }
    test::Kithctl kithctl;
};

std::vector<std::string> namesIn(const json& path)
{
    std::vector<std::string> names;
    for (const json& step : path["steps"]) names.push_back(step["name"]);
    return names;
}

TEST_F(NetworkCommands, PathNamesEveryStepAndItsStrength)
{
    tie("Mira Falk", "Ben Ode", "0.5");
    tie("Ben Ode", "Ana Ruiz", "0.8");
    tie("Tom Kay", "Ana Ruiz", "0.2");
    const json all = kithctl.json({"path", "--to", "Ana Ruiz"})["paths"];
    ASSERT_EQ(all.size(), 2U);
    EXPECT_THAT(namesIn(all[0]), ElementsAre("Mira Falk", "Ben Ode", "Ana Ruiz"));
    EXPECT_NEAR(all[0]["strength"].get<double>(), 0.4, 0.001);
    double product = 1;
    for (const json& step : all[0]["steps"]) product *= step["strength"].get<double>();
    EXPECT_NEAR(product, all[0]["strength"].get<double>(), 1e-9);
    EXPECT_TRUE(all[0]["steps"][0]["tie"].is_null());
    EXPECT_EQ(all[0]["steps"][1]["tie"], "worked-with");
    EXPECT_THAT(namesIn(all[1]), ElementsAre("Tom Kay", "Ana Ruiz"));
    const json ofArea = kithctl.json({"path", "--to", "Ana Ruiz", "--area", "platform", "-k", "1"})["paths"];
    ASSERT_EQ(ofArea.size(), 1U);
    EXPECT_THAT(namesIn(ofArea[0]), ElementsAre("Tom Kay", "Ana Ruiz"));
    const json ofOne = kithctl.json({"path", "--to", "Ana Ruiz", "--from", "mira@example.org"})["paths"];
    ASSERT_EQ(ofOne.size(), 1U);
    EXPECT_THAT(kithctl.run({"path", "--to", "Ana Ruiz"}).out, HasSubstr("0.40 = 0.50 × 0.80"));
}

TEST_F(NetworkCommands, PathIsEmptyWhereNobodyLeads)
{
    EXPECT_EQ(kithctl.json({"path", "--to", "Ana Ruiz"})["paths"].size(), 0U);
    EXPECT_THAT(kithctl.run({"path", "--to", "Ana Ruiz"}).out, HasSubstr("Nobody leads there."));
    EXPECT_EQ(kithctl.run({"path", "--to", "Ana Ruiz", "--area", "Nowhere"}).code, 1);
    EXPECT_EQ(kithctl.run({"path", "--to", "Ana Ruiz", "--area", "Housing", "--from", "Tom Kay"}).code, 2);
    EXPECT_EQ(kithctl.run({"path", "--to", "Nobody Atall"}).code, 1);
}

TEST_F(NetworkCommands, WhoKnowsListsColleaguesStrongestFirst)
{
    tie("Mira Falk", "Ana Ruiz", "0.5");
    tie("Tom Kay", "Ana Ruiz", "0.7");
    tie("Ben Ode", "Ana Ruiz", "0.9");
    const json answer = kithctl.json({"who-knows", "Ana Ruiz"});
    ASSERT_EQ(answer["known_by"].size(), 2U);
    EXPECT_EQ(answer["known_by"][0]["name"], "Tom Kay");
    EXPECT_NEAR(answer["known_by"][0]["strength"].get<double>(), 0.7, 0.001);
    EXPECT_EQ(answer["known_by"][1]["name"], "Mira Falk");
    ASSERT_FALSE(answer["speakers"].empty());
    EXPECT_EQ(answer["speakers"][0]["name"], "Tom Kay");
    EXPECT_EQ(answer["speakers"][0]["terms"].size(), 4U);
}

TEST_F(NetworkCommands, HeldAloneListsWhoHangsOnOneColleague)
{
    tie("Mira Falk", "Ana Ruiz", "0.8");
    tie("Mira Falk", "Ben Ode", "0.8");
    tie("Tom Kay", "Ben Ode", "0.6");
    tie("Mira Falk", "Tom Kay", "0.6");
    const json holders = kithctl.json({"held-alone"})["holders"];
    ASSERT_EQ(holders.size(), 1U);
    EXPECT_EQ(holders[0]["name"], "Mira Falk");
    EXPECT_EQ(holders[0]["count"], 1U);
    EXPECT_EQ(holders[0]["people"][0]["name"], "Ana Ruiz");
    EXPECT_EQ(holders[0]["people"][0]["introduce"][0]["name"], "Tom Kay");
    EXPECT_EQ(kithctl.json({"held-alone", "--colleague", "Tom Kay"})["holders"].size(), 0U);
}

TEST_F(NetworkCommands, WhoKnowsAndSomebodyElseListsWhoKnowsBoth)
{
    tie("Mira Falk", "Ben Ode", "0.5");
    tie("Mira Falk", "Ana Ruiz", "0.8");
    tie("Tom Kay", "Ben Ode", "0.9");
    tie("Tom Kay", "Ana Ruiz", "0.9");
    const json answer = kithctl.json({"who-knows", "Ana Ruiz", "--and", "ben@example.org"});
    EXPECT_EQ(answer["count"], 2U);
    const json all = answer["known_by_both"];
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0]["name"], "Tom Kay");
    EXPECT_EQ(all[1]["name"], "Mira Falk");
    EXPECT_NEAR(all[1]["way"].get<double>(), 0.4, 0.001);
    EXPECT_NEAR(all[1]["with_person"]["strength"].get<double>(), 0.8, 0.001);
    EXPECT_NEAR(all[1]["with_other"]["strength"].get<double>(), 0.5, 0.001);
    EXPECT_EQ(all[1]["with_other"]["tie"], "worked-with");
    EXPECT_THAT(kithctl.run({"who-knows", "Ana Ruiz", "--and", "Ben Ode"}).out, HasSubstr("0.40 = 0.80 × 0.50"));
    EXPECT_THAT(kithctl.run({"who-knows", "Ana Ruiz", "--and", "Ben Ode", "--limit", "1"}).out,
                HasSubstr("1 of 2 are listed."));

    kithctl.ok({"approach", "Tom Kay", "off-limits", "--reason", "at a client"});
    const json now = kithctl.json({"who-knows", "Ana Ruiz", "--and", "Ben Ode"})["known_by_both"];
    EXPECT_EQ(now[0]["name"], "Mira Falk");
    EXPECT_EQ(now[1]["may_introduce"], false);
    EXPECT_TRUE(now[1]["way"].is_null());
    EXPECT_THAT(kithctl.run({"who-knows", "Ana Ruiz", "--and", "Ben Ode"}).out, HasSubstr("not to be asked"));

    EXPECT_THAT(kithctl.run({"who-knows", "Mira Falk", "--and", "Tom Kay"}).out, HasSubstr("0.72 = 0.80 × 0.90"));
    EXPECT_EQ(kithctl.run({"who-knows", "Ana Ruiz", "--and", "ana@example.org"}).code, 1);
}

TEST_F(NetworkCommands, EmbeddedSaysHowFarAGroupKeepsToItselfAndOnWhomItHangs)
{
    kithctl.json({"import",
                  kithctl.file("more.csv",
                               "name,organisation,area,email,facets\n"
                               "Eli Moss,Northmoor Council,Housing,eli@example.org,colleague\n"
                               "Ada Wood,Northmoor Council,Housing,ada@example.org,colleague\n"),
                  "--kind", "people"});
    tie("Mira Falk", "Ana Ruiz", "0.8");
    tie("Mira Falk", "Tom Kay", "0.6");
    tie("Mira Falk", "Eli Moss", "0.7");
    const json all = kithctl.json({"embedded", "--area", "housing"});
    EXPECT_EQ(all["name"], "Housing");
    EXPECT_EQ(all["members"], 3U);
    EXPECT_EQ(all["others"], 3U);
    EXPECT_EQ(all["inside"], 1U);
    EXPECT_EQ(all["outside"], 2U);
    EXPECT_NEAR(all["share_outside"].get<double>(), 2.0 / 3, 1e-9);
    EXPECT_NEAR(all["ei_index"].get<double>(), 1.0 / 3, 1e-9);
    EXPECT_NEAR(all["expected_ei_index"].get<double>(), 0.5, 1e-9);
    EXPECT_NEAR(all["bridge_share"].get<double>(), 1, 1e-9);
    EXPECT_EQ(all["bridges"][0]["name"], "Mira Falk");
    ASSERT_EQ(all["reached_inside"].size(), 1U);
    EXPECT_EQ(all["reached_inside"][0]["name"], "Eli Moss");
    EXPECT_EQ(all["reached_inside"][0]["through"]["name"], "Mira Falk");
    EXPECT_EQ(all["reached_by_nobody"][0]["name"], "Ada Wood");
    const std::string text = kithctl.run({"embedded", "--area", "housing"}).out;
    EXPECT_THAT(text, HasSubstr("E-I index 0.33 = (2 - 1) / (2 + 1)"));
    EXPECT_THAT(text, HasSubstr("The group hangs on Mira Falk, who has 2 of the 2 ties outside (100 %)."));

    EXPECT_EQ(kithctl.json({"embedded", "--area", "housing", "--others", "colleague"})["outside"], 1U);
    const json council = kithctl.json({"embedded", "--organisation", "northmoor council"});
    EXPECT_EQ(council["members"], 4U);
    EXPECT_EQ(council["outside"], 1U);
}

TEST_F(NetworkCommands, EmbeddedRefusesAGroupThatIsNotThere)
{
    EXPECT_THAT(kithctl.run({"embedded", "--area", "Nowhere"}).err, HasSubstr("There is no area called Nowhere."));
    const test::Outcome nameless = kithctl.run({"embedded"});
    EXPECT_EQ(nameless.code, 2);
    EXPECT_THAT(nameless.err, HasSubstr("--area or --organisation is required"));
    EXPECT_EQ(kithctl.run({"embedded", "--help"}).code, 0);
    EXPECT_EQ(kithctl.run({"embedded", "--area", "Housing", "--organisation", "Acme"}).code, 2);
    EXPECT_EQ(kithctl.run({"embedded", "--area", "Housing", "--others", "strangers"}).code, 2);
}

}  // namespace
}  // namespace kith
