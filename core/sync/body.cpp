#include <kith/sync/body.h>

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

namespace kith::sync {

namespace {

constexpr std::array<std::string_view, 3> kWords = {"identity", "gzip", "zstd"};
constexpr std::size_t kPiece = 64UZ * 1024;
/// Below this much, a high ratio is a short text that repeats itself and not an attack.
constexpr std::size_t kInnocent = 64UZ * 1024;
/// The largest window that a sender may ask us to keep, as a power of two.
constexpr int kWindowLog = 23;
constexpr int kZstdLevel = 3;
constexpr int kGzipLevel = 5;
constexpr int kGzipWindow = 15 + 16;  // zlib: 16 added means a gzip header

std::string lower(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Whether the parameters of a coding ("q=0.5") allow it.
bool isAllowed(std::string_view parameters)
{
    const std::size_t at = parameters.find("q=");
    if (at == std::string_view::npos) return true;
    double quality = 0;
    const std::string_view number = parameters.substr(at + 2);
    std::from_chars(number.data(), number.data() + number.size(), quality);
    return quality > 0;
}

/// Collects the result and stops when it grows beyond the limits.
class Sink {
public:
    explicit Sink(ExpandLimits limits) : limits_(limits) { }

    /// False when that is too much for the `consumed` bytes read so far.
    bool take(std::string_view piece, std::size_t consumed)
    {
        const std::size_t size = out_.size() + piece.size();
        if (size > limits_.bytes) return false;
        if (size > kInnocent && size / limits_.ratio > consumed) return false;
        out_ += piece;
        return true;
    }
    std::string result() && { return std::move(out_); }

private:
    ExpandLimits limits_;
    std::string out_;
};

using Expanded = std::expected<std::string, ExpandProblem>;

Expanded expandGzip(std::string_view bytes, ExpandLimits limits)
{
    z_stream stream{};
    if (inflateInit2(&stream, kGzipWindow) != Z_OK) return std::unexpected(ExpandProblem::Damaged);
    const std::unique_ptr<z_stream, int (*)(z_streamp)> guard(&stream, inflateEnd);
    // zlib does not write to its input; its type only lacks the const.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT
    stream.avail_in = static_cast<uInt>(bytes.size());
    Sink sink(limits);
    std::string piece(kPiece, '\0');
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        const std::size_t made = piece.size() - stream.avail_out;
        if (!sink.take(std::string_view(piece).substr(0, made), bytes.size() - stream.avail_in))
            return std::unexpected(ExpandProblem::TooLarge);
    }
    if (state != Z_STREAM_END || stream.avail_in != 0) return std::unexpected(ExpandProblem::Damaged);
    return std::move(sink).result();
}

Expanded expandZstd(std::string_view bytes, ExpandLimits limits)
{
    const std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream(ZSTD_createDStream(), ZSTD_freeDStream);
    if (!stream || ZSTD_isError(ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, kWindowLog)) != 0)
        return std::unexpected(ExpandProblem::Damaged);
    ZSTD_inBuffer in{.src = bytes.data(), .size = bytes.size(), .pos = 0};
    Sink sink(limits);
    std::string piece(kPiece, '\0');
    for (;;) {
        ZSTD_outBuffer out{.dst = piece.data(), .size = piece.size(), .pos = 0};
        const std::size_t before = in.pos;
        const std::size_t left = ZSTD_decompressStream(stream.get(), &out, &in);
        if (ZSTD_isError(left) != 0) return std::unexpected(ExpandProblem::Damaged);
        if (!sink.take(std::string_view(piece).substr(0, out.pos), in.pos))
            return std::unexpected(ExpandProblem::TooLarge);
        if (left == 0) break;
        if (in.pos == before && out.pos == 0) return std::unexpected(ExpandProblem::Damaged);  // cut off
    }
    if (in.pos != in.size) return std::unexpected(ExpandProblem::Damaged);
    return std::move(sink).result();
}

}  // namespace

std::string_view wordOf(Encoding encoding)
{
    return kWords[static_cast<std::size_t>(encoding)];
}

std::optional<Encoding> encodingOf(std::string_view contentEncoding)
{
    const std::string word = lower(trimmed(contentEncoding));
    if (word.empty()) return Encoding::Identity;
    for (std::size_t i = 0; i < kWords.size(); ++i)
        if (kWords[i] == word) return static_cast<Encoding>(i);
    return std::nullopt;
}

Encoding bestOf(std::string_view acceptEncoding)
{
    Encoding best = Encoding::Identity;
    const std::string all = lower(acceptEncoding);
    std::string_view rest = all;
    while (!rest.empty()) {
        const std::size_t comma = rest.find(',');
        const std::string_view coding = rest.substr(0, comma);
        rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
        const std::size_t semicolon = coding.find(';');
        const std::string_view name = trimmed(coding.substr(0, semicolon));
        const auto known = name.empty() ? std::nullopt : encodingOf(name);
        if (!known || *known < best) continue;
        if (semicolon == std::string_view::npos || isAllowed(coding.substr(semicolon))) best = *known;
    }
    return best;
}

std::string compress(Encoding encoding, std::string_view bytes)
{
    if (encoding == Encoding::Identity) return std::string(bytes);
    std::string out;
    if (encoding == Encoding::Zstd) {
        const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
        ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kZstdLevel);
        // Without it altered bytes may expand to another text; gzip has a sum of its own.
        ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
        out.resize(ZSTD_compressBound(bytes.size()));
        out.resize(ZSTD_compress2(context.get(), out.data(), out.size(), bytes.data(), bytes.size()));
        return out;
    }
    z_stream stream{};
    deflateInit2(&stream, kGzipLevel, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY);
    out.resize(deflateBound(&stream, static_cast<uLong>(bytes.size())));
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(out.size() - stream.avail_out);
    deflateEnd(&stream);
    return out;
}

std::expected<std::string, ExpandProblem> expand(Encoding encoding, std::string_view bytes, ExpandLimits limits)
{
    if (encoding == Encoding::Gzip) return expandGzip(bytes, limits);
    if (encoding == Encoding::Zstd) return expandZstd(bytes, limits);
    if (bytes.size() > limits.bytes) return std::unexpected(ExpandProblem::TooLarge);
    return std::string(bytes);
}

}  // namespace kith::sync
