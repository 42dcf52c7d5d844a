// The next step in the log sheet: what, on which day, how often, and whether it was promised.
#pragma once

#include <kith/pages/conversation_page.h>

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLineEdit;

namespace kith::ui {

class Theme;

class NextStepFields final : public QWidget {
    Q_OBJECT
public:
    NextStepFields(ConversationPage& page, const Theme* theme, QWidget* parent = nullptr);

    void refresh();
    [[nodiscard]] QWidget* dueField() const;
    [[nodiscard]] QWidget* reasonField() const;

private:
    ConversationPage& page_;
    QCheckBox* wanted_ = nullptr;
    QWidget* details_ = nullptr;
    QLineEdit* reason_ = nullptr;
    QDateEdit* due_ = nullptr;
    QComboBox* repeat_ = nullptr;
    QCheckBox* promise_ = nullptr;
};

}  // namespace kith::ui
