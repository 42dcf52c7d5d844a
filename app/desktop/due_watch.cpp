#include "due_watch.h"

#include <kith/pages/words.h>
#include <kith/usecases/reminders.h>

#include <chrono>
#include <utility>

namespace kith::desktop {

namespace {

constexpr std::size_t kListed = 20;

}  // namespace

DueWatch::DueWatch(Worker& worker, const Clock& clock, const Zone& zone, ui::Notifier& notifier, QObject* parent)
    : QObject(parent), worker_(worker), clock_(clock), zone_(zone), notifier_(notifier)
{
    connect(&timer_, &QTimer::timeout, this, &DueWatch::look);
    timer_.start(std::chrono::minutes{10});
    connect(&notifier_, &ui::Notifier::snoozeAsked, this, &DueWatch::snooze);
    subscription_ = worker_.onChange([this](const ChangeSet& changes) {
        if (changes.touches(Kind::Reminder)) look();
    });
    look();
}

void DueWatch::look()
{
    if (looking_) {
        again_ = true;
        return;
    }
    looking_ = true;
    const Date today = zone_.dateOf(clock_.now());
    auto items = std::make_shared<std::vector<AgendaItem>>();
    worker_.read(
        [items, today, now = clock_.now()](const WorkspaceReader& reader) {
            const Id me = Id::parse(reader.setting(settings::kMe)).value_or(Id{});
            *items = reader.agenda(std::nullopt, today, me, now, kListed);
        },
        [this, items, today] {
            looking_ = false;
            if (announcedOn_ != today) announced_.clear();
            announcedOn_ = today;
            QList<ui::DueNotice> due;
            QList<ui::DueNotice> fresh;
            for (const AgendaItem& item : *items) {
                const ui::DueNotice notice{
                    QString::fromStdString(item.reminder.id.toString()),
                    QString::fromStdString(item.reminder.person.toString()), QString::fromStdString(item.reminder.name),
                    QString::fromStdString(item.reminder.reason), ui::dueInWords(item.reminder.due, today, locale_)};
                due.append(notice);
                if (!announced_.contains(notice.id)) fresh.append(notice);
                announced_.insert(notice.id);
            }
            notifier_.showDue(due, fresh);
            // What changed meanwhile may have come too late for this reading.
            if (std::exchange(again_, false)) look();
        });
}

void DueWatch::snooze(const QString& reminder, int days)
{
    const auto id = Id::parse(reminder.toStdString());
    if (!id) return;
    const Date until = zone_.dateOf(clock_.now()) + std::chrono::days{days};
    worker_.run<ChangeSet>(
        [id = *id, until](Services& services) { return SnoozeReminder(services).run(id, until, {}); },
        [](const Result<ChangeSet>&) {});
}

}  // namespace kith::desktop
