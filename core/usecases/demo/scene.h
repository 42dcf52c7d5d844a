// What the writers of demo rows share: who is who, what has an id already, and the command that is being filled.
#pragma once

#include <kith/domain/edit.h>
#include <kith/usecases/demo.h>
#include <kith/usecases/demo/cast.h>

#include <concepts>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace kith::demo {

struct Employer {
    Id id;
    std::string name;
    std::size_t city = 0;
};

struct Scene {
    Cast cast;
    Instant now;
    Date today;
    IdSource& ids;
    DemoSummary summary{};

    Id ownOrganisation{};
    std::vector<Id> areas{};  ///< as areas()
    std::vector<Employer> employers{};
    std::vector<std::vector<Id>> skills{};  ///< as fields() and their skills
    std::vector<Id> languages{};
    std::vector<Id> tags{};
    std::vector<Id> people{};  ///< those written so far, by index
    std::vector<std::string> colleagueNames{};  ///< as a note mentions them, by index

    std::unordered_set<std::string> takenNames{};  ///< only in a small workspace, where a double would stand out
    std::unordered_set<std::string> takenAddresses{};
    std::size_t mobiles = 0;
    std::vector<std::size_t> landlines{};  ///< numbers given out, by city

    [[nodiscard]] bool isSmall() const { return cast.people() <= 2000; }
};

/// Sets fields of a new row, leaving out what is empty.
class NewRow {
public:
    NewRow(Edit& edit, Kind kind, const Id& id) : row_(edit.put(kind, id)) { }
    NewRow& set(FieldIndex field, Value value)
    {
        if (!isNothing(value)) row_.fields.emplace_back(field, std::move(value));
        return *this;
    }
    template <class T>
        requires std::convertible_to<const T&, std::string_view>
    NewRow& set(FieldIndex field, const T& text)
    {
        return set(field, textValue(std::string(std::string_view(text))));
    }

private:
    RowEdit& row_;  // valid until the next row is put
};

/// Areas, organisations, skills, languages, tags.
void writeGround(Scene& scene, Edit& edit, std::string_view ownName);
/// A person with affiliations, contact points, skills, languages and tags; appends to scene.people.
void writePerson(Scene& scene, Edit& edit, std::size_t person);
/// Ties to people with smaller indices.
void writeTies(Scene& scene, Edit& edit, std::size_t person);
/// Interactions and reminders.
void writeHistory(Scene& scene, Edit& edit, std::size_t person);

}  // namespace kith::demo
