// A field's value as the store, sync and undo see it.
#pragma once

#include <kith/base/id.h>

#include <cstdint>
#include <string>
#include <variant>

namespace kith {

/// Nothing, a whole number (also dates in days, instants in ms, enumerations and flags), a real, text, or a reference.
using Value = std::variant<std::monostate, std::int64_t, double, std::string, Id>;

[[nodiscard]] inline bool isNothing(const Value& value)
{
    return std::holds_alternative<std::monostate>(value);
}

/// Text, or nothing when it is empty: an empty field and an absent one are the same fact.
[[nodiscard]] inline Value textValue(std::string text)
{
    return text.empty() ? Value{} : Value{std::move(text)};
}
[[nodiscard]] inline Value dateValue(Date date)
{
    return std::int64_t{date.time_since_epoch().count()};
}
[[nodiscard]] inline Value instantValue(Instant at)
{
    return std::int64_t{at.time_since_epoch().count()};
}
[[nodiscard]] inline Value idValue(const Id& id)
{
    return id.isNil() ? Value{} : Value{id};
}
template <class E>
    requires std::is_enum_v<E>
[[nodiscard]] Value enumValue(E e)
{
    return static_cast<std::int64_t>(e);
}

[[nodiscard]] inline std::int64_t intOf(const Value& value, std::int64_t otherwise = 0)
{
    const auto* number = std::get_if<std::int64_t>(&value);
    return number != nullptr ? *number : otherwise;
}
[[nodiscard]] inline std::string textOf(const Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : std::string{};
}
[[nodiscard]] inline Id idOf(const Value& value)
{
    const auto* id = std::get_if<Id>(&value);
    return id != nullptr ? *id : Id{};
}

}  // namespace kith
