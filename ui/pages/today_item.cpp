#include <kith/pages/today_item.h>

#include <kith/models/text.h>
#include <kith/pages/words.h>

#include <QCoreApplication>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Today {
    Q_DECLARE_TR_FUNCTIONS(Today)
};

TodayItem::When whenOf(Date due, Date today)
{
    if (due < today) return TodayItem::When::Overdue;
    return due == today ? TodayItem::When::Today : TodayItem::When::Later;
}

QString spokenInWords(const std::optional<Instant>& lastAt, Date today, const Zone& zone, const QLocale& locale)
{
    if (!lastAt) return Today::tr("Not spoken yet");
    return Today::tr("Spoken %1", "followed by: today, 12 days ago")
        .arg(agoInWords(zone.dateOf(*lastAt), today, locale));
}

QString noteOn(const ReminderView& reminder, Date today, const QLocale& locale)
{
    QStringList parts;
    if (reminder.kind == ReminderKind::Promise) parts << Today::tr("Promised");
    if (reminder.snoozedFrom) {
        const QString from = longDay(*reminder.snoozedFrom, today, locale);
        parts << (reminder.snoozeReason.empty()
                      ? Today::tr("Put off from %1").arg(from)
                      : Today::tr("Put off from %1: %2").arg(from, toQString(reminder.snoozeReason).simplified()));
    }
    if (!reminder.rrule.empty()) parts << Today::tr("Repeats %1").arg(repetitionInWords(reminder.rrule));
    return parts.join(u" · "_s);
}

QString joined(const QStringList& sentences)
{
    QString text;
    for (const QString& sentence : sentences) {
        if (sentence.isEmpty()) continue;
        if (!text.isEmpty()) text += u' ';
        text += sentence;
        if (!sentence.back().isPunct()) text += u'.';
    }
    return text;
}

}  // namespace

QString TodayItem::summary() const
{
    const QString who = titleLine.isEmpty() ? name : Today::tr("%1, %2", "name, title").arg(name, titleLine);
    const QString words = lastWords.isEmpty() ? QString{} : Today::tr("Last words: %1").arg(lastWords);
    return joined({who, reason, due, note, wordFor(band), words});
}

TodayItem todayItem(const AgendaItem& item, Date today, const Zone& zone, const QLocale& locale)
{
    const ReminderView& reminder = item.reminder;
    return {.reminder = reminder.id,
            .person = reminder.person,
            .name = toQString(item.person.name.empty() ? reminder.name : item.person.name),
            .titleLine = titleLine(item.person.title, item.person.organisation),
            .reason = toQString(reminder.reason).simplified(),
            .lastWords = toQString(item.lastWords).simplified(),
            .note = noteOn(reminder, today, locale),
            .due = dueInWords(reminder.due, today, locale),
            .day = shortDay(reminder.due, today, locale),
            .spoken = spokenInWords(item.lastAt, today, zone, locale),
            .when = whenOf(reminder.due, today),
            .promise = reminder.kind == ReminderKind::Promise,
            .band = item.person.band};
}

QString MyPerson::summary() const
{
    return joined({name, titleLine, spoken, wordFor(band)});
}

MyPerson myPerson(const PersonCard& card, Date today, const Zone& zone, const QLocale& locale)
{
    return {.person = card.id,
            .name = toQString(card.name),
            .titleLine = titleLine(card.title, card.organisation),
            .spoken = spokenInWords(card.lastInteraction, today, zone, locale),
            .band = card.band};
}

}  // namespace kith::ui
