// Who a conversation was with: chips, a field for the next name, and a list of whom it may mean.
#pragma once

#include <kith/pages/conversation_page.h>

#include <QWidget>

class QLineEdit;

namespace kith::ui {

class FlowLayout;
class SideList;
class Theme;

/// Down and Up choose, Enter takes, Backspace in the empty field removes the last person.
class PeopleField final : public QWidget {
    Q_OBJECT
public:
    /// `overlay` is what the list of suggestions may cover; it is made a child of it.
    PeopleField(ConversationPage& page, const Theme* theme, QWidget* overlay, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit* input() const { return input_; }
    /// Esc closes the suggestions; false when there were none.
    bool stepBack();
    /// Takes the name being typed as if Enter had been pressed: before saving.
    void takePending();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refreshChips();
    void refreshSuggestions();
    void placeSuggestions();
    bool handleKey(int key);
    void take(int row);

    ConversationPage& page_;
    const Theme* theme_;
    FlowLayout* flow_ = nullptr;
    QLineEdit* input_ = nullptr;
    QWidget* overlay_ = nullptr;
    QWidget* box_ = nullptr;
    SideList* list_ = nullptr;
    std::vector<Companion> shown_;
    QList<QWidget*> chips_;
};

}  // namespace kith::ui
