#include "patch_gen.h"

#include <kith/sync/value_json.h>
#include <kith/sync/wire.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace kith;
using namespace kith::sync;
using namespace kith::sync::test;

namespace {

template <class T>
T again(const T& message)
{
    auto read = fromJson<T>(toJson(message));
    EXPECT_TRUE(read) << (read ? "" : read.error().message);
    return read ? *read : T{};
}

std::string complaint(std::string_view json)
{
    const auto read = fromJson<PushRequest>(json);
    return read ? "accepted" : read.error().message;
}

}  // namespace

RC_GTEST_PROP(Wire, BringsEveryPushBackAsItWas, ())
{
    PushRequest push;
    std::int64_t seq = 0;
    const int rows = *rc::gen::inRange(0, 4);
    for (int i = 0; i < rows; ++i) {
        const Kind kind = *anyKind();
        for (RowPatch& patch : *anyHistory(kind)) {
            Operation operation;
            operation.seq = ++seq;
            operation.patch = std::move(patch);
            const auto fields = specOf(kind).fields;
            const auto field = *rc::gen::inRange<std::size_t>(0, fields.size());
            operation.seen.push_back({.field = static_cast<FieldIndex>(field),
                                      .time = HybridTime{*rc::gen::arbitrary<std::uint64_t>()},
                                      .value = *anyValueOf(fields[field])});
            push.operations.push_back(std::move(operation));
        }
    }
    const auto read = fromJson<PushRequest>(toJson(push));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == push);
}

RC_GTEST_PROP(Wire, BringsEveryPullBackAsItWas, ())
{
    PullReply pull{.cursor = "opaque", .more = *rc::gen::arbitrary<bool>()};
    const Kind kind = *anyKind();
    for (RowPatch& patch : *anyHistory(kind)) pull.rows.push_back({.number = 7, .row = std::move(patch)});
    pull.gone.push_back({.kind = kind, .id = idOf(3), .space = idOf(4), .number = 9});
    pull.erasures.push_back({.id = idOf(1), .space = idOf(2), .rows = {{kind, idOf(5)}}});
    pull.spaces.push_back(
        {.id = idOf(7), .name = "Düsseldorf \"west\"", .kind = SpaceKind::Team, .rights = Rights::Write});
    pull.snapshots.push_back(idOf(8));
    const auto read = fromJson<PullReply>(toJson(pull));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == pull);
}

TEST(Wire, BringsTheOtherMessagesBackAsTheyWere)
{
    const Instant now{std::chrono::milliseconds{1'795'305'600'123}};
    HelloReply hello{.now = now, .epoch = idOf(1)};
    EXPECT_EQ(again(hello), hello);
    hello.account = HelloReply::Account{.user = idOf(2),
                                        .name = "Priya",
                                        .role = Role::BusinessManager,
                                        .organisation = idOf(3),
                                        .organisationName = "Northbank",
                                        .device = idOf(4),
                                        .acknowledged = 12,
                                        .spaces = {{idOf(5), "Northbank", SpaceKind::Organisation, Rights::Manage}}};
    EXPECT_EQ(again(hello), hello);
    const SignInRequest signIn{.user = "priya", .password = "p\"\\ä", .code = "", .device = {}, .deviceName = "desk"};
    EXPECT_EQ(again(signIn), signIn);
    const Tokens tokens{
        .access = "a", .accessUntil = now, .refresh = "r", .refreshUntil = now, .device = idOf(4), .user = idOf(2)};
    EXPECT_EQ(again(tokens), tokens);
    const PushReply push{
        .results = {{.seq = 3, .outcome = Outcome::Rejected, .reason = "No.", .number = 0, .row = {}}}};
    EXPECT_EQ(again(push), push);
    const PullRequest pull{.cursor = "c", .limit = 10, .erased = {idOf(1)}};
    EXPECT_EQ(again(pull), pull);
    const VerifyRequest verify{.cursor = "c", .sums = {{.space = idOf(5), .rows = 3, .sum = ~0ULL}}};
    EXPECT_EQ(again(verify), verify);
    const Command grant{.what = Command::What::Grant, .space = idOf(5), .user = "tom", .rights = Rights::Read};
    EXPECT_EQ(again(grant), grant);
    const std::vector<AuditEntry> audit{
        {.number = 1, .at = now, .user = "priya", .what = "grant", .subject = idOf(5), .detail = "read", .hash = "00"}};
    EXPECT_EQ(again(audit), audit);
    const Failure failure{.trouble = Trouble::Busy, .sentence = "Later."};
    EXPECT_EQ(again(failure), failure);
}

TEST(Wire, SaysWhatIsWrongAndWhere)
{
    EXPECT_EQ(complaint("{"), "The message is not JSON.");
    EXPECT_EQ(complaint("[]"), "In the message, operations is not there.");
    EXPECT_EQ(complaint(R"({"operations":[{"seq":0}]})"), "In the message, operations[0].seq is not within bounds.");
    EXPECT_EQ(complaint(R"({"operations":[{"seq":1,"row":{"kind":"person","id":"x","groups":[]}}]})"),
              "In the message, operations[0].row.id is not an id.");
    EXPECT_EQ(complaint(R"({"operations":[{"seq":1,"row":{"kind":7}}]})"),
              "In the message, operations[0].row.kind is not a text.");
}

TEST(Wire, RefusesNestingThatIsDeeperThanAnyMessage)
{
    EXPECT_EQ(complaint(std::string(10'000, '[')), "The message is not JSON.");
}

TEST(Wire, PassesOverFieldsAndRowsOfANewerVersion)
{
    const auto pull = fromJson<PullReply>(
        R"({"rows":[{"number":1,"row":{"kind":"hologram","id":"00000000-0000-0000-0000-000000000001","groups":[]}},
            {"number":2,"row":{"kind":"person","id":"00000000-0000-0000-0000-000000000002","groups":[
              {"time":"0000000000010000","device":"00000000-0000-0000-0000-000000000003","origin":"typed","as_of":0,
               "fields":{"aura":"violet","name":"Ana"}}]}}],
            "gone":[],"erasures":[],"spaces":[],"snapshots":[],"cursor":"","more":false,"weather":"fine"})");
    ASSERT_TRUE(pull);
    ASSERT_EQ(pull->rows.size(), 1U);
    ASSERT_EQ(pull->rows[0].row.groups[0].fields.size(), 1U);
    EXPECT_EQ(pull->rows[0].row.groups[0].fields[0].second, Value{std::string("Ana")});
}

TEST(Wire, RefusesAPushOutOfOrder)
{
    PushRequest push;
    for (const std::int64_t seq : {2, 1}) {
        Operation operation;
        operation.seq = seq;
        operation.patch = {.kind = Kind::Person, .id = idOf(1)};
        push.operations.push_back(operation);
    }
    EXPECT_EQ(complaint(toJson(push)), "In the message, operations is not in order of seq.");
}

TEST(ValueJson, WritesEnumerationsAsWordsAndReadsThemBack)
{
    const FieldSpec& field = specOf(Kind::Interaction).fields[interaction::channel];
    const std::string json = valueToJson(field, enumValue(Channel::Call));
    EXPECT_EQ(json, "\"call\"");
    EXPECT_EQ(valueFromJson(field, json), Value{enumValue(Channel::Call)});
}
