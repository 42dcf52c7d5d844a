// What an index is made of. Private to this folder.
#pragma once

#include <kith/search/index.h>

#include "column.h"
#include "fields.h"

namespace kith::search {

/// Fields whose values many people share.
enum class Shared : std::uint8_t { Title, Skill, Organisation, Area, City, Tag, Pool, Stage };
inline constexpr std::size_t kShared = 8;

/// Where the values of a field are; nothing for names, notes and any field.
[[nodiscard]] std::optional<Shared> sharedOf(Field field);

struct Index::Parts {
    std::array<ValueField, kShared> shared;
    WordField names;
    WordField notes;
    WordField contacts;

    std::vector<std::uint32_t> nameBegins{0};  ///< by person, and one more; into nameWords
    std::vector<Term> nameWords;
    std::unordered_map<Term, std::string> spelled;  ///< name words that are not written as they are matched

    std::vector<std::uint32_t> numbers;  ///< PersonDocument::person, by person
    std::vector<std::uint32_t> latest;  ///< by number: person + 1, 0 for none
    Bits alive;
    std::array<Bits, 4> facets;
    Column column;
    std::size_t living = 0;
    std::size_t finished = 0;  ///< people who were there at finish()

    [[nodiscard]] std::size_t size() const { return numbers.size(); }
    [[nodiscard]] ValueField& at(Shared field) { return shared.at(static_cast<std::size_t>(field)); }
    [[nodiscard]] const ValueField& at(Shared field) const { return shared.at(static_cast<std::size_t>(field)); }
    [[nodiscard]] std::span<const Term> nameOf(Person person) const
    {
        return std::span(nameWords).subspan(nameBegins[person], nameBegins[person + 1] - nameBegins[person]);
    }
    /// A word of a name as somebody wrote it.
    [[nodiscard]] std::string spelling(Term term) const;
    void add(const PersonDocument& document);
    bool remove(std::uint32_t number);
    void setWarmth(Person person, int warmth, std::optional<Date> lastContact);
};

/// A day as the column keeps it: 0 for never, else days since 1900, as far as they fit.
[[nodiscard]] std::uint32_t dayNumber(Date date);

}  // namespace kith::search
