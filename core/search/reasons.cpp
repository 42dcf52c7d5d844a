#include <kith/search/reasons.h>

#include "fields.h"

#include <kith/base/fold.h>

#include <algorithm>

namespace kith::search {

namespace {

struct Wanted {
    Field field = Field::Anywhere;
    bool skill = false;
    std::vector<std::string> words;
    bool phrase = false;
    By by = By::Words;
    std::string typed{};  ///< when it stands for something else
};

bool fits(const Wanted& wanted, Where where)
{
    if (wanted.skill) return where == Where::Skill;
    switch (wanted.field) {
    case Field::Anywhere: return true;
    case Field::Name: return where == Where::Name;
    case Field::Title: return where == Where::Title;
    case Field::Organisation: return where == Where::Organisation;
    case Field::Area: return where == Where::Area;
    case Field::City: return where == Where::City;
    case Field::Tag: return where == Where::Tag;
    case Field::Note: return where == Where::Note;
    case Field::Pool: return where == Where::Pool;
    case Field::Stage: return where == Where::Stage;
    }
    return false;
}

/// The texts of a person with their folded words.
class Texts {
public:
    explicit Texts(const PersonDocument& person)
    {
        add(Where::Name, person.name);
        add(Where::Title, person.titles);
        for (const SkillFact& skill : person.skills) add(Where::Skill, skill.name);
        add(Where::Organisation, person.organisations);
        add(Where::Area, person.areas);
        add(Where::City, person.cities);
        add(Where::Tag, person.tags);
        add(Where::Pool, person.pools);
        add(Where::Stage, person.stages);
        add(Where::Contact, person.contacts);
        add(Where::Note, person.notes);
    }

    /// Adds the first text that has what is wanted to the reasons; false when none has.
    bool explain(const Wanted& wanted, std::vector<Reason>& reasons) const
    {
        for (const One& one : texts_) {
            if (!fits(wanted, one.where)) continue;
            std::vector<std::string> words = found(wanted, one);
            if (words.empty()) continue;
            auto same = std::ranges::find_if(
                reasons, [&](const Reason& reason) { return reason.where == one.where && reason.text == *one.text; });
            if (same == reasons.end()) same = reasons.insert(same, {one.where, *one.text, {}, wanted.by, wanted.typed});
            // A word of another name may be one that was typed, too: the other name says more.
            if (same->by == By::Words) same->by = wanted.by, same->typed = wanted.typed;
            for (std::string& word : words)
                if (std::ranges::find(same->words, word) == same->words.end()) same->words.push_back(std::move(word));
            return true;
        }
        return wanted.phrase && wanted.field == Field::Anywhere && !wanted.skill && explainContacts(wanted, reasons);
    }

private:
    /// Quoted words may be those of several contact points.
    bool explainContacts(const Wanted& wanted, std::vector<Reason>& reasons) const
    {
        std::vector<Reason> found;
        std::vector<std::string_view> missing(wanted.words.begin(), wanted.words.end());
        for (const One& one : texts_) {
            if (one.where != Where::Contact) continue;
            Reason reason{one.where, *one.text, {}, By::Words, {}};
            for (const std::string_view word : foldedWords(one.folded)) {
                if (std::ranges::find(wanted.words, word) == wanted.words.end()) continue;
                reason.words.emplace_back(word);
                std::erase(missing, word);
            }
            if (!reason.words.empty()) found.push_back(std::move(reason));
        }
        if (!missing.empty()) return false;
        std::ranges::move(found, std::back_inserter(reasons));
        return !found.empty();
    }

    struct One {
        Where where;
        const std::string* text;
        std::string folded;
    };

    void add(Where where, const std::string& text)
    {
        if (std::string folded = fold(text); !folded.empty()) texts_.push_back({where, &text, std::move(folded)});
    }
    void add(Where where, const std::vector<std::string>& texts)
    {
        for (const std::string& text : texts) add(where, text);
    }

    static std::vector<std::string> found(const Wanted& wanted, const One& one)
    {
        const Words have = foldedWords(one.folded);
        if (wanted.phrase) return standsIn(have, wanted.words) ? wanted.words : std::vector<std::string>{};
        std::vector<std::string> words;
        for (const std::string& beginning : wanted.words) {
            const auto first =
                std::ranges::find_if(have, [&](std::string_view word) { return word.starts_with(beginning); });
            if (first == have.end()) return {};
            words.emplace_back(*first);
        }
        return words;
    }

    std::vector<One> texts_;
};

class Explanation {
public:
    Explanation(const PersonDocument& person, const std::vector<Notice>& notices)
        : texts_(person), notices_(notices) { }

    void operator()(const All& all)
    {
        for (const Query& query : all.of) std::visit(*this, query.node);
        // Other names of words that stood side by side.
        for (const Notice& notice : notices_)
            if (notice.what == Notice::What::Alias && notice.typed.find(' ') != std::string::npos) instead(notice);
    }
    void operator()(const Any& any)
    {
        for (const Query& query : any.of) std::visit(*this, query.node);
    }
    void operator()(const Not&) { }
    void operator()(const Text& text)
    {
        const std::string folded = fold(text.words);
        std::vector<std::string> words;
        for (const std::string_view word : foldedWords(folded)) words.emplace_back(word);
        const Wanted whole{.field = text.field, .skill = false, .words = words, .phrase = true};
        if (text.phrase) return explain(whole, folded);
        // Each word counts by itself; the whole may be another name of something.
        for (std::string& word : words) {
            const std::string typed = word;
            explain({.field = text.field, .words = {std::move(word)}}, typed);
        }
        if (whole.words.size() > 1) explain(whole, folded);
    }
    void operator()(const SkillAt& at)
    {
        const std::string folded = fold(at.skill);
        std::vector<std::string> words;
        for (const std::string_view word : foldedWords(folded)) words.emplace_back(word);
        if (!words.empty()) explain({.skill = true, .words = std::move(words)}, folded);
    }
    void operator()(const WarmthIs&) { }
    void operator()(const BandIs&) { }
    void operator()(const FacetIs&) { }
    void operator()(const Spoken&) { }

    std::vector<Reason> reasons;

private:
    void explain(const Wanted& wanted, std::string_view typed)
    {
        if (texts_.explain(wanted, reasons)) return;
        for (const Notice& notice : notices_)
            if (notice.typed == typed) instead(notice);
    }

    void instead(const Notice& notice)
    {
        for (const std::string& other : notice.words) {
            std::vector<std::string> words;
            for (const std::string_view word : foldedWords(other)) words.emplace_back(word);
            const bool typo = notice.what == Notice::What::Typo;
            Wanted wanted{.field = typo ? Field::Name : Field::Title,
                          .words = std::move(words),
                          .phrase = true,
                          .by = typo ? By::Typo : By::Alias,
                          .typed = notice.typed};
            if (texts_.explain(wanted, reasons) || typo) continue;
            wanted.skill = true;
            (void)texts_.explain(wanted, reasons);
        }
    }

    Texts texts_;
    const std::vector<Notice>& notices_;
};

}  // namespace

std::vector<Reason> reasonsFor(const Query& query, const PersonDocument& person, const std::vector<Notice>& notices)
{
    Explanation explanation(person, notices);
    std::visit(explanation, query.node);
    // Few, and equal ones stay in their order; libstdc++'s stable_sort uses what is deprecated.
    auto& reasons = explanation.reasons;
    for (auto at = reasons.begin(); at != reasons.end(); ++at)
        std::rotate(std::ranges::upper_bound(reasons.begin(), at, at->where, {}, &Reason::where), at, std::next(at));
    return std::move(explanation.reasons);
}

}  // namespace kith::search
