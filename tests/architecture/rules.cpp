#include "rules.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <regex>

namespace kith::architecture {

namespace {

struct Sight {
    std::string_view module;
    std::initializer_list<std::string_view> sees;
};

/// Who may include whose headers; a module always sees itself.
const std::array kSights{
    Sight{"base", {}},
    Sight{"domain", {"base"}},
    Sight{"graph", {"base", "domain"}},
    Sight{"search", {"base", "domain"}},
    Sight{"sync", {"base", "domain"}},
    Sight{"exchange", {"base", "domain"}},
    Sight{"capture", {"base", "domain"}},
    Sight{"report", {"base", "domain"}},
    Sight{"usecases", {"base", "domain", "graph", "search", "sync", "exchange", "capture", "report"}},
    Sight{"sqlite", {"base"}},
    Sight{"store", {"base", "domain", "graph", "search", "sync", "exchange", "usecases", "sqlite"}},
    Sight{"secrets", {"base", "usecases"}},
    Sight{"net", {"base", "domain", "sync", "usecases"}},
    Sight{"server", {"base", "domain", "sync"}},
    Sight{"models", {"base", "domain"}},
    Sight{"theme", {"base"}},
    Sight{"pages", {"base", "domain", "usecases", "models"}},
    Sight{"controls", {"base", "domain", "models", "theme"}},
    Sight{"views", {"base", "domain", "models", "pages", "controls", "theme"}},
    Sight{"shell", {"base", "domain", "models", "pages", "controls", "views", "theme"}},
};

struct Confinement {
    std::string_view header;  ///< how the name between brackets begins
    std::initializer_list<std::string_view> folders;
};

/// Headers that cost more to compile than a file of ours, and where they are hidden behind one of our own.
const std::array kConfined{
    Confinement{"<CLI/", {"app/arguments/"}},
    Confinement{"<boost/", {"core/server/"}},
};

using Lines = std::vector<std::string> Reading::*;
using Words = std::initializer_list<std::string_view>;

/// Every line of one reading that mentions one of the words.
std::vector<Finding> mentionsOf(const SourceFile& file, Lines lines, Words words, std::string_view why)
{
    std::vector<Finding> findings;
    const Reading reading = read(file);
    for (std::size_t i = 0; i < (reading.*lines).size(); ++i)
        for (const std::string_view word : words)
            if (mentions((reading.*lines)[i], word))
                findings.push_back({file.path, i + 1, std::string(word) + ": " + std::string(why)});
    return findings;
}

bool isPure(const SourceFile& file)
{
    return file.isIn("core/domain/") || file.isIn("core/graph/") || file.isIn("core/sync/")
        || file.isIn("core/capture/");
}

bool isOurs(const SourceFile& file)
{
    return file.isIn("core/") || file.isIn("ui/") || file.isIn("app/");
}

/// The header named by an #include line, with its brackets or quotes; empty for other lines.
std::string_view included(std::string_view line)
{
    const std::size_t hash = line.find_first_not_of(" \t");
    if (hash == std::string_view::npos || line[hash] != '#') return {};
    line.remove_prefix(hash);
    if (line.find("include") == std::string_view::npos) return {};
    const std::size_t open = line.find_first_of("<\"");
    if (open == std::string_view::npos) return {};
    const std::size_t close = line.find_first_of(">\"", open + 1);
    return close == std::string_view::npos ? std::string_view{} : line.substr(open, close - open + 1);
}

std::vector<Finding> includeDirection(const SourceFile& file)
{
    std::vector<Finding> findings;
    if (!file.isCpp()) return findings;
    const std::string_view from = moduleOf(file.path);
    const auto lines = linesOf(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string_view header = included(lines[i]);
        if (from.empty()) continue;
        if (header.find("../") != std::string_view::npos)
            findings.push_back({file.path, i + 1, "headers are named <kith/module/…>, never by way of .."});
        if (!header.starts_with("<kith/")) continue;
        header.remove_prefix(std::string_view("<kith/").size());
        const std::string_view to = header.substr(0, header.find('/'));
        if (!maySee(from, to))
            findings.push_back(
                {file.path, i + 1, std::string(from) + " must not include headers of " + std::string(to)});
    }
    return findings;
}

std::vector<Finding> heavyHeaders(const SourceFile& file)
{
    std::vector<Finding> findings;
    if (!file.isCpp() || !isOurs(file)) return findings;
    const auto lines = linesOf(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (const Confinement& each : kConfined)
            if (included(lines[i]).starts_with(each.header)
                && std::ranges::none_of(each.folders, [&](std::string_view folder) { return file.isIn(folder); }))
                findings.push_back({file.path, i + 1,
                                    std::string(each.header) + "…> is included in " + std::string(*each.folders.begin())
                                        + " alone: it takes long to compile"});
    return findings;
}

/// The DEPENDS of kith_module() calls follow the same table, so that no include root is given away.
std::vector<Finding> linkDirection(const SourceFile& file)
{
    std::vector<Finding> findings;
    if (!file.path.ends_with("/CMakeLists.txt") || moduleOf(file.path).empty()) return findings;
    const std::string_view from = moduleOf(file.path);
    static const std::regex keyword("^[A-Z]+$");
    static const std::regex word("[A-Za-z_:.0-9$\\{\\}\"/-]+|\\)");
    bool inDepends = false;
    for (std::sregex_iterator at(file.text.begin(), file.text.end(), word), end; at != end; ++at) {
        const std::string token = at->str();
        if (token == ")") inDepends = false;
        else if (std::regex_match(token, keyword)) inDepends = token == "DEPENDS";
        else if (inDepends && !maySee(from, token))
            findings.push_back({file.path, 0, std::string(from) + " must not link " + token});
    }
    return findings;
}

std::vector<Finding> pureCore(const SourceFile& file)
{
    if (!file.isCpp() || !isPure(file)) return {};
    auto findings = mentionsOf(file, &Reading::code,
                               {"QObject", "Q_OBJECT", "Q_GADGET", "std::fstream", "std::ifstream", "std::ofstream",
                                "std::filesystem", "std::cout", "std::cerr", "std::thread", "std::random_device",
                                "std::getenv", "system_clock::now", "steady_clock::now", "const Clock&", "std::time"},
                               "domain, graph, sync and capture hold no QObject, no input or output and no clock");
    const auto lines = linesOf(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view header = included(lines[i]);
        const bool qt = header.starts_with("<Q") || header.starts_with("<Qt");
        const bool io = header == "<fstream>" || header == "<iostream>" || header == "<filesystem>"
            || header == "<thread>" || header == "<cstdio>" || header == "<random>";
        if (qt || io) findings.push_back({file.path, i + 1, std::string(header) + " has no place in a pure module"});
    }
    return findings;
}

std::vector<Finding> sqlText(const SourceFile& file)
{
    std::vector<Finding> findings;
    const bool allowed = file.isIn("core/sqlite/") || file.isIn("core/store/") || file.isIn("core/server/");
    if (!file.isCpp() || allowed || !isOurs(file)) return findings;
    static const std::regex sql(
        "\\b(SELECT\\s+[^ ].*\\bFROM\\b|INSERT\\s+(OR\\s+[A-Z]+\\s+)?INTO\\b|UPDATE\\s+\\S+\\s+SET\\b|"
        "DELETE\\s+FROM\\b|CREATE\\s+(UNIQUE\\s+|VIRTUAL\\s+|TEMP\\s+)*(TABLE|INDEX|TRIGGER|VIEW)\\b|"
        "DROP\\s+(TABLE|INDEX)\\b|ALTER\\s+TABLE\\b|PRAGMA\\s+[a-z_]+)");
    const Reading reading = read(file);
    for (std::size_t i = 0; i < reading.literals.size(); ++i)
        if (std::regex_search(reading.literals[i], sql))
            findings.push_back({file.path, i + 1, "SQL text lives in sqlite, store and server alone"});
    return findings;
}

std::vector<Finding> timeAndChance(const SourceFile& file)
{
    if (!file.isCpp() || file.isIn("core/base/") || !isOurs(file)) return {};
    return mentionsOf(file, &Reading::code,
                      {"system_clock", "currentDateTime", "currentDateTimeUtc", "QDate::currentDate",
                       "QTime::currentTime", "std::time", "gettimeofday", "std::random_device",
                       "QRandomGenerator::global", "QRandomGenerator::system", "QUuid::createUuid", "std::rand"},
                      "clocks, ids and randomness are passed in; only base reads the system's");
}

std::vector<Finding> singletons(const SourceFile& file)
{
    if (!file.isCpp() || !isOurs(file)) return {};
    return mentionsOf(file, &Reading::code,
                      {"instance()", "getInstance", "Q_GLOBAL_STATIC", "Q_APPLICATION_STATIC", "std::call_once"},
                      "no singletons: what a class needs is given to its constructor");
}

std::vector<Finding> nestedLoops(const SourceFile& file)
{
    if (!file.isCpp() || !isOurs(file)) return {};
    auto findings = mentionsOf(file, &Reading::code,
                               {"QEventLoop", "processEvents", "QMessageBox::question", "QMessageBox::information",
                                "QMessageBox::warning", "QMessageBox::critical", "QMessageBox::about",
                                "QFileDialog::getOpenFileName", "QFileDialog::getOpenFileNames",
                                "QFileDialog::getSaveFileName", "QFileDialog::getExistingDirectory",
                                "QInputDialog::getText", "QInputDialog::getItem", "QInputDialog::getInt"},
                               "no nested event loops: open() or popup(), and a signal when it is over");
    if (file.isIn("app/") && file.path.ends_with("main.cpp")) return findings;
    const Reading reading = read(file);
    for (std::size_t i = 0; i < reading.code.size(); ++i)
        if (mentions(reading.code[i], ".exec(") || mentions(reading.code[i], "->exec("))
            if (file.isIn("ui/") || file.isIn("app/"))
                findings.push_back({file.path, i + 1, "exec() runs an event loop of its own; only main() has one"});
    return findings;
}

std::vector<Finding> length(const SourceFile& file)
{
    if (!file.isCpp() && !file.path.ends_with(".sh") && !file.path.ends_with("CMakeLists.txt")) return {};
    const std::size_t lines = linesOf(file.text).size();
    if (lines <= kLinesLimit) return {};
    return {{file.path, 0, std::to_string(lines) + " lines: split it by idea"}};
}

std::vector<Finding> unfinished(const SourceFile& file)
{
    if (!file.isCpp()) return {};
    // Put together from pieces, so that this file does not find itself.
    static const std::array marks{std::string("TO") + "DO", std::string("FIX") + "ME", std::string("XX") + "X",
                                  std::string("HA") + "CK"};
    std::vector<Finding> findings;
    const Reading reading = read(file);
    for (std::size_t i = 0; i < reading.comments.size(); ++i)
        for (const std::string& mark : marks)
            if (mentions(reading.comments[i], mark))
                findings.push_back({file.path, i + 1, "unfinished work belongs into an issue, not into a comment"});
    return findings;
}

std::vector<Finding> machine(const SourceFile& file)
{
    std::vector<Finding> findings;
    // Written so that the pattern does not match itself.
    static const std::regex place("(^|[^A-Za-z0-9_.~}])/(home/[a-z]|root/|work/|var/tmp/[a-z])|"
                                  "\\b([a-z0-9-]+[.])*(debian[.]org|npmjs[.]org|pypi[.]org|nodesource[.]com|"
                                  "ubuntu[.]com|crates[.]io)\\b");
    const auto lines = linesOf(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].size() < 2000 && std::regex_search(lines[i], place))
            findings.push_back({file.path, i + 1, "no paths of one machine and no hosts of package registries"});
    return findings;
}

std::vector<Finding> headers(const SourceFile& file)
{
    std::vector<Finding> findings;
    if (!file.path.ends_with(".h")) return findings;
    if (file.text.find("#pragma once") == std::string::npos)
        findings.push_back({file.path, 1, "a header begins with #pragma once"});
    const Reading reading = read(file);
    for (std::size_t i = 0; i < reading.code.size(); ++i)
        if (mentions(reading.code[i], "using namespace"))
            findings.push_back({file.path, i + 1, "a header opens no namespace for whoever includes it"});
    return findings;
}

constexpr std::array kRules{
    Rule{"IncludesFollowTheDependencyTable", includeDirection},
    Rule{"LinksFollowTheDependencyTable", linkDirection},
    Rule{"HeavyHeadersAreConfined", heavyHeaders},
    Rule{"DomainGraphSyncAndCaptureArePure", pureCore},
    Rule{"SqlTextLivesInTheStores", sqlText},
    Rule{"TimeIdsAndRandomnessArePassedIn", timeAndChance},
    Rule{"NoSingletons", singletons},
    Rule{"NoNestedEventLoops", nestedLoops},
    Rule{"FilesAreReadAtOneSitting", length},
    Rule{"NothingIsLeftUnfinishedInComments", unfinished},
    Rule{"NoMachinePathsOrRegistryHosts", machine},
    Rule{"HeadersKeepToThemselves", headers},
};

}  // namespace

std::span<const Rule> allRules()
{
    return kRules;
}

std::string_view moduleOf(std::string_view path)
{
    for (const std::string_view top : {std::string_view("core/"), std::string_view("ui/")}) {
        if (!path.starts_with(top)) continue;
        path.remove_prefix(top.size());
        const std::size_t slash = path.find('/');
        return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
    }
    return {};
}

bool maySee(std::string_view from, std::string_view to)
{
    if (from == to) return true;
    const auto sight = std::ranges::find(kSights, from, &Sight::module);
    return sight != kSights.end() && std::ranges::find(sight->sees, to) != sight->sees.end();
}

}  // namespace kith::architecture
