#include <kith/views/snooze_panel.h>

#include <kith/controls/badges.h>
#include <kith/controls/labels.h>
#include <kith/controls/sheet.h>
#include <kith/models/text.h>

#include <QDateEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWidth = 420;

}  // namespace

SnoozePanel::SnoozePanel(const SnoozeSubject& subject, const Theme* theme, QWidget* parent)
    : QWidget(parent), choices_(snoozeChoices(subject.today, QLocale()))
{
    setAccessibleName(tr("Snooze %1").arg(subject.name));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(8);
    column->addWidget(
        new ElidedLabel(theme, tr("Snooze %1").arg(subject.name), TextSize::Lead, Ink::Text, Weight::Bold, this));
    column->addWidget(new ElidedLabel(theme, subject.reason, TextSize::Small, Ink::Muted, Weight::Regular, this));
    column->addSpacing(6);
    addDays(subject.today, theme, column);

    column->addSpacing(6);
    auto* because = new TextLabel(theme, tr("Because"), TextSize::Small, Ink::Muted, Weight::Regular, this);
    reason_ = new QLineEdit(this);
    reason_->setAccessibleName(tr("Reason for waiting"));
    reason_->setPlaceholderText(tr("for example: bonus is paid in March"));
    reason_->setMaxLength(500);
    because->setBuddy(reason_);
    column->addWidget(because);
    column->addWidget(reason_);

    column->addSpacing(6);
    auto* footer = new QHBoxLayout;
    footer->addWidget(new KeyCap(theme, QKeySequence(Qt::Key_Escape), this));
    footer->addWidget(new TextLabel(theme, tr("leave it"), TextSize::Small, Ink::Muted, Weight::Regular, this), 1);
    auto* button = new KeyButton(theme, tr("Snooze"), QKeySequence(Qt::Key_Return), ButtonKind::Primary, this);
    connect(button, &QPushButton::clicked, this, &SnoozePanel::confirm);
    footer->addWidget(button);
    column->addLayout(footer);
}

void SnoozePanel::addDays(Date today, const Theme* theme, QLayout* column)
{
    const auto add = [&](const QString& text) {
        auto* day = new QRadioButton(text, this);
        // One stop for Tab, wherever the choice is; the arrows move within.
        day->setFocusPolicy(Qt::ClickFocus);
        connect(day, &QRadioButton::toggled, day,
                [day](bool on) { day->setFocusPolicy(on ? Qt::StrongFocus : Qt::ClickFocus); });
        days_.push_back(day);
        return day;
    };
    for (const SnoozeChoice& choice : choices_)
        column->addWidget(add(tr("%1, %2", "Tomorrow, Monday 23 November").arg(choice.label, choice.day)));

    auto* pick = add(tr("Pick a day"));
    picked_ = new QDateEdit(this);
    picked_->setAccessibleName(tr("Day to pick"));
    picked_->setCalendarPopup(true);
    picked_->setDisplayFormat(tr("ddd d MMM yyyy", "format of a day in a field"));
    picked_->setMinimumWidth(theme->px(170));
    picked_->setMinimumDate(toQDate(today).addDays(1));
    picked_->setDate(toQDate(choices_.back().until));
    picked_->setEnabled(false);
    connect(pick, &QRadioButton::toggled, picked_, &QWidget::setEnabled);
    auto* row = new QHBoxLayout;
    row->addWidget(pick);
    row->addWidget(picked_);
    row->addStretch();
    column->addItem(row);
    days_.front()->setChecked(true);
}

QWidget* SnoozePanel::firstField() const
{
    return days_.front();
}

void SnoozePanel::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        confirm();
        return;
    }
    const int digit = key - Qt::Key_1;
    if (digit >= 0 && digit < static_cast<int>(days_.size())) {
        QRadioButton* day = days_[static_cast<std::size_t>(digit)];
        day->setChecked(true);
        if (day == days_.back()) picked_->setFocus(Qt::ShortcutFocusReason);
        else day->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    QWidget::keyPressEvent(event);
}

void SnoozePanel::confirm()
{
    QDate until = picked_->date();
    for (std::size_t i = 0; i < choices_.size(); ++i)
        if (days_[i]->isChecked()) until = toQDate(choices_[i].until);
    Q_EMIT chosen(until, reason_->text());
}

void openSnoozeSheet(const Theme* theme, QWidget* host, const SnoozeSubject& subject,
                     std::function<void(Date until, const QString& reason)> chosen)
{
    auto* panel = new SnoozePanel(subject, theme);
    auto* sheet = new Sheet(theme, host, panel, kWidth);
    QObject::connect(panel, &SnoozePanel::chosen, sheet,
                     [sheet, chosen = std::move(chosen)](const QDate& until, const QString& reason) {
                         sheet->dismiss();
                         chosen(toDate(until), reason);
                     });
    sheet->open(panel->firstField());
}

}  // namespace kith::ui
