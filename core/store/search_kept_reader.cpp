// The search index that is kept in the file.
#include <kith/store/reader.h>

#include "compress.h"
#include "kept_search.h"

namespace kith::store {

std::size_t Reader::keptPieces(std::string_view format) const
{
    auto row = connection_.prepare("SELECT value FROM meta WHERE key = 'kept_search'");
    if (!row.next()) return 0;
    const auto pieces = static_cast<std::size_t>(connection_.number("SELECT count(*) FROM kept_search"));
    return row.textView(0) == KeptSearch::label(format, pieces) ? pieces : 0;
}

Result<std::string> Reader::keptPiece(std::size_t number) const
{
    auto row = connection_.query("SELECT piece FROM kept_search WHERE number = ?", static_cast<std::int64_t>(number));
    if (!row.next()) return fail(ErrorCode::NotFound, "A piece of the kept search index is missing.");
    return unpack(row.blob(0));
}

std::vector<std::uint32_t> Reader::touchedSinceKept() const
{
    std::vector<std::uint32_t> people;
    auto rows = connection_.prepare("SELECT person FROM behind_search ORDER BY person");
    while (rows.next()) people.push_back(static_cast<std::uint32_t>(rows.integer(0)));
    return people;
}

}  // namespace kith::store
