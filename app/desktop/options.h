// The command line of the desktop.
#pragma once

#include <QString>
#include <QStringList>

#include <filesystem>
#include <span>

namespace kith::desktop {

struct Options {
    std::filesystem::path workspace;  ///< never empty
    std::filesystem::path keyFile{};
    std::filesystem::path screenshots{};  ///< write pictures of the pages into this folder and quit
    QStringList files{};  ///< to preview for import
    QString appearance{};  ///< "light", "dark" or empty for what the person chose
    QString now{};  ///< fixed time for pictures and tests
    bool background = false;  ///< start in the tray
    bool measureStart = false;  ///< quit when the window can be used: for benchmarks
};

/// Whether it is --help or --version that is wanted, in any spelling.
[[nodiscard]] bool asksForText(std::span<char*> arguments);

/// Reads the arguments and the environment (KITH_WORKSPACE, KITH_KEY_FILE, KITH_NOW); prints help and ends the process
/// for --help, --version and wrong usage.
[[nodiscard]] Options readOptions(const QStringList& arguments);

}  // namespace kith::desktop
