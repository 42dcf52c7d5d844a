#include <kith/usecases/demo/phrases.h>
#include <kith/usecases/demo/scene.h>

#include <algorithm>
#include <array>

namespace kith::demo {

namespace {

using std::chrono::days;

/// Each newcomer ties to five earlier people, which gives everybody ten ties on average.
constexpr std::size_t kTiesEach = 5;

/// Somebody earlier, well-tied people more often; of a few, rather one with something in common.
std::size_t pickOther(const Scene& scene, std::size_t person, const Traits& traits, Dice& dice)
{
    std::size_t other = 0;
    for (int attempt = 0; attempt < 3; ++attempt) {
        other = dice.powerLaw(person);
        const Traits theirs = scene.cast.traits(other);
        if (theirs.field == traits.field || theirs.organisation == traits.organisation) break;
    }
    return other;
}

TieKind pickKind(Dice& dice, bool sameOrganisation)
{
    const int at = dice.between(0, 99);
    if (sameOrganisation) return at < 75 ? TieKind::WorkedWith : at < 85 ? TieKind::Manages : TieKind::Knows;
    if (at < 52) return TieKind::Knows;
    if (at < 76) return TieKind::WorkedWith;
    if (at < 87) return TieKind::StudiedWith;
    return at < 94 ? TieKind::Referred : TieKind::Introduced;
}

}  // namespace

void writeTies(Scene& scene, Edit& edit, std::size_t person)
{
    if (person == 0) return;
    const Traits traits = scene.cast.traits(person);
    Dice dice = scene.cast.dice(person, Cast::Stream::Ties);
    std::array<std::size_t, 2 * kTiesEach> others{};
    const auto wanted = static_cast<std::size_t>(dice.between(2, 8));
    std::size_t written = 0;
    for (std::size_t attempt = 0; attempt < wanted + 4 && written < std::min(wanted, person); ++attempt) {
        const std::size_t other = pickOther(scene, person, traits, dice);
        const auto end = others.begin() + static_cast<std::ptrdiff_t>(written);
        if (std::find(others.begin(), end, other) != end) continue;
        others[written++] = other;
        const Traits theirs = scene.cast.traits(other);
        const bool together = scene.cast.isColleague(person) == scene.cast.isColleague(other)
            && theirs.organisation == traits.organisation;
        NewRow row(edit, Kind::Tie, scene.ids.make());
        // Weak ties are the many: the product of two draws leans to the low end.
        const double strength = 0.1 + 0.85 * dice.unit() * (together ? 1.0 : dice.unit());
        row.set(tie::a, idValue(scene.people[other]))
            .set(tie::b, idValue(scene.people[person]))
            .set(tie::kind, enumValue(pickKind(dice, together)))
            .set(tie::strength, static_cast<double>(static_cast<int>(strength * 100)) / 100)
            .set(tie::since, dateValue(scene.today - days{dice.between(30, 4000)}));
        if (dice.percent(15)) {
            const auto skills = fields()[traits.field].skills;
            row.set(tie::note,
                    textValue(fillGaps(dice, dice.pick(tieNotes()),
                                       {.skill = dice.pick(skills),
                                        .otherSkill = dice.pick(skills),
                                        .organisation = scene.employers[traits.organisation].name,
                                        .city = cities()[traits.city].name,
                                        .area = areas()[traits.area].name,
                                        .field = fields()[traits.field].name,
                                        .colleague = {}})));
        }
        ++scene.summary.ties;
    }
}

}  // namespace kith::demo
