// Whom a row is about, for lists of rows of every kind: what was refused, what contradicts.
#pragma once

#include <kith/usecases/workspace.h>

#include <string>

namespace kith {

struct RowAbout {
    Id person{};  ///< nil when it is about nobody
    std::string name{};  ///< the person's, else the row's own; empty when there is none, or its owner is gone
};

/// The person itself, the row's owner, or the first who took part and does not sit here.
[[nodiscard]] RowAbout rowAbout(const WorkspaceReader& reader, const Row& row);

}  // namespace kith
