// Every command of the window and of the page in front: the one list from which shortcuts, palette and F1 are made.
#pragma once

#include <kith/controls/command_spec.h>

#include <QList>
#include <QObject>
#include <QPointer>

#include <vector>

class QShortcut;
class QWidget;

namespace kith::ui {

class Commands : public QObject {
    Q_OBJECT
public:
    /// Shortcuts live on the window. While a sheet covers it none of them acts.
    explicit Commands(QWidget* window);
    ~Commands() override;

    /// `page` empty: holds on every page. A page's command takes a shortcut before the window's command with the same.
    void add(CommandSpec spec, const QString& page = {});
    void setCurrentPage(const QString& page);

    /// Runs a command that holds now; false when there is none of this id or it is disabled.
    bool run(const QString& id) const;
    [[nodiscard]] bool enabled(const QString& id) const;
    /// The commands that hold now, the page's first, each group in the order added.
    [[nodiscard]] QList<CommandSpec> ofPage() const;
    [[nodiscard]] QList<CommandSpec> ofWindow() const;

private:
    struct Entry {
        CommandSpec spec;
        QString page;
        QPointer<QShortcut> shortcut;
    };
    [[nodiscard]] const Entry* find(const QString& id) const;
    [[nodiscard]] QList<CommandSpec> where(const QString& page) const;
    void refresh();

    QWidget* window_;
    QString page_;
    std::vector<Entry> entries_;
};

}  // namespace kith::ui
