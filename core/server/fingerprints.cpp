#include "fingerprints.h"

#include "crypto.h"

#include <kith/domain/contact_key.h>

namespace kith::server {

std::string fingerprintOf(std::string_view key, const sync::Row& contactPoint)
{
    const auto kind = static_cast<ContactKind>(intOf(contactPoint.cells[contact_point::kind].value));
    if (toWord(kind).empty()) return {};
    const std::string comparable = contactKey(kind, textOf(contactPoint.cells[contact_point::value].value));
    if (comparable.empty()) return {};
    return macOf(key, std::string(toWord(kind)) + ':' + comparable);
}

std::string fingerprintOf(std::string_view key, const sync::RowPatch& patch, const sync::Row* present)
{
    sync::Row row = present != nullptr ? *present : sync::Row::empty(Kind::ContactPoint, patch.id);
    for (const sync::FieldGroup& group : patch.groups)
        for (const auto& [field, value] : group.fields)
            if (field < row.cells.size()) row.cells[field].value = value;
    return fingerprintOf(key, row);
}

}  // namespace kith::server
