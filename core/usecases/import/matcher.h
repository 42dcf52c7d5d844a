// Decides which records of a file are about the same person, and who of the workspace that is.
#pragma once

#include <kith/usecases/import/reading.h>
#include <kith/usecases/workspace.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace kith::importing {

/// A person as the file has it: one or more records, known to the workspace or new.
struct Subject {
    std::vector<std::size_t> records;  ///< indices, ascending
    Id person;  ///< nil for a new person
    std::string reason;  ///< why the records cannot be used; empty when they can
};

struct Matched {
    std::vector<Subject> subjects;
    std::vector<std::size_t> subjectOf;  ///< by record
};

/// The rules are those of PreviewImport. The outcome does not depend on the order of the records.
class Matcher {
public:
    /// `asOf` is the day on which the file was true: it says which names the file replaces.
    Matcher(const WorkspaceReader& reader, std::vector<Reading>& readings, Date asOf);

    /// Fills in the owners of the readings' contact points. Cancelled when `stop` returns true in between.
    [[nodiscard]] Result<Matched> match(const std::function<bool(std::size_t done)>& stop);

private:
    struct Cluster {
        std::vector<std::size_t> records;
        std::string folded;  ///< the fullest of the records' names
        std::vector<KeyedContact> contacts;
        std::vector<std::string> organisations;
        Id person;
        std::string reason;
        bool fresh = false;  ///< decided to be a new person
        std::size_t mergedInto = kNone;
    };
    /// A known person's name, now and once the file has been imported; folded.
    struct KnownName {
        Value value;
        std::optional<Stamp> stamp;
        std::string now;
        std::string after;
    };
    /// Somebody whom a bare name may mean: a known person or a cluster decided before.
    struct Candidate {
        Id person;
        std::size_t cluster = kNone;
        std::optional<std::vector<KeyedContact>> contacts{};  ///< of the known person, read when needed
        std::optional<std::vector<std::string>> organisations{};
    };
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    void joinByContact();
    /// Kind, key, folded name and record of a shared contact point.
    using Bearer = std::tuple<ContactKind, std::string_view, std::string_view, std::size_t>;
    void joinSharedContacts();
    /// Joins those of one shared contact point whose names agree; `bearers` are indices, one for each name.
    void joinBearers(const std::vector<Bearer>& shared, const std::vector<std::size_t>& bearers);
    void gather();
    void findOwners(Cluster& cluster);
    /// By addresses that only one person can have. The strongest that anybody known has decides.
    void matchByAddress(Cluster& cluster);
    /// By phones, handles and shared mailboxes, for those whom no address decided.
    void matchByShared();
    /// Says who bears a shared contact point of the cluster and a name that agrees; whether that is news.
    bool decideByShared(Cluster& cluster);
    /// What known people are called once the clusters decided so far are imported.
    void nameAfterwards();
    void joinByPerson();
    void matchByName();
    void matchNamesakes(const std::string& folded, const std::vector<std::size_t>& clusters);
    void decide(Cluster& cluster, std::size_t number, std::vector<Candidate>& candidates);
    [[nodiscard]] bool worksAt(Candidate& candidate, const Cluster& cluster);
    [[nodiscard]] bool hasOrganisation(Candidate& candidate);
    [[nodiscard]] bool isContradicted(Candidate& candidate, const Cluster& cluster);
    void load(Candidate& candidate);
    void assign(Cluster& cluster, Candidate& candidate);
    [[nodiscard]] KnownName& nameOf(const Id& person);
    [[nodiscard]] std::size_t root(std::size_t record);
    void join(std::size_t a, std::size_t b);

    const WorkspaceReader& reader_;
    std::vector<Reading>& readings_;
    bool nobodyKnown_;
    std::vector<std::size_t> parent_;
    std::vector<Cluster> clusters_;
    std::unordered_map<Id, std::size_t> clusterOfPerson_;
    std::unordered_map<Id, KnownName> names_;
    Date asOf_;
};

}  // namespace kith::importing
