#include "dictionary.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <span>
#include <utility>

namespace kith::search {

namespace {

constexpr std::size_t kFirstSlots = 1024;

}  // namespace

std::string_view Dictionary::word(Term term) const
{
    const std::size_t from = begins_[term];
    const std::size_t to = term + 1 < begins_.size() ? begins_[term + 1] : letters_.size();
    return std::string_view(letters_).substr(from, to - from);
}

std::size_t Dictionary::slotOf(std::string_view wanted) const
{
    const std::size_t mask = table_.size() - 1;
    std::size_t slot = std::hash<std::string_view>{}(wanted)&mask;
    while (table_[slot] != 0 && word(table_[slot] - 1) != wanted) slot = (slot + 1) & mask;
    return slot;
}

void Dictionary::makeTable(std::size_t slots)
{
    table_.assign(slots, 0);
    for (Term term = 0; term < begins_.size(); ++term) table_[slotOf(word(term))] = term + 1;
}

Term Dictionary::intern(std::string_view wanted)
{
    if ((begins_.size() + 1) * 3 > table_.size() * 2) makeTable(std::max(kFirstSlots, table_.size() * 2));
    const std::size_t slot = slotOf(wanted);
    if (table_[slot] != 0) return table_[slot] - 1;
    const auto term = static_cast<Term>(begins_.size());
    begins_.push_back(static_cast<std::uint32_t>(letters_.size()));
    letters_ += wanted;
    table_[slot] = term + 1;
    if (isSorted_) later_.emplace(wanted, term);
    return term;
}

std::optional<Term> Dictionary::find(std::string_view wanted) const
{
    if (table_.empty()) return std::nullopt;
    const std::uint32_t found = table_[slotOf(wanted)];
    return found == 0 ? std::nullopt : std::optional<Term>(found - 1);
}

std::vector<Term> Dictionary::sort()
{
    std::vector<Term> inOrder(size());
    std::iota(inOrder.begin(), inOrder.end(), Term{0});
    std::ranges::sort(inOrder, [this](Term a, Term b) { return word(a) < word(b); });
    std::string letters;
    letters.reserve(letters_.size());
    std::vector<std::uint32_t> begins;
    begins.reserve(size());
    std::vector<Term> newNumber(size());
    for (const Term term : inOrder) {
        newNumber[term] = static_cast<Term>(begins.size());
        begins.push_back(static_cast<std::uint32_t>(letters.size()));
        letters += word(term);
    }
    letters_ = std::move(letters);
    begins_ = std::move(begins);
    sorted_ = static_cast<Term>(begins_.size());
    isSorted_ = true;
    later_.clear();
    makeTable(std::max(kFirstSlots, table_.size()));
    return newNumber;
}

TermRange Dictionary::beginningWith(std::string_view prefix) const
{
    const auto firstWhere = [this](auto passes) {
        Term from = 0;
        Term to = sorted_;
        while (from < to) {
            const Term middle = from + (to - from) / 2;
            if (passes(word(middle))) to = middle;
            else from = middle + 1;
        }
        return from;
    };
    return {firstWhere([&](std::string_view word) { return word >= prefix; }),
            firstWhere([&](std::string_view word) { return word.substr(0, prefix.size()) > prefix; })};
}

std::size_t Dictionary::bytes() const
{
    constexpr std::size_t kNode = 96;  // of later_, about
    return letters_.capacity() + (begins_.capacity() + table_.capacity()) * sizeof(std::uint32_t)
        + later_.size() * kNode;
}

void Dictionary::pack(Packer& into) const
{
    into.putText(letters_);
    into.putAll(std::span(std::as_const(begins_)));
    into.put(sorted_);
}

bool Dictionary::unpack(Unpacker& from)
{
    letters_ = from.getText();
    begins_ = from.getAll<std::uint32_t>();
    sorted_ = from.get<Term>();
    isSorted_ = true;
    const bool fits = from.good() && sorted_ <= begins_.size() && std::ranges::is_sorted(begins_)
        && (begins_.empty() || begins_.back() <= letters_.size());
    if (!fits) return false;
    std::size_t slots = kFirstSlots;
    while (slots * 2 < (begins_.size() + 1) * 3) slots *= 2;
    for (Term term = 1; term < sorted_; ++term)
        if (word(term - 1) >= word(term)) return false;
    makeTable(slots);
    for (auto term = sorted_; term < begins_.size(); ++term) later_.emplace(word(term), term);
    return true;
}

}  // namespace kith::search
