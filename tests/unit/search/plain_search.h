// What the search language means, said as plainly as possible: each person is looked at, nothing is prepared.
#pragma once

#include <kith/search/index.h>

#include <map>
#include <set>

namespace kith::search {

/// People by their number, and reading their notes again.
class PlainPeople final : public NoteTexts {
public:
    std::map<std::uint32_t, PersonDocument> all;

    Result<void> forEachNote(std::span<const std::uint32_t> people, const Visit& visit) const override;
};

class PlainSearch {
public:
    PlainSearch(const PlainPeople& people, const AliasTable& aliases, Date today)
        : people_(people), aliases_(aliases), today_(today)
    {
    }

    [[nodiscard]] std::set<std::uint32_t> find(const Query& query) const { return find(query, false); }

private:
    using Numbers = std::set<std::uint32_t>;

    [[nodiscard]] Numbers find(const Query& query, bool turned) const;
    [[nodiscard]] Numbers findAll(const All& all, bool turned) const;
    [[nodiscard]] Numbers findText(const Text& text, bool turned) const;
    [[nodiscard]] Numbers findWord(Field field, const std::string& word, bool turned) const;
    [[nodiscard]] Numbers findSkill(const SkillAt& at, bool turned) const;
    [[nodiscard]] Numbers findAlias(AliasKind kind, const std::string& folded, const SkillAt* at = nullptr) const;

    template <class Passes>
    [[nodiscard]] Numbers where(Passes passes) const
    {
        Numbers found;
        for (const auto& [number, person] : people_.all)
            if (passes(person)) found.insert(number);
        return found;
    }

    const PlainPeople& people_;
    const AliasTable& aliases_;
    Date today_;
};

/// Letters added, left out, replaced or exchanged with their neighbour, by the book.
[[nodiscard]] std::size_t plainEdits(const std::string& a, const std::string& b);

}  // namespace kith::search
