#include <kith/support/fault_vfs.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <map>
#include <sqlite3.h>
#include <string>
#include <vector>

namespace kith::test {

namespace {

/// A write that was not synced: what was there before.
struct Unsynced {
    sqlite3_int64 at = 0;
    sqlite3_int64 size = 0;  ///< of the file
    std::string before{};
};

struct State {
    int left = 0;
    bool armed = false;
    bool lasting = false;
    bool struck = false;
    bool durable = true;
    FaultVfs::Kind kind = FaultVfs::Kind::IoError;
    bool watching = false;
    std::map<std::string, std::vector<Unsynced>> unsynced{};  ///< by file
};

State& state()
{
    static State value;
    return value;
}

/// Counts one operation; true when it shall fail.
bool strikes()
{
    State& s = state();
    if (!s.armed) return false;
    if (s.struck) return s.lasting;
    if (--s.left > 0) return false;
    s.struck = true;
    return true;
}

int failure(int ioCode)
{
    return state().kind == FaultVfs::Kind::DiskFull ? SQLITE_FULL : ioCode;
}

struct File {
    sqlite3_file base;
    sqlite3_file* real;
    const char* name;  ///< SQLite keeps it until the file is closed; null for one that is temporary
};

sqlite3_file* real(sqlite3_file* file)
{
    return reinterpret_cast<File*>(file)->real;
}

/// Notes what `n` bytes hold before they are written over.
void noteUnsynced(sqlite3_file* f, sqlite3_int64 at, sqlite3_int64 n)
{
    const char* name = reinterpret_cast<File*>(f)->name;
    if (!state().watching || name == nullptr) return;
    Unsynced entry{.at = at};
    real(f)->pMethods->xFileSize(real(f), &entry.size);
    if (at < entry.size) {
        entry.before.resize(static_cast<std::size_t>(std::min(n, entry.size - at)));
        real(f)->pMethods->xRead(real(f), entry.before.data(), static_cast<int>(entry.before.size()), at);
    }
    state().unsynced[name].push_back(std::move(entry));
}

sqlite3_vfs* system_vfs()
{
    static sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
    return vfs;
}

int closeFile(sqlite3_file* f)
{
    const int code = real(f)->pMethods != nullptr ? real(f)->pMethods->xClose(real(f)) : SQLITE_OK;
    sqlite3_free(real(f));
    return code;
}
int readFile(sqlite3_file* f, void* data, int n, sqlite3_int64 at)
{
    return real(f)->pMethods->xRead(real(f), data, n, at);
}
int writeFile(sqlite3_file* f, const void* data, int n, sqlite3_int64 at)
{
    noteUnsynced(f, at, n);
    if (strikes()) {
        // Half of it may have reached the disk before the failure.
        real(f)->pMethods->xWrite(real(f), data, n / 2, at);
        return failure(SQLITE_IOERR_WRITE);
    }
    return real(f)->pMethods->xWrite(real(f), data, n, at);
}
int truncateFile(sqlite3_file* f, sqlite3_int64 size)
{
    if (strikes()) return failure(SQLITE_IOERR_TRUNCATE);
    sqlite3_int64 before = 0;
    real(f)->pMethods->xFileSize(real(f), &before);
    noteUnsynced(f, size, std::max<sqlite3_int64>(before - size, 0));
    return real(f)->pMethods->xTruncate(real(f), size);
}
int syncFile(sqlite3_file* f, int flags)
{
    if (strikes()) return failure(SQLITE_IOERR_FSYNC);
    if (const char* name = reinterpret_cast<File*>(f)->name; name != nullptr) state().unsynced.erase(name);
    return state().durable ? real(f)->pMethods->xSync(real(f), flags) : SQLITE_OK;
}
int fileSize(sqlite3_file* f, sqlite3_int64* size)
{
    return real(f)->pMethods->xFileSize(real(f), size);
}
int lockFile(sqlite3_file* f, int level)
{
    return real(f)->pMethods->xLock(real(f), level);
}
int unlockFile(sqlite3_file* f, int level)
{
    return real(f)->pMethods->xUnlock(real(f), level);
}
int checkReserved(sqlite3_file* f, int* out)
{
    return real(f)->pMethods->xCheckReservedLock(real(f), out);
}
int fileControl(sqlite3_file* f, int op, void* arg)
{
    return real(f)->pMethods->xFileControl(real(f), op, arg);
}
int sectorSize(sqlite3_file* f)
{
    return real(f)->pMethods->xSectorSize(real(f));
}
int characteristics(sqlite3_file* f)
{
    return real(f)->pMethods->xDeviceCharacteristics(real(f));
}
int shmMap(sqlite3_file* f, int page, int size, int extend, void volatile** out)
{
    return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
}
int shmLock(sqlite3_file* f, int offset, int n, int flags)
{
    return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}
void shmBarrier(sqlite3_file* f)
{
    real(f)->pMethods->xShmBarrier(real(f));
}
int shmUnmap(sqlite3_file* f, int remove)
{
    return real(f)->pMethods->xShmUnmap(real(f), remove);
}

const sqlite3_io_methods kMethods = {
    2,        closeFile,  readFile,      writeFile,   truncateFile, syncFile,        fileSize,
    lockFile, unlockFile, checkReserved, fileControl, sectorSize,   characteristics, shmMap,
    shmLock,  shmBarrier, shmUnmap,      nullptr,     nullptr,
};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* out, int flags, int* outFlags)
{
    auto* file = reinterpret_cast<File*>(out);
    file->base.pMethods = nullptr;
    file->name = name;
    if ((flags & SQLITE_OPEN_CREATE) != 0 && strikes()) return failure(SQLITE_CANTOPEN);
    file->real = static_cast<sqlite3_file*>(sqlite3_malloc(system_vfs()->szOsFile));
    std::memset(file->real, 0, static_cast<std::size_t>(system_vfs()->szOsFile));
    const int code = system_vfs()->xOpen(system_vfs(), name, file->real, flags, outFlags);
    if (code == SQLITE_OK) file->base.pMethods = &kMethods;
    else sqlite3_free(file->real);
    return code;
}

int deleteFile(sqlite3_vfs*, const char* name, int syncFolder)
{
    state().unsynced.erase(name);
    return system_vfs()->xDelete(system_vfs(), name, syncFolder);
}

sqlite3_vfs& faulty()
{
    static sqlite3_vfs vfs = [] {
        sqlite3_vfs copy = *system_vfs();
        copy.zName = FaultVfs::name();
        copy.szOsFile = sizeof(File);
        copy.pNext = nullptr;
        copy.xOpen = openFile;
        copy.xDelete = deleteFile;
        return copy;
    }();
    return vfs;
}

}  // namespace

FaultVfs::FaultVfs(bool durable)
{
    state().durable = durable;
    sqlite3_initialize();
    sqlite3_vfs_register(&faulty(), 0);
}

FaultVfs::~FaultVfs()
{
    disarm();
    state().watching = false;
    state().unsynced.clear();
    sqlite3_vfs_unregister(&faulty());
}

void FaultVfs::arm(int n, Kind kind, bool lasting)
{
    State& s = state();
    s.left = n;
    s.armed = true;
    s.lasting = lasting;
    s.struck = false;
    s.kind = kind;
}

void FaultVfs::disarm()
{
    state().armed = false;
}

bool FaultVfs::struck() const
{
    return state().struck;
}

void FaultVfs::watch()
{
    state().watching = true;
}

std::size_t FaultVfs::loseUnsynced(const std::filesystem::path& file, std::size_t kept)
{
    std::size_t lost = 0;
    for (const char* suffix : {"", "-wal", "-journal"}) {
        const std::string name = file.string() + suffix;
        const auto found = state().unsynced.find(name);
        if (found == state().unsynced.end()) continue;
        auto& writes = found->second;
        std::fstream bytes(name, std::ios::in | std::ios::out | std::ios::binary);
        sqlite3_int64 size = -1;
        for (; writes.size() > kept; writes.pop_back(), ++lost) {
            bytes.seekp(writes.back().at);
            bytes.write(writes.back().before.data(), static_cast<std::streamsize>(writes.back().before.size()));
            size = writes.back().size;
        }
        bytes.close();
        if (size >= 0) std::filesystem::resize_file(name, static_cast<std::uintmax_t>(size));
        state().unsynced.erase(found);
    }
    return lost;
}

}  // namespace kith::test
