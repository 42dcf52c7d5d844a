// What commands print: lines and tables for people, one JSON document for scripts.
#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace kith::cli {

using Json = nlohmann::ordered_json;

/// Text from data made safe for a terminal: control characters, which could move the cursor or change its title,
/// become blanks; line ends too.
[[nodiscard]] std::string safeLine(std::string_view text);

/// Columns that a terminal needs for a text: wide East Asian characters two, combining marks none (Unicode UAX #11).
[[nodiscard]] std::size_t displayWidth(std::string_view text);
/// The longest prefix that fits `columns`, with an ellipsis when something was cut.
[[nodiscard]] std::string fitted(std::string_view text, std::size_t columns);

/// Rows under headings, each column as wide as its widest cell but at most `widest`.
class Table {
public:
    explicit Table(std::vector<std::string> headings, std::size_t widest = 40)
        : headings_(std::move(headings)), widest_(widest)
    {
    }
    void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    [[nodiscard]] std::string toString() const;

private:
    std::vector<std::string> headings_;
    std::vector<std::vector<std::string>> rows_;
    std::size_t widest_;
};

class Output {
public:
    /// One line; control characters are taken out.
    void line(std::string_view text);
    void table(const Table& table);
    /// One JSON document; malformed UTF-8 becomes U+FFFD.
    void json(const Json& document);
    /// Text that is already complete (a man page, a JSON document made elsewhere).
    void raw(std::string_view text);
    /// A line on standard error that replaces the one before; nothing when standard error is no terminal.
    void progress(std::string_view text);
    void endProgress();

private:
    bool progressShown_ = false;
};

}  // namespace kith::cli
