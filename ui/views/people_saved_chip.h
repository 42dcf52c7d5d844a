// "Saved": the saved searches of the People page, as a chip that opens them.
#pragma once

#include <kith/controls/badges.h>
#include <kith/controls/command_spec.h>
#include <kith/pages/people_saved.h>

#include <QList>

class QMenu;

namespace kith::ui {

/// Says which search is in hand. Its menu has all of them by name, and what can be done with the one in hand.
class PeopleSavedChip final : public Chip {
    Q_OBJECT
public:
    /// `host` is what sheets cover. All must outlive it.
    PeopleSavedChip(const Theme* theme, PeoplePage& page, QWidget* host, QWidget* parent = nullptr);

    [[nodiscard]] PeopleSaved& saved() { return saved_; }
    void open();
    /// Asks for a name; for a line that is not understood it says so instead.
    void save();
    void rename();
    /// The menu that is open; null when none is.
    [[nodiscard]] QMenu* menu() const;
    [[nodiscard]] QList<CommandSpec> commands();

private:
    void refresh();
    void addOfInHand(QMenu& menu);
    void askForName(const QString& title, const QString& action, const QString& name, bool withPlace,
                    const std::function<void(const QString&, const Id&, const Outcome&)>& take);

    const Theme* theme_;
    PeoplePage& page_;
    QWidget* host_;
    PeopleSaved saved_;
    QMenu* menu_ = nullptr;
};

}  // namespace kith::ui
