// Who is who in a demo workspace: decided by index and seed alone, so that nothing needs to be remembered.
#pragma once

#include <kith/usecases/demo/stories.h>
#include <kith/usecases/demo/work.h>

namespace kith::demo {

/// What is needed of one person to write about another.
struct Traits {
    Facets facets;
    std::size_t field = 0;
    std::size_t city = 0;
    std::size_t organisation = 0;  ///< of the invented ones; without meaning for colleagues
    std::size_t area = 0;  ///< a colleague's own, otherwise the one that would want the person
    Attention attention = Attention::Quiet;
    const Story* story = nullptr;
};

/// Colleagues come first, and index 0 is the one who sits here.
class Cast {
public:
    Cast(std::size_t people, std::uint64_t seed);

    [[nodiscard]] std::size_t people() const { return people_; }
    [[nodiscard]] std::size_t colleagues() const { return colleagues_; }
    [[nodiscard]] std::size_t organisations() const { return organisations_; }
    [[nodiscard]] bool isColleague(std::size_t person) const { return person < colleagues_; }

    /// Different streams of one person: what is decided in one does not shift another.
    enum class Stream : std::uint8_t { Traits, Facts, Ties, History };
    [[nodiscard]] Dice dice(std::size_t person, Stream stream) const;

    [[nodiscard]] Traits traits(std::size_t person) const;
    /// The colleague who tends a person; somebody else than the person.
    [[nodiscard]] std::size_t holder(std::size_t person, const Traits& traits, Dice& dice) const;
    /// Any colleague other than the one who sits here where there is one, rather one of the area asked for.
    [[nodiscard]] std::size_t someColleague(std::size_t area, Dice& dice) const;

private:
    std::size_t people_;
    std::size_t colleagues_;
    std::size_t organisations_;
    std::uint64_t seed_;
};

}  // namespace kith::demo
