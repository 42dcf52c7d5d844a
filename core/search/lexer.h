// The search language cut into its smallest pieces. Private to this folder.
#pragma once

#include <kith/search/parse.h>

#include <vector>

namespace kith::search {

struct Token {
    enum class What : std::uint8_t { Word, Quoted, Open, Close, Minus, Colon, Compare, End };
    What what = What::End;
    std::size_t at = 0;
    std::size_t length = 0;
    std::string text{};  ///< of a word or a quoted text, without its quotes
    Compare compare{};
    bool touchesNext = false;  ///< no blank before the next token
};

/// Ends with End. A colon is a token of its own only behind the name of a field; a comparison anywhere in a word.
[[nodiscard]] std::vector<Token> lex(std::string_view text, std::vector<Problem>& problems);

/// The names before a colon that mean something.
[[nodiscard]] bool isFieldName(std::string_view word);

}  // namespace kith::search
