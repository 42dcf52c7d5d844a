// The window: navigation, search, pages, and what lies over them. It knows pages by PageView only.
#pragma once

#include <kith/controls/page_view.h>
#include <kith/controls/toast.h>
#include <kith/shell/command_palette.h>
#include <kith/shell/commands.h>
#include <kith/shell/navigation.h>
#include <kith/shell/notifier.h>
#include <kith/shell/search_bar.h>

#include <QMap>
#include <QSettings>
#include <QStackedWidget>

namespace kith::ui {

class MainWindow : public QWidget, public PageHost {
    Q_OBJECT
public:
    /// What the window passes on to those who know the workspace. Empty ones are not offered.
    struct Actions {
        /// Opens the log sheet; the id of a person as text, or empty.
        std::function<void(const QString& person)> log;
        CommandPalette::Find find;
        /// Undo and redo answer later with the sentence to show; `ok` is false when there was nothing or it failed.
        std::function<void(std::function<void(bool ok, const QString& sentence)>)> undo;
        std::function<void(std::function<void(bool ok, const QString& sentence)>)> redo;
    };

    /// Theme, settings and notifier outlive the window. Without settings nothing is remembered; without a notifier
    /// nothing is told outside. Opening a person and logging from the tray are left to whoever composes the program.
    MainWindow(Theme* theme, QSettings* settings, Notifier* notifier, QWidget* parent = nullptr);
    ~MainWindow() override;

    void setActions(Actions actions);
    /// A page of the navigation, reached by Ctrl+1 … in the order added. The window takes the page.
    void addPage(const NavItem& item, PageView* page);
    /// A page reached from others only: a person, an import.
    void addHiddenPage(const QString& id, PageView* page);
    /// Further commands that hold on every page ("Import a file").
    void addCommand(CommandSpec spec);
    [[nodiscard]] PageView* page(const QString& id) const;
    [[nodiscard]] QString currentPage() const { return current_; }
    [[nodiscard]] Commands& commands() { return *commands_; }

    /// Something that covers everything until removed: creating or unlocking a workspace. The window takes it.
    void setCover(QWidget* cover);
    void removeCover();

    void setState(const QString& words, Ink ink, const QString& detail = {});
    void setManagerView(bool on);
    void setPageTitle(const QString& id, const QString& title);
    /// Closing hides the window when there is a tray to come back from.
    void setStaysInTray(bool stays) { staysInTray_ = stays; }

    void openPalette(const QString& text = {});
    void openShortcuts();
    void openGuide(const QString& topic = {});
    void bringToFront();

    // PageHost
    void say(const QString& sentence, const QString& action = {}, std::function<void()> run = {}) override;
    void openPage(const QString& id, const QString& argument = {}) override;
    void goBack() override;
    void runCommand(const QString& id) override;
    void logConversation(const QString& personId = {}) override;

Q_SIGNALS:
    /// Files were dropped anywhere on the window; local paths.
    void filesDropped(const QStringList& paths);
    void settingsAsked();
    /// The window was closed for good, or Quit was chosen.
    void quitAsked();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Visit {
        QString page;
        QString argument;
    };
    QWidget* buildTop();
    void addOwnCommands();
    void install(const QString& id, PageView* page);
    void visit(const Visit& where, bool remember);
    void revert(bool redo);
    void openSheet(QWidget* content, int width, int top);
    void saveState();
    [[nodiscard]] PageView* front() const { return page(current_); }

    Theme* theme_;
    QSettings* settings_;
    Notifier* notifier_;
    Actions actions_;
    Commands* commands_;
    QStackedWidget* layers_;
    Navigation* navigation_;
    SearchBar* search_;
    QPushButton* log_;
    QStackedWidget* stack_;
    Toast* toast_;
    QWidget* dropHint_;
    QMap<QString, PageView*> pages_;
    QMap<QString, QString> filters_;
    QStringList order_;
    QList<Visit> history_;
    QString current_;
    QString argument_;
    bool staysInTray_ = false;
    bool quitting_ = false;
};

}  // namespace kith::ui
