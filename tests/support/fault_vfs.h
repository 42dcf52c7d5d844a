// A file system that fails when told to: the n-th write, sync, truncation or opening returns an error.
#pragma once

#include <string>

namespace kith::test {

/// A SQLite VFS over the system's own. One at a time; not for several threads.
class FaultVfs {
public:
    enum class Kind { IoError, DiskFull };

    /// What is not `durable` does not wait for the disk: for tests that write a great deal.
    explicit FaultVfs(bool durable = true);
    ~FaultVfs();
    FaultVfs(const FaultVfs&) = delete;
    FaultVfs& operator=(const FaultVfs&) = delete;

    [[nodiscard]] static const char* name() { return "kith-fault"; }
    /// The n-th operation from now (from 1) fails; with `lasting`, all after it fail too.
    void arm(int n, Kind kind, bool lasting);
    void disarm();
    /// Whether the armed operation was reached.
    [[nodiscard]] bool struck() const;
};

}  // namespace kith::test
