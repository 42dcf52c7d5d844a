// Ties while an import is planned: those known, and those it makes.
#pragma once

#include <kith/usecases/import/planning.h>

#include <map>
#include <optional>
#include <tuple>
#include <unordered_set>

namespace kith::importing {

struct SaidTie {
    Id a;
    Id b;
    TieKind kind{};
    std::optional<double> strength{};
    std::optional<Date> since{};
    std::string note{};
};

class TieBook {
public:
    explicit TieBook(const Planning& planning) : planning_(planning) { }

    /// Adds the tie, or completes the one that is known. Returns its id and whether it is new. `fresh` says that this
    /// import makes one of the two people, so that nothing can be known yet.
    std::pair<Id, bool> take(PlannedRecord& record, const SaidTie& tie, bool fresh, std::string_view word);

private:
    using Key = std::tuple<Id, Id, TieKind>;
    [[nodiscard]] static Key keyOf(const Id& a, const Id& b, TieKind kind);
    void load(const Id& person);

    const Planning& planning_;
    std::unordered_set<Id> loaded_;
    std::map<Key, KnownRow> known_;
};

}  // namespace kith::importing
