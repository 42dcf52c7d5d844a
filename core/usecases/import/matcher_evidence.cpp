// What speaks for a candidate and what against: where they work, and contact points that nobody else can have.
#include <kith/usecases/import/matcher.h>

#include <kith/domain/contact_key.h>

#include <algorithm>

namespace kith::importing {

void Matcher::load(Candidate& candidate)
{
    if (candidate.contacts) return;
    candidate.contacts.emplace();
    candidate.organisations.emplace();
    if (candidate.person.isNil()) return;
    for (const Row& row : reader_.rowsReferring(Kind::ContactPoint, contact_point::person, candidate.person)) {
        const auto kind = static_cast<ContactKind>(intOf(row.values[contact_point::kind]));
        if (kind != ContactKind::Email && kind != ContactKind::Url) continue;
        std::string key = contactKey(kind, textOf(row.values[contact_point::value]));
        if (key.empty()) continue;
        const bool shared = kind == ContactKind::Email && isRoleMailbox(key);
        candidate.contacts->push_back({0, kind, std::move(key), shared, {}});
    }
    candidate.organisations = reader_.foldedOrganisationsOf(candidate.person);
}

bool Matcher::isContradicted(Candidate& candidate, const Cluster& cluster)
{
    if (cluster.contacts.empty()) return false;
    if (candidate.cluster != kNone
        && contradict(clusters_[candidate.cluster].contacts, cluster.contacts, Strictness::SameFile))
        return true;
    load(candidate);
    return contradict(*candidate.contacts, cluster.contacts, Strictness::Elsewhere);
}

bool Matcher::worksAt(Candidate& candidate, const Cluster& cluster)
{
    load(candidate);
    return std::ranges::any_of(cluster.organisations, [&](const std::string& organisation) {
        const auto holds = [&](const std::vector<std::string>& list) {
            return std::ranges::find(list, organisation) != list.end();
        };
        return holds(*candidate.organisations)
            || (candidate.cluster != kNone && holds(clusters_[candidate.cluster].organisations));
    });
}

bool Matcher::hasOrganisation(Candidate& candidate)
{
    load(candidate);
    return !candidate.organisations->empty()
        || (candidate.cluster != kNone && !clusters_[candidate.cluster].organisations.empty());
}

}  // namespace kith::importing
