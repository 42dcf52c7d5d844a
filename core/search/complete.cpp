#include <kith/search/complete.h>

#include "lexer.h"

#include <kith/base/fold.h>
#include <kith/base/text.h>

#include <algorithm>
#include <array>

namespace kith::search {

namespace {

using What = Token::What;

constexpr std::size_t kFewOfEach = 2;  ///< of each field, when none was named

constexpr std::array<Field, 7> kValueFields{Field::Title, Field::Organisation, Field::Area, Field::City,
                                            Field::Tag,   Field::Pool,         Field::Stage};
constexpr std::array<std::string_view, 13> kKeys{"area", "band",  "city",   "evidence", "is",    "name",   "note",
                                                 "org",  "skill", "spoken", "tag",      "title", "warmth>"};
constexpr std::array<int, 5> kSpans{30, 60, 90, 180, 365};

std::optional<Field> fieldNamed(std::string_view word)
{
    for (const Field field : kValueFields)
        if (equalsIgnoringCase(wordOf(field), word)) return field;
    return std::nullopt;
}

bool beginsWith(std::string_view text, std::string_view beginning)
{
    return text.size() >= beginning.size() && equalsIgnoringCase(text.substr(0, beginning.size()), beginning);
}

class Completer {
public:
    Completer(const Index& index, Date today, std::size_t most) : index_(index), today_(today), most_(most) { }

    void values(Field field, std::string_view typed, std::size_t most)
    {
        for (Group& group : index_.values(field, typed, most)) {
            std::string text = toText(valueIn(field, group.name)) + ' ';
            add(Suggestion::What::Value, std::move(group.name), std::move(text), group.people, field);
        }
    }

    /// With a level to follow where people have stated one.
    void skills(std::string_view typed, bool behindColon, std::size_t most)
    {
        for (Group& group : index_.skills(typed, most)) {
            const std::string text = toText(Query{SkillAt{.skill = group.name}}) + ' ';
            const std::string_view leveled =
                isPlainSkill(group.name) && !behindColon && hasLevels(group.name) ? ">=" : "";
            add(Suggestion::What::Value, group.name, leveled.empty() ? text : group.name + std::string(leveled),
                group.people);
        }
    }

    void levels(const std::string& skill, std::string_view typed, const std::string& before, Compare compare)
    {
        if (fold(skill).empty()) return;  // no letters: no skill
        for (const Word& word : wordsOf<SkillLevel>()) {
            const auto level = static_cast<SkillLevel>(word.value);
            if (level == SkillLevel::Unstated || !beginsWith(word.word, typed)) continue;
            // A level that nobody has is one of the other scale, or says nothing.
            if (count({SkillAt{.skill = skill, .compare = Compare::Equal, .level = level}}) == 0) continue;
            add(Suggestion::What::Level, std::string(word.word), before + std::string(word.word) + ' ',
                count({SkillAt{.skill = skill, .compare = compare, .level = level}}));
        }
    }

    void spans(std::string_view key, std::string_view typed)
    {
        for (const int days : kSpans) {
            const std::string span = std::to_string(days) + 'd';
            const auto within = std::chrono::days{days};
            if (beginsWith(span, typed))
                add(Suggestion::What::Span, span, prefixed(key, span), count({Spoken{.within = within}}));
        }
        if (beginsWith("never", typed)) add(Suggestion::What::Span, "never", prefixed(key, "never"), count({Spoken{}}));
    }

    template <class E, class Make>
    void words(std::string_view key, std::string_view typed, Make make)
    {
        for (const Word& word : wordsOf<E>())
            if (beginsWith(word.word, typed))
                add(Suggestion::What::Value, std::string(word.word), prefixed(key, word.word),
                    count({make(static_cast<E>(word.value))}));
    }

    void keys(std::string_view typed)
    {
        for (const std::string_view key : kKeys) {
            if (!beginsWith(key, typed)) continue;
            const bool whole = key.back() == '>';
            add(Suggestion::What::Key, std::string(whole ? key.substr(0, key.size() - 1) : key),
                whole ? std::string(key) : std::string(key) + ':');
        }
    }

    /// Whatever people have that begins so.
    void anything(std::string_view typed)
    {
        keys(typed);
        if (fold(typed).size() < 2) return;
        skills(typed, false, kFewOfEach);
        for (const Field field : kValueFields) values(field, typed, kFewOfEach);
    }

    [[nodiscard]] std::vector<Suggestion> take()
    {
        if (found_.size() > most_) found_.resize(most_);
        return std::move(found_);
    }

    /// Everything that a key may have behind its colon.
    void behind(std::string_view key, std::string_view typed)
    {
        if (const auto field = fieldNamed(key)) return values(*field, typed, most_);
        if (equalsIgnoringCase(key, "skill")) return skills(typed, true, most_);
        if (equalsIgnoringCase(key, "band"))
            return words<Band>(key, typed, [](Band band) { return BandIs{.band = band}; });
        if (equalsIgnoringCase(key, "is"))
            return words<Facet>(key, typed, [](Facet facet) { return FacetIs{.facet = facet}; });
        if (equalsIgnoringCase(key, "evidence"))
            return words<Evidence>(key, typed, [](Evidence evidence) { return SkillAt{.evidence = evidence}; });
        if (equalsIgnoringCase(key, "spoken")) spans(key, typed);
    }

private:
    static std::string prefixed(std::string_view key, std::string_view value)
    {
        return asciiLower(key) + ':' + std::string(value) + ' ';
    }

    [[nodiscard]] std::size_t count(const Query& query) const
    {
        const auto answer = index_.ask(query, {.today = today_, .first = 0});
        return answer ? answer->total : 0;
    }

    [[nodiscard]] bool hasLevels(const std::string& skill) const
    {
        return count({SkillAt{.skill = skill, .compare = Compare::AtLeast, .level = SkillLevel::Basic}}) != 0
            || count({SkillAt{.skill = skill, .compare = Compare::AtLeast, .level = SkillLevel::A1}}) != 0;
    }

    void add(Suggestion::What what, std::string shown, std::string text, std::optional<std::size_t> people = {},
             Field field = Field::Anywhere)
    {
        found_.push_back({what, field, std::move(shown), std::move(text), people});
    }

    const Index& index_;
    Date today_;
    std::size_t most_;
    std::vector<Suggestion> found_;
};

/// Of the text up to the cursor.
struct Typed {
    std::vector<Token> tokens;  ///< without End
    bool open = false;  ///< the last one is a quoted text that is not closed
};

Typed typedIn(std::string_view text)
{
    std::vector<Problem> problems;
    Typed typed{.tokens = lex(text, problems), .open = !problems.empty()};
    typed.tokens.pop_back();
    return typed;
}

}  // namespace

Completion complete(std::string_view text, std::size_t cursor, const Index& index, Date today, std::size_t most)
{
    cursor = std::min(cursor, std::min(text.size(), kLongestQuery));
    const Typed typed = typedIn(text.substr(0, cursor));
    Completion completion{.from = cursor, .length = 0, .suggestions = {}};
    if (typed.tokens.empty()) return completion;
    const Token& last = typed.tokens.back();
    if (last.at + last.length != cursor) return completion;  // a blank, and nothing begun behind it
    if (last.what == What::Quoted && !typed.open) return completion;
    const auto before = [&](std::size_t n) -> const Token* {
        const std::size_t size = typed.tokens.size();
        return n < size && typed.tokens[size - 1 - n].touchesNext ? &typed.tokens[size - 1 - n] : nullptr;
    };
    const auto whole = [&](const Token& from) {
        completion.from = from.at;
        completion.length = cursor - from.at;
        std::vector<Problem> problems;
        for (const Token& token : lex(text, problems))
            if (token.at == last.at && token.what == last.what)
                completion.length = std::max(cursor, token.at + token.length) - from.at;
    };
    const bool begun = last.what == What::Word || last.what == What::Quoted;
    const Token* sign = begun ? before(1) : &last;
    const Token* name = begun ? before(2) : before(1);
    const std::string beginning = begun ? last.text : std::string{};
    Completer completer(index, today, most);
    if (sign != nullptr && sign->what == What::Colon && name != nullptr) {
        whole(*name);
        completer.behind(name->text, beginning);
    } else if (sign != nullptr && sign->what == What::Compare && name != nullptr
               && (name->what == What::Word || name->what == What::Quoted)) {
        if (equalsIgnoringCase(name->text, "warmth")) return completion;
        whole(*name);
        const std::string asked(text.substr(name->at, sign->at + sign->length - name->at));
        completer.levels(name->text, beginning, asked, sign->compare);
    } else if (last.what == What::Word) {
        whole(last);
        completer.anything(beginning);
    }
    completion.suggestions = completer.take();
    return completion;
}

}  // namespace kith::search
