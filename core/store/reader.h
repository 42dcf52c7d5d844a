// Reads the workspace over one connection: the queries that pages and use cases know as ports.
#pragma once

#include <kith/sqlite/connection.h>
#include <kith/store/network_reader.h>
#include <kith/store/pipeline_reader.h>
#include <kith/usecases/workspace.h>

#include <memory>
#include <unordered_map>

namespace kith::store {

class Interned;

/// Confined to one thread. Over a connection of its own it sees the latest committed state; over the writer's
/// connection also what the running command has written.
class Reader final : public WorkspaceReader {
public:
    /// Borrows the connection.
    explicit Reader(sqlite::Connection& connection);
    /// Owns the connection.
    explicit Reader(std::unique_ptr<sqlite::Connection> connection);
    ~Reader() override;
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    [[nodiscard]] std::size_t countPeople() const override;
    [[nodiscard]] Result<std::vector<RowNumber>> listPeople(const PeopleFilter& filter, Instant now,
                                                            const std::atomic<bool>* stop) const override;
    [[nodiscard]] std::vector<PersonCard> cards(std::span<const RowNumber> rows, Instant now) const override;
    [[nodiscard]] std::optional<PersonCard> card(const Id& person, Instant now) const override;
    [[nodiscard]] std::optional<PersonDetail> person(const Id& id, Instant now,
                                                     std::size_t interactions) const override;
    [[nodiscard]] std::vector<PersonCard> suggest(std::string_view words, std::size_t limit,
                                                  Instant now) const override;
    [[nodiscard]] Result<Id> resolvePerson(std::string_view text) const override;
    [[nodiscard]] std::optional<InteractionView> interaction(const Id& id) const override;
    [[nodiscard]] std::optional<ReminderView> reminder(const Id& id) const override;

    [[nodiscard]] std::vector<AgendaItem> agenda(std::optional<Date> from, Date until, const Id& assignee, Instant now,
                                                 std::size_t limit) const override;
    [[nodiscard]] std::size_t countDue(Date until, const Id& assignee) const override;

    [[nodiscard]] std::vector<Id> peopleByContact(ContactKind kind, std::string_view key) const override;
    [[nodiscard]] std::vector<Id> peopleByFoldedName(std::string_view folded) const override;
    [[nodiscard]] std::vector<std::string> foldedOrganisationsOf(const Id& person) const override;
    [[nodiscard]] std::optional<Id> namedRow(Kind kind, std::string_view folded) const override;
    [[nodiscard]] std::optional<Row> row(Kind kind, const Id& id) const override;
    [[nodiscard]] Id shownFor(const Id& person) const override;
    [[nodiscard]] std::vector<Id> mergedInto(const Id& person) const override;
    [[nodiscard]] std::vector<Row> rowsReferring(Kind kind, FieldIndex field, const Id& target) const override;
    [[nodiscard]] std::vector<Row> rowsRemovedByHand(Kind kind, FieldIndex field, const Id& target) const override;
    void forEachRow(Kind kind, const std::function<bool(const Row&)>& visit) const override;

    [[nodiscard]] Result<Id> readDocuments(const Reading& reading, const VisitDocument& visit) const override;
    [[nodiscard]] Result<std::optional<search::PersonDocument>> document(std::uint32_t person,
                                                                         const Reading& reading) const override;
    [[nodiscard]] SearchTouch touchedForSearch(const ChangeSet& changes) const override;
    [[nodiscard]] Result<std::uint32_t> readWarmth(std::uint32_t after, const Reading& reading,
                                                   const VisitWarmth& visit) const override;
    [[nodiscard]] std::size_t keptPieces(std::string_view format) const override;
    [[nodiscard]] Result<std::string> keptPiece(std::size_t number) const override;
    [[nodiscard]] std::vector<std::uint32_t> touchedSinceKept() const override;
    [[nodiscard]] Result<void> forEachNote(std::span<const std::uint32_t> people, const Visit& visit) const override;

    [[nodiscard]] std::vector<SpaceView> spaces() const override;

    [[nodiscard]] std::string setting(std::string_view key) const override;
    [[nodiscard]] const NetworkQueries& network() const override { return network_; }
    [[nodiscard]] const PipelineQueries& pipelines() const override { return pipelines_; }
    [[nodiscard]] std::shared_ptr<void> holdStill() const override;

private:
    [[nodiscard]] PersonCard cardFrom(const sqlite::Statement& statement, Instant now,
                                      const WarmthWeights& weights) const;
    /// The kept sums of a person's warmth, from the column of the last contact and the first of four sums.
    [[nodiscard]] static std::optional<WarmthBasis> basisFrom(const sqlite::Statement& statement, int last, int sums);
    [[nodiscard]] int warmthNow(const WarmthBasis& basis, const Id& person, Instant now,
                                const WarmthWeights& weights) const;
    /// Warmth by row number, 0 for whoever was not spoken to. O(people), in one pass.
    [[nodiscard]] std::vector<std::uint8_t> warmthByRow(RowNumber last, Instant now,
                                                        const std::atomic<bool>* stop) const;
    [[nodiscard]] std::vector<RowNumber> byWarmth(std::vector<RowNumber> rows, Instant now, bool descending,
                                                  const std::atomic<bool>* stop) const;
    [[nodiscard]] InteractionView interactionFrom(const sqlite::Statement& statement) const;
    [[nodiscard]] ReminderView reminderFrom(const sqlite::Statement& statement) const;
    /// Rows for rowsReferring() and rowsRemovedByHand(); nothing for a field that is no reference.
    [[nodiscard]] std::optional<sqlite::Statement> referring(Kind kind, FieldIndex field, const Id& target,
                                                             bool removed) const;
    [[nodiscard]] Row rowFrom(Kind kind, const sqlite::Statement& statement) const;
    /// Of somebody who is shown: the other records, and the approach that protects most of all of them.
    void addMerged(PersonDetail& detail, const Id& id, Instant now) const;
    /// Of everybody behind a person, or of `only` one.
    [[nodiscard]] Result<Id> readDocuments(const Reading& reading, const Id* only, const VisitDocument& visit) const;
    void addParts(PersonDetail& detail, const Id& id) const;
    void addPay(PersonDetail& detail, const Id& id) const;
    void addTies(PersonDetail& detail, const Id& id) const;
    void addTimeline(PersonDetail& detail, const Id& id, std::size_t limit) const;

    std::unique_ptr<sqlite::Connection> owned_;
    sqlite::Connection& connection_;
    std::unique_ptr<Interned> interned_;
    NetworkReader network_;
    PipelineReader pipelines_;
    mutable std::unordered_map<std::int64_t, Id> spaces_;  ///< by local number, within one call: signing in changes ids
};

}  // namespace kith::store
