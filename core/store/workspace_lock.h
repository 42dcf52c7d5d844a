// One process at a time has a workspace open. Private to this folder.
#pragma once

#include <kith/base/error.h>

#include <filesystem>

namespace kith::store {

/// A lock of the kernel's (flock(2)) on the file "NAME.lock" beside the workspace. It ends with the process however
/// that ends, so a file that a killed process left behind locks nothing.
class WorkspaceLock {
public:
    explicit WorkspaceLock(const std::filesystem::path& workspace);
    WorkspaceLock(const WorkspaceLock&) = delete;
    WorkspaceLock& operator=(const WorkspaceLock&) = delete;
    ~WorkspaceLock();

    /// Locked when somebody has it, ReadOnly when the folder cannot be written or its file system knows no locks. Held
    /// until destruction, which removes the file.
    Result<void> take();

private:
    [[nodiscard]] bool isStillThere() const;

    std::filesystem::path file_;
    int descriptor_ = -1;
};

}  // namespace kith::store
