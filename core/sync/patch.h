// What travels between replicas: a row, whole or in part, with a stamp on everything it says.
#pragma once

#include <kith/domain/entity.h>
#include <kith/domain/stamp.h>
#include <kith/domain/value.h>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace kith::sync {

/// Who wrote something, and when. Ordered: the later write wins, the larger device id at the same time.
struct Written {
    HybridTime time;
    Id device;

    friend auto operator<=>(const Written&, const Written&) = default;
};

/// Values written together.
struct FieldGroup {
    Written by;
    Source source{};
    std::vector<std::pair<FieldIndex, Value>> fields{};

    friend bool operator==(const FieldGroup&, const FieldGroup&) = default;
};

/// Whether the row is there. A removal says how much of the row it had seen (the latest time on any of its fields), so
/// that an edit made meanwhile elsewhere is not removed unread: see mergeInto.
struct Presence {
    bool here = true;
    Written by;
    HybridTime saw{};  ///< of a removal; zero otherwise

    friend bool operator==(const Presence&, const Presence&) = default;
};

/// The space that a row is in; set when it is made and when it is moved.
struct Placing {
    Id space;
    Written by;

    friend bool operator==(const Placing&, const Placing&) = default;
};

/// Some or all of what is known of one row. Parts that it does not mention are left alone by a merge.
struct RowPatch {
    Kind kind{};
    Id id;
    std::optional<Placing> placing{};
    std::optional<Presence> presence{};
    std::vector<FieldGroup> groups{};

    friend bool operator==(const RowPatch&, const RowPatch&) = default;
};

/// What a writer saw in a field when it replaced it; zero time for a field that had never been set.
struct Seen {
    FieldIndex field = 0;
    HybridTime time{};
    Value value{};

    friend bool operator==(const Seen&, const Seen&) = default;
};

/// One row of one command of one device, as it is pushed. (device, seq) names it for ever: 1, 2, 3 … per device, taken
/// in the transaction of the edit.
struct Operation {
    std::int64_t seq = 0;
    RowPatch patch{};
    std::vector<Seen> seen{};

    friend bool operator==(const Operation&, const Operation&) = default;
};

}  // namespace kith::sync
