#include "lexer.h"

#include <kith/base/text.h>

#include <algorithm>
#include <array>

namespace kith::search {

namespace {

constexpr std::array<std::string_view, 15> kFieldNames{"name",  "title", "org",    "area",     "city",
                                                       "skill", "tag",   "note",   "pool",     "stage",
                                                       "is",    "band",  "spoken", "evidence", "warmth"};

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool endsWord(char c)
{
    return isBlank(c) || c == '(' || c == ')' || c == '"' || c == '<' || c == '>' || c == '=';
}

class Lexer {
public:
    Lexer(std::string_view text, std::vector<Problem>& problems) : text_(text), problems_(problems) { }

    std::vector<Token> run()
    {
        while (true) {
            const std::size_t before = at_;
            while (at_ < text_.size() && isBlank(text_[at_])) ++at_;
            if (!tokens_.empty()) tokens_.back().touchesNext = at_ == before && at_ < text_.size();
            if (at_ == text_.size()) break;
            next();
        }
        tokens_.push_back({.what = Token::What::End, .at = at_});
        return std::move(tokens_);
    }

private:
    void add(Token::What what, std::size_t from, std::string text = {}, Compare compare = {})
    {
        tokens_.push_back(
            {.what = what, .at = from, .length = at_ - from, .text = std::move(text), .compare = compare});
    }

    void next()
    {
        const std::size_t from = at_;
        switch (text_[at_]) {
        case '(': return ++at_, add(Token::What::Open, from);
        case ')': return ++at_, add(Token::What::Close, from);
        case '"': return quoted();
        case '<':
        case '>':
        case '=': return comparison();
        case ':':
            // Behind the name of a field, which word() has left standing before it.
            if (!tokens_.empty() && tokens_.back().what == Token::What::Word && tokens_.back().touchesNext
                && isFieldName(tokens_.back().text))
                return ++at_, add(Token::What::Colon, from);
            return word();
        case '-':
            if (at_ + 1 < text_.size() && !isBlank(text_[at_ + 1]) && !isValue())
                return ++at_, add(Token::What::Minus, from);
            return word();
        default: return word();
        }
    }

    /// Directly behind a colon a minus and further colons are parts of the value.
    [[nodiscard]] bool isValue() const
    {
        return !tokens_.empty() && tokens_.back().touchesNext && tokens_.back().what == Token::What::Colon;
    }

    void quoted()
    {
        const std::size_t from = at_++;
        std::string text;
        while (at_ < text_.size() && text_[at_] != '"') {
            if (text_[at_] == '\\' && at_ + 1 < text_.size() && (text_[at_ + 1] == '"' || text_[at_ + 1] == '\\'))
                ++at_;
            text += text_[at_++];
        }
        if (at_ == text_.size())
            problems_.push_back(
                {from, at_ - from, "The closing quotation mark is missing; everything up to the end was taken."});
        else ++at_;
        add(Token::What::Quoted, from, std::move(text));
    }

    void comparison()
    {
        const std::size_t from = at_;
        const char first = text_[at_++];
        const bool orEqual = at_ < text_.size() && text_[at_] == '=';
        if (orEqual) ++at_;
        Compare compare = Compare::Equal;
        if (first == '<') compare = orEqual ? Compare::AtMost : Compare::Less;
        if (first == '>') compare = orEqual ? Compare::AtLeast : Compare::More;
        add(Token::What::Compare, from, {}, compare);
    }

    void word()
    {
        const std::size_t from = at_;
        const bool value = isValue();
        while (at_ < text_.size() && !endsWord(text_[at_])) {
            if (!value && text_[at_] == ':' && at_ > from && isFieldName(text_.substr(from, at_ - from))) break;
            ++at_;
        }
        add(Token::What::Word, from, std::string(text_.substr(from, at_ - from)));
    }

    std::string_view text_;
    std::vector<Problem>& problems_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
};

}  // namespace

bool isFieldName(std::string_view word)
{
    return std::ranges::any_of(kFieldNames, [&](std::string_view name) { return equalsIgnoringCase(name, word); });
}

std::vector<Token> lex(std::string_view text, std::vector<Problem>& problems)
{
    return Lexer(text, problems).run();
}

}  // namespace kith::search
