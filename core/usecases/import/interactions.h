// Interactions of a file beside those that are known.
#pragma once

#include <kith/usecases/import/finder.h>
#include <kith/usecases/import/planning.h>

#include <map>
#include <tuple>
#include <unordered_map>

namespace kith::importing {

class InteractionBook {
public:
    explicit InteractionBook(const Planning& planning) : planning_(planning) { }

    /// Plans the interaction unless the same one is known: same instant, channel, text and participants.
    /// `people` are distinct and not empty.
    void take(PlannedRecord& record, const exchange::InteractionRecord& said, const std::vector<Id>& people);

private:
    struct Known {
        Id id;
        std::string text;
        std::vector<Id> people;  ///< sorted; read when needed
        bool complete = false;
    };
    using Key = std::pair<Instant, Channel>;
    using Shelf = std::multimap<Key, Known>;
    [[nodiscard]] Shelf& of(const Id& person);

    const Planning& planning_;
    /// By the first participant in order of id, so that each interaction is looked for in one place.
    std::unordered_map<Id, Shelf> shelves_;
};

}  // namespace kith::importing
