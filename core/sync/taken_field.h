// What a merge wrote over in the person who is shown: the text that its link keeps (PROTOCOL.md, "Merged people").
#pragma once

#include <kith/domain/entity.h>
#include <kith/domain/value.h>

#include <string>
#include <string_view>
#include <vector>

namespace kith::sync {

/// A field of Kind::Person in which the merged one's value was taken.
struct TakenField {
    FieldIndex field = 0;
    Value before;  ///< of the one who is shown
    Value after;  ///< of the one who was merged into them

    friend bool operator==(const TakenField&, const TakenField&) = default;
};

[[nodiscard]] std::string takenToText(const std::vector<TakenField>& taken);
/// Reads what takenToText wrote. Lines that cannot be read are left out.
[[nodiscard]] std::vector<TakenField> takenFromText(std::string_view text);

}  // namespace kith::sync
