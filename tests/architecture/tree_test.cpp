// The rules, applied to every file of the tree; and ARCHITECTURE.md names only tests that exist.
#include "includes.h"
#include "rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <regex>
#include <set>

namespace kith::architecture {
namespace {

namespace fs = std::filesystem;

bool isText(const fs::path& path)
{
    static const std::set<std::string> kEndings{".cpp", ".h",   ".txt",  ".cmake", ".md",
                                                ".sh",  ".awk", ".json", ".in",    ""};
    return kEndings.contains(path.extension().string());
}

std::string contentOf(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Every text file of the tree; build folders, sample data and fuzz corpora are left out.
const std::vector<SourceFile>& tree()
{
    static const std::vector<SourceFile> files = [] {
        const fs::path top = KITH_SOURCE_DIR;
        std::vector<SourceFile> found;
        const auto add = [&](const fs::path& path) {
            if (isText(path)) found.push_back({path.lexically_relative(top).generic_string(), contentOf(path)});
        };
        for (const char* folder : {"app", "core", "packaging", "resources", "tests", "ui", ".ci"}) {
            if (!fs::exists(top / folder)) continue;
            for (auto at = fs::recursive_directory_iterator(top / folder); at != fs::recursive_directory_iterator();
                 ++at) {
                const auto name = at->path().filename();
                if (at->is_directory() && (name == "data" || name == "corpus" || name == "sample"))
                    at.disable_recursion_pending();
                else if (at->is_regular_file()) add(at->path());
            }
        }
        for (const auto& entry : fs::directory_iterator(top)) {
            const auto name = entry.path().filename();
            // In a second working tree .git is a file: it says where the first one is.
            if (entry.is_regular_file() && name != "LICENSE" && name != ".git") add(entry.path());
        }
        return found;
    }();
    return files;
}

class Tree : public testing::TestWithParam<Rule> { };

TEST_P(Tree, Keeps)
{
    for (const SourceFile& file : tree())
        for (const Finding& finding : GetParam().check(file))
            ADD_FAILURE() << finding.path << ':' << finding.line << ": " << finding.what;
}

INSTANTIATE_TEST_SUITE_P(Architecture, Tree, testing::ValuesIn(allRules().begin(), allRules().end()),
                         [](const auto& rule) { return std::string(rule.param.name); });

/// So that a header which forgets an include does not compile (see KithModule.cmake).
TEST(Tree, FilesIncludeTheirOwnHeaderFirst)
{
    std::set<std::string> paths;
    for (const SourceFile& file : tree()) paths.insert(file.path);
    std::size_t seen = 0;
    for (const SourceFile& file : tree()) {
        const fs::path header = fs::path(file.path).replace_extension(".h");
        if (!file.path.ends_with(".cpp") || !paths.contains(header.generic_string())) continue;
        const auto lines = linesOf(file.text);
        const auto first = std::ranges::find_if(lines, [](const auto& line) { return line.starts_with("#include"); });
        const std::string name = header.filename().string();
        EXPECT_TRUE(first != lines.end() && (first->ends_with('/' + name + '>') || first->ends_with('"' + name + '"')))
            << file.path << " includes something before " << name;
        ++seen;
    }
    EXPECT_GT(seen, 200U);
}

/// CLI11 takes them for the same from 2.4 on, which Debian 13 has, and then no command runs at all.
TEST(Tree, NoArgumentIsCalledLikeAnOptionOfItsFile)
{
    static const std::regex named("\\b(?:option|flag)\\(\\s*\"([^\"]+)\"");
    std::size_t seen = 0;
    for (const SourceFile& file : tree()) {
        if (!file.isCpp() || !file.isIn("app/cli/")) continue;
        std::set<std::string> options;
        std::set<std::string> arguments;
        for (std::sregex_iterator at(file.text.begin(), file.text.end(), named), end; at != end; ++at) {
            const std::string names = at->str(1);
            if (names.front() != '-') arguments.insert(names);
            else if (const auto dashes = names.rfind("--"); dashes != std::string::npos)
                options.insert(names.substr(dashes + 2));
        }
        for (const std::string& argument : arguments) {
            EXPECT_FALSE(options.contains(argument)) << file.path << ": " << argument;
            ++seen;
        }
    }
    EXPECT_GT(seen, 20U);
}

/// The other half of that, for what the precompiled headers would let pass.
TEST(Tree, FilesIncludeWhatTheyName)
{
    const Includes includes(tree());
    for (const SourceFile& file : tree()) {
        if (!file.isCpp() || file.isIn("tests/")) continue;
        for (const Finding& finding : namedButNotIncluded(file, includes))
            ADD_FAILURE() << finding.path << ':' << finding.line << ": " << finding.what;
    }
}

/// The compiler says so only in the preset dev: elsewhere the files of a folder are joined.
TEST(Tree, FilesIncludeWhatOfOursTheyName)
{
    const Includes includes(tree());
    const OwnNames names(tree());
    for (const SourceFile& file : tree())
        for (const Finding& finding : names.missingFrom(file, includes))
            ADD_FAILURE() << finding.path << ':' << finding.line << ": " << finding.what;
}

TEST(Tree, IsReadWholeAndItsGrowingFilesAreNamed)
{
    EXPECT_GT(tree().size(), 80U);
    for (const SourceFile& file : tree()) {
        const std::size_t lines = linesOf(file.text).size();
        if (file.isCpp() && lines > kLinesAim) std::cout << file.path << " has " << lines << " lines; the aim is 400\n";
    }
}

/// Every `Suite.Name` in ARCHITECTURE.md is a test; `Tree.Name` is a rule.
TEST(ArchitectureDocument, NamesTestsThatExist)
{
    std::string all;
    std::string document;
    for (const SourceFile& file : tree()) {
        if (file.isIn("tests/")) all += file.text;
        if (file.path == "ARCHITECTURE.md") document = file.text;
    }
    static const std::regex test("`([A-Z][A-Za-z0-9]+)\\.([A-Z][A-Za-z0-9]+)`");
    std::size_t named = 0;
    for (std::sregex_iterator at(document.begin(), document.end(), test), end; at != end; ++at, ++named) {
        const std::string suite = (*at)[1];
        const std::string name = (*at)[2];
        const bool asTest = all.find("(" + suite + ", " + name + ")") != std::string::npos;
        const bool asProperty = all.find("RC_GTEST_PROP(" + suite + ", " + name + ", ") != std::string::npos;
        const bool asRule = suite == "Tree" && all.find('"' + name + '"') != std::string::npos;
        const bool inCMake = all.find("NAME " + suite + "." + name) != std::string::npos;
        EXPECT_TRUE(asTest || asProperty || asRule || inCMake) << "ARCHITECTURE.md names " << suite << '.' << name;
    }
    EXPECT_GT(named, 5U);
}

}  // namespace
}  // namespace kith::architecture
