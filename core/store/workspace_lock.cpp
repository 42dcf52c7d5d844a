#include "workspace_lock.h"

#include <QString>

namespace kith::store {

WorkspaceLock::WorkspaceLock(const std::filesystem::path& workspace)
    : file_(QString::fromStdString(workspace.string() + ".lock"))
{
    // A holder is asked for by its process, never by the age of the file: people leave Kith open for weeks.
    file_.setStaleLockTime(0);
}

Result<void> WorkspaceLock::take()
{
    if (file_.tryLock(0) || sweepUnfinished()) return {};
    if (file_.error() == QLockFile::PermissionError)
        return fail(ErrorCode::ReadOnly, "The workspace's folder cannot be written; nothing was changed.");
    return fail(ErrorCode::Locked, "Another Kith has this workspace open; close it first. Nothing was changed.");
}

bool WorkspaceLock::sweepUnfinished()
{
    // A process killed between making the file and writing its number into it left a lock that names nobody. QLockFile
    // would respect that for ever; it removes the file only if no living process holds it.
    qint64 process = 0;
    QString host;
    QString program;
    if (file_.error() != QLockFile::LockFailedError || file_.getLockInfo(&process, &host, &program)) return false;
    return file_.removeStaleLockFile() && file_.tryLock(0);
}

}  // namespace kith::store
