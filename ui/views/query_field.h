// A line for a query, with what may come next below it.
#pragma once

#include <kith/pages/query_completion.h>

#include <QLineEdit>
#include <functional>

class QListView;

namespace kith::ui {

class Theme;

/// Down and Up go through the suggestions, Tab takes the one marked or the first, Enter the one marked, Esc closes
/// them. Enter with none marked is submitted(). Suggestions come while somebody types, never when the text is set.
class QueryField final : public QLineEdit {
    Q_OBJECT
public:
    /// `overlay` is what the suggestions may cover; they are made a child of it. `search` gives whom to ask, or null.
    QueryField(const Theme* theme, QueryCompletion& completion, std::function<const PeopleSearch*()> search,
               QWidget* overlay, QWidget* parent = nullptr);

    /// A sentence for screen readers about what was typed.
    void setHint(const QString& hint);
    /// Closes the suggestions; false when there were none.
    bool closeSuggestions();
    [[nodiscard]] bool suggesting() const;

Q_SIGNALS:
    void submitted();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    class Model;
    class Delegate;
    void refresh();
    void place();
    void mark(int row);
    void take(int row);
    bool handleKey(int key);
    void describe();

    const Theme* theme_;
    QueryCompletion& completion_;
    std::function<const PeopleSearch*()> search_;
    QWidget* overlay_;
    QWidget* box_;
    QListView* list_;
    Model* model_;
    QString hint_;
};

}  // namespace kith::ui
