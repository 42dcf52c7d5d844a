// What is computed from replicated rows and kept beside them: the summary and the search text of each person,
// and who is shown in whose place. Private to this folder.
#pragma once

#include "row_store.h"
#include "same_people_keeper.h"

#include <kith/domain/warmth.h>

#include <functional>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace kith::store {

/// Collects whom a command touches and brings their derived rows up to date at its end, inside its transaction.
class Derived {
public:
    /// Called now and then with how many people are done and how many there are; fails to stop.
    using Progress = std::function<Result<void>(std::size_t done, std::size_t all)>;

    explicit Derived(sqlite::Connection& connection) : connection_(connection), same_(connection) { }

    /// Takes note of a written row. `before` is null for a new one.
    void note(Kind kind, const Id& id, const StoredRow* before, const StoredRow& after);
    /// The same for a row that came from elsewhere: what belongs to it may have come before it.
    void noteArrived(Kind kind, const Id& id, const StoredRow* before, const StoredRow& after);
    /// Somebody's text changed otherwise than by a row of the command.
    void touchText(const Id& person);
    Result<void> refresh(const Progress& progress);
    /// Forgets a person whose row goes for good, by its rid.
    Result<void> drop(std::int64_t rid);
    /// Rewrites the search index, so that nothing of rows that went is left in it. O(index).
    Result<void> compact();
    void forget();
    /// Builds everything anew: after a restore from an older format, and for `check --repair`.
    Result<void> rebuild();

private:
    /// The columns of person_text, and the row of the affiliation in it.
    struct Text {
        std::string name, work, city, skills, contact;
        std::optional<std::int64_t> affiliation;
    };
    /// A person made by this command whose parts were all made by it too: their text needs no look-up.
    struct NewPerson {
        std::int64_t rid = 0;
        Text text;
        std::optional<std::int64_t> since;  ///< of the affiliation in the text
    };
    struct Touch {
        bool text = false;  ///< names, roles, skills, contact points
        bool contact = false;  ///< interactions, in whatever way
        std::vector<Id> came{};  ///< those that they took no part in before, and nothing else
        bool fresh = false;  ///< the person was created by this command
        std::unique_ptr<NewPerson> made{};
    };

    /// Who takes part in an interaction and did not before.
    struct Arrival {
        std::vector<Id> people;
        bool all = false;  ///< the interaction itself came after some of them
    };

    void touchContact(const Id& person);
    void notePerson(const Id& id, const StoredRow* before, const StoredRow& after);
    void notePart(Kind kind, const Id& person, const StoredRow* before, const StoredRow& after);
    void addTo(NewPerson& person, Kind kind, const StoredRow& part);
    [[nodiscard]] const std::string& nameOf(Kind kind, const Id& id);
    Result<void> spreadMerges();
    Result<void> spreadNames();
    Result<void> spreadColleagues();
    Result<void> spreadInteractions();
    Result<void> spreadArrivals();
    /// Whoever is not shown has no summary; what touched them touches the one who is.
    Result<void> passOnTouches();
    Result<void> refreshPerson(const Id& person, const Touch& touch);
    Result<void> insertText(std::int64_t rid, const Text& text);
    Result<Text> readText(const Id& person) const;
    void noteParticipant(const StoredRow* before, const StoredRow& after);
    Result<void> refreshContact(const Id& person, std::int64_t rid, const Touch& touch);
    Result<void> recountContacts(const Id& person, std::int64_t rid, bool wereMany);
    Result<void> addContact(const Id& person, std::int64_t rid, const Id& interaction);
    /// In colleague_contact, for whoever has many contacts.
    Result<void> keepColleague(std::int64_t rid, const Contact& contact);
    Result<void> keepBasis(std::int64_t rid, const WarmthBasis& basis, const Id& heldBy, bool many);

    sqlite::Connection& connection_;
    SamePeopleKeeper same_;
    std::unordered_map<Id, Touch> people_;
    std::unordered_map<Id, Kind> named_;  ///< renamed organisations, areas and skills
    std::unordered_map<Id, std::string> names_;  ///< folded, of organisations, areas and skills
    std::unordered_set<Id> colleagues_;  ///< who became a colleague, or is one no more
    std::unordered_set<Id> interactions_;
    std::unordered_map<Id, Arrival> arrivals_;  ///< by interaction
};

}  // namespace kith::store
