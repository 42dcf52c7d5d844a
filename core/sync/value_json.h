// A field's value as JSON, by the field's type: also what a conflict keeps of the values that met.
#pragma once

#include <kith/base/error.h>
#include <kith/domain/entity.h>
#include <kith/domain/value.h>

#include <string>
#include <string_view>

namespace kith::sync {

/// null, text, a number (dates in days, instants in ms since 1970, flags as their bits), the word of an enumeration, or
/// the text of an id.
[[nodiscard]] std::string valueToJson(const FieldSpec& field, const Value& value);
/// Reads what valueToJson wrote. BadInput for anything else.
[[nodiscard]] Result<Value> valueFromJson(const FieldSpec& field, std::string_view json);

}  // namespace kith::sync
