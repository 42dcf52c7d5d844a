// Ties between two people.
#pragma once

#include <kith/usecases/workspace.h>

#include <optional>
#include <string>

namespace kith {

struct TieInput {
    Id a{};  ///< who referred, manages or introduced, for the kinds that have a direction
    Id b{};
    TieKind kind = TieKind::Knows;
    std::optional<double> strength{};  ///< 0-1
    std::optional<Date> since{};
    std::string note{};
};

/// Whether a tie of this kind reads differently from its other end (referred, manages, introduced).
[[nodiscard]] bool hasDirection(TieKind kind);

/// Ties two people, or sets what is given on the tie of that kind that they already have; kinds without a direction
/// are the same tie from both ends. BadInput: a tie to oneself, a strength outside 0-1, a date outside 1900-2200.
class AddTie {
public:
    explicit AddTie(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const TieInput& input) const;

private:
    Services& services_;
};

class RemoveTie {
public:
    explicit RemoveTie(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& tie) const;
    /// All ties between two people, or those of one kind; NotFound when there are none.
    [[nodiscard]] Result<ChangeSet> run(const Id& a, const Id& b, std::optional<TieKind> kind = std::nullopt) const;

private:
    Services& services_;
};

}  // namespace kith
