#include "workspace_lock.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace kith::store {

WorkspaceLock::WorkspaceLock(const std::filesystem::path& workspace) : file_(workspace.string() + ".lock") { }

WorkspaceLock::~WorkspaceLock()
{
    if (descriptor_ < 0) return;
    // Removed while it is still locked: whoever opened it in between finds in take() that it is no longer there.
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
    ::close(descriptor_);
}

Result<void> WorkspaceLock::take()
{
    constexpr mode_t kOwnerOnly = 0600;
    for (;;) {
        descriptor_ = ::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kOwnerOnly);
        if (descriptor_ < 0)
            return fail(ErrorCode::ReadOnly, "The workspace's folder cannot be written; nothing was changed.");
        if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) {
            if (isStillThere()) return {};
            ::close(std::exchange(descriptor_, -1));
            continue;
        }
        const int error = errno;
        ::close(std::exchange(descriptor_, -1));
        if (error == EINTR) continue;
        if (error == EWOULDBLOCK)
            return fail(ErrorCode::Locked,
                        "Another Kith has this workspace open; close it first. Nothing was changed.");
        return fail(ErrorCode::ReadOnly,
                    "The file system of the workspace's folder offers no locks, so Kith cannot keep a second Kith "
                    "out; nothing was changed.");
    }
}

bool WorkspaceLock::isStillThere() const
{
    struct stat held{};
    struct stat named{};
    return ::fstat(descriptor_, &held) == 0 && ::stat(file_.c_str(), &named) == 0 && held.st_dev == named.st_dev
        && held.st_ino == named.st_ino;
}

}  // namespace kith::store
