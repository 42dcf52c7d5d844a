// The sheet that asks until when a reminder is put off, and why.
#pragma once

#include <kith/pages/snooze_choices.h>

#include <QDate>
#include <QWidget>
#include <functional>
#include <vector>

class QDateEdit;
class QLayout;
class QLineEdit;
class QRadioButton;

namespace kith::ui {

class Theme;

/// The reminder that is put off, in words.
struct SnoozeSubject {
    QString name;  ///< whom it is about
    QString reason;
    Date today{};
};

/// Digits or arrows choose a day, Enter confirms from anywhere.
class SnoozePanel final : public QWidget {
    Q_OBJECT
public:
    SnoozePanel(const SnoozeSubject& subject, const Theme* theme, QWidget* parent = nullptr);

    /// Where the focus belongs when the sheet opens.
    [[nodiscard]] QWidget* firstField() const;

Q_SIGNALS:
    void chosen(const QDate& until, const QString& reason);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addDays(Date today, const Theme* theme, QLayout* column);
    void confirm();

    std::vector<SnoozeChoice> choices_;
    std::vector<QRadioButton*> days_;  ///< one for each choice, then "Pick a day"
    QDateEdit* picked_ = nullptr;
    QLineEdit* reason_ = nullptr;
};

/// Opens the sheet over the window of `host`; `chosen` is called once, unless the sheet is closed before.
void openSnoozeSheet(const Theme* theme, QWidget* host, const SnoozeSubject& subject,
                     std::function<void(Date until, const QString& reason)> chosen);

}  // namespace kith::ui
