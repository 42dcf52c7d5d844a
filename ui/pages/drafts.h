// Words that were typed and not saved yet: they outlive the sheet they were typed in, a restart and a crash.
#pragma once

#include <kith/usecases/worker.h>

#include <QObject>
#include <QTimer>
#include <map>
#include <string>
#include <string_view>

namespace kith::ui {

/// Kept as settings of the workspace, so that they are encrypted like the rest and never leave the machine. A draft is
/// written at most a second after the last key was pressed, and when this object ends. One that cannot be written
/// stays in memory: the person is told when they save. A draft about somebody whom a colleague erased or took away goes
/// with them; the store has dropped what was written.
class Drafts final : public QObject {
    Q_OBJECT
public:
    /// `what` tells the drafts of one kind of text from those of others. The worker must outlive this object.
    Drafts(Worker& worker, std::string what, QObject* parent = nullptr);
    ~Drafts() override;

    /// Empty when there is none.
    [[nodiscard]] std::string of(const Id& subject) const;
    void keep(const Id& subject, std::string text);
    void drop(const Id& subject) { keep(subject, {}); }
    /// Writes what waits to be written.
    void flush();
    /// The setting that holds a draft: the command that saves what it was for empties it, so that no crash leaves both.
    [[nodiscard]] std::string keyOf(const Id& subject) const;

private:
    void forgetGone(const ChangeSet& changes);

    Worker& worker_;
    std::string what_;
    std::map<Id, std::string> latest_;  ///< of this session
    std::map<Id, std::string> waiting_;
    QTimer timer_;
    Subscription changes_;
};

}  // namespace kith::ui
