#include "includes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace kith::architecture {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// What is found in the last of the files.
std::vector<std::string> foundInLast(const std::vector<SourceFile>& tree)
{
    std::vector<std::string> said;
    for (const Finding& finding : namedButNotIncluded(tree.back(), Includes(tree))) said.push_back(finding.what);
    return said;
}

TEST(IncludedNames, OfTheStandardLibraryNeedTheirHeader)
{
    EXPECT_THAT(
        foundInLast({{"core/base/a.h", "std::string a; std::vector<std::uint8_t> b;\n"}}),
        ElementsAre("std::string needs <string>", "std::vector needs <vector>", "std::uint8_t needs <cstdint>"));
    EXPECT_THAT(foundInLast({{"core/base/a.h", "#include <string>\nstd::string a;  // std::vector\n"}}), IsEmpty());
}

TEST(IncludedNames, MayComeThroughOurOwnHeaders)
{
    const SourceFile far{"core/base/far.h", "#include <string>\n"};
    const SourceFile near{"core/base/near.h", "#include <kith/base/far.h>\n"};
    EXPECT_THAT(foundInLast({far, near, {"core/domain/a.cpp", "#include <kith/base/near.h>\nstd::string a;\n"}}),
                IsEmpty());
    EXPECT_THAT(foundInLast({far, near, {"core/base/a.cpp", "#include \"near.h\"\nstd::string a;\n"}}), IsEmpty());
    EXPECT_THAT(foundInLast({near, far, {"core/base/a.cpp", "#include \"other.h\"\nstd::string a;\n"}}),
                ElementsAre("std::string needs <string>"));
}

TEST(IncludedNames, OfQtNeedTheirHeaderInHeadersOfTheDesktop)
{
    EXPECT_THAT(
        foundInLast({{"ui/views/a.h", "#include <QWidget>\nvoid a(QSize, QLabel*, QSpinBox*);\n"}}),
        ElementsAre("QLabel needs <QLabel>, or to be declared", "QSpinBox needs <QSpinBox>, or to be declared"));
    EXPECT_THAT(foundInLast({{"ui/views/a.h", "#include <QLabel>\nclass QSpinBox;\nvoid a(QLabel*, QSpinBox*);\n"}}),
                IsEmpty());
    EXPECT_THAT(foundInLast({{"ui/models/a.h", "QString a;\n"}}),
                ElementsAre("QString needs <QString>, or to be declared"));
}

/// What is missing from the last of the files.
std::vector<std::string> missingFromLast(const std::vector<SourceFile>& tree)
{
    std::vector<std::string> said;
    for (const Finding& finding : OwnNames(tree).missingFrom(tree.back(), Includes(tree))) said.push_back(finding.what);
    return said;
}

TEST(OwnNames, NeedAFileThatDeclaresThem)
{
    const SourceFile words{"core/base/words.h",
                           "namespace kith::words {\n"
                           "class Words {\n    enum class Kind { Short, Long };\n};\n"
                           "constexpr int kMost = 3;\n"
                           "[[nodiscard]] Words split(int text);\n"
                           "}\n"
                           "#define KITH_WORDS 1\n"};
    const std::string use = "const Words a = words::split(kMost + KITH_WORDS);  // a Word\n";
    EXPECT_THAT(missingFromLast({words, {"core/domain/a.cpp", use}}),
                ElementsAre("Words needs core/base/words.h", "words::split needs core/base/words.h",
                            "kMost needs core/base/words.h", "KITH_WORDS needs core/base/words.h"));
    EXPECT_THAT(missingFromLast({words, {"core/domain/a.cpp", "#include <kith/base/words.h>\n" + use}}), IsEmpty());
}

TEST(OwnNames, AreLeftAloneWhereAFileHasItsOwn)
{
    const SourceFile words{"core/base/words.h", "class Words {\n};\n"};
    for (const char* own : {"class Words;\nWords* a;\n", "struct A {\n    struct Words { };\n    Words b;\n};\n",
                            "enum class A {\n    Words,\n};\nA b = Words;\n", "template <class Words>\nWords a;\n",
                            "other::Words a;\n", "b.Words();\n", "// Words\n"})
        EXPECT_THAT(missingFromLast({words, {"core/domain/a.cpp", own}}), IsEmpty()) << own;
}

TEST(IncludedNames, AreReadOnceWhereHeadersIncludeEachOther)
{
    EXPECT_THAT(foundInLast({{"core/base/a.h", "#include \"b.h\"\n"},
                             {"core/base/b.h", "#include \"a.h\"\n#include <map>\nstd::map<int, int> m;\n"}}),
                IsEmpty());
}

}  // namespace
}  // namespace kith::architecture
