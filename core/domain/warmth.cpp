#include <kith/domain/warmth.h>

#include <kith/base/text.h>
#include <kith/domain/fading.h>

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <numeric>
#include <tuple>
#include <utility>

namespace kith {

namespace {

constexpr double kRecencyHalfLife = 60;
constexpr double kFrequencyHalfLife = 180;
constexpr double kFadeHalfLife = 365;
constexpr double kRecentWindow = 180;

/// Those that warm and are not in the future, latest first. Sums are taken in this order, whatever order they came in.
std::vector<Contact> countedContacts(std::span<const Contact> contacts, std::optional<Instant> now)
{
    std::vector<Contact> counted;
    std::ranges::copy_if(contacts, std::back_inserter(counted),
                         [&](const Contact& contact) { return warms(contact) && (!now || contact.at <= *now); });
    std::ranges::sort(counted, [](const Contact& a, const Contact& b) {
        return std::tie(b.at, a.direction, a.depth, a.colleague) < std::tie(a.at, b.direction, b.depth, b.colleague);
    });
    return counted;
}

/// 1 when they spoke, -1 when we did.
double leanOf(Direction direction)
{
    return direction == Direction::In ? 1 : direction == Direction::Out ? -1 : 0;
}

std::optional<WarmthBasis> basisOf(std::span<const Contact> latestFirst)
{
    if (latestFirst.empty()) return std::nullopt;
    WarmthBasis basis{.last = latestFirst.front().at};
    double lean = 0;
    double deep = 0;
    std::vector<Id> colleagues;
    for (const Contact& contact : latestFirst) {
        const double days = daysBetween(contact.at, basis.last);
        const double age = faded(days, kFrequencyHalfLife);
        basis.contacts += age;
        deep += age * depthValue(contact.depth);
        lean += age * leanOf(contact.direction);
        if (contact.colleague.isNil() || std::ranges::find(colleagues, contact.colleague) != colleagues.end()) continue;
        colleagues.push_back(contact.colleague);
        basis.colleagues += faded(days, kFadeHalfLife);
    }
    // The last contact itself counts 1, so nothing is divided by nothing.
    basis.lean = lean / basis.contacts;
    basis.mutual = 1 - std::abs(basis.lean);
    basis.depth = std::min(1.0, deep / basis.contacts);
    return basis;
}

using Five = std::array<double, kWarmthTerms>;

Five valuesAt(const WarmthBasis& basis, Instant now)
{
    const double days = daysBetween(basis.last, now);
    const double fade = faded(days, kFadeHalfLife);
    return {faded(days, kRecencyHalfLife), 1 - std::exp2(-basis.contacts * faded(days, kFrequencyHalfLife) / 2),
            fade * basis.mutual, fade * basis.depth, 1 - std::exp2(-basis.colleagues * fade / 2)};
}

Five sharesOf(const WarmthWeights& weights)
{
    return sharesOfAHundred(listed(weights), listed({}));
}

int summed(const Five& values, const Five& shares)
{
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) sum += values[i] * shares[i];
    return static_cast<int>(std::lround(sum));
}

/// What the explanation counts.
struct Tally {
    std::size_t contacts = 0, recent = 0;
    std::size_t in = 0, out = 0, both = 0;
    std::size_t hellos = 0, exchanges = 0, conversations = 0;
    double lastDays = 0;
    std::size_t colleagues = 0, recentColleagues = 0;
};

Tally tallyOf(std::span<const Contact> latestFirst, Instant now)
{
    Tally tally;
    std::vector<Id> colleagues;
    tally.contacts = latestFirst.size();
    if (!latestFirst.empty()) tally.lastDays = daysBetween(latestFirst.front().at, now);
    for (const Contact& contact : latestFirst) {
        const bool recent = daysBetween(contact.at, now) <= kRecentWindow;
        if (recent) ++tally.recent;
        switch (contact.direction) {
        case Direction::In: ++tally.in; break;
        case Direction::Out: ++tally.out; break;
        default: ++tally.both; break;
        }
        switch (contact.depth) {
        case Depth::Hello: ++tally.hellos; break;
        case Depth::Exchange: ++tally.exchanges; break;
        case Depth::Conversation: ++tally.conversations; break;
        }
        if (contact.colleague.isNil() || std::ranges::find(colleagues, contact.colleague) != colleagues.end()) continue;
        colleagues.push_back(contact.colleague);
        if (recent) ++tally.recentColleagues;
    }
    tally.colleagues = colleagues.size();
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
    terms[4].because = tally.colleagues == 0
        ? std::string("no colleague named")
        : fmt::format("{} in the last half year, {} in all", counted(tally.recentColleagues, "colleague", "colleagues"),
                      tally.colleagues);
}

}  // namespace

void roundPoints(std::vector<WarmthTerm>& terms, int total)
{
    std::vector<double> exact;
    std::vector<int> tenths;
    int have = 0;
    for (const WarmthTerm& term : terms) {
        exact.push_back(term.value * term.weight * 10);
        tenths.push_back(static_cast<int>(std::floor(exact.back())));
        have += tenths.back();
    }
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
}

bool warms(const Contact& contact)
{
    return contact.channel != Channel::Note && contact.direction != Direction::Broadcast;
}

std::optional<WarmthBasis> warmthBasisOf(std::span<const Contact> contacts)
{
    return basisOf(countedContacts(contacts, std::nullopt));
}

WarmthBasis withContact(const WarmthBasis& basis, const Contact& contact, std::optional<Instant> before)
{
    WarmthBasis sum{.last = std::max(basis.last, contact.at)};
    const auto left = [&](Instant at, double halfLife) { return faded(daysBetween(at, sum.last), halfLife); };
    const double were = basis.contacts * left(basis.last, kFrequencyHalfLife);
    const double is = left(contact.at, kFrequencyHalfLife);
    sum.contacts = were + is;
    sum.lean = (were * basis.lean + is * leanOf(contact.direction)) / sum.contacts;
    sum.mutual = 1 - std::abs(sum.lean);
    sum.depth = std::min(1.0, (were * basis.depth + is * depthValue(contact.depth)) / sum.contacts);
    sum.colleagues = basis.colleagues * left(basis.last, kFadeHalfLife);
    if (!contact.colleague.isNil() && (!before || *before < contact.at))
        sum.colleagues += left(contact.at, kFadeHalfLife) - (before ? left(*before, kFadeHalfLife) : 0);
    return sum;
}

int warmthAt(const WarmthBasis& basis, Instant now, const WarmthWeights& weights)
{
    return summed(valuesAt(basis, now), sharesOf(weights));
}

Warmth warmthOf(std::span<const Contact> contacts, Instant now, const WarmthWeights& weights)
{
    const auto counted = countedContacts(contacts, now);
    const auto basis = basisOf(counted);
    const Five values = basis ? valuesAt(*basis, now) : Five{};
    const Five shares = sharesOf(weights);
    Warmth result;
    for (std::size_t i = 0; i < kWarmthTermNames.size(); ++i)
        result.terms.push_back({kWarmthTermNames[i], values[i], shares[i], 0, {}});
    explain(result.terms, tallyOf(counted, now));
    result.warmth = summed(values, shares);
    roundPoints(result.terms, result.warmth);
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
