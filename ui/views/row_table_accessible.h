// What screen readers see of a RowTable: a table of named cells, made when asked for.
#pragma once

namespace kith::ui {

/// Makes Qt ask us for the accessible side of every RowTable. Doing it again changes nothing.
void installRowTableAccessibility();

}  // namespace kith::ui
