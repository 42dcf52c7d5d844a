// Rows on the wire. Private to this folder.
#pragma once

#include "json_in.h"
#include "json_out.h"

#include <kith/sync/messages.h>

namespace kith::sync {

void put(Out& out, const RowPatch& patch);
void put(Out& out, const NumberedRow& row);
void put(Out& out, const Operation& operation);
void putSpaces(Out& out, const std::vector<SpaceInfo>& spaces);

/// Nothing for a kind that this version does not know.
[[nodiscard]] std::optional<RowPatch> readPatch(const In& in);
[[nodiscard]] std::optional<NumberedRow> readNumbered(const In& in);
[[nodiscard]] std::optional<Operation> readOperation(const In& in);
[[nodiscard]] std::vector<SpaceInfo> readSpaces(const In& in);

/// The kind of a word such as "contact_point": the name of its table.
[[nodiscard]] std::optional<Kind> kindOf(std::string_view word);

}  // namespace kith::sync
