#include <kith/capture/mentions.h>

#include <kith/capture/time_words.h>

#include <algorithm>
#include <array>
#include <vector>

namespace kith::capture {

namespace {

using std::string_view;

// Sorted. Words that go before or behind names and are none; a name that is one of them has a capital.
constexpr std::array<string_view, 65> kPlainWords{
    "a",    "about",   "after",    "all",     "an",   "and",  "another",   "any",      "are",  "as",   "at",
    "back", "because", "before",   "both",    "but",  "by",   "everybody", "everyone", "for",  "from", "he",
    "her",  "him",     "his",      "i",       "if",   "in",   "into",      "is",       "it",   "its",  "like",
    "me",   "my",      "no",       "not",     "of",   "on",   "or",        "our",      "over", "re",   "she",
    "so",   "some",    "somebody", "someone", "that", "the",  "their",     "them",     "then", "they", "this",
    "to",   "up",      "us",       "was",     "we",   "what", "when",      "who",      "with", "you"};
static_assert(std::ranges::is_sorted(kPlainWords));

constexpr std::array<string_view, 20> kParticles{"al", "bin", "da", "de",  "del", "den", "der", "di",  "dos", "du",
                                                 "el", "ibn", "la", "las", "le",  "los", "ter", "van", "von", "y"};
static_assert(std::ranges::is_sorted(kParticles));

struct Chunk {
    Span span;
    std::size_t next = 0;  ///< the word behind it
};

/// Letters with what joins them: "Anne-Marie", "O'Neill", "J." before another part of the name.
std::optional<Chunk> chunkAt(const Words& words, std::size_t at)
{
    if (at >= words.size() || words[at].sort != WordSort::Letters) return std::nullopt;
    Chunk chunk{words[at].span, at + 1};
    while (chunk.next + 1 < words.size() && words.joined(chunk.next) && words.joined(chunk.next + 1)
           && (words[chunk.next].low == "-" || words[chunk.next].low == "'")
           && words[chunk.next + 1].sort == WordSort::Letters && words[chunk.next + 1].low != "s") {
        chunk.span.to = words[chunk.next + 1].span.to;
        chunk.next += 2;
    }
    const bool initial = words.text(at).size() == 1 && chunk.next == at + 1;
    const bool dotted =
        initial && chunk.next < words.size() && words[chunk.next].low == "." && words.joined(chunk.next);
    if (dotted && chunk.next + 1 < words.size() && words[chunk.next + 1].sort == WordSort::Letters
        && beginsUpper(words.text(chunk.next + 1)).value_or(false))
        chunk = {{chunk.span.from, words[chunk.next].span.to}, chunk.next + 1};
    return chunk;
}

bool belongsToSomebody(const Words& words, std::size_t next)
{
    return next + 1 < words.size() && words[next].low == "'" && words.joined(next) && words[next + 1].low == "s"
        && words.joined(next + 1);
}

string_view textOf(const Words& words, const Span& span)
{
    return words.line().substr(span.from, span.to - span.from);
}

/// A plain word in lower case; with a capital it may well be a name.
bool isPlain(const Words& words, std::size_t at)
{
    return std::ranges::binary_search(kPlainWords, words[at].low) && words[at].low == words.text(at);
}

std::vector<Chunk> chunksFrom(const Words& words, std::size_t at)
{
    std::vector<Chunk> chunks;
    while (chunks.size() < kLongestName) {
        const auto chunk = chunkAt(words, at);
        if (!chunk || isPlain(words, at)) break;
        // A comma or a bracket has ended the name; a dotted initial has not.
        if (!chunks.empty() && chunks.back().next != at) break;
        chunks.push_back(*chunk);
        at = chunk->next;
        if (belongsToSomebody(words, at)) break;
    }
    return chunks;
}

/// Words with a capital: "Priya Nair", "Ludwig van Beethoven", "李 明".
std::size_t capitalised(const Words& words, const std::vector<Chunk>& chunks, Expected expected)
{
    std::size_t length = 0;
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        const string_view text = textOf(words, chunks[i].span);
        const auto low = words[chunks[i].next - 1].low;
        const bool time = isTimeWord(low);
        if (i == 0) {
            if (!beginsUpper(text).value_or(static_cast<unsigned char>(text.front()) >= 0x80)) return 0;
            if (low == "i" || std::ranges::binary_search(kPlainWords, low)) return 0;
            // "and Friday", ", March 3": a day. "with April": somebody.
            if (time && (expected != Expected::Certainly || !monthNamed(low))) return 0;
            length = 1;
            continue;
        }
        if (time) {
            // "Theresa May", but "Ana May 3".
            const bool figures = chunks[i].next < words.size() && words[chunks[i].next].sort == WordSort::Figures;
            if (figures || !monthNamed(low) || !beginsUpper(text).value_or(false)) break;
        }
        if (std::ranges::binary_search(kParticles, text)) continue;
        if (!beginsUpper(text).value_or(static_cast<unsigned char>(text.front()) >= 0x80)) break;
        if (std::ranges::binary_search(kPlainWords, low) && low != "i") break;
        length = i + 1;
    }
    return length;
}

/// "ana.ruiz@example.org".
std::optional<Span> eatAddress(Cursor& cursor)
{
    const Words& words = cursor.words();
    Cursor end = cursor;
    bool at = false;
    bool dot = false;
    for (std::size_t taken = 0; !end.done() && taken < 40; ++taken) {
        if (taken > 0 && !end.joined()) break;
        const string_view low = end.low();
        const bool sign = words[end.at()].sort == WordSort::Sign;
        if (sign && low != "@" && low != "." && low != "-" && low != "_" && low != "+") break;
        if (low == "@" && (at || taken == 0)) break;
        // The dot or hyphen that ends the sentence is none of the address.
        if (sign && !end.joined(1)) break;
        at = at || low == "@";
        dot = dot || (at && low == ".");
        end.step();
    }
    if (!at || !dot) return std::nullopt;
    const Span span{words[cursor.at()].span.from, words[end.at() - 1].span.to};
    cursor = end;
    return span;
}

}  // namespace

std::optional<Span> eatName(Cursor& cursor, const Who* who, Expected expected)
{
    if (cursor.done()) return std::nullopt;
    const Words& words = cursor.words();
    if (auto address = eatAddress(cursor)) return address;
    const auto chunks = chunksFrom(words, cursor.at());
    if (chunks.empty()) return std::nullopt;
    std::size_t length = 0;
    if (who != nullptr) {
        std::vector<string_view> texts;
        texts.reserve(chunks.size());
        for (const Chunk& chunk : chunks) texts.push_back(textOf(words, chunk.span));
        length = std::min(who->known(texts), chunks.size());
    }
    if (length == 0 && expected == Expected::KnownOnly) return std::nullopt;
    if (length == 0) length = capitalised(words, chunks, expected);
    else if (expected != Expected::KnownOnly) {
        // Somebody new may begin like somebody known: "Ana Ruiz-Jones", "Ana Petrova" where there is one Ana.
        length = std::max(length, capitalised(words, chunks, expected));
    }
    if (length == 0 || belongsToSomebody(words, chunks[length - 1].next)) return std::nullopt;
    cursor.step(chunks[length - 1].next - cursor.at());
    return Span{chunks.front().span.from, chunks[length - 1].span.to};
}

}  // namespace kith::capture
