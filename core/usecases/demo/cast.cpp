#include <kith/usecases/demo/cast.h>

#include <algorithm>

namespace kith::demo {

namespace {

Attention pickAttention(Dice& dice)
{
    const int at = dice.between(0, 99);
    if (at < 6) return Attention::Hot;
    if (at < 25) return Attention::Warm;
    if (at < 53) return Attention::Cool;
    if (at < 87) return Attention::Cold;
    return Attention::Quiet;
}

Facets pickFacets(Dice& dice)
{
    Facets facets;
    const int at = dice.between(0, 99);
    if (at >= 4) facets.add(Facet::Talent);
    if (at < 3 || at == 98) facets.add(Facet::Partner);
    if (at == 3 || at == 4 || at == 99) facets.add(Facet::Client);
    return facets;
}

}  // namespace

Cast::Cast(std::size_t people, std::uint64_t seed)
    : people_(people),
      colleagues_(people < 20 ? std::min<std::size_t>(people, 2) : std::max<std::size_t>(3, people * 6 / 100)),
      organisations_(std::clamp<std::size_t>(people / 5, 12, organisationLimit())),
      seed_(seed)
{
}

Dice Cast::dice(std::size_t person, Stream stream) const
{
    return {seed_, person * 4 + static_cast<std::size_t>(stream) + 1};
}

Traits Cast::traits(std::size_t person) const
{
    Dice dice = this->dice(person, Stream::Traits);
    Traits traits;
    traits.field = pickField(dice);
    traits.city = pickCity(dice);
    traits.organisation = dice.powerLaw(organisations_);
    traits.attention = pickAttention(dice);
    if (isColleague(person)) {
        traits.facets.add(Facet::Colleague);
        traits.attention = Attention::Quiet;
        traits.city = 0;
        const bool recruiter = person == 0 || dice.percent(30);
        traits.area = recruiter ? kTalentArea : fields()[traits.field].area;
        return traits;
    }
    traits.facets = pickFacets(dice);
    const std::size_t others = people_ - colleagues_;
    const std::size_t step = std::max<std::size_t>(1, others / stories().size());
    const std::size_t at = person - colleagues_;
    if (at % step == 0 && at / step < stories().size()) {
        traits.story = &stories()[at / step];
        traits.attention = traits.story->attention;
        traits.facets.add(Facet::Talent);
        if (traits.story->field) traits.field = *traits.story->field;
    }
    traits.area = fields()[traits.field].area;
    return traits;
}

std::size_t Cast::someColleague(std::size_t area, Dice& dice) const
{
    if (colleagues_ < 2) return 0;
    std::size_t colleague = 0;
    for (int attempt = 0; attempt < 4; ++attempt) {
        colleague = 1 + dice.powerLaw(colleagues_ - 1);
        if (traits(colleague).area == area) break;
    }
    return colleague;
}

std::size_t Cast::holder(std::size_t person, const Traits& traits, Dice& dice) const
{
    if (isColleague(person)) return person == 0 ? colleagues_ - 1 : dice.below(person);
    if (traits.story != nullptr) return 0;
    // One recruiter tends some four hundred people at most, however large the workspace is.
    const bool mine = dice.below(std::max<std::size_t>(people_, 1600)) < 400;
    return mine ? 0 : someColleague(traits.area, dice);
}

}  // namespace kith::demo
