// Ctrl+K: type a few letters, get a command or a person.
#pragma once

#include <kith/controls/command_spec.h>
#include <kith/theme/theme.h>

#include <QLineEdit>
#include <QListView>
#include <QWidget>

#include <functional>

namespace kith::ui {

/// A person that fits what was typed.
struct PersonSuggestion {
    QString id;
    QString name;
    QString detail;  ///< "Platform engineer · City Council"
};

class CommandPalette : public QWidget {
    Q_OBJECT
public:
    /// Answers at once with at most `limit` people, the best first.
    using People = std::function<QList<PersonSuggestion>(const QString& words, int limit)>;

    CommandPalette(const Theme* theme, QList<CommandSpec> commands, People people, const QString& text = {},
                   QWidget* parent = nullptr);
    [[nodiscard]] QLineEdit* field() const { return field_; }
    /// What the list shows, in order: for tests and screen readers.
    [[nodiscard]] QStringList lines() const;

Q_SIGNALS:
    /// The sheet closes first, then what was chosen runs.
    void commandChosen(const QString& id);
    void personChosen(const QString& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Model;
    class Delegate;
    void refresh();
    void choose(const QModelIndex& index);
    void move(int by);

    const Theme* theme_;
    QList<CommandSpec> commands_;
    People people_;
    QLineEdit* field_;
    QListView* list_;
    Model* model_;
    QWidget* nothing_;
};

}  // namespace kith::ui
