// The Sync page: how this workspace stands with its server, the devices, what waits, and what needs somebody.
#pragma once

#include <kith/models/list_model.h>
#include <kith/pages/sync_words.h>
#include <kith/usecases/worker.h>

#include <QLocale>
#include <QObject>
#include <vector>

namespace kith::ui {

/// Two values that met.
struct ConflictLine {
    Id id;
    Id person;  ///< to open; nil when there is none
    QString about;  ///< "Ana Ruiz"
    QString field;  ///< "City"
    QString kept;  ///< what stands now
    QString keptBy;  ///< "Ben, today 14:20"
    QString lost;  ///< the other value
    QString lostBy;

    /// The whole line as sentences, for screen readers.
    [[nodiscard]] QString summary() const;
    friend bool operator==(const ConflictLine&, const ConflictLine&) = default;
};

/// An edit that the server did not take.
struct RejectedLine {
    std::int64_t seq = 0;
    QString what;  ///< "Person · Ana Ruiz"
    QString reason;
    QString at;
    friend bool operator==(const RejectedLine&, const RejectedLine&) = default;
};

struct DeviceLine {
    Id id;
    QString name;
    QString detail;  ///< "priya · last seen today 14:20 · Kith 0.3"
    QString note;  ///< "This device", "Revoked", "Has not confirmed 2 erasures yet"; may be empty
    bool current = false;
    bool revocable = false;
    friend bool operator==(const DeviceLine&, const DeviceLine&) = default;
};

using ConflictList = ListModel<ConflictLine, Id>;
using RejectedList = ListModel<RejectedLine, std::int64_t>;

/// For the screen's thread. The state comes from the desk; conflicts are read from the workspace whenever one changed.
class SyncPage final : public QObject {
    Q_OBJECT
public:
    /// References must outlive the page.
    SyncPage(Worker& worker, SyncDesk& desk, const Clock& clock, const Zone& zone, QLocale locale = {},
             QObject* parent = nullptr);

    [[nodiscard]] SyncDesk& desk() { return desk_; }
    [[nodiscard]] const SyncState& state() const { return desk_.state(); }
    [[nodiscard]] bool signedIn() const { return state().account.has_value(); }
    [[nodiscard]] SyncHeadline headline() const { return headlineOf(state()).what; }
    /// See sync_words.h.
    [[nodiscard]] QString words() const { return syncWords(state(), context()); }
    [[nodiscard]] QString sentence() const { return syncSentence(state(), context()); }
    /// Empty when nothing waits, and where there is no server to wait for.
    [[nodiscard]] QString waiting() const
    {
        return signedIn() ? waitingSentence(state().counts, context()) : QString{};
    }
    /// "Riverside Council · priya, recruiter"; empty when not signed in.
    [[nodiscard]] QString membership() const;
    [[nodiscard]] QString server() const;

    [[nodiscard]] ConflictList& conflicts() { return conflicts_; }
    [[nodiscard]] RejectedList& rejected() { return rejected_; }
    [[nodiscard]] const std::vector<DeviceLine>& devices() const { return devices_; }
    /// Why the devices are not listed; empty when they are.
    [[nodiscard]] QString devicesProblem() const { return devicesProblem_; }

    /// Asks the server for the devices. Called when the page is shown.
    void refresh();
    void syncNow();
    /// The removals that were asked about happen, this once.
    void allowRemovals();
    /// The other value takes its place.
    void take(const Id& conflict);
    /// What stands stays.
    void keep(const Id& conflict);
    void dismiss(std::int64_t seq);
    void revoke(const Id& device);
    void signOut();

Q_SIGNALS:
    void changed();
    void devicesChanged();
    /// A command has been saved that can be taken back.
    void settled(const QString& sentence);
    void said(const QString& sentence);

private:
    [[nodiscard]] WordContext context() const;
    void stateChanged();
    void readConflicts();
    void readRejected();
    void settle(const Id& conflict, bool take);
    [[nodiscard]] ConflictLine lineOf(const OpenConflict& conflict) const;
    [[nodiscard]] RejectedLine lineOf(const RejectedEdit& edit) const;
    [[nodiscard]] DeviceLine lineOf(const sync::Device& device) const;

    Worker& worker_;
    SyncDesk& desk_;
    const Clock& clock_;
    const Zone& zone_;
    QLocale locale_;
    ConflictList conflicts_;
    RejectedList rejected_;
    std::vector<DeviceLine> devices_;
    QString devicesProblem_;
    std::size_t rejectedSeen_ = 0;
    bool wasSignedIn_ = false;
    Subscription changes_;
    Subscription states_;
};

}  // namespace kith::ui
