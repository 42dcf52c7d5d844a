// `export --format csv`: people as a table that `import --kind people` reads again.
#pragma once

#include <kith/exchange/export_record.h>

#include <string>

namespace kith::exchange {

/// UTF-8 with a byte order mark (spreadsheets need it), RFC 4180, formulas defused. Columns: name, first name, last
/// name, title, organisation, area, city, email, phone, url, skills, facets, tags, note, warmth, band, last
/// interaction, id. Several values in a cell are separated by "; ".
[[nodiscard]] std::string writePeopleCsv(const ExportFile& file);

}  // namespace kith::exchange
