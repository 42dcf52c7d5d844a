#include "unions.h"

namespace kith::search {

namespace {

/// A quarter of a millisecond; a word is looked up in eight fields.
constexpr std::size_t kCostly = 250'000;

}  // namespace

void Unions::prepare(const Dictionary& words, std::size_t people, const std::function<std::size_t(Term)>& cost,
                     const std::function<void(Term, Bits&)>& unite)
{
    prepared_.clear();
    std::vector<std::size_t> upTo{0};
    upTo.reserve(words.sorted() + 1);
    for (Term term = 0; term < words.sorted(); ++term) upTo.push_back(upTo.back() + cost(term));

    struct Open {
        TermRange range;
        std::size_t letters;
    };
    std::vector<Open> open{{{.range = {0, words.sorted()}, .letters = 0}}};
    while (!open.empty()) {
        const auto [range, letters] = open.back();
        open.pop_back();
        if (range.to - range.from < 2 || upTo[range.to] - upTo[range.from] < kCostly) continue;
        if (letters > 0 && !prepared_.contains(range)) {
            Bits all(people);
            for (Term term = range.from; term < range.to; ++term) unite(term, all);
            prepared_.emplace(range, std::move(all));
        }
        for (Term from = range.from; from < range.to;) {
            Term to = from + 1;
            const std::string_view first = words.word(from);
            if (first.size() > letters) {
                while (to < range.to && words.word(to)[letters] == first[letters]) ++to;
                open.push_back({{from, to}, letters + 1});
            }
            from = to;
        }
    }
}

const Bits* Unions::of(TermRange range) const
{
    const auto found = prepared_.find(range);
    return found == prepared_.end() ? nullptr : &found->second;
}

void Unions::add(Term term, std::uint32_t person)
{
    for (auto& [range, people] : prepared_) {
        if (range.from > term) break;
        if (term >= range.to) continue;
        if (person >= people.size()) people.resize(person + 1);
        people.add(person);
    }
}

std::size_t Unions::bytes() const
{
    std::size_t sum = 0;
    for (const auto& [range, people] : prepared_) sum += people.bytes();
    return sum;
}

}  // namespace kith::search
