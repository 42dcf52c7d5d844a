#include <kith/sync/access.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace kith::sync {

namespace {

constexpr std::array<std::string_view, 4> kRoleWords = {"recruiter", "business-manager", "partner", "administrator"};
constexpr std::array<std::string_view, 4> kRightsWords = {"none", "read", "write", "manage"};

template <class E, std::size_t N>
std::optional<E> found(const std::array<std::string_view, N>& words, std::string_view word)
{
    const auto at = std::ranges::find(words, word);
    if (at == words.end()) return std::nullopt;
    return static_cast<E>(at - words.begin());
}

/// Kinds that are treated alike.
enum class Family : std::uint8_t {
    Space,
    Conflict,
    Person,  ///< a person and the facts about them
    Relation,  ///< what people do together, and what they look for
    Plan,  ///< how relationships are tended: pools, pipelines and their stages
    Vocabulary,  ///< what everybody shares
    Confidence,  ///< facts that few may see
};

Family familyOf(Kind kind)
{
    switch (kind) {
    case Kind::Space: return Family::Space;
    case Kind::Conflict: return Family::Conflict;
    case Kind::Person:
    case Kind::Affiliation:
    case Kind::ContactPoint: return Family::Person;
    case Kind::Tie:
    case Kind::Interaction:
    case Kind::Participant:
    case Kind::Reminder:
    case Kind::PersonSkill:
    case Kind::PersonTag:
    case Kind::SamePerson:
    case Kind::SavedSearch:
    case Kind::PoolMember:
    case Kind::Placement:
    case Kind::Move: return Family::Relation;
    case Kind::Pool:
    case Kind::Pipeline:
    case Kind::Stage: return Family::Plan;
    case Kind::Organisation:
    case Kind::Area:
    case Kind::Skill:
    case Kind::Tag:
    case Kind::Alias: return Family::Vocabulary;
    case Kind::PayExpectation: return Family::Confidence;
    }
    return Family::Space;
}

bool managerMayWrite(Family family, Action action)
{
    if (family == Family::Relation) return true;
    if (family == Family::Vocabulary) return action == Action::Create;
    if (family == Family::Plan) return false;
    return action == Action::Create || action == Action::Change;
}

bool partnerMayWrite(Family family, Action action)
{
    if (action == Action::Move) return false;
    if (family == Family::Vocabulary) return action == Action::Create;
    return family == Family::Person || family == Family::Relation;
}

}  // namespace

std::string_view wordOf(Role role)
{
    return kRoleWords.at(static_cast<std::size_t>(role));
}

std::string_view wordOf(Rights rights)
{
    return kRightsWords.at(static_cast<std::size_t>(rights));
}

std::optional<Role> roleOf(std::string_view word)
{
    return found<Role>(kRoleWords, word);
}

std::optional<Rights> rightsOf(std::string_view word)
{
    return found<Rights>(kRightsWords, word);
}

bool mayDo(Role role, Rights rights, Kind kind, Action action)
{
    if (action == Action::Read) return rights >= Rights::Read;
    if (rights < Rights::Write) return false;
    const Family family = familyOf(kind);
    if (family == Family::Space) return false;
    if (family == Family::Conflict) return action == Action::Change;
    switch (role) {
    case Role::Recruiter:
    case Role::Administrator: return true;
    case Role::BusinessManager: return managerMayWrite(family, action);
    case Role::Partner: return partnerMayWrite(family, action);
    }
    return false;
}

}  // namespace kith::sync
