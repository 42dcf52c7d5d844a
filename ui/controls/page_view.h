// What the window asks of a page, and what a page may ask of the window.
#pragma once

#include <kith/controls/command_spec.h>

#include <QList>
#include <QWidget>

class QSettings;

namespace kith::ui {

/// The window as pages see it. Passed by constructor; outlives every page.
class PageHost {
public:
    virtual ~PageHost() = default;

    /// A sentence at the bottom of the window for some seconds, with at most one action ("Undo").
    virtual void say(const QString& sentence, const QString& action = {}, std::function<void()> run = {}) = 0;
    /// Shows a page by its id ("today", "people", "person", "import", "settings"); `argument` goes to PageView::open.
    virtual void openPage(const QString& id, const QString& argument = {}) = 0;
    /// Steps back to the page shown before this one.
    virtual void goBack() = 0;
    /// Runs a command of the window or of the current page by its id; nothing happens when it is unknown or disabled.
    virtual void runCommand(const QString& id) = 0;
    /// Opens the log sheet with these people (ids as text) already named.
    virtual void logConversation(const QString& personId = {}) = 0;
};

/// A page of the window: shows one presentation object and takes no decisions.
class PageView : public QWidget {
    Q_OBJECT
public:
    explicit PageView(QWidget* parent = nullptr) : QWidget(parent) { }

    /// Heading and name for screen readers.
    [[nodiscard]] virtual QString title() const = 0;
    /// Commands that hold while this page is shown. Asked for once, after construction.
    [[nodiscard]] virtual QList<CommandSpec> commands() { return {}; }
    /// Called every time the page comes to the front: put the focus where work goes on.
    virtual void activate() { }
    /// Shows the thing named by `argument` (an id as text); pages without arguments ignore it.
    virtual void open(const QString& /*argument*/) { }
    /// Id as text of the person whom the page is about, whom a conversation logged from here is with; else empty.
    [[nodiscard]] virtual QString personInHand() const { return {}; }
    /// Esc: closes or clears the innermost thing of the page. False when there was nothing: the window then goes back.
    [[nodiscard]] virtual bool stepBack() { return false; }
    /// Text typed into the search field of the window. True when the page filters by it while typing.
    [[nodiscard]] virtual bool filter(const QString& /*text*/) { return false; }
    /// Name of the chapter in resources/help ("people").
    [[nodiscard]] virtual QString helpTopic() const { return {}; }
    /// Splitter and column state, under a group of the page's own.
    virtual void saveState(QSettings& /*settings*/) const { }
    virtual void restoreState(const QSettings& /*settings*/) { }

Q_SIGNALS:
    /// The number beside the page's name in the navigation; negative for none.
    void countChanged(qint64 count);
    void titleChanged();
    /// The page is filtered by this text now, whoever typed it and wherever.
    void filterChanged(const QString& text);
};

}  // namespace kith::ui
