// The graph of who knows whom, made from the workspace and kept current from what changes in it.
#pragma once

#include <kith/graph/graph.h>
#include <kith/usecases/network_queries.h>
#include <kith/usecases/workspace.h>

#include <mutex>
#include <stop_token>

namespace kith {

/// Which people and pairs a ChangeSet may have changed.
struct NetworkTouch {
    std::vector<Id> people;  ///< ascending, each once
    std::vector<graph::IdPair> pairs;  ///< the same; people who are touched may be among them
    /// A changed row is gone for good, so that nobody knows whom it was about: the graph must be made anew.
    bool lost = false;

    [[nodiscard]] bool empty() const { return people.empty() && pairs.empty() && !lost; }
};

/// What of a ChangeSet touches the graph:
///   Person       created, removed, restored: the person and all their pairs, for what belongs to somebody may come
///   from
///                the server before them; changed facets or approach: the person
///   Tie          its two ends, unless nothing but its note or day changed
///   Participant  all pairs of the interaction: how many took part counts for each
///   Interaction  all pairs of it, unless nothing but its text or minutes changed
///   SamePerson   everything: who has which ties cannot be told from one row any more
///   others       nothing
/// An interaction in which more than four hundred take part, or did, would touch too many pairs: it makes the graph
/// anew. O(rows + pairs touched), a look-up for each row.
[[nodiscard]] NetworkTouch touchedBy(const ChangeSet& changes, const NetworkQueries& queries);

/// Contract: load() and apply() are called by one thread at a time, with a reader of that thread; snapshot() by any
/// thread at any time. A query works on the snapshot it took, whatever is applied meanwhile. What is applied is read
/// from the workspace as it is then, so a ChangeSet that comes twice, late or while load() was reading does no harm, as
/// long as each comes at least once after its command.
///
/// Strengths are as of the day they were computed. They fade by at most 1 % a day, so a graph is made anew on
/// the first occasion of another day (stale()) and needs no nightly job.
class Network {
public:
    Network();

    /// Makes the graph from everything; until it is done, and when it fails or is stopped (Cancelled), the one before
    /// stays. O(people log people + ties + pairs).
    [[nodiscard]] Result<void> load(const NetworkQueries& queries, Instant now, Date today,
                                    const std::stop_token& stop = {});
    /// Carries a ChangeSet into the graph; false when nothing in it touches the graph. Loads anew when a row is gone
    /// for good, or when the rows or the pairs touched are more than 20,000 and more than an eighth of all ties: an
    /// import. Before the first load() it does nothing. O(touched).
    [[nodiscard]] Result<bool> apply(const ChangeSet& changes, const NetworkQueries& queries, Instant now, Date today,
                                     const std::stop_token& stop = {});

    /// Never null; empty before the first load().
    [[nodiscard]] graph::GraphPtr snapshot() const;
    [[nodiscard]] bool loaded() const;
    /// Whether load() is due: never loaded, or on another day.
    [[nodiscard]] bool stale(Date today) const;

private:
    void publish(graph::GraphPtr graph, Date day);

    mutable std::mutex mutex_;
    graph::GraphPtr graph_;
    std::optional<Date> day_;
};

/// What forbids to go through a person on a day, and what they are to us.
[[nodiscard]] graph::PersonFlags networkFlags(const NetworkPerson& person, Date today);
/// All that is known of two people as the graph holds it, seen from `a`; nothing when they have nothing together.
[[nodiscard]] std::optional<graph::TieParts> networkTie(const Id& a, const NetworkPair& pair, Instant now);

}  // namespace kith
