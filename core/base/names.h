// How people's names are put together.
#pragma once

#include <string>
#include <string_view>

namespace kith {

/// The whole name of a person known by given and family name, with one blank between the two: "Ana Ruiz". In Chinese,
/// Japanese and Korean script the family name comes first ("田中 宏"), as in Unicode CLDR's person name formats
/// (surnameFirst for ja, ko and zh). Either may be empty.
[[nodiscard]] std::string wholeName(std::string_view given, std::string_view family);

}  // namespace kith
