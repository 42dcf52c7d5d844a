#include "packed_lines.h"

#include <zstd.h>

namespace kith::server {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20U;
/// No line of a backup is longer: a row has at most a message's bytes, more than once.
constexpr std::size_t kLongestLine = std::size_t{64} << 20U;

}  // namespace

LineWriter::LineWriter(std::filesystem::path file)
    : file_(std::move(file)), part_(file_.string() + ".part"), context_(ZSTD_createCCtx())
{
    std::error_code ignored;
    std::filesystem::remove(part_, ignored);
    out_.open(part_, std::ios::binary);
    std::filesystem::permissions(part_, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write,
                                 ignored);
    ZSTD_CCtx_setParameter(context_, ZSTD_c_checksumFlag, 1);
}

LineWriter::~LineWriter()
{
    ZSTD_freeCCtx(context_);
    if (finished_) return;
    out_.close();
    std::error_code ignored;
    std::filesystem::remove(part_, ignored);
}

void LineWriter::pump(std::string_view bytes, bool last)
{
    std::string packed(ZSTD_CStreamOutSize(), '\0');
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    for (bool more = true; more;) {
        ZSTD_outBuffer out{packed.data(), packed.size(), 0};
        const std::size_t left = ZSTD_compressStream2(context_, &out, &in, last ? ZSTD_e_end : ZSTD_e_continue);
        if (ZSTD_isError(left) != 0) return out_.setstate(std::ios::failbit);
        out_.write(packed.data(), static_cast<std::streamsize>(out.pos));
        more = last ? left != 0 : in.pos < in.size;
    }
}

void LineWriter::add(std::string_view line)
{
    buffer_ += line;
    buffer_ += '\n';
    if (buffer_.size() < kChunk) return;
    pump(buffer_, false);
    buffer_.clear();
}

Result<void> LineWriter::finish()
{
    pump(buffer_, true);
    out_.flush();
    const bool written = out_.good();
    out_.close();
    std::error_code error;
    if (written) std::filesystem::rename(part_, file_, error);
    if (!written || error) return fail(ErrorCode::ReadOnly, "The file could not be written.");
    finished_ = true;
    return {};
}

LineReader::LineReader(const std::filesystem::path& file) : in_(file, std::ios::binary), context_(ZSTD_createDCtx())
{
    failed_ = !in_.is_open();
}

LineReader::~LineReader()
{
    ZSTD_freeDCtx(context_);
}

bool LineReader::refill()
{
    if (at_ == packed_.size()) {
        packed_.resize(kChunk);
        in_.read(packed_.data(), static_cast<std::streamsize>(packed_.size()));
        packed_.resize(static_cast<std::size_t>(in_.gcount()));
        at_ = 0;
        if (packed_.empty()) {
            failed_ |= midFrame_;
            return false;
        }
    }
    text_.erase(0, from_);
    from_ = 0;
    const std::size_t before = text_.size();
    text_.resize(before + kChunk);
    ZSTD_inBuffer in{packed_.data(), packed_.size(), at_};
    ZSTD_outBuffer out{text_.data() + before, kChunk, 0};
    const std::size_t left = ZSTD_decompressStream(context_, &out, &in);
    text_.resize(before + out.pos);
    at_ = in.pos;
    failed_ |= ZSTD_isError(left) != 0 || text_.size() > kLongestLine;
    midFrame_ = left != 0;
    return !failed_;
}

bool LineReader::next(std::string& line)
{
    while (!failed_) {
        const std::size_t end = text_.find('\n', from_);
        if (end != std::string::npos) {
            line.assign(text_, from_, end - from_);
            from_ = end + 1;
            return true;
        }
        if (!refill()) break;
    }
    failed_ |= from_ < text_.size();
    return false;
}

}  // namespace kith::server
