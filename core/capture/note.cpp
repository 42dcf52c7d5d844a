#include <kith/capture/note.h>

#include <kith/base/text.h>

#include <algorithm>
#include <vector>

namespace kith::capture {

namespace {

bool parts(char c)
{
    return c == ',' || c == ';' || c == ':' || c == '.' || c == '&' || c == '-' || c == '+';
}

/// Signs that parted what is gone: of several in a row the strongest stays, none at the start, and at the end only the
/// dot of a sentence.
std::string tidied(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    const auto lastSolid = [&] { return result.empty() || result.back() != ' ' ? result.size() : result.size() - 1; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == ')' && (result.ends_with('(') || result.ends_with("( "))) {
            result.resize(result.rfind('('));
            continue;
        }
        const bool apart = parts(c) && (i + 1 == text.size() || text[i + 1] == ' ');
        if (!apart) {
            if (c == ' ' && result.ends_with(' ')) continue;
            result += c;
            continue;
        }
        const bool hyphen = c == '-' || c == '&' || c == '+';
        const std::size_t solid = lastSolid();
        if (solid == 0) {
            result.clear();
            continue;
        }
        const char before = result[solid - 1];
        const bool doubled =
            (before == ',' || before == ';' || before == ':' || before == '.') && result.size() > solid;
        if (doubled) {
            if (c == ';' || c == '.') result[solid - 1] = c;
            continue;
        }
        if (!hyphen) result.resize(solid);
        result += c;
    }
    return result;
}

}  // namespace

std::string noteOf(std::string_view line, std::span<const Span> cuts)
{
    std::vector<Span> sorted(cuts.begin(), cuts.end());
    std::ranges::sort(sorted, {}, &Span::from);
    std::string rest;
    rest.reserve(line.size());
    std::size_t at = 0;
    for (const Span& span : sorted) {
        if (span.from >= line.size()) break;
        if (span.from > at) rest += line.substr(at, span.from - at);
        rest += ' ';
        at = std::max(at, span.to);
    }
    if (at < line.size()) rest += line.substr(at);
    std::string text = tidied(collapseSpace(toValidUtf8(rest)));
    const auto loose = [](char c) {
        return c == ' ' || c == ',' || c == ';' || c == ':' || c == '&' || c == '-' || c == '+';
    };
    while (!text.empty() && loose(text.back())) text.pop_back();
    std::size_t start = 0;
    while (start < text.size() && (loose(text[start]) && text[start] != '-')) ++start;
    if (start < text.size() && text.find_first_not_of(" .,;:&+-!?()\"'", start) == std::string::npos) return {};
    return withCapital(std::string_view(text).substr(start));
}

std::string lastClauseOf(std::string_view note)
{
    while (!note.empty() && (note.back() == '.' || note.back() == ' ' || note.back() == ';')) note.remove_suffix(1);
    std::size_t from = 0;
    if (const std::size_t sign = note.rfind("; "); sign != std::string_view::npos) from = sign + 2;
    if (const std::size_t sign = note.rfind(". "); sign != std::string_view::npos) from = std::max(from, sign + 2);
    std::string_view clause = trim(note.substr(from));
    for (const std::string_view lead : {"About ", "about ", "Re ", "re "})
        if (clause.starts_with(lead)) clause.remove_prefix(lead.size());
    return std::string(clause);
}

}  // namespace kith::capture
