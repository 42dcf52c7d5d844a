// Port: look-ups by which an import recognises what the workspace already knows, and single rows with their stamps.
#pragma once

#include <kith/base/error.h>
#include <kith/domain/change.h>

#include <functional>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace kith {

/// A row as the store keeps it. Values and stamps are by field index; a field never set has no stamp.
struct Row {
    Kind kind{};
    Id id;
    Id space;
    bool removed = false;
    std::vector<Value> values;
    std::vector<std::optional<Stamp>> stamps;
};

class MatchQueries {
public:
    virtual ~MatchQueries() = default;

    /// People who have a contact point with this key (contact_key.h). O(log n).
    [[nodiscard]] virtual std::vector<Id> peopleByContact(ContactKind kind, std::string_view key) const = 0;
    /// People whose folded name (fold.h) is exactly this. O(log n + hits).
    [[nodiscard]] virtual std::vector<Id> peopleByFoldedName(std::string_view folded) const = 0;
    /// Folded names of all organisations of a person, current and past.
    [[nodiscard]] virtual std::vector<std::string> foldedOrganisationsOf(const Id& person) const = 0;
    /// The organisation, area, skill or tag with this folded name.
    [[nodiscard]] virtual std::optional<Id> namedRow(Kind kind, std::string_view folded) const = 0;
    [[nodiscard]] virtual std::optional<Row> row(Kind kind, const Id& id) const = 0;
    /// The person who is shown in the place of this one: themselves, unless they were merged into somebody
    /// (same_person.h). O(log n).
    [[nodiscard]] virtual Id shownFor(const Id& person) const { return person; }
    /// The records that somebody who is shown stands for, their own not among them.
    [[nodiscard]] virtual std::vector<Id> mergedInto(const Id& /*person*/) const { return {}; }
    /// Rows of a kind whose reference field is `target`: contact points of a person, participants of an interaction …
    /// Those of a person are the rows of every record that was merged with theirs, except for Kind::SamePerson.
    [[nodiscard]] virtual std::vector<Row> rowsReferring(Kind kind, FieldIndex field, const Id& target) const = 0;
    /// Rows of a kind whose reference field is `target` and that a person removed by hand, so that an import does not
    /// bring them back. Rows that went with an undo or with an import taken back are not among them. Of a person: as
    /// above.
    [[nodiscard]] virtual std::vector<Row> rowsRemovedByHand(Kind kind, FieldIndex field, const Id& target) const = 0;
    /// Calls `visit` for every row of a kind that is not removed, in order of creation; stops when it returns false.
    virtual void forEachRow(Kind kind, const std::function<bool(const Row&)>& visit) const = 0;
};

}  // namespace kith
