// Port: the workspace as use cases see it: one place to write, several ways to read.
#pragma once

#include <kith/base/clock.h>
#include <kith/domain/warmth_weights.h>
#include <kith/usecases/agenda_queries.h>
#include <kith/usecases/match_queries.h>
#include <kith/usecases/network_queries.h>
#include <kith/usecases/people_queries.h>
#include <kith/usecases/pipeline_queries.h>
#include <kith/usecases/search_queries.h>
#include <kith/usecases/search_shelf.h>
#include <kith/usecases/space_queries.h>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace kith {

class WorkspaceReader : public PeopleQueries,
                        public AgendaQueries,
                        public MatchQueries,
                        public SearchQueries,
                        public SpaceQueries {
public:
    /// A setting of this workspace file on this machine (not replicated); empty when never set.
    [[nodiscard]] virtual std::string setting(std::string_view key) const = 0;
    /// Who knows whom, read from the same state.
    [[nodiscard]] virtual const NetworkQueries& network() const = 0;
    /// Pools and pipelines, read from the same state.
    [[nodiscard]] virtual const PipelineQueries& pipelines() const = 0;
    /// Until it is destroyed, all reads see the workspace as it is now, and many small ones are faster. Nothing may be
    /// written through the same connection meanwhile.
    [[nodiscard]] virtual std::shared_ptr<void> holdStill() const { return {}; }
};

/// An import that can be taken back.
struct Batch {
    std::int64_t command = 0;
    std::string subject;  ///< file name
    Instant at;
    std::size_t rows = 0;
    bool undone = false;
};

/// A command that undo or redo would act on.
struct CommandLabel {
    CommandKind kind{};
    std::string subject;
};

/// What became of a command taken back.
struct Reverted {
    ChangeSet changes;
    /// Rows and fields left alone because somebody changed them since.
    std::size_t kept = 0;
};

/// How somebody waits for a long command: they see how far it is, and may call it off.
struct CommandWatch {
    /// Once asked to stop, the command fails with Cancelled and nothing was changed; unless it was all but done.
    std::stop_token stop{};
    /// Called now and then, on the thread of the command: how much is done, and how much there is. Both count from the
    /// start of the command to its end and have no unit.
    std::function<void(std::size_t done, std::size_t all)> progress{};
};

/// Writes. All calls come from one thread, each is one durable transaction; when one fails nothing was changed.
class WorkspaceWriter {
public:
    virtual ~WorkspaceWriter() = default;

    /// Applies an edit as one command: durable when it returns. Fields that already have their value are left out
    /// of the ChangeSet; an edit that changes nothing yields an empty ChangeSet and no journal entry. Refuses
    /// references to rows that do not exist (BadInput).
    virtual Result<ChangeSet> apply(const Edit& edit, const CommandWatch& watch) = 0;
    Result<ChangeSet> apply(const Edit& edit) { return apply(edit, CommandWatch{}); }

    /// Takes back the latest command not yet undone; NotFound when there is none. The last 200 are kept.
    virtual Result<Reverted> undo() = 0;
    virtual Result<Reverted> redo() = 0;
    /// Takes back one command wherever it is in the journal, keeping whatever was changed since: for imports.
    virtual Result<Reverted> revert(std::int64_t command) = 0;

    [[nodiscard]] virtual std::optional<CommandLabel> nextUndo() const = 0;
    [[nodiscard]] virtual std::optional<CommandLabel> nextRedo() const = 0;
    [[nodiscard]] virtual std::vector<Batch> batches() const = 0;

    virtual Result<void> setSetting(std::string_view key, std::string_view value) = 0;

    /// Takes a person and all that belongs to them out of the file to the last byte: rows, what undo and redo knew of
    /// them, the search index, drafts and old pages. There is no way back, and the journal has no entry of it. Conflict
    /// for a workspace that is signed in (there the server erases, sync/administration.h), NotFound for nobody.
    /// Erasing ends when the last reader lets go of old pages, at the latest when the workspace is closed.
    virtual Result<ChangeSet> erase(const Id& person) = 0;

    [[nodiscard]] virtual SearchShelf& searchShelf() = 0;

    /// An empty workspace is about to be filled: until endFilling(), or until it is opened the next time, writing does
    /// less and finding takes longer. What is there, and what reads say, is the same.
    virtual Result<void> beginFilling() { return {}; }
    virtual Result<void> endFilling() { return {}; }
};

/// What every use case is given.
struct Services {
    WorkspaceWriter& writer;
    const WorkspaceReader& reader;
    const Clock& clock;
    const Zone& zone;
    IdSource& ids;
};

/// Keys of settings that use cases know.
namespace settings {
inline constexpr std::string_view kMe = "me";  ///< id of the person who sits here
inline constexpr std::string_view kOrganisation = "organisation";  ///< our own organisation's name
inline constexpr std::string_view kRegion = "region";  ///< ISO 3166 country for phone numbers
/// A file of certificates (PEM) that are trusted for the server besides the system's; empty for none.
inline constexpr std::string_view kCaFile = "ca_file";
inline constexpr std::string_view kWarmthWeights =
    "warmth_weights";  ///< see warmth_weights.h; empty for the usual ones
inline constexpr std::string_view kTaxonomy = "taxonomy";  ///< see taxonomy.h; empty for none
}  // namespace settings

/// Where a phone number without a country code is from: settings::kRegion, or the default of contact_key.h.
[[nodiscard]] std::string regionOf(const WorkspaceReader& reader);
/// What warmth counts with: settings::kWarmthWeights, or the usual ones.
[[nodiscard]] WarmthWeights warmthWeightsOf(const WorkspaceReader& reader);

}  // namespace kith
