// The sheet in which a conversation is written down: all of it reachable by keyboard, Ctrl+Enter saves.
#pragma once

#include <kith/controls/page_view.h>
#include <kith/pages/conversation_page.h>

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QGridLayout;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace kith::ui {

class Chip;
class NextStepFields;
class PeopleField;
class TextLabel;
class Theme;

class LogSheetView final : public QWidget {
    Q_OBJECT
public:
    /// Shows the page's draft as begin() left it; references must outlive the view.
    LogSheetView(ConversationPage& page, const Theme* theme, QWidget* parent = nullptr);

    /// Where writing goes on: the people when nobody is named yet, else the text.
    [[nodiscard]] QWidget* firstField() const;
    /// Esc: closes the innermost thing; false when the sheet itself may close.
    bool stepBack();

Q_SIGNALS:
    void saved(const QString& sentence, qint64 command);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildWords(QVBoxLayout* column);
    void buildRows(QVBoxLayout* column);
    [[nodiscard]] QWidget* buildChannels();
    [[nodiscard]] QWidget* buildTime();
    [[nodiscard]] QWidget* buildTalk();
    void buildFooter(QVBoxLayout* column);
    /// As high as its lines, within bounds; then it scrolls.
    void fitText();
    void addRow(const QString& label, QWidget* fields);
    /// Brings the fields to the draft, without touching what is being typed.
    void refresh();
    void refreshDueSteps();
    void save();
    void showProblem(const QString& sentence);
    [[nodiscard]] QWidget* fieldOf(SheetField field) const;

    ConversationPage& page_;
    const Theme* theme_;
    PeopleField* people_ = nullptr;
    QPlainTextEdit* text_ = nullptr;
    QGridLayout* rows_ = nullptr;
    std::vector<Chip*> channels_;
    QDateTimeEdit* when_ = nullptr;
    QSpinBox* minutes_ = nullptr;
    QComboBox* direction_ = nullptr;
    QComboBox* depth_ = nullptr;
    TextLabel* dueLabel_ = nullptr;
    QWidget* due_ = nullptr;
    std::vector<DueStep> shownDue_;
    NextStepFields* next_ = nullptr;
    QCheckBox* private_ = nullptr;
    TextLabel* problem_ = nullptr;
    QPushButton* discard_ = nullptr;
    QPushButton* save_ = nullptr;
};

/// Opens the sheet over the window of `over`, for somebody or for nobody yet (a nil id). What was saved is said
/// through the host, with undo. Does nothing while another sheet is open.
void openLogSheet(ConversationPage& page, const Theme* theme, QWidget* over, PageHost& host, const Id& person);

}  // namespace kith::ui
