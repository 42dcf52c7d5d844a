#include <kith/pages/sync_page.h>

#include <kith/models/text.h>
#include <kith/pages/words.h>
#include <kith/usecases/row_about.h>

#include <QPointer>

#include <algorithm>

namespace kith::ui {

namespace {

QVariant conflictData(const ConflictLine& line, int role)
{
    return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(line.summary()) : QVariant{};
}

QVariant rejectedData(const RejectedLine& line, int role)
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    return SyncPage::tr("%1: %2", "what was not taken, why").arg(line.what, line.reason);
}

QString who(const std::string& account, const std::optional<Instant>& at, const WordContext& context)
{
    const QString when = at ? momentInWords(*at, context) : QString{};
    if (account.empty()) return when;
    const QString name = toQString(account);
    return when.isEmpty() ? name : SyncPage::tr("%1, %2", "who wrote it, when").arg(name, when);
}

}  // namespace

QString ConflictLine::summary() const
{
    return SyncPage::tr("%1, %2. Stands now: %3 (%4). The other value: %5 (%6).")
        .arg(about, field, kept, keptBy, lost, lostBy);
}

SyncPage::SyncPage(Worker& worker, SyncDesk& desk, const Clock& clock, const Zone& zone, QLocale locale,
                   QObject* parent)
    : QObject(parent),
      worker_(worker),
      desk_(desk),
      clock_(clock),
      zone_(zone),
      locale_(std::move(locale)),
      conflicts_([](const ConflictLine& line) { return line.id; }, conflictData),
      rejected_([](const RejectedLine& line) { return line.seq; }, rejectedData),
      changes_(worker.onChange([this](const ChangeSet& changes) {
          // A conflict also changes with the row that it is about.
          if (changes.touches(Kind::Conflict) || conflicts_.count() > 0) readConflicts();
      })),
      states_(desk.onState([this] { stateChanged(); }))
{
    readConflicts();
    stateChanged();
}

WordContext SyncPage::context() const
{
    return {.now = clock_.now(), .zone = zone_, .locale = locale_};
}

QString SyncPage::membership() const
{
    if (!signedIn()) return {};
    const SyncAccount& account = *state().account;
    return tr("%1 · %2, %3", "organisation, user, role")
        .arg(toQString(account.organisation), toQString(account.user), roleInWords(account.role));
}

QString SyncPage::server() const
{
    return signedIn() ? toQString(state().account->server) : QString{};
}

void SyncPage::stateChanged()
{
    if (rejectedSeen_ != state().counts.rejected) readRejected();
    if (wasSignedIn_ != signedIn()) {
        wasSignedIn_ = signedIn();
        devices_.clear();
        Q_EMIT devicesChanged();
        if (wasSignedIn_) refresh();
    }
    Q_EMIT changed();
}

ConflictLine SyncPage::lineOf(const OpenConflict& conflict) const
{
    const WordContext words = context();
    const auto value = [&](const Value& one) {
        return valueInWords(conflict.kind, conflict.field, one, worker_.reader(), words);
    };
    return {.id = conflict.id,
            .person = conflict.person,
            .about = conflict.about.empty() ? kindInWords(conflict.kind) : toQString(conflict.about),
            .field = fieldInWords(conflict.kind, conflict.field),
            .kept = value(conflict.kept),
            .keptBy = who(conflict.keptBy, conflict.keptAt, words),
            .lost = value(conflict.lost),
            .lostBy = who(conflict.lostBy, conflict.lostAt, words)};
}

void SyncPage::readConflicts()
{
    std::vector<ConflictLine> lines;
    for (const OpenConflict& conflict : openConflicts(worker_.reader())) lines.push_back(lineOf(conflict));
    conflicts_.setItems(std::move(lines));
    Q_EMIT changed();
}

RejectedLine SyncPage::lineOf(const RejectedEdit& edit) const
{
    const QString kind = kindInWords(edit.kind);
    const auto row = worker_.reader().row(edit.kind, edit.row);
    const std::string about = row ? rowAbout(worker_.reader(), *row).name : std::string{};
    return {.seq = edit.seq,
            .what = about.empty() ? kind : tr("%1 · %2", "kind of entry, whom it is about").arg(kind, toQString(about)),
            .reason = toQString(edit.reason),
            .at = momentInWords(edit.at, context())};
}

void SyncPage::readRejected()
{
    rejectedSeen_ = state().counts.rejected;
    desk_.rejected([self = QPointer(this)](const sync::Answer<std::vector<RejectedEdit>>& edits) {
        if (self.isNull() || !edits) return;
        std::vector<RejectedLine> lines;
        for (const RejectedEdit& edit : *edits) lines.push_back(self->lineOf(edit));
        self->rejected_.setItems(std::move(lines));
        Q_EMIT self->changed();
    });
}

DeviceLine SyncPage::lineOf(const sync::Device& device) const
{
    QString name = toQString(device.name);
    if (name.isEmpty()) name = tr("A device without a name");
    QString detail =
        tr("%1 · last seen %2", "user, when").arg(toQString(device.user), momentInWords(device.lastSeen, context()));
    if (!device.version.empty()) detail += tr(" · Kith %1", "version").arg(toQString(device.version));
    QString note;
    if (device.revoked) note = tr("Revoked");
    else if (device.current) note = tr("This device");
    if (device.erasuresOpen == 1) note = tr("Has not confirmed an erasure yet");
    else if (device.erasuresOpen > 1) note = tr("Has not confirmed %n erasures yet", nullptr, device.erasuresOpen);
    return {.id = device.id,
            .name = name,
            .detail = detail,
            .note = note,
            .current = device.current,
            .revocable = !device.revoked && !device.current};
}

void SyncPage::refresh()
{
    if (!signedIn()) return;
    desk_.devices([self = QPointer(this)](const sync::Answer<std::vector<sync::Device>>& devices) {
        if (self.isNull()) return;
        if (devices) {
            self->devices_.clear();
            for (const sync::Device& device : *devices) self->devices_.push_back(self->lineOf(device));
            std::ranges::stable_partition(self->devices_, [](const DeviceLine& line) { return line.current; });
            self->devicesProblem_.clear();
        } else if (devices.error().trouble != sync::Trouble::Stopped) {
            self->devicesProblem_ = tr("The list of devices is at the server, which cannot be asked now.");
        }
        Q_EMIT self->devicesChanged();
    });
}

void SyncPage::syncNow()
{
    desk_.syncNow();
}

void SyncPage::allowRemovals()
{
    desk_.allowRemovals();
}

void SyncPage::settle(const Id& conflict, bool take)
{
    worker_.run<ChangeSet>(
        [conflict, take](Services& services) {
            const SettleConflict conflicts(services);
            return take ? conflicts.take(conflict) : conflicts.keep(conflict);
        },
        [self = QPointer(this), take](const Result<ChangeSet>& result) {
            if (self.isNull()) return;
            if (!result) Q_EMIT self->said(problemSentence(tr("The conflict is still open"), result.error()));
            else Q_EMIT self->settled(take ? tr("The other value is in its place") : tr("Kept as it stands"));
        });
}

void SyncPage::take(const Id& conflict)
{
    settle(conflict, true);
}

void SyncPage::keep(const Id& conflict)
{
    settle(conflict, false);
}

void SyncPage::dismiss(std::int64_t seq)
{
    desk_.dismissRejected(seq, [self = QPointer(this)](const sync::Answer<void>& done) {
        if (self.isNull()) return;
        if (!done) Q_EMIT self->said(serverProblem(tr("It is still listed"), done.error()));
        self->readRejected();
    });
}

void SyncPage::revoke(const Id& device)
{
    const auto found = std::ranges::find(devices_, device, &DeviceLine::id);
    if (found == devices_.end() || !found->revocable) return;
    desk_.revokeDevice(device, [self = QPointer(this), name = found->name](const sync::Answer<void>& done) {
        if (self.isNull()) return;
        Q_EMIT self->said(done ? tr("%1 can no longer sync").arg(isolated(name))
                               : serverProblem(tr("The device was not revoked"), done.error()));
        self->refresh();
    });
}

void SyncPage::signOut()
{
    if (!signedIn()) return;
    desk_.signOut([self = QPointer(this)](const sync::Answer<void>& told) {
        if (self.isNull()) return;
        Q_EMIT self->said(told ? tr("Signed out. Everything here stays, and is this machine's alone.")
                               : tr("Signed out here; the server could not be told. Everything here stays."));
    });
}

}  // namespace kith::ui
