#include <kith/exchange/esco.h>

#include <kith/base/fold.h>
#include <kith/base/text.h>
#include <kith/exchange/csv.h>
#include <kith/exchange/encoding.h>

#include <algorithm>
#include <optional>
#include <set>

namespace kith::exchange {

namespace {

struct Columns {
    std::optional<std::size_t> type{}, preferred{}, others{};
    [[nodiscard]] bool known() const { return type && preferred && others; }
};

Columns columnsOf(const CsvRow& header)
{
    Columns columns;
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
        const std::string name = asciiLower(trim(header.fields[i]));
        if (name == "concepttype") columns.type = i;
        else if (name == "preferredlabel") columns.preferred = i;
        else if (name == "altlabels") columns.others = i;
    }
    return columns;
}

std::optional<AliasKind> kindOf(std::string_view type)
{
    const std::string word = asciiLower(trim(type));
    if (word == "occupation") return AliasKind::Title;
    if (word == "knowledgeskillcompetence") return AliasKind::Skill;
    return std::nullopt;
}

/// Adds each name of the cell that is not among them yet.
void addNames(std::string_view cell, std::vector<std::string>& names, std::set<std::string>& folded)
{
    std::string lines(cell);
    for (std::size_t at = 0; (at = lines.find(" | ", at)) != std::string::npos;) lines.replace(at, 3, "\n");
    for (const std::string_view line : split(lines, '\n')) {
        std::string name = collapseSpace(line);
        if (std::string key = fold(name); !key.empty() && folded.insert(std::move(key)).second)
            names.push_back(std::move(name));
    }
}

}  // namespace

Result<std::vector<EscoConcept>> readEsco(std::string_view text)
{
    KITH_TRY(decoded, decodeText(text));
    CsvReader reader(decoded.text, ',');
    CsvRow row;
    if (!reader.next(row)) return fail(ErrorCode::BadInput, "The file is empty.");
    const Columns columns = columnsOf(row);
    if (!columns.known())
        return fail(
            ErrorCode::BadInput,
            "This is no file of occupations or skills of ESCO: there are no columns conceptType, preferredLabel "
            "and altLabels.");
    std::vector<EscoConcept> concepts;
    while (reader.next(row)) {
        if (row.fields.size() <= std::max({*columns.type, *columns.preferred, *columns.others})) continue;
        const auto kind = kindOf(row.fields[*columns.type]);
        if (!kind) continue;
        EscoConcept found{.kind = *kind, .names = {}};
        std::set<std::string> folded;
        addNames(row.fields[*columns.preferred], found.names, folded);
        addNames(row.fields[*columns.others], found.names, folded);
        if (found.names.size() > 1) concepts.push_back(std::move(found));
    }
    return concepts;
}

}  // namespace kith::exchange
