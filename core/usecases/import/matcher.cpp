#include <kith/usecases/import/matcher.h>

#include <kith/base/fold.h>
#include <kith/domain/contact_key.h>
#include <kith/usecases/import/planning.h>

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <string_view>
#include <tuple>

namespace kith::importing {

namespace {

/// Namesakes beyond this many are told apart by their contact points alone: it keeps a file of one name linear.
constexpr std::size_t kManyNamesakes = 64;

constexpr std::string_view kSeveral = "It fits several people; nothing in the record says which one is meant.";
constexpr std::string_view kSeveralOwners = "Its contact points belong to several people.";
constexpr std::string_view kNoName = "It has no name, and fits nobody known.";

template <class T>
void addOnce(std::vector<T>& list, const T& value)
{
    if (std::ranges::find(list, value) == list.end()) list.push_back(value);
}

}  // namespace

Matcher::Matcher(const WorkspaceReader& reader, std::vector<Reading>& readings, Date asOf)
    : reader_(reader),
      readings_(readings),
      nobodyKnown_(reader.countPeople() == 0),
      parent_(readings.size()),
      asOf_(asOf)
{
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
}

std::size_t Matcher::root(std::size_t record)
{
    while (parent_[record] != record) record = parent_[record] = parent_[parent_[record]];
    return record;
}

void Matcher::join(std::size_t a, std::size_t b)
{
    a = root(a);
    b = root(b);
    // The earlier record stays the root, so that clusters come in the order of the file.
    if (a != b) parent_[std::max(a, b)] = std::min(a, b);
}

Result<Matched> Matcher::match(const std::function<bool(std::size_t)>& stop)
{
    const auto cancelled = [] { return fail(ErrorCode::Cancelled, "The import was called off; nothing was changed."); };
    joinByContact();
    joinSharedContacts();
    gather();
    for (std::size_t i = 0; i < clusters_.size(); ++i) {
        if (stop(i)) return cancelled();
        findOwners(clusters_[i]);
        matchByAddress(clusters_[i]);
    }
    matchByShared();
    joinByPerson();
    matchByName();
    if (stop(clusters_.size())) return cancelled();

    Matched matched;
    matched.subjectOf.resize(readings_.size());
    std::vector<std::size_t> subjectOfCluster(clusters_.size(), kNone);
    const auto finalOf = [&](std::size_t cluster) {
        while (clusters_[cluster].mergedInto != kNone) cluster = clusters_[cluster].mergedInto;
        return cluster;
    };
    for (std::size_t i = 0; i < clusters_.size(); ++i) {
        const std::size_t last = finalOf(i);
        std::size_t& subject = subjectOfCluster[last];
        if (subject == kNone) {
            subject = matched.subjects.size();
            matched.subjects.push_back({{}, clusters_[last].person, clusters_[last].reason});
        }
        auto& records = matched.subjects[subject].records;
        records.insert(records.end(), clusters_[i].records.begin(), clusters_[i].records.end());
    }
    for (std::size_t s = 0; s < matched.subjects.size(); ++s) {
        std::ranges::sort(matched.subjects[s].records);
        for (const std::size_t record : matched.subjects[s].records) matched.subjectOf[record] = s;
    }
    return matched;
}

void Matcher::joinByContact()
{
    std::array<std::unordered_map<std::string_view, std::size_t>, 4> first;
    for (std::size_t i = 0; i < readings_.size(); ++i) {
        for (const KeyedContact& contact : readings_[i].contacts) {
            if (contact.shared) continue;
            const auto [at, fresh] = first.at(static_cast<std::size_t>(contact.kind)).try_emplace(contact.key, i);
            if (!fresh) join(at->second, i);
        }
    }
}

void Matcher::joinSharedContacts()
{
    std::vector<Bearer> shared;
    for (std::size_t i = 0; i < readings_.size(); ++i)
        for (const KeyedContact& contact : readings_[i].contacts)
            if (contact.shared) shared.emplace_back(contact.kind, contact.key, readings_[i].folded, i);
    std::ranges::sort(shared);
    for (std::size_t begin = 0; begin < shared.size();) {
        std::size_t end = begin;
        std::vector<std::size_t> bearers;  // the first of each name
        for (; end < shared.size() && std::get<0>(shared[end]) == std::get<0>(shared[begin])
             && std::get<1>(shared[end]) == std::get<1>(shared[begin]);
             ++end) {
            if (end > begin && std::get<2>(shared[end]) == std::get<2>(shared[end - 1]))
                join(std::get<3>(shared[end]), std::get<3>(shared[end - 1]));
            else bearers.push_back(end);
        }
        if (bearers.size() <= kManyNamesakes) joinBearers(shared, bearers);
        begin = end;
    }
}

void Matcher::joinBearers(const std::vector<Bearer>& shared, const std::vector<std::size_t>& bearers)
{
    // "A. Ruiz" agrees with Ana and with Alan, who do not agree: then nobody knows which of them it is. So a name joins
    // others only when all that agree with it agree with each other.
    std::vector<std::vector<std::size_t>> likes(bearers.size());
    for (std::size_t a = 0; a < bearers.size(); ++a)
        for (std::size_t b = 0; b < bearers.size(); ++b)
            if (namesAgree(std::get<2>(shared[bearers[a]]), std::get<2>(shared[bearers[b]]))) likes[a].push_back(b);
    for (std::size_t a = 0; a < bearers.size(); ++a) {
        if (std::ranges::any_of(likes[a], [&](std::size_t b) { return likes[b] != likes[a]; })) continue;
        for (const std::size_t b : likes[a]) join(std::get<3>(shared[bearers[a]]), std::get<3>(shared[bearers[b]]));
    }
}

void Matcher::gather()
{
    std::vector<std::size_t> clusterOf(readings_.size(), kNone);
    for (std::size_t i = 0; i < readings_.size(); ++i) {
        const std::size_t at = root(i);
        if (clusterOf[at] == kNone) {
            clusterOf[at] = clusters_.size();
            clusters_.emplace_back();
        }
        Cluster& cluster = clusters_[clusterOf[at]];
        const Reading& reading = readings_[i];
        cluster.records.push_back(i);
        if (isFuller(reading.folded, cluster.folded)) cluster.folded = reading.folded;
        for (const std::string& organisation : reading.organisations) addOnce(cluster.organisations, organisation);
        for (const KeyedContact& contact : reading.contacts) {
            const bool known = std::ranges::any_of(cluster.contacts, [&](const KeyedContact& other) {
                return other.kind == contact.kind && other.key == contact.key;
            });
            if (!known) cluster.contacts.push_back(contact);
        }
    }
}

void Matcher::findOwners(Cluster& cluster)
{
    if (nobodyKnown_) return;
    for (KeyedContact& contact : cluster.contacts) contact.owners = reader_.peopleByContact(contact.kind, contact.key);
    for (const std::size_t record : cluster.records)
        for (KeyedContact& contact : readings_[record].contacts)
            for (const KeyedContact& known : cluster.contacts)
                if (known.kind == contact.kind && known.key == contact.key) contact.owners = known.owners;
}

Matcher::KnownName& Matcher::nameOf(const Id& person)
{
    const auto [at, fresh] = names_.try_emplace(person);
    KnownName& known = at->second;
    if (fresh)
        if (const auto row = reader_.row(Kind::Person, person)) {
            known.value = row->values[person::name];
            known.stamp = row->stamps[person::name];
            known.now = known.after = fold(textOf(known.value));
        }
    return known;
}

void Matcher::matchByAddress(Cluster& cluster)
{
    for (const ContactKind kind : {ContactKind::Email, ContactKind::Url}) {
        std::vector<Id> owners;
        for (const KeyedContact& contact : cluster.contacts)
            if (contact.kind == kind && !contact.shared)
                for (const Id& owner : contact.owners) addOnce(owners, owner);
        if (owners.empty()) continue;
        if (owners.size() == 1) cluster.person = owners.front();
        else cluster.reason = kSeveralOwners;
        return;
    }
}

void Matcher::matchByShared()
{
    std::vector<Cluster*> open;
    for (Cluster& cluster : clusters_) {
        const bool decided = !cluster.person.isNil() || !cluster.reason.empty();
        const bool any = std::ranges::any_of(
            cluster.contacts, [](const KeyedContact& contact) { return contact.shared && !contact.owners.empty(); });
        if (!decided && any) open.push_back(&cluster);
    }
    if (open.empty()) return;
    // Who agrees with a name depends on what people are called, and the file itself may give them other names. What
    // holds must hold by the names that they have afterwards, or a second import would find somebody else.
    constexpr int kRounds = 4;
    for (int round = 0; round < kRounds; ++round) {
        nameAfterwards();
        bool news = false;
        for (Cluster* cluster : open) {
            const bool changed = decideByShared(*cluster);
            news = news || changed;
            if (!changed || round + 1 < kRounds) continue;
            cluster->person = {};
            cluster->reason = kSeveral;
        }
        if (!news) return;
    }
}

bool Matcher::decideByShared(Cluster& cluster)
{
    std::vector<Id> owners;
    for (const KeyedContact& contact : cluster.contacts)
        if (contact.shared)
            for (const Id& owner : contact.owners)
                if (namesAgree(nameOf(owner).after, cluster.folded)) addOnce(owners, owner);
    const bool any = !owners.empty();
    // Of several, the one of exactly this name.
    if (owners.size() > 1)
        std::erase_if(owners, [&](const Id& owner) { return nameOf(owner).after != cluster.folded; });
    const Id person = owners.size() == 1 ? owners.front() : Id{};
    const std::string_view reason = any && person.isNil() ? kSeveralOwners : std::string_view{};
    if (cluster.person == person && cluster.reason == reason) return false;
    cluster.person = person;
    cluster.reason = reason;
    return true;
}

void Matcher::nameAfterwards()
{
    for (auto& [person, known] : names_) known.after = known.now;
    std::unordered_map<Id, const Reading*> fullest;
    for (const Cluster& cluster : clusters_) {
        if (cluster.person.isNil()) continue;
        const Reading*& best = fullest[cluster.person];
        for (const std::size_t record : cluster.records)
            if (best == nullptr || isFuller(readings_[record].folded, best->folded)) best = &readings_[record];
    }
    for (Cluster& cluster : clusters_)
        for (const KeyedContact& contact : cluster.contacts) {
            if (!contact.shared) continue;
            for (const Id& owner : contact.owners) {
                const auto said = fullest.find(owner);
                if (said == fullest.end()) continue;
                KnownName& known = nameOf(owner);
                if (replacesName(known.value, known.stamp, *said->second, asOf_)) known.after = said->second->folded;
            }
        }
}

void Matcher::joinByPerson()
{
    for (std::size_t i = 0; i < clusters_.size(); ++i) {
        Cluster& cluster = clusters_[i];
        if (cluster.person.isNil()) continue;
        const auto [at, fresh] = clusterOfPerson_.try_emplace(cluster.person, i);
        if (fresh) continue;
        Cluster& first = clusters_[at->second];
        cluster.mergedInto = at->second;
        first.contacts.insert(first.contacts.end(), cluster.contacts.begin(), cluster.contacts.end());
        for (const std::string& organisation : cluster.organisations) addOnce(first.organisations, organisation);
    }
}

void Matcher::matchByName()
{
    std::unordered_map<std::string_view, std::vector<std::size_t>> namesakes;
    std::vector<std::string_view> order;
    for (std::size_t i = 0; i < clusters_.size(); ++i) {
        Cluster& cluster = clusters_[i];
        if (cluster.mergedInto != kNone || !cluster.reason.empty()) continue;
        if (cluster.folded.empty()) {
            if (cluster.person.isNil()) cluster.reason = kNoName;
            continue;
        }
        auto& group = namesakes[cluster.folded];
        if (group.empty()) order.push_back(cluster.folded);
        group.push_back(i);
    }
    for (const std::string_view name : order) matchNamesakes(std::string(name), namesakes[name]);
}

void Matcher::matchNamesakes(const std::string& folded, const std::vector<std::size_t>& clusters)
{
    std::vector<Candidate> candidates;
    std::vector<std::size_t> open;
    for (const std::size_t i : clusters) {
        if (clusters_[i].person.isNil()) open.push_back(i);
        else candidates.push_back({.person = clusters_[i].person, .cluster = i});
    }
    if (open.empty()) return;
    if (!nobodyKnown_) {
        for (const Id& person : reader_.peopleByFoldedName(folded)) {
            const bool listed = std::ranges::any_of(candidates, [&](const Candidate& c) { return c.person == person; });
            if (listed) continue;
            const auto claimed = clusterOfPerson_.find(person);
            candidates.push_back(
                {.person = person, .cluster = claimed == clusterOfPerson_.end() ? kNone : claimed->second});
        }
    }
    // Those with contact points first, then those with an organisation; among equals by content, not by line.
    const auto rank = [&](std::size_t i) {
        const Cluster& cluster = clusters_[i];
        std::string_view key;
        for (const KeyedContact& contact : cluster.contacts)
            if (key.empty() || contact.key < key) key = contact.key;
        std::string_view organisation;
        for (const std::string& name : cluster.organisations)
            if (organisation.empty() || name < organisation) organisation = name;
        return std::tuple(cluster.contacts.empty(), cluster.organisations.empty(), key, organisation, i);
    };
    std::ranges::sort(open, {}, rank);
    for (const std::size_t i : open) decide(clusters_[i], i, candidates);
}

void Matcher::decide(Cluster& cluster, std::size_t number, std::vector<Candidate>& candidates)
{
    const auto create = [&] {
        cluster.fresh = true;
        candidates.push_back({.person = {}, .cluster = number});
    };
    if (candidates.size() > kManyNamesakes && !cluster.contacts.empty()) return create();

    std::vector<Candidate*> viable;
    for (Candidate& candidate : candidates)
        if (!isContradicted(candidate, cluster)) viable.push_back(&candidate);
    if (!cluster.organisations.empty()) {
        std::vector<Candidate*> colleagues;
        for (Candidate* candidate : viable)
            if (worksAt(*candidate, cluster)) colleagues.push_back(candidate);
        if (colleagues.size() == 1) return assign(cluster, *colleagues.front());
        if (colleagues.size() > 1) {
            cluster.reason = kSeveral;
            return;
        }
        if (candidates.size() == 1 && viable.size() == 1 && !hasOrganisation(*viable.front()))
            return assign(cluster, *viable.front());
        return create();
    }
    if (candidates.size() == 1 && viable.size() == 1) return assign(cluster, *viable.front());
    if (cluster.contacts.empty() && !candidates.empty()) {
        cluster.reason = kSeveral;
        return;
    }
    create();
}

void Matcher::assign(Cluster& cluster, Candidate& candidate)
{
    const std::size_t number = static_cast<std::size_t>(&cluster - clusters_.data());
    if (candidate.cluster == kNone) {
        cluster.person = candidate.person;
        clusterOfPerson_.emplace(candidate.person, number);
        candidate.cluster = number;
        return;
    }
    Cluster& other = clusters_[candidate.cluster];
    cluster.mergedInto = candidate.cluster;
    other.contacts.insert(other.contacts.end(), cluster.contacts.begin(), cluster.contacts.end());
    for (const std::string& organisation : cluster.organisations) addOnce(other.organisations, organisation);
}

}  // namespace kith::importing
