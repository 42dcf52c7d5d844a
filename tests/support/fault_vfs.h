// A file system that fails when told to: the n-th write, sync, truncation or opening returns an error. Or that forgets
// what it was not asked to make durable, as when the power fails.
#pragma once

#include <cstddef>
#include <filesystem>

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

    /// From now on, what was written and not synced can be lost.
    void watch();
    /// Takes back what was written to the file and its logs since each was last synced, but for the first `kept` writes
    /// of each: a disk is free to keep some. They must be closed, and have been closed while everything failed, as for
    /// a program that is not there any more. Returns how many writes were taken back.
    std::size_t loseUnsynced(const std::filesystem::path& file, std::size_t kept);
};

}  // namespace kith::test
