// What use cases share: limits with their sentences, looking rows up, and finding named things or making them.
#pragma once

#include <kith/domain/contact_key.h>
#include <kith/usecases/workspace.h>

#include <string>
#include <string_view>

namespace kith::edits {

/// Longest text of one field, in bytes.
inline constexpr std::size_t kMaxText = 1U << 20U;
/// Longest name, title, label or reason, in bytes.
inline constexpr std::size_t kMaxLine = 2000;

/// `what` begins the sentence: "The text", "The name".
[[nodiscard]] Result<void> checkText(std::string_view text, std::string_view what);
/// One line without white space at its ends and in valid UTF-8; BadInput when longer than kMaxLine.
[[nodiscard]] Result<std::string> oneLine(std::string_view text, std::string_view what);
/// 1900-01-01 to 2199-12-31.
[[nodiscard]] Result<void> checkDate(Date date, std::string_view what);
[[nodiscard]] Result<void> checkInstant(Instant at, std::string_view what);

/// The row, unless it is not there or was removed: then NotFound, "There is no such <what>."
[[nodiscard]] Result<Row> findRow(const MatchQueries& reader, Kind kind, const Id& id, std::string_view what);
[[nodiscard]] Result<Row> findPerson(const MatchQueries& reader, const Id& id);
[[nodiscard]] Value fieldOf(const Row& row, FieldIndex field);
/// Rows that refer to `target` and were not removed.
[[nodiscard]] std::vector<Row> rowsOf(const MatchQueries& reader, Kind kind, FieldIndex field, const Id& target);

/// What other records of the same person say as well (same_person.h), which is shown once and so goes and changes
/// together: a contact point, a skill, a tag. `person` is the field that names whose the row is.
[[nodiscard]] std::vector<Row> twinsOf(const Services& services, const Row& row, FieldIndex person);
/// All records of a person, whoever of them is asked for; the one who is shown first.
[[nodiscard]] std::vector<Id> recordsOf(const WorkspaceReader& reader, const Id& person);

/// "typed", today.
[[nodiscard]] Source typedToday(const Services& services);
[[nodiscard]] Date today(const Services& services);
/// The person who sits here; nil when not set, or when that person is gone.
[[nodiscard]] Id me(const Services& services);

/// An edit typed today, without rows yet.
[[nodiscard]] Edit typedEdit(const Services& services, CommandKind command, std::string subject);
/// The same for a command about a person, whose name is its subject; NotFound when they are not there.
[[nodiscard]] Result<Edit> typedEditOf(const Services& services, CommandKind command, const Id& person);
/// Removes a row that belongs to a person, and its twins, as one command. `what` as for findRow.
[[nodiscard]] Result<ChangeSet> removePartOf(Services& services, CommandKind command, Kind kind, FieldIndex person,
                                             const Id& id, std::string_view what);

/// The country by which phone numbers without a country code are read.
[[nodiscard]] std::string region(const Services& services);
/// A contact point as it is kept: one clean line; BadInput when it is none of its kind.
[[nodiscard]] Result<std::string> checkedContact(const Services& services, ContactKind kind, std::string_view value);

/// The organisation, area, skill or tag of this name: one that exists, one that this edit makes, or a new one which is
/// put into the edit. Nil for an empty name. All four kinds have their name as field 0.
[[nodiscard]] Id namedOrNew(Services& services, Edit& edit, Kind kind, const std::string& name);

/// BadInput unless the value has the type that the table of fields asks for; enumerations and flags are checked
/// against their words, dates and instants against 1900-2200, texts against kMaxText.
[[nodiscard]] Result<Value> checkedValue(Kind kind, FieldIndex field, const Value& value);

}  // namespace kith::edits
