// The lines of a vCard file: unfolded, with their parameters read and their values decoded.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

struct VCardParameter {
    std::string name;  ///< upper case
    std::string value;  ///< unquoted, with RFC 6868 escapes undone
};

/// One property: [group "."] name *(";" parameter) ":" value.
struct VCardLine {
    std::size_t line = 0;  ///< physical line where it starts, from 1
    std::string group{};  ///< upper case
    std::string name{};  ///< upper case
    std::vector<VCardParameter> parameters{};
    std::string value{};  ///< valid UTF-8, quoted-printable undone, backslash escapes still in place
    bool tooLong = false;  ///< longer than 1 MiB; the value is empty

    /// The first value of a parameter; empty when there is none.
    [[nodiscard]] std::string_view parameter(std::string_view name) const;
    /// Whether TYPE (or a bare 2.1 parameter) names the word; lists and either case count.
    [[nodiscard]] bool hasType(std::string_view word) const;
};

/// Reads properties one after the other. Lines without a colon are passed over: base64 of old phones is not folded.
class VCardLines {
public:
    explicit VCardLines(std::string_view bytes) : bytes_(bytes) { }
    std::optional<VCardLine> next();

private:
    /// One physical line without its end; false at the end of the file.
    bool takeLine(std::string_view& line);

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::size_t line_ = 0;
};

/// The parts of a value between unescaped separators, escapes undone (RFC 6350, 3.4).
[[nodiscard]] std::vector<std::string> vcardParts(std::string_view value, char separator);
/// The whole value with escapes undone: \n, \N, \\, \, \; (and \: of old exports).
[[nodiscard]] std::string vcardText(std::string_view value);

}  // namespace kith::exchange
