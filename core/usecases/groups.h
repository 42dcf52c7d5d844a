// What pools and pipelines have in common, as rows: a name of their own, and plain fields.
#pragma once

#include <kith/usecases/workspace.h>

#include <string>
#include <string_view>

namespace kith::groups {

/// The name of a row whose first field is its name.
[[nodiscard]] std::string nameIn(const Row& row);
/// One clean line; BadInput when it is empty, or when another row of the kind has that name, folded. `what` is the word
/// for such a thing: "pool".
[[nodiscard]] Result<std::string> freeName(const Services& services, Kind kind, std::string_view text, const Id& of,
                                           std::string_view what);
/// Sets one field of a row as a command.
[[nodiscard]] Result<ChangeSet> setField(Services& services, CommandKind command, const Row& row, FieldIndex field,
                                         const Value& value);

}  // namespace kith::groups
