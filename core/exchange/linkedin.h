// LinkedIn's own export of somebody's connections (Connections.csv).
#pragma once

#include <kith/base/error.h>
#include <kith/exchange/record.h>

#include <string_view>

namespace kith::exchange {

/// The header line names "First Name", "Last Name" and "Connected On", perhaps below a preamble of notes.
[[nodiscard]] bool looksLikeLinkedIn(std::string_view text);

/// Reads, as LinkedIn has written it since 2019 (Help article "Export your connections"):
///
///     Notes:
///     "When exporting your connection data, you may notice that some of the email addresses are missing. …"
///     (blank line)
///     First Name,Last Name,URL,Email Address,Company,Position,Connected On
///     Ana,Lima,https://www.linkedin.com/in/ana-lima,,Acme,Engineer,12 Mar 2024
///
/// Columns in any order; older exports without URL too. Connections whose name LinkedIn withholds are rejected with a
/// reason. `text` is UTF-8. BadInput when there is no such header line.
[[nodiscard]] Result<ParsedFile> readLinkedIn(std::string_view text);

}  // namespace kith::exchange
