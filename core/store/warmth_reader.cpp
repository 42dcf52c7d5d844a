#include <kith/store/reader.h>

#include "contacts.h"

#include <algorithm>
#include <array>

namespace kith::store {

std::optional<WarmthBasis> Reader::basisFrom(const sqlite::Statement& statement, int last, int sums)
{
    if (statement.isNull(last)) return std::nullopt;
    return WarmthBasis{.last = Instant{std::chrono::milliseconds{statement.integer(last)}},
                       .contacts = statement.real(sums),
                       .mutual = statement.real(sums + 1),
                       .depth = statement.real(sums + 2),
                       .colleagues = statement.real(sums + 3)};
}

int Reader::warmthNow(const WarmthBasis& basis, const Id& person, Instant now, const WarmthWeights& weights) const
{
    if (basis.last <= now) return warmthAt(basis, now, weights);
    // Somebody entered what is still to come: the kept sums hold it, the warmth of today must not.
    return warmthOf(contactsOf(connection_, person).value_or(std::vector<Contact>{}), now, weights).warmth;
}

std::vector<std::uint8_t> Reader::warmthByRow(RowNumber last, Instant now, const std::atomic<bool>* stop) const
{
    std::vector<std::uint8_t> warmth(std::size_t{last} + 1, 0);
    const WarmthWeights counting = warmthWeightsOf(*this);
    auto summaries = connection_.query("SELECT person, last_at, contacts, mutual, depth, colleagues"
                                       " FROM person_summary WHERE last_at IS NOT NULL AND person <= ?",
                                       std::int64_t{last});
    while (summaries.next()) {
        if (stop != nullptr && stop->load(std::memory_order_relaxed)) break;
        const auto basis = basisFrom(summaries, 1, 2);
        const auto row = static_cast<std::size_t>(summaries.integer(0));
        Id person;
        if (basis->last > now)
            if (auto found = connection_.query("SELECT id FROM person WHERE rid = ?", summaries.integer(0));
                found.next())
                person = found.id(0);
        warmth.at(row) = static_cast<std::uint8_t>(warmthNow(*basis, person, now, counting));
    }
    return warmth;
}

std::vector<RowNumber> Reader::byWarmth(std::vector<RowNumber> rows, Instant now, bool descending,
                                        const std::atomic<bool>* stop) const
{
    if (rows.empty()) return rows;
    const std::vector<std::uint8_t> warmth = warmthByRow(*std::ranges::max_element(rows), now, stop);
    // There are only 101 degrees: counting keeps the order by name within each.
    constexpr std::size_t kDegrees = 101;
    const auto degree = [&](RowNumber row) {
        return descending ? kDegrees - 1 - std::size_t{warmth[row]} : std::size_t{warmth[row]};
    };
    std::array<std::size_t, kDegrees + 1> begin{};
    for (const RowNumber row : rows) ++begin.at(degree(row) + 1);
    for (std::size_t i = 1; i < begin.size(); ++i) begin.at(i) += begin.at(i - 1);
    std::vector<RowNumber> sorted(rows.size());
    for (const RowNumber row : rows) sorted[begin.at(degree(row))++] = row;
    return sorted;
}

}  // namespace kith::store
