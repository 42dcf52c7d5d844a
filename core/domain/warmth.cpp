#include <kith/domain/warmth.h>

#include <kith/base/text.h>

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace kith {

namespace {

constexpr double kRecencyHalfLife = 60;
constexpr double kFrequencyHalfLife = 180;
constexpr double kFadeHalfLife = 365;
constexpr double kBreadthWindow = 730;
constexpr double kRecentWindow = 180;

double halved(double days, double halfLife)
{
    return std::exp2(-days / halfLife);
}

double depthValue(Depth depth)
{
    switch (depth) {
    case Depth::Hello: return 0.2;
    case Depth::Exchange: return 0.6;
    case Depth::Conversation: return 1.0;
    }
    return 0;
}

/// What the five terms are made of, gathered in one pass.
struct Tally {
    std::size_t contacts = 0, recent = 0;
    std::size_t in = 0, out = 0, both = 0;
    std::size_t hellos = 0, exchanges = 0, conversations = 0;
    double lastDays = 0;
    double aged = 0, agedIn = 0, agedOut = 0, agedDepth = 0;
    std::vector<Id> colleagues;
};

Tally tallyOf(std::span<const Contact> contacts, Instant now)
{
    Tally tally;
    for (const Contact& contact : contacts) {
        if (contact.channel == Channel::Note || contact.direction == Direction::Broadcast || contact.at > now) continue;
        const double days = std::chrono::duration<double, std::chrono::days::period>(now - contact.at).count();
        const double age = halved(days, kFrequencyHalfLife);
        tally.lastDays = tally.contacts == 0 ? days : std::min(tally.lastDays, days);
        ++tally.contacts;
        if (days <= kRecentWindow) ++tally.recent;
        tally.aged += age;
        tally.agedDepth += age * depthValue(contact.depth);
        switch (contact.direction) {
        case Direction::In: ++tally.in, tally.agedIn += age; break;
        case Direction::Out: ++tally.out, tally.agedOut += age; break;
        default: ++tally.both, tally.agedIn += age / 2, tally.agedOut += age / 2; break;
        }
        switch (contact.depth) {
        case Depth::Hello: ++tally.hellos; break;
        case Depth::Exchange: ++tally.exchanges; break;
        case Depth::Conversation: ++tally.conversations; break;
        }
        if (!contact.colleague.isNil() && days <= kBreadthWindow) tally.colleagues.push_back(contact.colleague);
    }
    std::ranges::sort(tally.colleagues);
    const auto repeats = std::ranges::unique(tally.colleagues);
    tally.colleagues.erase(repeats.begin(), repeats.end());
    return tally;
}

std::string spokenWhen(double days)
{
    const auto whole = static_cast<std::int64_t>(days);
    if (whole == 0) return "spoken within the last day";
    return fmt::format("spoken {} ago", counted(static_cast<std::size_t>(whole), "day", "days"));
}

std::string listedCounts(std::initializer_list<std::pair<std::size_t, std::string>> parts)
{
    std::string result;
    for (const auto& [count, words] : parts) {
        if (count == 0) continue;
        if (!result.empty()) result += ", ";
        result += words;
    }
    return result;
}

void explain(std::vector<WarmthTerm>& terms, const Tally& tally)
{
    if (tally.contacts == 0) {
        for (WarmthTerm& term : terms) term.because = "not spoken yet";
        return;
    }
    const auto times = [](std::size_t count) { return count == 1 ? "once" : counted(count, "time", "times"); };
    terms[0].because = spokenWhen(tally.lastDays);
    terms[1].because = fmt::format("{} in the last half year, {} in all", times(tally.recent), tally.contacts);
    terms[2].because = listedCounts({{tally.in, "they wrote " + times(tally.in)},
                                     {tally.out, "we wrote " + times(tally.out)},
                                     {tally.both, "both talked " + times(tally.both)}});
    terms[3].because =
        listedCounts({{tally.conversations, counted(tally.conversations, "real conversation", "real conversations")},
                      {tally.exchanges, counted(tally.exchanges, "exchange", "exchanges")},
                      {tally.hellos, counted(tally.hellos, "hello", "hellos")}});
    terms[4].because = tally.colleagues.empty()
        ? std::string("no colleague named in the last two years")
        : counted(tally.colleagues.size(), "colleague", "colleagues") + " in the last two years";
}

/// Rounds the points to tenths that add up to the rounded sum, moving first the terms that rounding harmed most;
/// a term worth nothing stays nothing and none passes its weight. Returns the sum.
int roundPoints(std::vector<WarmthTerm>& terms)
{
    std::vector<double> exact;
    std::vector<int> tenths;
    double sum = 0;
    int have = 0;
    for (const WarmthTerm& term : terms) {
        exact.push_back(term.value * term.weight * 10);
        tenths.push_back(static_cast<int>(std::floor(exact.back())));
        sum += term.value * term.weight;
        have += tenths.back();
    }
    const int total = static_cast<int>(std::lround(sum));
    for (; have != total * 10; have += have < total * 10 ? 1 : -1) {
        const int step = have < total * 10 ? 1 : -1;
        std::size_t best = terms.size();
        double need = 0;
        for (std::size_t i = 0; i < terms.size(); ++i) {
            if (step > 0 && (exact[i] <= 0 || tenths[i] + 1 > std::ceil(terms[i].weight * 10))) continue;
            if (step < 0 && tenths[i] == 0) continue;
            const double harm = (exact[i] - tenths[i]) * step;
            if (best == terms.size() || harm > need) best = i, need = harm;
        }
        if (best == terms.size()) break;
        tenths[best] += step;
    }
    for (std::size_t i = 0; i < terms.size(); ++i) terms[i].points = tenths[i] / 10.0;
    return total;
}

}  // namespace

Warmth warmthOf(std::span<const Contact> contacts, Instant now, const WarmthWeights& weights)
{
    const Tally tally = tallyOf(contacts, now);
    const double all = std::max(0.0, weights.recency) + std::max(0.0, weights.frequency)
        + std::max(0.0, weights.reciprocity) + std::max(0.0, weights.depth) + std::max(0.0, weights.breadth);
    if (!(all > 0) || !std::isfinite(all)) return warmthOf(contacts, now, WarmthWeights{});
    const auto share = [&](double weight) { return std::max(0.0, weight) * 100 / all; };

    Warmth result;
    result.terms = {{"recency", 0, share(weights.recency), 0, {}},
                    {"frequency", 0, share(weights.frequency), 0, {}},
                    {"reciprocity", 0, share(weights.reciprocity), 0, {}},
                    {"depth", 0, share(weights.depth), 0, {}},
                    {"breadth", 0, share(weights.breadth), 0, {}}};
    if (tally.contacts > 0) {
        const double fade = halved(tally.lastDays, kFadeHalfLife);
        const double both = tally.agedIn + tally.agedOut;
        result.terms[0].value = halved(tally.lastDays, kRecencyHalfLife);
        result.terms[1].value = 1 - std::exp2(-tally.aged / 2);
        // Contacts centuries old age to nothing at all; a share of nothing is nothing.
        result.terms[2].value = both > 0 ? fade * 2 * std::min(tally.agedIn, tally.agedOut) / both : 0;
        result.terms[3].value = tally.aged > 0 ? fade * tally.agedDepth / tally.aged : 0;
        result.terms[4].value = 1 - std::exp2(-static_cast<double>(tally.colleagues.size()) / 2);
    }
    explain(result.terms, tally);
    result.warmth = roundPoints(result.terms);
    result.band = bandOf(result.warmth);
    return result;
}

Band bandOf(int warmth)
{
    if (warmth < 20) return Band::Cold;
    if (warmth < 45) return Band::Cool;
    return warmth < 75 ? Band::Warm : Band::Hot;
}

}  // namespace kith
