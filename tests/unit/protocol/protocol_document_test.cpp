#include <kith/sync/wire.h>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>

namespace kith::sync {

namespace {

using Json = nlohmann::json;

std::string document()
{
    std::ifstream file(KITH_PROTOCOL_FILE);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

struct Example {
    std::string message;
    std::string json;
};

/// The blocks that begin with ```json and the name of a message.
std::vector<Example> examples()
{
    std::vector<Example> found;
    std::istringstream text(document());
    constexpr std::string_view kFence = "```json ";
    Example* open = nullptr;
    for (std::string line; std::getline(text, line);) {
        if (line.starts_with(kFence)) open = &found.emplace_back(Example{line.substr(kFence.size()), ""});
        else if (line == "```") open = nullptr;
        else if (open != nullptr) open->json += line + '\n';
    }
    return found;
}

/// Reads a message and writes it again; the reader's complaint otherwise.
template <class T>
std::string again(std::string_view json)
{
    const auto message = fromJson<T>(json);
    return message ? toJson(*message) : message.error().message;
}

const std::map<std::string, std::function<std::string(std::string_view)>> kMessages = {
    {"HelloRequest", again<HelloRequest>},
    {"HelloReply", again<HelloReply>},
    {"SignInRequest", again<SignInRequest>},
    {"Tokens", again<Tokens>},
    {"RefreshRequest", again<RefreshRequest>},
    {"Devices", again<std::vector<Device>>},
    {"Team", again<Team>},
    {"PushRequest", again<PushRequest>},
    {"PushReply", again<PushReply>},
    {"PullRequest", again<PullRequest>},
    {"PullReply", again<PullReply>},
    {"WaitRequest", again<WaitRequest>},
    {"WaitReply", again<WaitReply>},
    {"SnapshotRequest", again<SnapshotRequest>},
    {"SnapshotReply", again<SnapshotReply>},
    {"PartRequest", again<PartRequest>},
    {"VerifyRequest", again<VerifyRequest>},
    {"VerifyReply", again<VerifyReply>},
    {"Command", again<Command>},
    {"CommandReply", again<CommandReply>},
    {"AuditRequest", again<AuditRequest>},
    {"AuditEntries", again<std::vector<AuditEntry>>},
    {"NumberedRow", again<NumberedRow>},
    {"RowPatch", again<RowPatch>},
    {"Failure", again<Failure>},
};

std::string typeOf(const FieldSpec& field)
{
    const auto wordsOfField = [&] {
        std::string words;
        for (const Word& word : field.words())
            words += (words.empty() ? "" : ", ") + std::string(word.word)
                + (field.type == Type::Flags ? " " + std::to_string(word.value) : "");
        return words;
    };
    switch (field.type) {
    case Type::Text: return "text";
    case Type::Integer: return "integer";
    case Type::Real: return "real";
    case Type::Date: return "date";
    case Type::Instant: return "instant";
    case Type::Enum: return "one of " + wordsOfField();
    case Type::Flags: return "sum of " + wordsOfField();
    case Type::Reference:
        return "reference" + (field.references ? " to " + std::string(specOf(*field.references).table) : "");
    }
    return {};
}

std::string markOf(const FieldSpec& field)
{
    std::string mark;
    if (field.merge == Merge::Immutable) mark += " immutable";
    if (field.merge == Merge::Protective) mark += " protective";
    if (field.owner) mark += " owner";
    if (field.together != 0) mark += " [" + std::to_string(field.together) + "]";
    return mark.empty() ? mark : mark.substr(1);
}

/// The section "Kinds and fields" as the code has it.
std::string kindsTable()
{
    std::string table = "| kind | field | type | |\n|---|---|---|---|\n";
    for (const KindSpec& kind : allKinds()) {
        std::string name = "`" + std::string(kind.table) + "` (" + std::to_string(static_cast<int>(kind.kind)) + ")";
        for (const FieldSpec& field : kind.fields) {
            table += "| " + name + " | `" + std::string(field.name) + "` | " + typeOf(field) + " | " + markOf(field)
                + " |\n";
            name.clear();
        }
    }
    return table;
}

TEST(ProtocolDocument, ShowsWhatTheCodeReadsAndWrites)
{
    for (const Example& example : examples()) {
        ASSERT_TRUE(kMessages.contains(example.message)) << example.message;
        const std::string written = kMessages.at(example.message)(example.json);
        const Json ours = Json::parse(written, nullptr, false);
        EXPECT_EQ(ours, Json::parse(example.json, nullptr, false)) << example.message << ": " << written;
    }
}

TEST(ProtocolDocument, ShowsEveryMessage)
{
    std::set<std::string> shown;
    for (const Example& example : examples()) shown.insert(example.message);
    for (const auto& [name, unused] : kMessages) EXPECT_TRUE(shown.contains(name)) << name;
}

TEST(ProtocolDocument, ListsEveryKindAndField)
{
    EXPECT_NE(document().find(kindsTable()), std::string::npos) << kindsTable();
}

TEST(ProtocolDocument, NamesTheVersionsSpoken)
{
    const std::string versions = "Version " + std::to_string(kProtocol) + " of\nthe protocol, version "
        + std::to_string(kSchema) + " of the table of rows";
    EXPECT_NE(document().find(versions), std::string::npos) << versions;
}

}  // namespace

}  // namespace kith::sync
