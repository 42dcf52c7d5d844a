// One process at a time has a workspace open. Private to this folder.
#pragma once

#include <kith/base/error.h>

#include <QLockFile>
#include <filesystem>

namespace kith::store {

/// A file "NAME.lock" beside the workspace that says which process has it. What a killed process left is swept away.
class WorkspaceLock {
public:
    explicit WorkspaceLock(const std::filesystem::path& workspace);

    /// Locked when another process has it, ReadOnly when the folder cannot be written. Held until destruction.
    Result<void> take();

private:
    [[nodiscard]] bool sweepUnfinished();

    QLockFile file_;
};

}  // namespace kith::store
