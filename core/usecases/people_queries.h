// Port: what pages and the command line ask about people.
#pragma once

#include <kith/base/error.h>
#include <kith/domain/change.h>
#include <kith/domain/warmth.h>
#include <kith/usecases/pipeline_views.h>
#include <kith/usecases/row_number.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kith {

/// One line of a list of people.
struct PersonCard {
    RowNumber row = 0;
    Id id;
    std::string name;
    std::string title;  ///< role of the current affiliation
    std::string organisation;  ///< organisation of the current affiliation
    std::string area;
    std::string city;
    Facets facets;
    int warmth = 0;
    Band band = Band::Cold;
    std::optional<Instant> lastInteraction;
    std::string heldBy;  ///< the colleague of the latest contact; empty when nobody
};

struct ContactPointView {
    Id id;
    ContactKind kind{};
    std::string value;
    std::string label;
    Source source;
};

struct AffiliationView {
    Id id;
    Id organisationId;
    std::string organisation;
    std::string area;
    std::string role;
    std::optional<Date> since;
    std::optional<Date> until;
    Source source;
};

struct SkillView {
    Id id;
    std::string name;
    SkillLevel level{};
    Evidence evidence{};
    std::string observedBy;
    std::optional<Date> observedOn;
    Source source;
};

struct TieView {
    Id id;
    Id person;  ///< the other one
    std::string name;
    TieKind kind{};
    double strength = 0;
    bool outgoing = true;  ///< the person shown is `a` of the tie (they manage, they referred)
    std::optional<Date> since;
    std::string note;
    Source source;
};

struct ParticipantView {
    Id person;
    std::string name;
    bool colleague = false;
};

struct InteractionView {
    Id id;
    Instant at;
    Channel channel{};
    Direction direction{};
    Depth depth{};
    int minutes = 0;
    std::string text;
    std::vector<ParticipantView> participants;
    bool isPrivate = false;  ///< only whoever sits here can read it
};

struct ReminderView {
    Id id;
    Id person;
    std::string name;
    ReminderKind kind{};
    ReminderState state{};
    std::string reason;
    Date due{};
    std::string rrule;
    Id assignee;
    std::string assigneeName;
    std::optional<Date> snoozedFrom;
    std::string snoozeReason;
};

/// A field of the person itself with where it comes from.
struct FactView {
    FieldIndex field = 0;  ///< of Kind::Person
    std::string value;
    Source source;
    Instant enteredAt{};
};

struct TagView {
    Id id;  ///< of the PersonTag row
    std::string name;
};

struct PayView {
    Id id;
    std::string amount;
    std::optional<Date> statedOn;
    Source source;
};

/// A record that was merged into the person shown.
struct MergedView {
    Id person;
    std::string name;  ///< in that record
    Instant at{};  ///< when they were merged
};

/// Off-limits or do-not-contact, as it was set (approach.h says what holds on a day).
struct ApproachView {
    Approach approach{};
    std::string reason;
    std::optional<Date> until;
    Source source;
};

struct PersonDetail {
    PersonCard card;
    Id space;
    ApproachView approach;  ///< the most protective of all that were merged
    std::vector<MergedView> merged;  ///< the earliest first
    std::vector<PayView> pay;  ///< latest first
    std::string given;
    std::string family;
    std::string about;
    std::vector<FactView> facts;
    std::vector<ContactPointView> contactPoints;
    std::vector<AffiliationView> affiliations;  ///< current first, then latest first
    std::vector<SkillView> skills;
    std::vector<TagView> tags;
    std::vector<TieView> ties;
    std::vector<InteractionView> interactions;  ///< latest first, at most the limit asked for
    std::size_t interactionCount = 0;
    std::vector<ReminderView> reminders;  ///< open ones, soonest first
    std::vector<MembershipView> pools;  ///< by name
    std::vector<PlacementOfPerson> placements;  ///< by pipeline; those that were left come last
    Warmth warmth;
    WarmthWeights weights;  ///< that it counts with
};

enum class PeopleOrder : std::uint8_t { Name, Title, Organisation, City, LastInteraction, Warmth };

struct PeopleFilter {
    /// Words that must all begin a word of name, title, organisation, city, skills or e-mail; folded by the store.
    std::string words{};
    /// Nobody but these rows, ascending: what a search found. Null for everybody.
    std::shared_ptr<const std::vector<RowNumber>> among{};
    /// Any of these facets; empty for everybody.
    Facets facets{};
    /// Only people with whom this colleague has spoken (the business manager's "my people").
    Id heldBy{};
    PeopleOrder order = PeopleOrder::Name;
    bool descending = false;
};

/// Reads about people. Every call sees one consistent state of the workspace. Of people who were merged the one who is
/// shown stands for all, everywhere; asked about another of them these answer about the one.
class PeopleQueries {
public:
    virtual ~PeopleQueries() = default;

    [[nodiscard]] virtual std::size_t countPeople() const = 0;
    /// Row numbers of all people that pass, in order. `stop` may be set from another thread: the call then returns
    /// Cancelled soon. O(matches).
    [[nodiscard]] virtual Result<std::vector<RowNumber>> listPeople(const PeopleFilter& filter, Instant now,
                                                                    const std::atomic<bool>* stop = nullptr) const = 0;
    /// Cards in the order asked; rows that no longer exist are left out. O(rows).
    [[nodiscard]] virtual std::vector<PersonCard> cards(std::span<const RowNumber> rows, Instant now) const = 0;
    [[nodiscard]] virtual std::optional<PersonCard> card(const Id& person, Instant now) const = 0;
    [[nodiscard]] virtual std::optional<PersonDetail> person(const Id& id, Instant now,
                                                             std::size_t interactions = 200) const = 0;
    /// At most `limit` people for a name typed so far, best first: for completion.
    [[nodiscard]] virtual std::vector<PersonCard> suggest(std::string_view words, std::size_t limit,
                                                          Instant now) const = 0;
    /// Resolves what a person wrote for a person: id, e-mail, profile URL, phone or name (cli.md, PERSON).
    /// NotFound or Ambiguous with a sentence that lists up to ten candidates.
    [[nodiscard]] virtual Result<Id> resolvePerson(std::string_view text) const = 0;
    [[nodiscard]] virtual std::optional<InteractionView> interaction(const Id& id) const = 0;
    [[nodiscard]] virtual std::optional<ReminderView> reminder(const Id& id) const = 0;
};

}  // namespace kith
