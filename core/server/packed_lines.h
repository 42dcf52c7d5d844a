// Lines in a file, compressed with zstd. Private to this folder.
#pragma once

#include <kith/base/error.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace kith::server {

/// Writes beside the file and puts it in its place at the end, so that a file that is there is whole. Readable by its
/// owner alone.
class LineWriter {
public:
    explicit LineWriter(std::filesystem::path file);
    ~LineWriter();
    LineWriter(const LineWriter&) = delete;
    LineWriter& operator=(const LineWriter&) = delete;

    void add(std::string_view line);
    /// ReadOnly or DiskFull when something could not be written; nothing is left then.
    [[nodiscard]] Result<void> finish();

private:
    void pump(std::string_view bytes, bool last);

    std::filesystem::path file_;
    std::filesystem::path part_;
    std::ofstream out_;
    ZSTD_CCtx_s* context_;
    std::string buffer_;
    bool finished_ = false;
};

class LineReader {
public:
    explicit LineReader(const std::filesystem::path& file);
    ~LineReader();
    LineReader(const LineReader&) = delete;
    LineReader& operator=(const LineReader&) = delete;

    /// False at the end, and at the first byte that is none of ours: see failed().
    [[nodiscard]] bool next(std::string& line);
    [[nodiscard]] bool failed() const { return failed_; }

private:
    bool refill();

    std::ifstream in_;
    ZSTD_DCtx_s* context_;
    std::string packed_;
    std::size_t at_ = 0;
    std::string text_;
    std::size_t from_ = 0;
    bool midFrame_ = false;
    bool failed_ = false;
};

}  // namespace kith::server
