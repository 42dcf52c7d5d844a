// Prepared answers for the beginnings of words that many have. Private to this folder.
#pragma once

#include "bits.h"
#include "dictionary.h"

#include <functional>

namespace kith::search {

/// Who has a word between two places of the dictionary, for every beginning of words that would take long to unite:
/// mostly the first letter or two, which are typed all the time.
class Unions {
public:
    /// `cost` of each sorted term; `unite` adds the people of a term.
    void prepare(const Dictionary& words, std::size_t people, const std::function<std::size_t(Term)>& cost,
                 const std::function<void(Term, Bits&)>& unite);
    /// Nothing when it is cheap to unite them.
    [[nodiscard]] const Bits* of(TermRange range) const;
    /// Somebody new has a term.
    void add(Term term, std::uint32_t person);
    [[nodiscard]] std::size_t bytes() const;

private:
    std::map<TermRange, Bits> prepared_;
};

}  // namespace kith::search
