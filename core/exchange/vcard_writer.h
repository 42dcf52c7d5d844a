// Writing people as vCard 4.0 (RFC 6350).
#pragma once

#include <kith/exchange/export_record.h>

#include <string>

namespace kith::exchange {

/// Appends one card. Lines end in CR LF and are folded at 75 octets between code points (section 3.2); values are
/// escaped (section 3.4); ties become RELATED with the other person's UID (urn:uuid). What vCard has no word for goes
/// into X-KITH- parameters (section 6.10), so that readVCards() gets the same person back.
void writeVCard(std::string& out, const ExportPerson& person);

/// All people of an export, one card each.
[[nodiscard]] std::string writeVCards(const ExportFile& file);

}  // namespace kith::exchange
