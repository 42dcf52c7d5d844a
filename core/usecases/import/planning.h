// What the parts of an import's planning share: the plan being written, names, and the verdict on a single fact.
#pragma once

#include <kith/usecases/import.h>
#include <kith/usecases/import/reading.h>

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kith::importing {

/// Organisations, areas, skills and tags by folded name: those of the workspace, and those the import makes.
class NamedRows {
public:
    NamedRows(const WorkspaceReader& reader, IdSource& ids, Edit& edit) : reader_(reader), ids_(ids), edit_(edit) { }

    /// Nil when there is none of this name.
    [[nodiscard]] Id find(Kind kind, std::string_view name);
    /// Makes it when there is none; nil for a name without a letter or digit.
    [[nodiscard]] Id obtain(Kind kind, const std::string& name);
    /// The name of a row found, made or referred to.
    [[nodiscard]] const std::string& nameOf(Kind kind, const Id& id);

private:
    Id& entry(Kind kind, const std::string& folded);

    const WorkspaceReader& reader_;
    IdSource& ids_;
    Edit& edit_;
    std::array<std::unordered_map<std::string, Id>, 4> known_;
    std::unordered_map<Id, std::string> names_;
};

/// What may happen to one fact when a file says something about it.
enum class Verdict : std::uint8_t { Same, Add, Change, KeepTyped, KeepNewer };

/// `wanted` nothing is Same: empty values erase nothing. A fact removed by hand is a typed fact.
[[nodiscard]] Verdict verdictOn(const Value& known, const std::optional<Stamp>& stamp, const Value& wanted, Date asOf);
[[nodiscard]] ImportDifference::What whatOf(Verdict verdict);

/// Whether the name of a reading is one that a known name may give way to at all: it shares a word with it, because an
/// address that somebody else has now must not rename a person.
[[nodiscard]] bool mayReplaceName(const Value& known, const Reading& reading);
/// Whether it does give way.
[[nodiscard]] bool replacesName(const Value& known, const std::optional<Stamp>& stamp, const Reading& reading,
                                Date asOf);

/// A row while a file is gone through: as the workspace has it, with what the file has changed so far.
struct KnownRow {
    static constexpr std::size_t kNoEdit = static_cast<std::size_t>(-1);

    Row row;
    std::size_t edit = kNoEdit;  ///< index of its edit in the plan
    std::uint32_t said = 0;  ///< bits of the fields that a line of this file has given
    bool fresh = false;  ///< made by this import
};

/// Writes into a plan.
class Planning {
public:
    Planning(const WorkspaceReader& from, IdSource& idSource, ImportPlan& into, Date day, exchange::Format ofFile,
             std::string ofRegion)
        : reader(from),
          ids(idSource),
          plan(into),
          names(from, idSource, into.edit),
          asOf(day),
          format(ofFile),
          region(std::move(ofRegion))
    {
    }

    /// Notes a difference and lets it turn an unchanged record into an update. A created record keeps only what was
    /// not taken: all the rest of it is new anyway.
    void note(PlannedRecord& record, ImportDifference difference) const;
    /// A row that this import makes, with its fields in the order of the table.
    [[nodiscard]] KnownRow make(Kind kind, std::vector<Value> values) const;
    /// Writes a field of a row whatever it says now.
    void write(KnownRow& known, FieldIndex field, const Value& value) const;
    /// Compares one field of a row with what the file says, and writes it when it is to be written. What a line of
    /// this file has said counts: a later line that says otherwise is not taken.
    Verdict settle(PlannedRecord& record, KnownRow& known, FieldIndex field, const Value& wanted,
                   std::string_view word) const;
    /// The value as the preview shows it.
    [[nodiscard]] static std::string shown(Kind kind, FieldIndex field, const Value& value);

    const WorkspaceReader& reader;
    IdSource& ids;
    ImportPlan& plan;
    mutable NamedRows names;
    Date asOf;
    exchange::Format format;
    std::string region;  ///< for phone numbers without a country code
};

}  // namespace kith::importing
