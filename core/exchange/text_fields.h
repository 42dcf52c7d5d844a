// Values from files, made fit for records: valid, trimmed, without control characters, each contact point once.
#pragma once

#include <kith/exchange/record.h>

#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

/// One line: runs of white space and control characters as one blank, trimmed.
[[nodiscard]] std::string oneLine(std::string_view text);
/// Several lines: CR LF and CR as LF, other control characters but tab left out, trimmed.
[[nodiscard]] std::string manyLines(std::string_view text);
/// Adds such lines below those that are there, unless they are a megabyte already: a crafted file must not fill
/// the memory.
void addLines(std::string& lines, std::string_view text);
/// The parts of a cell between ";", line ends and " ::: ", each as one line, empty ones left out.
[[nodiscard]] std::vector<std::string> listItems(std::string_view text);

// A record holds at most 1000 values of each of these lists.

/// Adds a contact point unless it is empty or there already; an empty label is filled from a later one.
void addContact(PersonRecord& person, ContactKind kind, std::string_view value, std::string_view label = {});
/// Adds a skill once; a level said later fills one that was not.
void addSkill(PersonRecord& person, std::string_view name, SkillLevel level);
void addTag(PersonRecord& person, std::string_view name);

/// "Rust (expert)" as Rust with its level; without a level that Kith knows the brackets belong to the name.
void addSkillText(PersonRecord& person, std::string_view text);
/// The other way round.
[[nodiscard]] std::string skillText(std::string_view name, SkillLevel level);

/// Fills in the name from given and family, or from the first e-mail address; false when the record names nobody.
[[nodiscard]] bool completeName(PersonRecord& person);

}  // namespace kith::exchange
