// The words of a field, in order once all are known. Private to this folder.
#pragma once

#include "packing.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::search {

using Term = std::uint32_t;

/// Terms [from, to) of those that are in order.
struct TermRange {
    Term from = 0;
    Term to = 0;
    friend auto operator<=>(const TermRange&, const TermRange&) = default;
};

class Dictionary {
public:
    [[nodiscard]] std::size_t size() const { return begins_.size(); }
    /// Terms are numbered as they come. Amortised O(1) before sort(), O(log) for a new word after it.
    Term intern(std::string_view word);
    [[nodiscard]] std::optional<Term> find(std::string_view word) const;
    [[nodiscard]] std::string_view word(Term term) const;

    /// Numbers the terms in the order of their words; the new number of each. Words that come later are kept apart.
    std::vector<Term> sort();
    /// How many were numbered by sort().
    [[nodiscard]] Term sorted() const { return sorted_; }

    /// Those that begin so, of the sorted ones. O(log n)
    [[nodiscard]] TermRange beginningWith(std::string_view prefix) const;
    /// The same of those that came later.
    template <class Visit>
    void forEachLater(std::string_view prefix, Visit visit) const
    {
        for (auto at = later_.lower_bound(prefix); at != later_.end() && at->first.starts_with(prefix); ++at)
            visit(at->second);
    }
    [[nodiscard]] std::size_t bytes() const;

    void pack(Packer& into) const;
    /// False when these are no bytes of a dictionary that was sorted.
    [[nodiscard]] bool unpack(Unpacker& from);

private:
    [[nodiscard]] std::size_t slotOf(std::string_view word) const;
    void makeTable(std::size_t slots);

    std::string letters_;
    std::vector<std::uint32_t> begins_;
    std::vector<std::uint32_t> table_;  ///< open addressing, a power of two; term + 1, 0 for none
    Term sorted_ = 0;
    bool isSorted_ = false;
    std::map<std::string, Term, std::less<>> later_;
};

}  // namespace kith::search
