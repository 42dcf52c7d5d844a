#include <kith/graph/arc.h>

#include <cmath>

namespace kith::graph {

namespace {

constexpr double kStepsPerHalf = 4096;
constexpr std::uint16_t kForward = Marks::kReferred | Marks::kManages | Marks::kIntroduced;
constexpr std::uint16_t kBackward = Marks::kReferredBy | Marks::kManagedBy | Marks::kIntroducedBy;
static_assert(kBackward == kForward << 1);

}  // namespace

Marks Marks::of(TieKind kind, bool outgoing)
{
    switch (kind) {
    case TieKind::Knows: return {kKnows};
    case TieKind::WorkedWith: return {kWorkedWith};
    case TieKind::StudiedWith: return {kStudiedWith};
    case TieKind::Referred: return {outgoing ? kReferred : kReferredBy};
    case TieKind::Manages: return {outgoing ? kManages : kManagedBy};
    case TieKind::Introduced: return {outgoing ? kIntroduced : kIntroducedBy};
    }
    return {};
}

Marks Marks::turned() const
{
    const int same = bits & ~(kForward | kBackward);
    return {static_cast<std::uint16_t>(same | ((bits & kForward) << 1) | ((bits & kBackward) >> 1))};
}

Weakness weaknessOf(double strength)
{
    if (!(strength > 0)) return kNoStrength;
    if (strength >= 1) return 0;
    const double steps = std::round(-std::log2(strength) * kStepsPerHalf);
    return steps < kNoStrength ? static_cast<Weakness>(steps) : kNoStrength;
}

double strengthOf(std::uint64_t weakness)
{
    return std::exp2(-static_cast<double>(weakness) / kStepsPerHalf);
}

}  // namespace kith::graph
