#include "columns.h"

#include <kith/domain/entity.h>

namespace kith::store {

Source partSource(const Interned& interned, const sqlite::Statement& statement, int column, FieldIndex field)
{
    const StampEntries stamps = decodeStamps(statement.blob(column));
    const StampEntry* entry = stampOf(stamps, field);
    if (entry == nullptr && !stamps.empty()) entry = &stamps.front();
    return entry != nullptr ? interned.source(entry->source) : Source{};
}

}  // namespace kith::store
