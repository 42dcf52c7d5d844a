#include <kith/views/remind_sheet.h>

#include <kith/controls/badges.h>
#include <kith/controls/labels.h>
#include <kith/models/text.h>
#include <kith/pages/snooze_choices.h>
#include <kith/views/flow_layout.h>
#include <kith/views/form_sheet.h>
#include <kith/views/person_section.h>

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDateEdit>
#include <QLineEdit>
#include <array>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Sheets {
    Q_DECLARE_TR_FUNCTIONS(Sheets)
};

struct DayPicker {
    QWidget* widget = nullptr;
    QDateEdit* day = nullptr;
};

constexpr std::size_t kProposed = 1;  // next week

/// A date field with the days that are meant most often as chips before it.
DayPicker makeDayPicker(const Theme* theme, Date from)
{
    const QDate today = toQDate(from);
    const auto choices = snoozeChoices(from, QLocale());
    auto* widget = new QWidget;
    auto* flow = new FlowLayout(widget, kSpace, kSpace);
    auto* day = new QDateEdit(toQDate(choices[kProposed].until));
    day->setMinimumDate(today.addDays(1));
    day->setCalendarPopup(true);
    day->setDisplayFormat(u"ddd d MMM yyyy"_s);
    day->setMinimumWidth(theme->px(176));
    day->setAccessibleName(Sheets::tr("Day"));
    const auto add = [&](const QString& text, const QDate& when) {
        auto* chip = new Chip(theme, text);
        QObject::connect(chip, &Chip::clicked, day, [day, when] { day->setDate(when); });
        flow->addWidget(chip);
    };
    for (const SnoozeChoice& choice : choices) add(choice.label, toQDate(choice.until));
    add(Sheets::tr("In 3 months"), today.addMonths(3));
    add(Sheets::tr("In a year"), today.addYears(1));
    flow->addWidget(day);
    return {widget, day};
}

}  // namespace

void openRemindSheet(const Theme* theme, QWidget* host, PersonPage& page)
{
    if (!page.lines()) return;
    FormSheet form = makeFormSheet(theme, Sheets::tr("Remind me about %1").arg(page.lines()->name));
    auto* reason = new QLineEdit;
    reason->setAccessibleName(Sheets::tr("Reason"));
    reason->setPlaceholderText(Sheets::tr("What for? For example: ask again after the bonus"));
    form.column->addWidget(reason);

    const DayPicker picker = makeDayPicker(theme, page.today());
    form.column->addWidget(picker.widget);

    auto* repeat = new QComboBox;
    repeat->setAccessibleName(Sheets::tr("Repetition"));
    const std::array<std::pair<QString, QString>, 6> rules{
        {{Sheets::tr("Once"), {}},
         {Sheets::tr("Every week"), u"FREQ=WEEKLY"_s},
         {Sheets::tr("Every 2 weeks"), u"FREQ=WEEKLY;INTERVAL=2"_s},
         {Sheets::tr("Every month"), u"FREQ=MONTHLY"_s},
         {Sheets::tr("Every 3 months"), u"FREQ=MONTHLY;INTERVAL=3"_s},
         {Sheets::tr("Every year"), u"FREQ=YEARLY"_s}}};
    for (const auto& [text, rule] : rules) repeat->addItem(text, rule);
    auto* promise = new QCheckBox(Sheets::tr("I promised it"));
    form.column->addWidget(rowWidget({repeat, promise}, 1));

    openFormSheet(
        theme, host, form, Sheets::tr("Set reminder"),
        [=, &page] {
            if (reason->text().trimmed().isEmpty()) {
                reason->setFocus();
                return false;
            }
            page.remind(toDate(picker.day->date()), reason->text(), toUtf8(repeat->currentData().toString()),
                        promise->isChecked() ? ReminderKind::Promise : ReminderKind::FollowUp);
            return true;
        },
        reason);
}

}  // namespace kith::ui
