// One person while the records of a file about them are gone through.
#pragma once

#include <kith/usecases/import/matcher.h>
#include <kith/usecases/import/positions.h>

#include <functional>
#include <optional>
#include <set>
#include <utility>

namespace kith::importing {

class PersonDraft {
public:
    /// `person` is nil for somebody new. The readings are all of the file about this person.
    PersonDraft(const Planning& planning, const Id& person, std::vector<const Reading*> readings);

    /// Compares a record with the person and writes what is new; `record.action` is Create for the first record of a
    /// new person and Unchanged otherwise.
    void take(PlannedRecord& record, const Reading& reading);
    [[nodiscard]] const Id& id() const { return id_; }
    [[nodiscard]] bool isNew() const { return fresh_; }

private:
    struct KnownSkill {
        Id skill;
        KnownRow known;
    };
    void create(const Reading& reading);
    void takeFields(PlannedRecord& record, const Reading& reading);
    /// Replaces a name by a related one only: an address that somebody else has now must not rename a person.
    void takeName(PlannedRecord& record);
    void takeFacets(PlannedRecord& record);
    /// What all records of the file about the person say.
    [[nodiscard]] Facets saidFacets() const;
    /// Whether a person removed the row by hand that would say this again; notes it.
    [[nodiscard]] bool wasRemoved(PlannedRecord& record, Kind kind, FieldIndex owner, std::string_view word,
                                  const std::string& said, const std::function<bool(const Row&)>& isIt) const;
    /// A telephone of two namesakes would tell neither from the other.
    [[nodiscard]] bool hasNamesake(const std::vector<Id>& people) const;
    void takeContacts(PlannedRecord& record, const Reading& reading);
    void takeSkills(PlannedRecord& record, const exchange::PersonRecord& said);
    void takeTags(PlannedRecord& record, const exchange::PersonRecord& said);

    const Planning& planning_;
    bool fresh_;
    Id id_;
    KnownRow row_;
    std::vector<const Reading*> readings_;
    const Reading* name_ = nullptr;  ///< the one with the fullest name
    std::optional<Positions> positions_;
    std::set<std::pair<ContactKind, std::string>> contacts_;
    std::optional<std::vector<KnownSkill>> skills_;
    std::optional<std::vector<Id>> tags_;
};

/// The notes of a record as they are kept: its text, and where the file says the person was found.
[[nodiscard]] std::string aboutOf(const exchange::PersonRecord& record);

}  // namespace kith::importing
