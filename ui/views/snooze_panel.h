// Until when a reminder is put off, and why: the content of a sheet.
#pragma once

#include <kith/pages/today_page.h>

#include <QWidget>
#include <vector>

class QDateEdit;
class QLineEdit;
class QRadioButton;

namespace kith::ui {

class Theme;

/// Digits or arrows choose a day, Enter confirms from anywhere.
class SnoozePanel final : public QWidget {
    Q_OBJECT
public:
    SnoozePanel(const TodayPage& page, const TodayItem& item, const Theme* theme, QWidget* parent = nullptr);

    /// Where the focus belongs when the sheet opens.
    [[nodiscard]] QWidget* firstField() const;

Q_SIGNALS:
    void chosen(const QDate& until, const QString& reason);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addDays(const TodayPage& page, const Theme* theme, QLayout* column);
    void confirm();

    std::vector<SnoozeChoice> choices_;
    std::vector<QRadioButton*> days_;  ///< one for each choice, then "Pick a day"
    QDateEdit* picked_ = nullptr;
    QLineEdit* reason_ = nullptr;
};

}  // namespace kith::ui
