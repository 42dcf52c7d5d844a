// What header words mean, in the exports that people have.
#pragma once

#include <kith/exchange/record.h>

#include <optional>
#include <string>
#include <string_view>

namespace kith::exchange {

/// A header as it is looked up: folded, without numbering, "e-mail" as "email" ("E-mail 1 - Value" -> "email value").
[[nodiscard]] std::string headerKey(std::string_view header);

/// The column that a header key means in a file of that kind; Ignore when it means none.
[[nodiscard]] Column columnForKey(std::string_view key, RecordKind kind);

/// "work", "home", "mobile" from the words of a header ("Business Phone 2"); empty when it has none.
[[nodiscard]] std::string_view labelForKey(std::string_view key);

}  // namespace kith::exchange
