// Signing in to a server, in a sheet.
#pragma once

#include <kith/pages/sign_in_page.h>

#include <QWidget>

class QLineEdit;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace kith::ui {

class TextLabel;
class Theme;

/// The form, and after it, where there is a choice, the question which space this workspace's people go into.
class SignInPanel final : public QWidget {
    Q_OBJECT
public:
    SignInPanel(const Theme* theme, SignInPage& page, QWidget* parent = nullptr);

    [[nodiscard]] QWidget* firstField() const;

Q_SIGNALS:
    /// Cancel was pressed, or the sign-in is done.
    void closeAsked();

private:
    QWidget* makeForm();
    /// Folded away: what most never need.
    void makeAdvanced(QVBoxLayout* column);
    QWidget* makeChoice();
    QWidget* makeFoot();
    void refresh();
    void showChoices();
    void confirm();
    [[nodiscard]] SignInPage::Form filledIn() const;

    const Theme* theme_;
    SignInPage& page_;
    QWidget* form_ = nullptr;
    QWidget* choice_ = nullptr;
    QLineEdit* server_ = nullptr;
    QLineEdit* user_ = nullptr;
    QLineEdit* password_ = nullptr;
    QLineEdit* code_ = nullptr;
    QLineEdit* device_ = nullptr;
    QLineEdit* caFile_ = nullptr;
    QPushButton* fold_ = nullptr;
    QWidget* advanced_ = nullptr;
    QVBoxLayout* choices_ = nullptr;
    QList<QRadioButton*> radios_;
    TextLabel* problem_ = nullptr;
    TextLabel* busy_ = nullptr;
    QPushButton* go_ = nullptr;
};

/// Begins a sign-in and opens the sheet over the window of `host`. Closing the sheet calls it off.
void openSignInSheet(const Theme* theme, QWidget* host, SignInPage& page);

}  // namespace kith::ui
