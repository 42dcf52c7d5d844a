// A command as the palette, the shortcuts and the F1 sheet see it.
#pragma once

#include <QKeySequence>
#include <QString>

#include <functional>

namespace kith::ui {

/// One thing a person can do. Titles are translated, begin with a verb and carry no shortcut text.
struct CommandSpec {
    QString id;  ///< stable: "people.new"
    QString title;
    QKeySequence shortcut{};  ///< empty: only in the palette
    std::function<void()> run;
    std::function<bool()> enabled{};  ///< empty: always
    QString icon{};  ///< name of an icon ("add"); may stay empty
    bool inPalette = true;  ///< movements like J and K belong on the F1 sheet only
};

}  // namespace kith::ui
