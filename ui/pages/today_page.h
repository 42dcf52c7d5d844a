// Today: what is due, what comes next, what was promised, and what can be done about it. No widgets.
#pragma once

#include <kith/pages/today_item.h>
#include <kith/usecases/worker.h>

#include <QObject>

namespace kith::ui {

/// Key of the workspace setting that chooses the view; "manager" reduces it to log, my people, my promises.
inline constexpr std::string_view kViewSetting = "view";
inline constexpr std::string_view kManagerView = "manager";

/// A colleague who may take a reminder over.
struct Colleague {
    Id id;
    QString name;
    QString detail;

    friend bool operator==(const Colleague&, const Colleague&) = default;
};

using ColleagueList = ListModel<Colleague, Id>;

/// Keeps its lists true to the workspace by itself. Commands name a reminder by id, run in the background and end in
/// said() or failed(); a command about a reminder that is gone fails with a sentence.
class TodayPage : public QObject {
    Q_OBJECT
public:
    /// References must outlive the page.
    TodayPage(Worker& worker, const Clock& clock, const Zone& zone, QLocale locale = {}, QObject* parent = nullptr);

    /// Due today and before, the longest overdue first; in the manager's view every open promise of mine.
    [[nodiscard]] TodayList& due() { return due_; }
    /// Follow-ups of the 14 days after today; empty in the manager's view.
    [[nodiscard]] TodayList& comingUp() { return comingUp_; }
    /// Promises that are not due yet; empty in the manager's view, where they are in due().
    [[nodiscard]] TodayList& promises() { return promises_; }
    /// The people I spoke with, the latest first, at most 200; filled in the manager's view.
    [[nodiscard]] MyPeopleList& myPeople() { return myPeople_; }

    enum class Empty { No, NothingDue, NoPeople };
    /// Why there is nothing to do; No until the first answer has come.
    [[nodiscard]] Empty empty() const;
    [[nodiscard]] bool managerView() const { return managerView_; }
    /// How many reminders are due, also those beyond the 500 that due() shows.
    [[nodiscard]] qint64 dueCount() const { return dueCount_; }

    [[nodiscard]] QString heading() const;  ///< "Today", or "My promises"
    [[nodiscard]] QString subheading() const;  ///< "Sunday 22 November · 8 conversations, 3 late"
    [[nodiscard]] QString emptyTitle() const;
    [[nodiscard]] QString emptyText() const;
    /// "704 more are due; the 500 longest overdue are shown". Empty when all are.
    [[nodiscard]] QString beyond() const;

    [[nodiscard]] Date today() const;

    /// Colleagues whose name begins with these words; all of them, up to 20, for an empty text.
    [[nodiscard]] ColleagueList& colleagues() { return colleagues_; }
    void findColleagues(const QString& words);

    void snooze(const Id& reminder, Date until, const QString& reason);
    void finish(const Id& reminder);
    void handOver(const Id& reminder, const Id& colleague);
    /// Takes back the command that said() named.
    void undo(qint64 command);

    /// Reads again: for a setting that changed.
    void refresh();
    /// To be called now and then: reads again when the date has changed.
    void tick();

Q_SIGNALS:
    /// Counts, heading or empty state may have changed; the lists have signals of their own.
    void changed();
    /// A sentence about what was done; `command` is not 0 when it can be taken back.
    void said(const QString& sentence, qint64 command);
    /// A sentence about what went wrong.
    void failed(const QString& sentence);

private:
    struct Snapshot;
    void show(Snapshot& snapshot);
    [[nodiscard]] QString nameOf(const Id& reminder) const;
    void run(std::move_only_function<Result<ChangeSet>(Services&)> work, QString done, QString what);

    Worker& worker_;
    const Clock& clock_;
    const Zone& zone_;
    QLocale locale_;
    TodayList due_;
    TodayList comingUp_;
    TodayList promises_;
    MyPeopleList myPeople_;
    ColleagueList colleagues_;
    std::uint64_t colleagueSearch_ = 0;
    Date shownDay_{};
    qint64 dueCount_ = 0;
    qint64 lateCount_ = 0;
    std::size_t people_ = 0;
    bool managerView_ = false;
    bool loaded_ = false;
    bool reading_ = false;
    bool readAgain_ = false;
    Subscription subscription_;
};

}  // namespace kith::ui
