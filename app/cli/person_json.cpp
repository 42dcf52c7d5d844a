#include "person_json.h"

namespace kith::cli {

Json textOrNull(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

Json idOrNull(const Id& id)
{
    return id.isNil() ? Json(nullptr) : Json(id.toString());
}

Json jsonOf(const PersonCard& card)
{
    Json facets = Json::array();
    for (const Word& word : wordsOf<Facet>())
        if (card.facets.has(static_cast<Facet>(word.value))) facets.push_back(word.word);
    return {{"id", card.id.toString()},
            {"name", card.name},
            {"title", card.title},
            {"organisation", card.organisation},
            {"area", card.area},
            {"location", card.city},
            {"facets", std::move(facets)},
            {"warmth", card.warmth},
            {"band", toWord(card.band)},
            {"last_interaction", card.lastInteraction ? Json(isoInstant(*card.lastInteraction)) : Json(nullptr)}};
}

Json jsonOf(const std::vector<WarmthTerm>& terms)
{
    Json json = Json::array();
    for (const WarmthTerm& term : terms)
        json.push_back({{"name", term.name},
                        {"value", term.value},
                        {"weight", term.weight},
                        {"points", term.points},
                        {"because", term.because}});
    return json;
}

}  // namespace kith::cli
