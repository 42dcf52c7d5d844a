#include <kith/usecases/network.h>

#include <kith/graph/builder.h>
#include <kith/usecases/approach.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_set>
#include <utility>

namespace kith {

namespace {

constexpr std::size_t kManyRows = 20'000;
constexpr std::size_t kMostInOne = 2 * graph::kMostWhoMeet;

template <class T>
std::vector<T> sortedOnce(std::vector<T> all)
{
    std::ranges::sort(all);
    const auto doubled = std::ranges::unique(all);
    all.erase(doubled.begin(), doubled.end());
    return all;
}

bool changesOneOf(const RowChange& row, std::initializer_list<FieldIndex> fields)
{
    return std::ranges::any_of(
        row.fields, [&](const FieldChange& change) { return std::ranges::find(fields, change.field) != fields.end(); });
}

/// Collects what a ChangeSet touches.
class Toucher {
public:
    explicit Toucher(const NetworkQueries& queries) : queries_(queries) { }

    void person(const RowChange& row)
    {
        const bool whole = row.what != RowChange::What::Updated;
        if (!whole && !changesOneOf(row, {person::facets, person::approach, person::approach_until})) return;
        touch_.people.push_back(row.id);
        if (row.what != RowChange::What::Restored && row.what != RowChange::What::Created) return;
        for (const Id& other : queries_.networkPartners(row.id)) pair(row.id, other);
    }

    void tie(const RowChange& row)
    {
        if (row.what == RowChange::What::Updated && !changesOneOf(row, {tie::kind, tie::strength})) return;
        if (const auto ends = queries_.endsOfTie(row.id)) pair(ends->low, ends->high);
        else touch_.lost = true;
    }

    void interaction(const RowChange& row)
    {
        using enum RowChange::What;
        // One that was created has its participants in the same ChangeSet, or none.
        if (row.what == Created) return;
        if (row.what == Updated
            && !changesOneOf(row, {interaction::at, interaction::channel, interaction::direction, interaction::depth}))
            return;
        interactions_.insert(row.id);
    }

    void participant(const RowChange& row)
    {
        if (const auto interaction = queries_.interactionOfParticipant(row.id)) interactions_.insert(*interaction);
        else touch_.lost = true;
    }

    void merge() { touch_.lost = true; }

    NetworkTouch finish()
    {
        for (const Id& each : interactions_) {
            const auto people = queries_.everybodyIn(each);
            if (!people) {
                touch_.lost = true;
                continue;
            }
            everyPairOf(sortedOnce(*people));
        }
        touch_.people = sortedOnce(std::move(touch_.people));
        touch_.pairs = sortedOnce(std::move(touch_.pairs));
        return std::move(touch_);
    }

private:
    void pair(const Id& a, const Id& b)
    {
        if (a != b) touch_.pairs.push_back(graph::IdPair::of(a, b));
    }

    void everyPairOf(const std::vector<Id>& people)
    {
        if (people.size() > kMostInOne) {
            touch_.lost = true;
            return;
        }
        for (std::size_t a = 0; a < people.size(); ++a)
            for (std::size_t b = a + 1; b < people.size(); ++b) pair(people[a], people[b]);
    }

    const NetworkQueries& queries_;
    NetworkTouch touch_;
    std::unordered_set<Id> interactions_;
};

}  // namespace

NetworkTouch touchedBy(const ChangeSet& changes, const NetworkQueries& queries)
{
    Toucher toucher(queries);
    for (const RowChange& row : changes.rows) {
        switch (row.kind) {
        case Kind::Person: toucher.person(row); break;
        case Kind::Tie: toucher.tie(row); break;
        case Kind::Interaction: toucher.interaction(row); break;
        case Kind::Participant: toucher.participant(row); break;
        case Kind::SamePerson: toucher.merge(); break;
        default: break;
        }
    }
    return toucher.finish();
}

graph::PersonFlags networkFlags(const NetworkPerson& person, Date today)
{
    graph::PersonFlags flags{.bits = static_cast<std::uint8_t>(person.facets.bits & 0x0F)};
    const auto add = [&](std::uint8_t flag) { flags.bits = static_cast<std::uint8_t>(flags.bits | flag); };
    const auto heed = [&](const NetworkApproach& set) {
        switch (approachOn(set.approach, set.until, today)) {
        case Approach::Open: break;
        case Approach::OffLimits: add(graph::PersonFlags::kOffLimits); break;
        case Approach::DoNotContact: add(graph::PersonFlags::kDoNotContact); break;
        }
    };
    heed(person.approach);
    std::ranges::for_each(person.approachOfOthers, heed);
    if (person.unwilling) add(graph::PersonFlags::kUnwilling);
    return flags;
}

std::optional<graph::TieParts> networkTie(const Id& a, const NetworkPair& pair, Instant now)
{
    std::vector<graph::Statement> statements;
    statements.reserve(pair.ties.size());
    for (const NetworkTie& tie : pair.ties)
        statements.push_back(
            {.kind = tie.kind, .outgoing = tie.a == a, .strength = tie.strength, .statedAt = tie.statedAt});
    const graph::TieParts parts = graph::tieParts(statements, pair.sums, now);
    return parts.marks.bits == 0 ? std::nullopt : std::optional(parts);
}

Network::Network() : graph_(std::make_shared<const graph::Graph>()) { }

Result<void> Network::load(const NetworkQueries& queries, Instant now, Date today, const std::stop_token& stop)
{
    const auto sizes = queries.networkSizes();
    graph::GraphBuilder builder(sizes.people, sizes.ties + sizes.pairs);
    const auto goOn = [&] { return !stop.stop_requested(); };
    KITH_CHECK(queries.forEachNetworkPerson([&](const NetworkPerson& person) {
        builder.addPerson(person.id, networkFlags(person, today));
        return goOn();
    }));
    KITH_CHECK(queries.forEachNetworkTie([&](const NetworkTie& tie) {
        const graph::Statement statement{.kind = tie.kind, .strength = tie.strength, .statedAt = tie.statedAt};
        builder.addTie(tie.a, tie.b, graph::tieParts(std::span(&statement, 1), {}, now));
        return goOn();
    }));
    KITH_CHECK(queries.forEachNetworkContacts([&](const NetworkContacts& contacts) {
        builder.addTie(contacts.pair.low, contacts.pair.high, graph::tieParts({}, contacts.sums, now));
        return goOn();
    }));
    if (!goOn()) return fail(ErrorCode::Cancelled, "Reading who knows whom was called off.");
    publish(builder.build(), today);
    return {};
}

Result<bool> Network::apply(const ChangeSet& changes, const NetworkQueries& queries, Instant now, Date today,
                            const std::stop_token& stop)
{
    if (!loaded()) return false;
    const graph::GraphPtr before = snapshot();
    const auto many = [&](std::size_t count) { return count > kManyRows && count > before->arcCount() / 16; };
    const bool isMuch = many(changes.rows.size());
    const NetworkTouch touch =
        isMuch ? NetworkTouch{.people = {}, .pairs = {}, .lost = true} : touchedBy(changes, queries);
    if (touch.empty()) return false;
    if (touch.lost || many(touch.pairs.size())) {
        KITH_CHECK(load(queries, now, today, stop));
        return true;
    }
    graph::GraphEdit edit;
    edit.people.reserve(touch.people.size());
    edit.pairs.reserve(touch.pairs.size());
    for (const Id& id : touch.people) {
        const auto person = queries.networkPerson(id);
        if (person) edit.people.push_back({person->id, networkFlags(*person, today)});
        else edit.people.push_back({id, graph::PersonFlags{graph::PersonFlags::kGone}});
    }
    for (const auto& [low, high] : touch.pairs) {
        if (stop.stop_requested()) return fail(ErrorCode::Cancelled, "Reading who knows whom was called off.");
        edit.pairs.push_back({low, high, networkTie(low, queries.networkPair(low, high), now)});
    }
    // The day stays that of the last load: what was not touched is as of then.
    const std::scoped_lock lock(mutex_);
    graph_ = before->edited(edit);
    return true;
}

graph::GraphPtr Network::snapshot() const
{
    const std::scoped_lock lock(mutex_);
    return graph_;
}

bool Network::loaded() const
{
    const std::scoped_lock lock(mutex_);
    return day_.has_value();
}

bool Network::stale(Date today) const
{
    const std::scoped_lock lock(mutex_);
    return day_ != today;
}

void Network::publish(graph::GraphPtr graph, Date day)
{
    const std::scoped_lock lock(mutex_);
    graph_ = std::move(graph);
    day_ = day;
}

}  // namespace kith
