// vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350): reading contacts.
#pragma once

#include <kith/base/error.h>
#include <kith/exchange/record.h>

#include <string_view>

namespace kith::exchange {

/// Reads every card of a file. What becomes what:
///  - FN, or N when there is none -> name; N -> given, family; ORG, TITLE, ROLE -> the current position
///  - EMAIL, TEL, URL, X-SOCIALPROFILE, IMPP and other X- messengers -> contact points, TYPE or X-ABLabel as label
///  - ADR -> city; NOTE -> about; CATEGORIES -> tags; UID -> uid; RELATED, X-ABRELATEDNAMES -> related
///  - EXPERTISE (RFC 6715) and LANG -> skills; X-KITH-* parameters and properties carry what vCard has no word for
///  - BDAY, GENDER, PHOTO, KEY and the like are passed over: Kith does not collect them
/// Understands folding, quoted-printable with soft line breaks, CHARSET, groups (item1.EMAIL), nested 2.1 agents and
/// old line ends. A card that is cut off, names nobody, or is of KIND org, group or location is rejected with a reason.
///
/// `bytes` is the file as it is: 2.1 cards name their charset property by property. Properties longer than 1 MiB are
/// passed over when they are pictures and reject the card otherwise. BadInput when no card begins, or for binary files.
/// O(length).
[[nodiscard]] Result<ParsedFile> readVCards(std::string_view bytes);

}  // namespace kith::exchange
