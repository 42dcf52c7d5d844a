#include <kith/search/parse.h>

#include "lexer.h"
#include "simplify.h"

#include <kith/base/fold.h>
#include <kith/base/text.h>
#include <kith/domain/warmth.h>

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace kith::search {

namespace {

using What = Token::What;

constexpr int kMostDays = 36'500;

struct NamedField {
    std::string_view name;
    Field field;
};
constexpr NamedField kTextFields[]{
    {"name", Field::Name}, {"title", Field::Title}, {"org", Field::Organisation},
    {"area", Field::Area}, {"city", Field::City},   {"tag", Field::Tag},
    {"note", Field::Note}, {"pool", Field::Pool},   {"stage", Field::Stage},
};

std::optional<int> numberIn(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// "60d", "8w", "3m", "1y"
std::optional<std::chrono::days> spanIn(std::string_view text)
{
    if (text.size() < 2) return std::nullopt;
    const auto number = numberIn(text.substr(0, text.size() - 1));
    if (!number || *number < 0 || *number > kMostDays) return std::nullopt;
    int unit = 0;
    switch (text.back()) {
    case 'd':
    case 'D': unit = 1; break;
    case 'w':
    case 'W': unit = 7; break;
    case 'm':
    case 'M': unit = 30; break;
    case 'y':
    case 'Y': unit = 365; break;
    default: return std::nullopt;
    }
    return std::chrono::days{std::min(*number * unit, kMostDays)};
}

/// "a, b or c"
std::string listed(std::span<const Word> words)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text += fmt::format("{}{}", i == 0 ? "" : i + 1 == words.size() ? " or " : ", ", words[i].word);
    return text;
}

class Parser {
public:
    Parser(std::vector<Token> tokens, std::vector<Problem>& problems) : tokens_(std::move(tokens)), problems_(problems)
    {
    }

    Query run()
    {
        std::vector<Query> parts;
        while (true) {
            if (auto part = any()) parts.push_back(std::move(*part));
            if (here().what == What::End) return allOf(std::move(parts));
            problem(here(), "This bracket closes nothing.");
            ++at_;
        }
    }

private:
    [[nodiscard]] const Token& here() const { return tokens_[at_]; }
    [[nodiscard]] const Token& after() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
    [[nodiscard]] bool isKeyword(std::string_view word) const
    {
        return here().what == What::Word && after().what != What::Compare && equalsIgnoringCase(here().text, word);
    }

    /// Something that can stand behind a colon or a comparison, and not the name of the next field.
    [[nodiscard]] bool isValue() const
    {
        if (here().what == What::Quoted) return true;
        return here().what == What::Word && !(here().touchesNext && after().what == What::Colon);
    }

    void problem(const Token& token, std::string sentence)
    {
        problems_.push_back({token.at, token.length, std::move(sentence)});
    }

    std::optional<Query> any()
    {
        std::vector<Query> parts;
        std::optional<Token> waiting;  // an "or" that has nothing behind it yet
        while (true) {
            auto part = all();
            if (part) parts.push_back(std::move(*part));
            else if (waiting) problem(*waiting, "Nothing stands behind this “or”.");
            if (!isKeyword("or")) break;
            if (!part && !waiting) problem(here(), "Nothing stands before this “or”.");
            waiting = here();
            ++at_;
        }
        if (parts.empty()) return std::nullopt;
        return anyOf(std::move(parts));
    }

    std::optional<Query> all()
    {
        std::vector<Query> parts;
        while (here().what != What::End && here().what != What::Close && !isKeyword("or")) {
            if (isKeyword("and")) {
                if (parts.empty()) problem(here(), "Nothing stands before this “and”.");
                ++at_;
                continue;
            }
            if (auto part = unary()) parts.push_back(std::move(*part));
        }
        if (parts.empty()) return std::nullopt;
        return allOf(std::move(parts));
    }

    std::optional<Query> unary()
    {
        bool turned = false;
        std::optional<Token> last;
        while (here().what == What::Minus || isKeyword("not")) {
            turned = !turned;
            last = here();
            ++at_;
        }
        const bool nothing =
            here().what == What::End || here().what == What::Close || isKeyword("or") || isKeyword("and");
        if (last && nothing) {
            problem(*last, "Nothing stands behind this “not”.");
            return std::nullopt;
        }
        auto part = here().what == What::Open ? bracket() : term();
        if (part && turned) return notOf(std::move(*part));
        return part;
    }

    std::optional<Query> bracket()
    {
        const Token open = here();
        ++at_;
        if (depth_ == kDeepestQuery) {
            problem(open, "There are too many brackets within brackets; this one was left out.");
            return std::nullopt;
        }
        ++depth_;
        auto inside = any();
        --depth_;
        if (here().what == What::Close) {
            if (!inside)
                problem({.at = open.at, .length = here().at + 1 - open.at}, "There is nothing between these brackets.");
            ++at_;
        } else {
            problem(open, "This bracket is not closed.");
        }
        return inside;
    }

    std::optional<Query> term()
    {
        const Token token = here();
        ++at_;
        if (token.what == What::Compare) {
            problem(token, "Nothing stands before this comparison.");
            return std::nullopt;
        }
        if (token.what == What::Colon) return std::nullopt;  // behind a field that said so already
        if (token.what == What::Word && here().what == What::Colon && token.touchesNext) return field(token);
        if (here().what == What::Compare) return comparison(token);
        return text(Field::Anywhere, token);
    }

    std::optional<Query> field(const Token& name)
    {
        const Token colon = here();
        ++at_;
        const Token value = here();
        if (!isValue()) {
            problem({.at = name.at, .length = colon.at + 1 - name.at},
                    fmt::format("Something is missing behind “{}:”.", asciiLower(name.text)));
            return std::nullopt;
        }
        ++at_;
        for (const NamedField& known : kTextFields)
            if (equalsIgnoringCase(known.name, name.text)) return text(known.field, value);
        if (equalsIgnoringCase(name.text, "skill")) return skill(value);
        if (equalsIgnoringCase(name.text, "is"))
            return oneOf<Facet>(value, "somebody may be", [](Facet facet) { return Query{FacetIs{facet}}; });
        if (equalsIgnoringCase(name.text, "band"))
            return oneOf<Band>(value, "a band", [](Band band) { return Query{BandIs{band}}; });
        if (equalsIgnoringCase(name.text, "evidence"))
            return oneOf<Evidence>(value, "evidence",
                                   [](Evidence evidence) { return Query{SkillAt{.evidence = evidence}}; });
        if (equalsIgnoringCase(name.text, "spoken")) return spoken(value);
        problem(value, "Warmth is compared with a number: warmth>40.");
        return std::nullopt;
    }

    template <class E, class Make>
    std::optional<Query> oneOf(const Token& value, std::string_view what, Make make)
    {
        if (const auto known = fromWord<E>(value.text)) return make(*known);
        problem(value, fmt::format("This is not what {} is called here: {}.", what, listed(wordsOf<E>())));
        return std::nullopt;
    }

    std::optional<Query> spoken(const Token& value)
    {
        if (equalsIgnoringCase(value.text, "never")) return Query{Spoken{}};
        if (const auto within = spanIn(value.text)) return Query{Spoken{within}};
        problem(value, "Say how long ago at most: 60d, 8w, 3m, 1y, or never.");
        return std::nullopt;
    }

    std::optional<Query> comparison(const Token& left)
    {
        const Token compare = here();
        ++at_;
        const Token right = here();
        const bool hasRight = isValue();
        if (left.what == What::Word && equalsIgnoringCase(left.text, "warmth")) {
            const auto number = hasRight ? numberIn(right.text) : std::nullopt;
            if (hasRight) ++at_;
            if (number && *number >= 0 && *number <= kWarmest) return Query{WarmthIs{compare.compare, *number}};
            problem(hasRight ? right : compare, "Warmth is a number from 0 to 100.");
            return std::nullopt;
        }
        const auto level = hasRight ? fromWord<SkillLevel>(right.text) : std::nullopt;
        if (level && *level != SkillLevel::Unstated) {
            ++at_;
            std::string words = clean(left.text);
            if (!fold(words).empty())
                return Query{SkillAt{.skill = std::move(words), .compare = compare.compare, .level = level}};
            problem(left, "There is no letter and no digit in this.");
            return std::nullopt;
        }
        problem(hasRight ? right : compare,
                "A skill is compared with a level: A1 to C2 for languages; basic, working, advanced or expert for "
                "everything else.");
        return text(Field::Anywhere, left);
    }

    std::optional<Query> skill(const Token& value)
    {
        std::string words = clean(value.text);
        if (!fold(words).empty()) return Query{SkillAt{.skill = std::move(words)}};
        problem(value, "There is no letter and no digit in this.");
        return std::nullopt;
    }

    std::optional<Query> text(Field field, const Token& token)
    {
        std::string words = clean(token.text);
        bool phrase = token.what == What::Quoted;
        if (!phrase && field == Field::Anywhere) {
            // In the place of a skill a keyword is a word.
            for (const std::string_view keyword : {"or", "and", "not"}) phrase |= equalsIgnoringCase(words, keyword);
        }
        if (!fold(words).empty()) return Query{Text{.field = field, .words = std::move(words), .phrase = phrase}};
        problem(token, "There is no letter and no digit in this.");
        return std::nullopt;
    }

    static std::string clean(const std::string& text) { return toValidUtf8(text); }

    std::vector<Token> tokens_;
    std::vector<Problem>& problems_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
};

}  // namespace

Parsed parse(std::string_view text)
{
    Parsed parsed;
    const std::string_view read = prefixUtf8(text, kLongestQuery);
    if (read.size() < text.size())
        parsed.problems.push_back(
            {read.size(), text.size() - read.size(), "The query is too long; what stands here was left out."});
    auto tokens = lex(read, parsed.problems);
    parsed.query = Parser(std::move(tokens), parsed.problems).run();
    std::ranges::sort(parsed.problems);
    return parsed;
}

}  // namespace kith::search
