// Pushes that come while another one is being committed share a transaction, and are answered one by one.
#include "on_both.h"

#include <kith/server_support/outside.h>

#include <atomic>
#include <thread>

namespace kith {
namespace {

using namespace server_support;
using sync::Outcome;
using sync::Role;

KITH_ON_BOTH(CommitGroup);

std::uint64_t metric(Bed& bed, std::string_view name)
{
    for (const server::Metric& metric : bed.server().metrics())
        if (metric.name == name) return metric.value;
    throw std::runtime_error("there is no such metric");
}

/// Sends all of them while somebody else holds the organisation back, so that all but the first few wait together.
std::vector<sync::Answer<sync::PushReply>> pushTogether(Bed& bed, std::span<const sync::Token> tokens,
                                                        std::span<const sync::PushRequest> requests)
{
    std::vector<sync::Answer<sync::PushReply>> answers(requests.size());
    std::atomic<std::size_t> answered = 0;  // one that is refused before it needs the organisation waits for nobody
    std::vector<std::jthread> threads;
    Outside outside(bed);
    outside.holdBack();
    for (std::size_t i = 0; i < requests.size(); ++i)
        threads.emplace_back([&, i] {
            answers[i] = bed.server().push(tokens[i], requests[i], {});
            ++answered;
        });
    while (metric(bed, "kith_pushes_waiting") + answered < requests.size()) std::this_thread::yield();
    outside.letGo();
    threads.clear();
    return answers;
}

TEST_P(CommitGroup, TakesTogetherWhatWaitedTogether)
{
    Bed bed(GetParam());
    std::vector<Replica> replicas;
    std::vector<sync::Token> tokens;
    std::vector<sync::PushRequest> requests;
    for (int i = 0; i < 8; ++i) {
        Replica& replica = replicas.emplace_back(bed, bed.enrol("user" + std::to_string(i), Role::Recruiter));
        replica.makePerson(bed.common(), "Person " + std::to_string(i));
        tokens.push_back(replica.token());
        requests.push_back(replica.waiting());
    }
    const std::uint64_t before = metric(bed, "kith_push_commits_total");
    for (const auto& answer : pushTogether(bed, tokens, requests)) {
        ASSERT_TRUE(answer) << answer.error().sentence;
        EXPECT_EQ(answer->results.at(0).outcome, Outcome::Applied);
    }
    EXPECT_LE(metric(bed, "kith_push_commits_total") - before, 2U);
    for (Replica& replica : replicas) replica.synchronise();
    for (Replica& replica : replicas) {
        EXPECT_EQ(replica.rows().size(), 8U);
        EXPECT_EQ(replica.agrees(), true);
    }
}

TEST_P(CommitGroup, LetsNobodyPayForAnothersTrouble)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    const Id spoilt = ana.makePerson(bed.common(), "Spoilt");
    ana.synchronise();
    Outside(bed).spoil(spoilt);
    std::vector<Replica> replicas;
    std::vector<sync::Token> tokens;
    std::vector<sync::PushRequest> requests;
    for (int i = 0; i < 6; ++i) {
        Replica& replica = replicas.emplace_back(bed, bed.enrol("user" + std::to_string(i), Role::Recruiter));
        replica.makePerson(bed.common(), "Person " + std::to_string(i));
        tokens.push_back(i == 2 ? "a token that nobody has" : replica.token());
        requests.push_back(replica.waiting());
    }
    ana.edit(spoilt, {{person::city, textValue("Porto")}});
    tokens[4] = ana.token();
    requests[4] = ana.waiting();
    const auto answers = pushTogether(bed, tokens, requests);
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (i == 2 || i == 4) continue;
        ASSERT_TRUE(answers[i]) << i << ": " << answers[i].error().sentence;
        EXPECT_EQ(answers[i]->results.at(0).outcome, Outcome::Applied) << i;
    }
    ASSERT_FALSE(answers[2]);
    EXPECT_EQ(answers[2].error().trouble, sync::Trouble::SignIn);
    ASSERT_FALSE(answers[4]);
    EXPECT_EQ(answers[4].error().trouble, sync::Trouble::ServerFault);
}

TEST_P(CommitGroup, KeepsTheOrderOfTwoEditsOfOneRow)
{
    Bed bed(GetParam());
    Replica ana(bed, bed.enrol("ana", Role::Recruiter));
    Replica ben(bed, bed.enrol("ben", Role::Recruiter));
    const Id row = ana.makePerson(bed.common(), "Chi");
    ana.synchronise();
    ben.synchronise();
    ana.edit(row, {{person::city, textValue("Porto")}});
    ben.edit(row, {{person::about, textValue("Open to a move")}});
    const std::vector<sync::Token> tokens{ana.token(), ben.token()};
    const std::vector<sync::PushRequest> requests{ana.waiting(), ben.waiting()};
    const auto answers = pushTogether(bed, tokens, requests);
    ASSERT_TRUE(answers[0] && answers[1]);
    EXPECT_NE(answers[0]->results.at(0).number, answers[1]->results.at(0).number);
    ana.synchronise();
    ben.synchronise();
    ana.synchronise();
    EXPECT_EQ(ana.rows(), ben.rows());
    EXPECT_EQ(ana.text(row, person::city), "Porto");
    EXPECT_EQ(ana.text(row, person::about), "Open to a move");
    EXPECT_EQ(ana.agrees(), true);
}

}  // namespace
}  // namespace kith
