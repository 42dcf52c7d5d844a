#include <kith/sync/part.h>

#include "wire_rows.h"

#include <algorithm>
#include <array>
#include <memory>
#include <sodium.h>
#include <zstd.h>

namespace kith::sync {

namespace {

constexpr int kLevel = 3;

std::string sha256(std::string_view bytes)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    const std::span<const char> all(bytes);
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(all.data()), all.size());
    std::string hex;
    for (const unsigned char byte : hash) {
        hex += kDigits[byte >> 4];
        hex += kDigits[byte & 15];
    }
    return hex;
}

std::unexpected<Error> damaged()
{
    return fail(ErrorCode::BadInput, "A part of the first sync arrived damaged; nothing of it was taken.");
}

/// Decompresses a frame as it comes, so that a bomb is noticed before it has grown.
Result<std::string> unpacked(std::string_view bytes)
{
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    std::string text;
    std::string chunk(ZSTD_DStreamOutSize(), '\0');
    ZSTD_inBuffer in{std::span(bytes).data(), bytes.size(), 0};
    std::size_t left = 1;
    while (in.pos < in.size || left != 0) {
        ZSTD_outBuffer out{chunk.data(), chunk.size(), 0};
        const std::size_t before = in.pos;
        left = ZSTD_decompressStream(context.get(), &out, &in);
        if (ZSTD_isError(left) != 0 || text.size() + out.pos > kLargestPart) return damaged();
        text.append(chunk, 0, out.pos);
        if (out.pos == 0 && in.pos == before && left != 0) return damaged();
    }
    return text;
}

}  // namespace

Result<PackedPart> packPart(int index, std::int64_t rows, std::string_view lines)
{
    const std::span<const char> all(lines);
    PackedPart packed;
    packed.bytes.resize(ZSTD_compressBound(all.size()));
    const std::size_t size = ZSTD_compress(packed.bytes.data(), packed.bytes.size(), all.data(), all.size(), kLevel);
    if (ZSTD_isError(size) != 0) return fail(ErrorCode::Internal, "A snapshot could not be compressed.");
    packed.bytes.resize(size);
    packed.part = {
        .index = index, .bytes = static_cast<std::int64_t>(size), .rows = rows, .sha256 = sha256(packed.bytes)};
    return packed;
}

Result<std::vector<NumberedRow>> readPart(const SnapshotPart& part, std::string_view bytes)
{
    if (static_cast<std::int64_t>(bytes.size()) != part.bytes || sha256(bytes) != part.sha256) return damaged();
    KITH_TRY(text, unpacked(bytes));
    std::vector<NumberedRow> rows;
    rows.reserve(static_cast<std::size_t>(std::clamp<std::int64_t>(part.rows, 0, 1'000'000)));
    simdjson::dom::parser parser;
    simdjson::dom::document_stream lines;
    if (parser.parse_many(text, std::max<std::size_t>(text.size(), 1U << 20)).get(lines) != simdjson::SUCCESS)
        return damaged();
    for (auto line : lines) {
        simdjson::dom::element element;
        if (line.get(element) != simdjson::SUCCESS) return damaged();
        std::string problem;
        auto row = readNumbered(In(element, problem));
        if (!problem.empty()) return damaged();
        if (row) rows.push_back(std::move(*row));
    }
    if (lines.truncated_bytes() != 0) return damaged();
    return rows;
}

}  // namespace kith::sync
