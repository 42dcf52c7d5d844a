// The indexes of the fields of a person. People are numbered as they came; a set of people has room for all of them.
// Private to this folder.
#pragma once

#include <kith/search/document.h>

#include "dictionary.h"
#include "postings.h"
#include "unions.h"

#include <functional>
#include <unordered_map>

namespace kith::search {

using Person = std::uint32_t;
using Words = std::vector<std::string_view>;

/// Of a folded text: the parts between blanks.
[[nodiscard]] Words foldedWords(std::string_view folded);
/// Whether the wanted words stand side by side, in this order.
template <class Have, class Want>
[[nodiscard]] bool standsIn(const Have& have, const Want& want)
{
    if (want.empty() || want.size() > have.size()) return false;
    for (std::size_t from = 0; from + want.size() <= have.size(); ++from) {
        std::size_t same = 0;
        while (same < want.size() && have[from + same] == want[same]) ++same;
        if (same == want.size()) return true;
    }
    return false;
}

/// Texts of which only the words are kept: names, notes, contact points.
class WordField {
public:
    /// Calls `each` with the terms in their order.
    void add(Person person, std::string_view folded, const std::function<void(Term)>& each = {});
    /// Once most are added; the new number of each term.
    std::vector<Term> finish(std::size_t people);

    void uniteBeginningWith(std::string_view prefix, Bits& into) const;
    void uniteWord(std::string_view word, Bits& into) const;
    void uniteTerm(Term term, Bits& into) const { people_.unite(term, into); }
    [[nodiscard]] bool meets(Term term, const Bits& people) const { return people_.meets(term, people); }

    [[nodiscard]] const Dictionary& words() const { return words_; }
    [[nodiscard]] std::size_t bytes() const { return words_.bytes() + people_.bytes() + unions_.bytes(); }

    void packWords(Packer& into) const { words_.pack(into); }
    [[nodiscard]] bool unpackWords(Unpacker& from) { return words_.unpack(from); }
    [[nodiscard]] const Postings& people() const { return people_; }
    [[nodiscard]] Postings& people() { return people_; }
    /// Once all is unpacked; false when it does not fit together.
    [[nodiscard]] bool ready(std::size_t people);

private:
    void prepareUnions(std::size_t people);

    Dictionary words_;
    Postings people_;  ///< by term
    Unions unions_;
};

using ValueNumber = std::uint32_t;

/// What many people have in common, word for word: titles, organisations, areas, cities, tags, skills.
class ValueField {
public:
    struct Value {
        std::string shown;
        std::vector<Term> words;
        SkillLevel level{};  ///< of skills; people with one skill at two levels have two values
        Evidence evidence{};
        std::uint32_t name = 0;  ///< values of one name, whatever the level, have the same
    };

    void add(Person person, const std::string& shown, SkillLevel level = {}, Evidence evidence = {});
    void finish(std::size_t people);

    void uniteBeginningWith(std::string_view prefix, Bits& into) const;
    using Passes = std::function<bool(const Value&)>;
    /// Those who have a value that passes and in which each of these begins a word; of any value when there are none.
    void uniteBeginnings(const Words& beginnings, const Passes& passes, Bits& into) const;
    /// Those who have a value that passes and in which these whole words stand side by side.
    void unitePhrase(const Words& words, const Passes& passes, Bits& into) const;

    struct Group {
        std::string name;  ///< as somebody wrote it
        std::size_t people = 0;
    };
    /// The most frequent values among a set of people, most first; equally frequent ones by name.
    [[nodiscard]] std::vector<Group> countedIn(const Bits& people, std::size_t most) const;
    /// The same of the values in which each of these begins a word; of all when there are none.
    [[nodiscard]] std::vector<Group> countedIn(const Bits& people, const Words& beginnings, std::size_t most) const;

    [[nodiscard]] const Dictionary& words() const { return words_; }
    [[nodiscard]] std::size_t bytes() const;

    /// Words and values; who has them is in people().
    void packValues(Packer& into) const;
    [[nodiscard]] bool unpackValues(Unpacker& from);
    [[nodiscard]] const Postings& people() const { return people_; }
    [[nodiscard]] Postings& people() { return people_; }
    /// Once all is unpacked; false when it does not fit together.
    [[nodiscard]] bool ready(std::size_t people);

private:
    void prepareUnions(std::size_t people);
    ValueNumber numberOf(const std::string& shown, SkillLevel level, Evidence evidence);
    [[nodiscard]] std::vector<ValueNumber> valuesOf(TermRange range, std::string_view prefix) const;
    [[nodiscard]] std::vector<ValueNumber> valuesWith(const Words& beginnings) const;

    Dictionary words_;
    Postings valuesOfWord_;
    std::vector<Value> values_;
    Postings people_;  ///< by value
    std::unordered_map<std::string, ValueNumber> numbers_;  ///< folded, with level and evidence
    std::unordered_map<std::string, std::uint32_t> names_;  ///< folded
    /// A person and a name that they have once more: in several values, so that counting by name counts them again.
    std::vector<std::pair<Person, std::uint32_t>> again_;
    Person latest_ = 0;  ///< to whom values were added last
    std::vector<ValueNumber> valuesOfLatest_;
    Unions unions_;
};

}  // namespace kith::search
