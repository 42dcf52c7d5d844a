// What is computed from replicated rows and kept beside them: the summary and the search text of each person.
// Private to this folder.
#pragma once

#include "row_store.h"

#include <unordered_map>
#include <unordered_set>

namespace kith::store {

/// Collects whom a command touches and brings their derived rows up to date at its end, inside its transaction.
class Derived {
public:
    explicit Derived(sqlite::Connection& connection) : connection_(connection) { }

    /// Takes note of a written row. `before` is null for a new one.
    void note(Kind kind, const Id& id, const StoredRow* before, const StoredRow& after);
    Result<void> refresh();
    void forget();
    /// Builds everything anew: after a restore from an older format, and for `check --repair`.
    Result<void> rebuild();

private:
    struct Touch {
        bool text = false;  ///< names, roles, skills, contact points
        bool contact = false;  ///< interactions
        bool fresh = false;  ///< the person was created by this command
    };

    void touchText(const Id& person);
    void touchContact(const Id& person);
    Result<void> spreadNames();
    Result<void> spreadInteractions();
    Result<void> refreshPerson(const Id& person, const Touch& touch);
    Result<void> refreshText(const Id& person, std::int64_t rid, const std::string& name, const std::string& city,
                             bool fresh);
    Result<void> refreshContact(const Id& person, std::int64_t rid);

    sqlite::Connection& connection_;
    std::unordered_map<Id, Touch> people_;
    std::unordered_map<Id, Kind> named_;  ///< renamed organisations, areas and skills
    std::unordered_set<Id> interactions_;
};

}  // namespace kith::store
