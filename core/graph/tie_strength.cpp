#include <kith/graph/tie_strength.h>

#include <kith/base/text.h>
#include <kith/domain/fading.h>

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace kith::graph {

namespace {

constexpr double kNearHalfLife = 90;
constexpr double kContactsHalfLife = 180;
constexpr double kDeepHalfLife = 365;
constexpr double kTogetherHalfLife = 365;
constexpr double kStatedHalfLife = 5 * 365.25;

constexpr double kRecency = 0.25;
constexpr double kFrequency = 0.35;
constexpr double kReciprocity = 0.15;
constexpr double kDepth = 0.25;
constexpr double kTogetherMost = 0.3;

double stepped(double value)
{
    return value / 65535;
}

std::uint16_t inSteps(double value)
{
    return static_cast<std::uint16_t>(std::lround(std::clamp(value, 0.0, 1.0) * 65535));
}

struct Stated {
    double value = 0;
    const Statement* strongest = nullptr;
};

Stated strongestOf(std::span<const Statement> statements, Instant now)
{
    Stated best;
    for (const Statement& each : statements) {
        const bool given = each.strength && *each.strength >= 0 && *each.strength <= 1;
        const double fresh = given ? *each.strength : usualStrength(each.kind);
        const double value = each.statedAt ? fresh * faded(daysBetween(*each.statedAt, now), kStatedHalfLife) : fresh;
        if (best.strongest == nullptr || value > best.value) best = {value, &each};
    }
    return best;
}

/// The values of the four terms of `spoken`.
struct Spoken {
    double recency, frequency, reciprocity, depth;
    [[nodiscard]] double sum() const
    {
        return kRecency * recency + kFrequency * frequency + kReciprocity * reciprocity + kDepth * depth;
    }
};

Spoken spokenOf(const PairSums& sums)
{
    return {sums.near, 1 - std::exp2(-sums.contacts / 3), 1 - std::exp2(-2 * std::min(sums.in, sums.out)),
            1 - std::exp2(-sums.deep)};
}

/// 0-1, before the factor kTogetherMost.
double togetherOf(const PairSums& sums)
{
    return 1 - std::exp2(-4 * sums.together);
}

Marks marksOf(std::span<const Statement> statements, const PairSums& sums)
{
    Marks marks;
    for (const Statement& each : statements) marks = marks | Marks::of(each.kind, each.outgoing);
    if (sums.contacts > 0) marks.bits |= Marks::kSpoken;
    if (sums.together > 0) marks.bits |= Marks::kTogether;
    return marks;
}

struct Tally {
    std::size_t conversations = 0, meetings = 0, events = 0, in = 0, out = 0, both = 0;
    Instant last{};
};

std::string times(std::size_t count)
{
    return count == 1 ? "once" : counted(count, "time", "times");
}

void sayWhy(std::vector<Term>& terms, const Tally& tally, const Stated& stated, Instant now)
{
    terms[0].because =
        stated.strongest == nullptr ? "nothing stated" : fmt::format("{} stated", toWord(stated.strongest->kind));
    if (tally.meetings == 0) {
        for (std::size_t i = 1; i < 5; ++i) terms[i].because = "not spoken yet";
    } else {
        const auto days = static_cast<std::size_t>(std::max(0.0, daysBetween(tally.last, now)));
        terms[1].because = days == 0 ? std::string("spoken within the last day")
                                     : fmt::format("spoken {} ago", counted(days, "day", "days"));
        terms[2].because = fmt::format("spoken {}", times(tally.meetings));
        terms[3].because =
            fmt::format("{} from one side, {} from the other, both talked {}", tally.in, tally.out, times(tally.both));
        terms[4].because = counted(tally.conversations, "real conversation", "real conversations");
    }
    terms[5].because = tally.events == 0 ? std::string("no event in common")
                                         : fmt::format("at the same event {}", times(tally.events));
}

}  // namespace

Evidence evidenceOf(Channel channel, Direction direction, std::size_t people)
{
    if (channel == Channel::Note || direction == Direction::Broadcast) return Evidence::None;
    if (people < 2 || people > kMostWhoMeet) return Evidence::None;
    return channel == Channel::Event || people > kMostWhoTalk ? Evidence::Together : Evidence::Spoken;
}

PairSums PairSums::carriedTo(Instant later) const
{
    PairSums sums = *this;
    if (later <= at) return sums;
    const double days = daysBetween(at, later);
    const double byContacts = faded(days, kContactsHalfLife);
    sums.at = later;
    sums.near *= faded(days, kNearHalfLife);
    sums.contacts *= byContacts;
    sums.in *= byContacts;
    sums.out *= byContacts;
    sums.deep *= faded(days, kDeepHalfLife);
    sums.together *= faded(days, kTogetherHalfLife);
    return sums;
}

void PairSums::add(const PairContact& contact)
{
    const Evidence evidence = evidenceOf(contact.channel, contact.direction, contact.people);
    if (evidence == Evidence::None) return;
    if (empty()) *this = {.at = contact.at};
    *this = carriedTo(contact.at);
    const double days = daysBetween(contact.at, at);
    const double share = 1.0 / (contact.people - 1);
    if (evidence == Evidence::Together) {
        together += share * faded(days, kTogetherHalfLife);
        return;
    }
    const double age = share * faded(days, kContactsHalfLife);
    near = std::max(near, share * faded(days, kNearHalfLife));
    contacts += age;
    deep += share * depthValue(contact.depth) * faded(days, kDeepHalfLife);
    switch (contact.direction) {
    case Direction::In: in += age; break;
    case Direction::Out: out += age; break;
    default: in += age / 2, out += age / 2; break;
    }
}

void TieParts::join(const TieParts& other)
{
    stated = std::max(stated, other.stated);
    spoken = std::max(spoken, other.spoken);
    together = std::max(together, other.together);
    marks = marks | other.marks;
}

TieParts TieParts::turned() const
{
    TieParts parts = *this;
    parts.marks = marks.turned();
    return parts;
}

Arc TieParts::arc() const
{
    const double open = (1 - stepped(stated)) * (1 - stepped(spoken)) * (1 - stepped(together));
    return {.weakness = weaknessOf(1 - open), .marks = marks};
}

double usualStrength(TieKind kind)
{
    switch (kind) {
    case TieKind::Manages: return 0.7;
    case TieKind::Referred: return 0.6;
    case TieKind::WorkedWith: return 0.5;
    case TieKind::StudiedWith:
    case TieKind::Introduced: return 0.4;
    case TieKind::Knows: return 0.3;
    }
    return 0.3;
}

TieParts tieParts(std::span<const Statement> statements, const PairSums& sums, Instant now)
{
    const PairSums current = sums.carriedTo(now);
    return {.stated = inSteps(strongestOf(statements, now).value),
            .spoken = inSteps(spokenOf(current).sum()),
            .together = inSteps(kTogetherMost * togetherOf(current)),
            .marks = marksOf(statements, sums)};
}

TieStrength explainTie(std::span<const Statement> statements, std::span<const PairContact> contacts, Instant now)
{
    PairSums sums;
    Tally tally;
    for (const PairContact& contact : contacts) {
        if (contact.at > now) continue;
        sums.add(contact);
        const Evidence evidence = evidenceOf(contact.channel, contact.direction, contact.people);
        if (evidence == Evidence::Together) ++tally.events;
        if (evidence != Evidence::Spoken) continue;
        tally.last = tally.meetings++ == 0 ? contact.at : std::max(tally.last, contact.at);
        if (contact.depth == Depth::Conversation) ++tally.conversations;
        if (contact.direction == Direction::In) ++tally.in;
        else if (contact.direction == Direction::Out) ++tally.out;
        else ++tally.both;
    }
    sums = sums.carriedTo(now);
    const Stated stated = strongestOf(statements, now);
    const Spoken spoken = spokenOf(sums);
    const double afterStated = 100 * (1 - stated.value);
    const double afterSpoken = afterStated * (1 - spoken.sum());

    TieStrength result;
    result.terms = {{"stated", stated.value, 100, 0, {}},
                    {"recency", spoken.recency, afterStated * kRecency, 0, {}},
                    {"frequency", spoken.frequency, afterStated * kFrequency, 0, {}},
                    {"reciprocity", spoken.reciprocity, afterStated * kReciprocity, 0, {}},
                    {"depth", spoken.depth, afterStated * kDepth, 0, {}},
                    {"together", togetherOf(sums), afterSpoken * kTogetherMost, 0, {}}};
    sayWhy(result.terms, tally, stated, now);
    double exact = 0;
    for (const Term& term : result.terms) exact += term.value * term.weight;
    result.percent = static_cast<int>(std::lround(exact));
    roundPoints(result.terms, result.percent);
    const Arc arc = tieParts(statements, sums, now).arc();
    result.strength = arc.strength();
    result.dashed = arc.marks.dashed();
    return result;
}

}  // namespace kith::graph
