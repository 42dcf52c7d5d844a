// Forgetting somebody everywhere. Private to this folder.
#pragma once

#include "entry_book.h"

namespace kith::server {

struct Erased {
    Id erasure;
    std::int64_t rows = 0;
    std::vector<std::string> fingerprints;
};

/// The person and whoever was merged with them (same_person.h), as far as they are here.
[[nodiscard]] Answer<std::vector<Id>> recordsOf(Database& db, EntryBook& book, std::int64_t org, const Id& person);

/// Erases a person who is here, with their other records, and everything that belongs to them, in every space: contact
/// points, ties, notes of conversations in which nobody else but colleagues took part, reminders, pay expectations,
/// conflicts. Keeps the keyed fingerprints of their contact points, and asks every device that may hold a byte of it to
/// forget it, too.
[[nodiscard]] Answer<Erased> erasePerson(Core& core, Database& db, Announcement& announcement, std::int64_t org,
                                         std::string_view fingerprintKey, const Id& person, std::int64_t number);
/// After the commit: sees to it that the embedded database's files do not hold it either.
void scrub(Core& core);

[[nodiscard]] Answer<void> confirmErasures(Database& db, const Id& device, const std::vector<Id>& erasures);
/// Adds to a reply what the device has not confirmed; `hidden` are those in spaces that it may not read any more.
[[nodiscard]] Answer<void> openErasures(Database& db, const Id& device, sync::PullReply& reply,
                                        std::vector<Id>& hidden);

/// An erasure's rows as they are kept.
[[nodiscard]] std::string rowsToText(const std::vector<std::pair<Kind, Id>>& rows);
[[nodiscard]] std::vector<std::pair<Kind, Id>> rowsFromText(std::string_view text);

}  // namespace kith::server
