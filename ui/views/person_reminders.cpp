#include <kith/views/person_reminders.h>

#include <kith/views/snooze_panel.h>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

RemindersSection::RemindersSection(const Theme* theme, PersonPage& page, QWidget* parent)
    : Section(theme, tr("Reminders"), parent),
      rows_(body(),
            [this, theme, &page](const ReminderLine& made) -> Rows<ReminderLine>::Row {
                auto* reason = new TextLabel(theme);
                reason->setWordWrap(true);
                auto* due = new TextLabel(theme, {}, TextSize::Small, Ink::Muted);
                due->setWordWrap(true);
                auto* words = new QWidget;
                auto* column = new QVBoxLayout(words);
                column->setContentsMargins(0, 0, 0, 0);
                column->setSpacing(0);
                column->addWidget(reason);
                column->addWidget(due);
                auto* done = new IconButton(theme, Icon::Check, tr("Done: %1").arg(made.reason));
                auto* later = new IconButton(theme, Icon::Clock, tr("Snooze: %1").arg(made.reason));
                connect(done, &QPushButton::clicked, &page, [&page, id = made.id] { page.finishReminder(id); });
                connect(later, &QPushButton::clicked, this, [this, theme, &page, made] {
                    if (!page.lines()) return;
                    openSnoozeSheet(
                        theme, this, {.name = page.lines()->name, .reason = made.reason, .today = page.today()},
                        [&page, id = made.id](Date until, const QString& why) { page.snoozeReminder(id, until, why); });
                });
                return {rowWidget({words, done, later}, 0, kSpace), [reason, due](const ReminderLine& line) {
                            reason->setText(line.promise ? tr("Promised: %1").arg(line.reason) : line.reason);
                            due->setText(line.detail.isEmpty() ? line.due : line.due + u" · "_s + line.detail);
                            due->setInk(line.late ? Ink::Danger : Ink::Muted);
                        }};
            }),
      none_(new TextLabel(theme, tr("None. Ctrl+R sets one."), TextSize::Small, Ink::Muted))
{
    body()->setSpacing(2 * kSpace);
    body()->addWidget(none_);
}

void RemindersSection::show(const PersonLines& lines)
{
    rows_.set(lines.reminders);
    none_->setVisible(lines.reminders.empty());
}

}  // namespace kith::ui
