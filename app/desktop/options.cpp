#include "options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>
#include <algorithm>
#include <string_view>

namespace kith::desktop {

namespace {

std::filesystem::path toPath(const QString& text)
{
    return {text.toStdString()};
}

QString fromEnvironment(const char* name)
{
    return qEnvironmentVariable(name);
}

}  // namespace

bool asksForText(std::span<char*> arguments)
{
    constexpr std::string_view kAsking[] = {"-h", "--help", "--help-all", "-v", "--version"};
    return std::ranges::any_of(
        arguments, [&](std::string_view word) { return std::ranges::find(kAsking, word) != std::end(kAsking); });
}

Options readOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Options",
                                    "Kith keeps your long-term relationships: people, "
                                    "conversations, reminders. Files named are previewed for import."));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto text = [](const char* words) { return QCoreApplication::translate("Options", words); };
    const QCommandLineOption workspace({QStringLiteral("w"), QStringLiteral("workspace")},
                                       text("Workspace file; made when there is none."), QStringLiteral("file"));
    const QCommandLineOption keyFile(QStringLiteral("key-file"),
                                     text("File with 64 hex digits, for machines without a keychain."),
                                     QStringLiteral("file"));
    const QCommandLineOption appearance(QStringLiteral("appearance"),
                                        text("light, dark or system, for this start only."), QStringLiteral("which"));
    const QCommandLineOption now(QStringLiteral("now"), text("Let the clock stand at this time (ISO 8601)."),
                                 QStringLiteral("time"));
    const QCommandLineOption screenshots(QStringLiteral("screenshots"),
                                         text("Write pictures of the pages into a folder and quit."),
                                         QStringLiteral("folder"));
    const QCommandLineOption background(QStringLiteral("background"), text("Start in the system tray."));
    const QCommandLineOption measure(QStringLiteral("measure-start"), text("Quit as soon as the window can be used."));
    parser.addOptions({workspace, keyFile, appearance, now, screenshots, background, measure});
    parser.addPositionalArgument(QStringLiteral("files"), text("Files to preview for import."),
                                 QStringLiteral("[file …]"));
    parser.process(arguments);

    Options options;
    const auto value = [&](const QCommandLineOption& option, const char* variable) {
        return parser.isSet(option) ? parser.value(option) : fromEnvironment(variable);
    };
    QString path = value(workspace, "KITH_WORKSPACE");
    if (path.isEmpty())
        path = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
            + QStringLiteral("/kith/default.kith");
    options.workspace = toPath(path);
    options.keyFile = toPath(value(keyFile, "KITH_KEY_FILE"));
    options.now = value(now, "KITH_NOW");
    options.appearance = parser.value(appearance);
    options.screenshots = toPath(parser.value(screenshots));
    options.background = parser.isSet(background);
    options.measureStart = parser.isSet(measure);
    options.files = parser.positionalArguments();
    return options;
}

}  // namespace kith::desktop
