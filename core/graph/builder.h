// Makes a graph from all people and all ties at once.
#pragma once

#include <kith/graph/graph.h>

#include <cstdint>
#include <vector>

namespace kith::graph {

/// What was left out of a graph, or joined.
struct BuildNotes {
    std::size_t toThemselves = 0;  ///< ties of somebody with themselves
    std::size_t toNobody = 0;  ///< ties with somebody who is not there
    std::size_t joined = 0;  ///< items for two people who had one already, whichever was first
    friend bool operator==(const BuildNotes&, const BuildNotes&) = default;
};

/// People first, then ties: as many items for the same two people as there are, in any order (TieParts::join).
/// O(people log people + ties). While building, 32 bytes an item are used besides the people and the rows
/// that come out.
class GraphBuilder {
public:
    GraphBuilder() = default;
    GraphBuilder(std::size_t people, std::size_t items);

    /// Somebody who was added already gets the new flags; whoever is gone is left out.
    void addPerson(const Id& id, PersonFlags flags);
    /// `parts` seen from `a`; without marks it is no tie.
    void addTie(const Id& a, const Id& b, const TieParts& parts);

    /// Leaves the builder empty.
    [[nodiscard]] GraphPtr build();
    /// Of everything since the builder was made.
    [[nodiscard]] const BuildNotes& notes() const { return notes_; }

private:
    /// One item, from the person of the smaller number.
    struct Item {
        Node low = kNobody;
        Node high = kNobody;
        TieParts parts;
    };
    static_assert(sizeof(Item) == 16);
    struct Waiting {
        Id a;
        Id b;
        TieParts parts;
        std::size_t slotA = 0;
        std::size_t slotB = 0;
    };

    void grow();
    void settle();
    [[nodiscard]] std::size_t firstSlot(const Id& id) const;
    [[nodiscard]] Node numberAt(std::size_t slot, const Id& id) const;
    void sortPeople();
    void joinItems();
    [[nodiscard]] std::shared_ptr<Graph::Base> rows();

    std::vector<Id> ids_;
    std::vector<PersonFlags> flags_;
    std::vector<Node> slots_;  ///< open addressing from ids to their numbers; a power of two, at most half full
    /// Ties whose ends are looked up together: each look-up misses the cache twice, and several miss at once.
    std::vector<Waiting> waiting_;
    std::vector<Item> items_;
    BuildNotes notes_;
};

}  // namespace kith::graph
