// Erasing a person for good: whether one may, what happens, and doing it.
#pragma once

#include <kith/usecases/erase_person.h>
#include <kith/usecases/sync/sync_desk.h>
#include <kith/usecases/sync/team_desk.h>
#include <kith/usecases/worker.h>

#include <QObject>
#include <QString>
#include <QStringList>

namespace kith::ui {

/// For the screen's thread. Where there is a server it erases, for everybody; else this workspace does.
class ErasePage final : public QObject {
    Q_OBJECT
public:
    /// References must outlive the page.
    ErasePage(Worker& worker, SyncDesk& sync, TeamDesk& desk, QObject* parent = nullptr);

    /// Whether the person is in a space that one manages.
    [[nodiscard]] bool mayErase(const Id& person) const;
    /// Looks at what goes. False when there is nobody, or one may not.
    bool begin(const Id& person);
    [[nodiscard]] QString name() const;
    /// What happens, a sentence or two each, the most important first.
    [[nodiscard]] QStringList consequences() const;
    /// Whether this is the name, spaces and case aside.
    [[nodiscard]] bool confirms(const QString& typed) const;
    [[nodiscard]] bool busy() const { return busy_; }
    /// Why it did not happen; empty when it was not tried.
    [[nodiscard]] QString problem() const { return problem_; }

    void erase();

Q_SIGNALS:
    void changed();
    void erased(const QString& sentence);

private:
    [[nodiscard]] bool everywhere() const { return sync_.state().account.has_value(); }
    void finish(const QString& problem);

    Worker& worker_;
    SyncDesk& sync_;
    TeamDesk& desk_;
    Id person_;
    ErasureOutlook outlook_;
    QString problem_;
    bool busy_ = false;
};

}  // namespace kith::ui
