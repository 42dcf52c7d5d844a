// Importing a file: parsed records are matched with the workspace, planned, shown, and applied as one command.
#pragma once

#include <kith/exchange/record.h>
#include <kith/usecases/workspace.h>

#include <array>
#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kith {

enum class ImportAction : std::uint8_t {
    Create,  ///< a new person, tie or interaction
    Update,  ///< adds to or changes what is known
    Unchanged,  ///< says nothing new
    Reject,  ///< left out; `reason` says why
};

/// One thing a record says differently from the workspace.
struct ImportDifference {
    enum class What : std::uint8_t {
        Added,  ///< `after` is new
        Changed,  ///< `after` replaces `before`, which came from an earlier import
        Ended,  ///< the affiliation `before` ends, because the file names another
        KeptTyped,  ///< `before` stays, because a person typed it (or removed it) by hand; the file says `after`
        KeptNewer,  ///< `before` stays, because it is from a later date than the file
        NotTaken,  ///< `after` cannot be used; `note` says why
    };
    What what{};
    std::string field;  ///< a word for people: "city", "position", "e-mail" …
    std::string before{};
    std::string after{};
    std::string note{};
    friend bool operator==(const ImportDifference&, const ImportDifference&) = default;
};

/// What two exports taken at different times show about a person.
enum class ImportNews : std::uint8_t { None, NewConnection, NewEmployer, NewPosition };

/// What becomes of one record of the file.
struct PlannedRecord {
    std::size_t line = 0;
    ImportAction action{};
    Id id;  ///< the person (tie, interaction) matched or to be made; nil when rejected
    std::string name;  ///< the person's name; for ties and interactions, the people
    std::string detail{};  ///< "Staff Engineer, Norsk Data"; the kind of tie; the day of the interaction
    std::string reason{};  ///< a sentence, when rejected
    ImportNews news = ImportNews::None;
    std::string newsWords{};  ///< "new employer Beta, was Acme"
    std::vector<ImportDifference> differences{};  ///< empty for Create, except what was not taken
};

/// How many records of each kind; they add up to the records of the file. The first record of a new person counts as
/// created; a later one of the same file about the same person as updated or unchanged.
struct ImportTotals {
    std::size_t created = 0;
    std::size_t updated = 0;
    std::size_t unchanged = 0;
    std::size_t rejected = 0;
    friend bool operator==(const ImportTotals&, const ImportTotals&) = default;
};

struct ImportOptions {
    /// Name of the file without its folder: the command's subject and the detail of every fact's source.
    std::string fileName{};
    /// The day on which the file was true (the export's date); nothing means today.
    std::optional<Date> asOf{};
    /// Called now and then with records done and records in all.
    std::function<void(std::size_t, std::size_t)> progress{};
    /// Set from another thread to stop; plan() then fails with Cancelled.
    const std::atomic<bool>* cancel = nullptr;
};

/// What an import will do, to the last row: a dry run is a plan that nobody applies.
struct ImportPlan {
    std::vector<PlannedRecord> records;  ///< in the order of the file's lines, rejected lines among them
    ImportTotals totals;
    std::array<std::size_t, 4> news{};  ///< how many records of each ImportNews
    Edit edit;  ///< the rows to write

    /// What the plan was made from, so that a workspace that changed meanwhile is noticed.
    struct Basis {
        std::size_t people = 0;
        struct Field {
            Kind kind{};
            Id id;
            FieldIndex field = 0;
            Value value;
        };
        std::vector<Field> fields{};
    } basis;
};

struct ImportSummary {
    std::int64_t batch = 0;  ///< the command's number, for undo-import; 0 when there was nothing to do
    std::size_t created = 0;
    std::size_t updated = 0;
    std::size_t unchanged = 0;
    std::vector<exchange::Rejection> rejected;
    ChangeSet changes;
};

/// Origin of the facts of a format: "linkedin", "csv", "vcard", "jsonresume".
[[nodiscard]] std::string_view originOf(exchange::Format format);

/// Makes the plan; reads only, so it may run beside the writer.
///
/// A record belongs to a known person, in this order: by e-mail, profile URL, phone or handle (contact_key.h); by
/// folded name together with an organisation, current or past; by name alone, when exactly one person bears it and
/// neither an organisation nor a contact point contradicts. Phones and shared mailboxes ("info@") count only when the
/// names agree too. Addresses that belong to different people: the strongest wins (e-mail, then URL, then phone), the
/// others are not taken; when one strength names several people the record is rejected. So is a bare name that fits
/// several. Records of the file about the same person become one, whatever their order; they have the
/// fullest of its names, and for other single facts the first line says it.
///
/// A name is replaced only by one that shares a word with it. What a person typed stays, and so does what is known from
/// a later day than the file's. Facts of earlier imports are replaced. Empty values erase nothing. Contact points,
/// skills, tags and facets are added, never removed. A current position that the file no longer names ends on the
/// file's day if an import had brought it; typed ones stay and the difference is shown. The "source" column is kept as
/// a last line of the notes ("Source: referral"). A LinkedIn connection is a tie "knows" with the person who sits here
/// (settings::kMe), since the day of the connection.
///
/// O(records × a handful of indexed look-ups).
class PreviewImport {
public:
    explicit PreviewImport(Services& services)
        : PreviewImport(services.reader, services.clock, services.zone, services.ids)
    {
    }
    PreviewImport(const WorkspaceReader& reader, const Clock& clock, const Zone& zone, IdSource& ids)
        : reader_(reader), clock_(clock), zone_(zone), ids_(ids)
    {
    }

    /// Cancelled when called off; otherwise there is always a plan, if only of rejected lines.
    [[nodiscard]] Result<ImportPlan> plan(const exchange::ParsedFile& file, const ImportOptions& options) const;

private:
    const WorkspaceReader& reader_;
    const Clock& clock_;
    const Zone& zone_;
    IdSource& ids_;
};

/// Applies a plan as one command that can be undone or taken back as a batch.
class ApplyImport {
public:
    explicit ApplyImport(Services& services) : services_(services) { }

    /// Conflict when the workspace changed under the plan; nothing was changed then, and a new plan is needed.
    /// Called off, it leaves nothing of the file behind.
    [[nodiscard]] Result<ImportSummary> apply(const ImportPlan& plan, const CommandWatch& watch = {}) const;

private:
    Services& services_;
};

}  // namespace kith
