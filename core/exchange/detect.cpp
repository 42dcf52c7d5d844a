#include <kith/exchange/detect.h>

#include <kith/base/text.h>
#include <kith/exchange/encoding.h>
#include <kith/exchange/jsonresume.h>
#include <kith/exchange/linkedin.h>
#include <kith/exchange/vcard.h>

namespace kith::exchange {

namespace {

Result<void> checkWhole(std::string_view bytes)
{
    if (bytes.size() > kLargestFile)
        return fail(ErrorCode::BadInput, "The file is larger than 2 GiB; split it and import the parts.");
    if (trim(bytes).empty()) return fail(ErrorCode::BadInput, "The file is empty, so nothing was read.");
    return {};
}

bool startsLike(std::string_view text, std::string_view word)
{
    text = trim(text);
    return text.size() >= word.size() && equalsIgnoringCase(text.substr(0, word.size()), word);
}

Format formatOf(std::string_view text, std::string_view fileName)
{
    const std::string name = asciiLower(fileName);
    if (startsLike(text, "BEGIN:VCARD")) return Format::VCard;
    const std::string_view start = trim(text.substr(0, 4096));
    if (start.starts_with('{') || name.ends_with(".json")) return Format::JsonResume;
    if (looksLikeLinkedIn(text)) return Format::LinkedIn;
    // Junk may stand before the first card, and old phones write "begin : vcard".
    if (name.ends_with(".vcf") || name.ends_with(".vcard")) return Format::VCard;
    if (start.starts_with("[{") || start.starts_with("[\n") || start.starts_with("[\r")) return Format::JsonResume;
    return Format::Csv;
}

}  // namespace

Result<Format> detectFormat(std::string_view bytes, std::string_view fileName)
{
    KITH_CHECK(checkWhole(bytes));
    // The start decides, and the whole is decoded only once, when it is read.
    constexpr std::size_t kLook = 64UZ * 1024;
    KITH_TRY(decoded, decodeText(bytes.substr(0, kLook)));
    if (trim(decoded.text).empty() && bytes.size() <= kLook)
        return fail(ErrorCode::BadInput, "The file is empty, so nothing was read.");
    return formatOf(decoded.text, fileName);
}

Result<ParsedFile> parse(std::string_view bytes, const ParseOptions& options)
{
    KITH_CHECK(checkWhole(bytes));
    Format format{};
    if (options.format) format = *options.format;
    else {
        KITH_TRY(detected, detectFormat(bytes, options.fileName));
        // Whoever maps columns wants the columns read, LinkedIn's as well.
        format = detected == Format::LinkedIn && options.table.map ? Format::Csv : detected;
    }
    if (format == Format::VCard) return readVCards(bytes);
    KITH_TRY(decoded, decodeText(bytes));
    if (trim(decoded.text).empty()) return fail(ErrorCode::BadInput, "The file is empty, so nothing was read.");
    switch (format) {
    case Format::LinkedIn: return readLinkedIn(decoded.text);
    case Format::JsonResume: return readJsonResume(decoded.text);
    case Format::Csv:
    case Format::VCard: break;
    }
    return readTable(decoded.text, options.table);
}

Result<TableOutline> outlineCsv(std::string_view bytes, const TableOptions& options, std::size_t sampleRows)
{
    KITH_CHECK(checkWhole(bytes));
    KITH_TRY(decoded, decodeText(bytes));
    return outlineTable(decoded.text, options, sampleRows);
}

}  // namespace kith::exchange
