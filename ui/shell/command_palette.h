// Ctrl+K: type a few letters, get people, notes, saved searches and commands.
#pragma once

#include <kith/controls/command_spec.h>
#include <kith/theme/theme.h>

#include <QLineEdit>
#include <QListView>
#include <QWidget>

#include <functional>

namespace kith::ui {

/// Somebody who fits what was typed.
struct PersonSuggestion {
    QString id;
    QString name;
    QString detail;  ///< "Platform engineer · City Council", or what a note says
};

/// What was found for a text, group by group; empty ones are not shown.
struct PaletteFinds {
    QString peopleHeading{};  ///< "People · 1,204"
    QList<PersonSuggestion> people{};
    QString showAll{};  ///< "Show all 1,204 in People"; empty when all are here
    QString notesHeading{};
    QList<PersonSuggestion> notes{};  ///< each by the person whom the note is about
    QList<PersonSuggestion> searches{};  ///< saved ones: name, and the query as the detail
};

class CommandPalette : public QWidget {
    Q_OBJECT
public:
    /// Answers at once or later; what was asked before may stay unanswered.
    using Find = std::function<void(const QString& text, std::function<void(const PaletteFinds&)> answer)>;

    /// The list changes when the answer to the last key is there, so that it never shows what an earlier one found;
    /// Enter waits for it.
    CommandPalette(const Theme* theme, QList<CommandSpec> commands, Find find, const QString& text = {},
                   QWidget* parent = nullptr);
    [[nodiscard]] QLineEdit* field() const { return field_; }
    /// What the list shows, in order: for tests and screen readers.
    [[nodiscard]] QStringList lines() const;

Q_SIGNALS:
    /// The sheet closes first, then what was chosen runs.
    void commandChosen(const QString& id);
    void personChosen(const QString& id);
    /// Everybody who fits this query shall be listed.
    void allChosen(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Model;
    class Delegate;
    void ask();
    void show(const QString& text, const PaletteFinds& finds);
    void choose(const QModelIndex& index);
    void move(int by);

    const Theme* theme_;
    QList<CommandSpec> commands_;
    Find find_;
    QLineEdit* field_;
    QListView* list_;
    Model* model_;
    QWidget* nothing_;
    int asked_ = 0;  ///< the number of the last question
    bool waiting_ = false;
    bool enterWaits_ = false;
};

}  // namespace kith::ui
