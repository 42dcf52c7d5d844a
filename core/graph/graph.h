// Who knows whom, in memory: an immutable snapshot that is cheap to change into the next.
#pragma once

#include <kith/base/id.h>
#include <kith/graph/tie_strength.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace kith::graph {

class Graph;
using GraphPtr = std::shared_ptr<const Graph>;

/// People to add or to change (by flags; kGone removes them with their ties), and ties to set anew.
struct GraphEdit {
    struct Person {
        Id id;
        PersonFlags flags;
    };
    struct Pair {
        Id a;
        Id b;
        std::optional<TieParts> parts;  ///< all that is known of the two, seen from `a`; nothing: no tie any more
    };
    std::vector<Person> people{};
    std::vector<Pair> pairs{};

    [[nodiscard]] bool empty() const { return people.empty() && pairs.empty(); }
};

/// What a graph takes, in bytes.
struct GraphMemory {
    std::size_t people = 0;  ///< 21 a person: id 16, first tie 4, flags 1
    std::size_t arcs = 0;  ///< 8 for each end of a tie
    std::size_t overlay = 0;  ///< what changed since the base was made
    [[nodiscard]] std::size_t all() const { return people + arcs + overlay; }
};

/// An undirected graph of people. A Graph never changes: queries hold a GraphPtr on whatever thread they like, and
/// edited() makes the next snapshot beside them. Two snapshots share everything that is the same in both.
///
/// The base is compressed sparse rows over people in order of id: for each the range of its arcs, in order of `to`.
/// A person whose ties changed has a whole row of their own in the overlay, and new people are numbered behind those of
/// the base. The overlay is folded into a new base once it has more than 1,024 rows and a 64th of the people, or more
/// than 65,536 arcs and a sixteenth of the arcs: then copying it at each edit costs less than the folds it saves.
///
/// Memory: 21 bytes a person and 16 a tie (8 for each end); 10 M ends of ties between 1 M people take 101 MB.
class Graph {
public:
    /// Nobody.
    Graph();
    struct Base;

    /// Numbers of all people are below; those removed since the last fold are among them (flags().isGone()).
    [[nodiscard]] Node nodeCount() const { return static_cast<Node>(people_->flags.size()); }
    /// Ends of ties: twice the number of ties.
    [[nodiscard]] std::size_t arcCount() const { return arcCount_; }
    /// O(log people).
    [[nodiscard]] std::optional<Node> find(const Id& id) const;
    [[nodiscard]] const Id& idOf(Node node) const
    {
        return node < baseCount_ ? baseIds_[node] : people_->added[node - baseCount_];
    }
    [[nodiscard]] PersonFlags flags(Node node) const { return people_->flags[node]; }
    /// All of one byte each, by node.
    [[nodiscard]] std::span<const PersonFlags> allFlags() const { return people_->flags; }
    /// Everybody who is a colleague and may introduce, ascending.
    [[nodiscard]] std::span<const Node> introducers() const { return people_->introducers; }

    /// The ties of a person in order of `to`, dashed ones among them; nobody twice and never themselves. O(1), in the
    /// overlay O(log rows of it).
    [[nodiscard]] std::span<const Arc> arcs(Node node) const
    {
        const std::size_t word = node / 64;
        if (word < touched_.size() && (touched_[word] >> (node % 64) & 1) != 0) return patched(node);
        return node < baseCount_ ? std::span(baseArcs_ + offsets_[node], baseArcs_ + offsets_[node + 1])
                                 : std::span<const Arc>{};
    }
    /// The tie between two people; null when there is none. O(log ties of a).
    [[nodiscard]] const Arc* between(Node a, Node b) const;

    [[nodiscard]] GraphMemory memory() const;
    [[nodiscard]] bool hasOverlay() const { return !patches_.empty() || !people_->added.empty(); }

    /// The graph after an edit. People who are not there, or gone, and ties of somebody with themselves are left out;
    /// of several edits of the same two people the last counts. O(ties of those touched + rows of the overlay), and
    /// when it folds O(people + arcs).
    [[nodiscard]] GraphPtr edited(const GraphEdit& edit) const;
    /// The same with an empty overlay; gone people are forgotten and everybody has a new number. O(people + arcs).
    [[nodiscard]] GraphPtr folded() const;

private:
    friend class GraphBuilder;
    using Row = std::shared_ptr<const std::vector<Arc>>;

    struct Patch {
        Node node = kNobody;
        Row row;
    };
    struct People {
        std::vector<PersonFlags> flags;
        std::vector<Id> added;  ///< those behind the base, in order of their numbers
        std::vector<Node> addedById;  ///< the same in order of id
        std::vector<Node> introducers;
        void listIntroducers();
    };

    explicit Graph(std::shared_ptr<const Base> base, std::vector<PersonFlags> flags);
    [[nodiscard]] std::span<const Arc> patched(Node node) const;
    [[nodiscard]] bool wantsFolding() const;
    void editPeople(const std::vector<GraphEdit::Person>& people, std::vector<Node>& gone);
    void setRow(Node node, std::vector<Arc> row);
    void removeTiesOf(const std::vector<Node>& gone);
    void setPairs(const std::vector<GraphEdit::Pair>& pairs);

    std::shared_ptr<const Base> base_;
    // Of the base, so that a query follows one pointer less.
    Node baseCount_ = 0;
    const Id* baseIds_ = nullptr;
    const std::uint32_t* offsets_ = nullptr;
    const Arc* baseArcs_ = nullptr;

    std::shared_ptr<const People> people_;
    std::vector<std::uint64_t> touched_;  ///< a bit for each person with a row in the overlay; empty when there is none
    std::vector<Patch> patches_;  ///< by node
    std::size_t patchedArcs_ = 0;
    std::size_t arcCount_ = 0;
};

}  // namespace kith::graph
