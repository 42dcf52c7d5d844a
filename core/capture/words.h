// A line as words, figures and signs, and a place in it from which to read on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::capture {

/// Bytes [from, to) of the line.
struct Span {
    std::size_t from = 0;
    std::size_t to = 0;

    friend bool operator==(const Span&, const Span&) = default;
};

enum class WordSort : std::uint8_t { Letters, Figures, Sign };

struct Word {
    Span span;
    WordSort sort = WordSort::Sign;
    std::string_view low;  ///< ASCII letters lowered; a sign past ASCII is its nearest ASCII sign
};

/// The words of a line. Letters are ASCII letters and all characters past ASCII but punctuation and blanks of Latin
/// and general use; bytes that are no UTF-8 count as letters. Every border is one between characters. O(line).
class Words {
public:
    /// The line must outlive the words.
    explicit Words(std::string_view line);
    Words(const Words&) = delete;
    Words& operator=(const Words&) = delete;
    Words(Words&&) = delete;
    Words& operator=(Words&&) = delete;
    ~Words() = default;

    [[nodiscard]] std::string_view line() const { return line_; }
    [[nodiscard]] std::size_t size() const { return words_.size(); }
    [[nodiscard]] const Word& operator[](std::size_t index) const { return words_[index]; }
    [[nodiscard]] std::string_view text(std::size_t index) const;
    /// Whether nothing stands between this word and the one before.
    [[nodiscard]] bool joined(std::size_t index) const;

private:
    std::string_view line_;
    std::string lowered_;
    std::vector<Word> words_;
};

/// A place between words. `eat…` steps over what it finds; when it finds nothing the place stays.
class Cursor {
public:
    explicit Cursor(const Words& words, std::size_t at = 0) : words_(&words), at_(at) { }

    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] const Words& words() const { return *words_; }
    [[nodiscard]] bool done() const { return at_ >= words_->size(); }
    /// The lowered text of the word `ahead` words from here; empty past the end.
    [[nodiscard]] std::string_view low(std::size_t ahead = 0) const;
    /// Whether the word `ahead` words from here follows the one before it without a blank.
    [[nodiscard]] bool joined(std::size_t ahead = 0) const;
    [[nodiscard]] bool capital() const;
    void step(std::size_t count = 1) { at_ += count; }

    bool eat(std::string_view word);
    bool eatAny(std::initializer_list<std::string_view> words);
    /// All of them, one after the other.
    bool eatAll(std::initializer_list<std::string_view> words);
    /// A figure of at most `digits` digits.
    std::optional<int> eatFigure(std::size_t digits = 4);

private:
    const Words* words_;
    std::size_t at_;
};

/// Whether a character that has an upper and a lower case begins the text, and is in the upper one: Latin, Greek,
/// Cyrillic. Nothing for scripts without case.
[[nodiscard]] std::optional<bool> beginsUpper(std::string_view text);
/// The text with its first letter capitalised, where it is Latin (to U+00FE), Greek or Cyrillic.
[[nodiscard]] std::string withCapital(std::string_view text);

}  // namespace kith::capture
