#include "team.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>

namespace kith::test {

namespace {

/// A key is 64 hex digits; which ones does not matter here.
constexpr std::string_view kKey = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

std::string between(const std::string& text, std::string_view before, std::string_view after)
{
    const auto from = text.find(before);
    if (from == std::string::npos) return {};
    const auto begin = from + before.size();
    return text.substr(begin, text.find(after, begin) - begin);
}

/// Lists have no order that two machines would share.
nlohmann::json sorted(nlohmann::json value)
{
    if (!value.is_structured()) return value;
    for (auto& part : value) part = sorted(std::move(part));
    if (value.is_array())
        std::sort(value.begin(), value.end(),
                  [](const nlohmann::json& a, const nlohmann::json& b) { return a.dump() < b.dump(); });
    return value;
}

}  // namespace

Team::Team()
{
    for (const char* each : {"KITHD_DATA", "KITHD_DATABASE", "KITH_WORKSPACE", "KITH_KEY_FILE", "KITH_NOW"})
        unsetenv(each);
    std::ofstream(path("password")) << "correct horse battery\n";
    std::ofstream(path("key")) << kKey << '\n';
    startServer();
}

void Team::startServer()
{
    server_.reset();
    server_ = std::make_unique<Process>(
        KITHD, std::vector<std::string>{"serve", "--listen", "127.0.0.1:0", "--data", path("data")});
    const std::string text = server_->readUntil("TLS.\n");
    if (const std::string code = between(text, "password:\n  ", "\n"); !code.empty()) code_ = code;
    proxy.setTarget(static_cast<std::uint16_t>(std::atoi(between(text, "1 port ", " ").c_str())));
}

void Team::killServer() const
{
    server_->tell(SIGKILL);
}

Ran Team::kithd(std::vector<std::string> arguments) const
{
    arguments.insert(arguments.end(), {"--data", path("data")});
    Process process(KITHD, std::move(arguments));
    std::string text = process.readAll();
    return {process.end(), std::move(text)};
}

std::vector<std::string> Team::words(const std::string& desk, const std::vector<std::string>& more) const
{
    std::vector<std::string> words{"-w", path(desk + ".kith"), "--key-file", path(desk + ".key")};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

Ran Team::on(const std::string& desk, const std::vector<std::string>& arguments) const
{
    Process process(KITHCTL, words(desk, arguments));
    std::string text = process.readAll();
    return {process.end(), std::move(text)};
}

nlohmann::json Team::json(const std::string& desk, std::vector<std::string> arguments) const
{
    arguments.emplace_back("--json");
    const Ran ran = on(desk, arguments);
    EXPECT_EQ(ran.code, 0) << ran.text;
    return nlohmann::json::parse(ran.text, nullptr, false);
}

void Team::ok(const std::string& desk, const std::vector<std::string>& arguments) const
{
    const Ran ran = on(desk, arguments);
    EXPECT_EQ(ran.code, 0) << fmt::format("{} {}: {}", desk, arguments.front(), ran.text);
}

Ran Team::syncKilledAfter(const std::string& desk, std::uint64_t bytes)
{
    Process process(KITHCTL, words(desk, {"sync"}));
    proxy.cutAfter(bytes, [&process] { process.tell(SIGKILL); });
    std::string text = process.readAll();
    proxy.cutAfter(0);
    return {process.end(), std::move(text)};
}

void Team::join(const std::string& desk)
{
    std::ofstream(path(desk + ".key")) << kKey << '\n';
    std::string code = code_;
    const std::string user = code.empty() ? desk : "admin";
    if (code.empty()) code = json(administrator_, {"invite", user})["code"];
    else administrator_ = desk;
    code_.clear();
    ok(desk, {"init", "--organisation", "Northmoor Council"});
    ok(desk,
       {"signin", fmt::format("http://127.0.0.1:{}", proxy.port()), "--user", user, "--code", code, "--password-file",
        path("password")});
}

std::string Team::contentOf(const std::string& desk) const
{
    const std::string file = path(desk + ".json");
    ok(desk, {"--now", "2026-11-22T09:30:00Z", "export", file, "--format", "json"});
    std::ifstream in(file, std::ios::binary);
    return sorted(nlohmann::json::parse(in, nullptr, false)).dump(1);
}

}  // namespace kith::test
