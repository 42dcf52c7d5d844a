// The rules find what they are for, and let good code pass: a check that cannot fail checks nothing.
#include "rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace kith::architecture {
namespace {

std::vector<std::size_t> linesFound(std::string_view rule, SourceFile file)
{
    const auto found = std::ranges::find(allRules(), rule, &Rule::name);
    EXPECT_NE(found, allRules().end()) << "no rule is called " << rule;
    std::vector<std::size_t> lines;
    for (const Finding& finding : found->check(file)) lines.push_back(finding.line);
    return lines;
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(IncludeRule, RefusesAHeaderOfAModuleFurtherOut)
{
    constexpr auto* rule = "IncludesFollowTheDependencyTable";
    EXPECT_THAT(linesFound(rule, {"core/domain/a.h", "#include <kith/base/id.h>\n#include <kith/store/row.h>\n"}),
                ElementsAre(2));
    EXPECT_THAT(linesFound(rule, {"ui/views/a.cpp", "#  include <kith/store/row.h>\n"}), ElementsAre(1));
    EXPECT_THAT(linesFound(rule, {"ui/views/a.cpp", "#include <kith/usecases/ties.h>\n"}), ElementsAre(1));
    EXPECT_THAT(linesFound(rule, {"core/new/a.cpp", "#include <kith/base/id.h>\n"}), ElementsAre(1));
    EXPECT_THAT(linesFound(rule, {"core/base/a.cpp", "#include \"../domain/entity.h\"\n"}), ElementsAre(1));
    EXPECT_THAT(linesFound(rule, {"core/store/a.cpp", "#include <kith/sqlite/statement.h>\n"}), IsEmpty());
    EXPECT_THAT(linesFound(rule, {"app/cli/composition.cpp", "#include <kith/store/row.h>\n"}), IsEmpty());
}

TEST(HeavyHeaderRule, RefusesAHeaderThatTakesLongToCompileOutsideItsFolder)
{
    constexpr auto* rule = "HeavyHeadersAreConfined";
    EXPECT_THAT(linesFound(rule, {"app/cli/a.cpp", "#include \"a.h\"\n#include <CLI/CLI.hpp>\n"}), ElementsAre(2));
    EXPECT_THAT(linesFound(rule, {"core/net/a.h", "#include <boost/asio/post.hpp>\n"}), ElementsAre(1));
    EXPECT_THAT(linesFound(rule, {"app/arguments/a.cpp", "#include <CLI/App.hpp>\n"}), IsEmpty());
    EXPECT_THAT(linesFound(rule, {"core/server/a.h", "#include <boost/asio/post.hpp>\n"}), IsEmpty());
    EXPECT_THAT(linesFound(rule, {"tests/bench/main.cpp", "#include <CLI/CLI.hpp>\n"}), IsEmpty());
}

TEST(LinkRule, RefusesADependencyOfAModuleFurtherOut)
{
    constexpr auto* rule = "LinksFollowTheDependencyTable";
    EXPECT_THAT(linesFound(rule, {"ui/pages/CMakeLists.txt", "kith_module(pages\n  DEPENDS base store)\n"}),
                testing::SizeIs(1));
    EXPECT_THAT(
        linesFound(rule, {"ui/pages/CMakeLists.txt", "kith_module(pages\n  DEPENDS base\n  PUBLIC Qt6::Core)\n"}),
        IsEmpty());
    EXPECT_THAT(linesFound(rule, {"ui/pages/CMakeLists.txt", "kith_module(pages DEPENDS base)\nkith_alone(a.cpp)\n"}),
                IsEmpty());
}

TEST(PurityRule, RefusesQtClocksAndFilesInPureModules)
{
    constexpr auto* rule = "DomainGraphSyncAndCaptureArePure";
    EXPECT_THAT(linesFound(rule, {"core/domain/a.h", "#include <QtCore/QString>\n"}), ElementsAre(1));
    EXPECT_THAT(linesFound(rule, {"core/sync/a.h", "class Plan : public QObject { };\n"}), ElementsAre(1));
    EXPECT_THAT(linesFound(rule, {"core/graph/a.h", "\nint f(const Clock& clock);\n"}), ElementsAre(2));
    EXPECT_THAT(linesFound(rule, {"core/domain/a.cpp", "#include <fstream>\n"}), ElementsAre(1));
    EXPECT_THAT(linesFound(rule, {"core/domain/a.cpp", "// QObject has no place here\n"}), IsEmpty());
    EXPECT_THAT(linesFound(rule, {"core/secrets/a.cpp", "#include <QObject>\n"}), IsEmpty());
}

TEST(SqlRule, RefusesSqlInLiteralsOutsideTheStores)
{
    constexpr auto* rule = "SqlTextLivesInTheStores";
    EXPECT_THAT(linesFound(rule, {"ui/pages/a.cpp", "run(\"SELECT name FROM person\");\n"}), ElementsAre(1));
    EXPECT_THAT(linesFound(rule, {"core/usecases/a.cpp", "auto s = R\"(\nDELETE FROM tie)\";\n"}), ElementsAre(2));
    EXPECT_THAT(linesFound(rule, {"app/cli/a.cpp", "run(\"PRAGMA key\");\n"}), ElementsAre(1));
    EXPECT_THAT(linesFound(rule, {"core/store/a.cpp", "run(\"SELECT name FROM person\");\n"}), IsEmpty());
    EXPECT_THAT(
        linesFound(rule, {"app/cli/a.cpp", "// SELECT name FROM person\nsay(\"Select a file from the list\");\n"}),
        IsEmpty());
}

TEST(TimeRule, RefusesTheSystemClockOutsideBase)
{
    constexpr auto* rule = "TimeIdsAndRandomnessArePassedIn";
    EXPECT_THAT(linesFound(rule, {"core/store/a.cpp", "auto t = std::chrono::system_clock::now();\n"}), ElementsAre(1));
    EXPECT_THAT(linesFound(rule, {"ui/shell/a.cpp", "const auto d = QDate::currentDate();\n"}), ElementsAre(1));
    EXPECT_THAT(linesFound(rule, {"core/exchange/a.cpp", "std::random_device d;\n"}), ElementsAre(1));
    EXPECT_THAT(linesFound(rule, {"core/base/clock.cpp", "system_clock::now();\n"}), IsEmpty());
}

TEST(SingletonRule, RefusesAnInstance)
{
    constexpr auto* rule = "NoSingletons";
    EXPECT_THAT(linesFound(rule, {"ui/theme/a.h", "static Theme& instance();\n"}), ElementsAre(1));
    EXPECT_THAT(linesFound(rule, {"core/base/a.cpp", "Q_GLOBAL_STATIC(Cache, cache)\n"}), ElementsAre(1));
    EXPECT_THAT(linesFound(rule, {"core/base/a.cpp", "auto firstInstance = 1;\n"}), IsEmpty());
}

TEST(EventLoopRule, RefusesLoopsWithinTheLoop)
{
    constexpr auto* rule = "NoNestedEventLoops";
    EXPECT_THAT(linesFound(rule, {"ui/shell/a.cpp", "if (dialog.exec() == 1) f();\nmenu->exec(point);\n"}),
                ElementsAre(1, 2));
    EXPECT_THAT(linesFound(rule, {"ui/views/a.cpp", "QEventLoop loop;\n"}), ElementsAre(1));
    EXPECT_THAT(linesFound(rule, {"app/desktop/session.cpp", "QCoreApplication::processEvents();\n"}), ElementsAre(1));
    EXPECT_THAT(linesFound(rule, {"app/desktop/main.cpp", "return application.exec();\n"}), IsEmpty());
    EXPECT_THAT(linesFound(rule, {"ui/views/a.cpp", "dialog->open();\n"}), IsEmpty());
}

TEST(LengthRule, RefusesWhatIsTooLongForOneSitting)
{
    constexpr auto* rule = "FilesAreReadAtOneSitting";
    std::string text;
    for (std::size_t i = 0; i < kLinesLimit; ++i) text += "int x;\n";
    EXPECT_THAT(linesFound(rule, {"core/base/a.cpp", text}), IsEmpty());
    EXPECT_THAT(linesFound(rule, {"core/base/a.cpp", text + "int y;\n"}), ElementsAre(0));
}

TEST(CommentRule, RefusesPromisesInComments)
{
    constexpr auto* rule = "NothingIsLeftUnfinishedInComments";
    const std::string mark = std::string("TO") + "DO";
    EXPECT_THAT(linesFound(rule, {"core/base/a.cpp", "int a;  // " + mark + ": b\n/* and\n" + mark + " */\n"}),
                ElementsAre(1, 3));
    EXPECT_THAT(linesFound(rule, {"core/base/a.cpp", "// what is left to do: nothing\n"}), IsEmpty());
}

TEST(MachineRule, RefusesPathsAndHostsOfOneMachine)
{
    constexpr auto* rule = "NoMachinePathsOrRegistryHosts";
    EXPECT_THAT(linesFound(rule, {"README.md", std::string("cd /ho") + "me/ana/kith\n"}), ElementsAre(1));
    EXPECT_THAT(linesFound(rule, {"packaging/setup", std::string("\nget https://deb.deb") + "ian.org/x\n"}),
                ElementsAre(2));
    EXPECT_THAT(
        linesFound(rule, {"README.md", std::string("packaging/setup run\nhttps://example.org/ho") + "me/ana\n"}),
        IsEmpty());
}

TEST(HeaderRule, RefusesMissingGuardsAndOpenedNamespaces)
{
    constexpr auto* rule = "HeadersKeepToThemselves";
    EXPECT_THAT(linesFound(rule, {"core/base/a.h", "int f();\n"}), ElementsAre(1));
    EXPECT_THAT(linesFound(rule, {"core/base/a.h", "#pragma once\nusing namespace std;\n"}), ElementsAre(2));
    EXPECT_THAT(linesFound(rule, {"core/base/a.cpp", "using namespace std;\n"}), IsEmpty());
}

TEST(Reading, TellsCodeFromCommentsAndLiterals)
{
    const Reading reading =
        read({"a.cpp", "f(\"a // b\", 'c', 1'000);  // d \"e\"\nx = R\"y(\n\"z\")y\" + 1; /* w */ v\n"});
    EXPECT_EQ(reading.code[0].substr(0, 3), "f(\"");
    EXPECT_EQ(reading.code[0].find("//"), std::string::npos);
    EXPECT_NE(reading.literals[0].find("a // b"), std::string::npos);
    EXPECT_NE(reading.code[0].find("1'000"), std::string::npos);
    EXPECT_NE(reading.comments[0].find("d \"e\""), std::string::npos);
    EXPECT_NE(reading.literals[2].find("\"z\""), std::string::npos);
    EXPECT_NE(reading.code[2].find("+ 1;"), std::string::npos);
    EXPECT_NE(reading.code[2].find("v"), std::string::npos);
    EXPECT_EQ(reading.code[2].find("w"), std::string::npos);
}

}  // namespace
}  // namespace kith::architecture
