// A workspace that only remembers what it was asked to write.
#pragma once

#include <kith/support/fake_network.h>
#include <kith/usecases/workspace.h>

#include <map>
#include <string>
#include <vector>

namespace kith::test {

class RecordingWriter : public WorkspaceWriter {
public:
    Result<ChangeSet> apply(const Edit& edit, const CommandWatch& /*watch*/) override
    {
        if (failAt == edits.size()) return fail(ErrorCode::DiskFull, "No space is left; nothing was changed.");
        edits.push_back(edit);
        return ChangeSet{};
    }
    Result<Reverted> undo() override { return fail(ErrorCode::NotFound, "Nothing to undo."); }
    Result<Reverted> redo() override { return fail(ErrorCode::NotFound, "Nothing to redo."); }
    Result<Reverted> revert(std::int64_t) override { return fail(ErrorCode::NotFound, "No such import."); }
    [[nodiscard]] std::optional<CommandLabel> nextUndo() const override { return {}; }
    [[nodiscard]] std::optional<CommandLabel> nextRedo() const override { return {}; }
    [[nodiscard]] std::vector<Batch> batches() const override { return {}; }
    Result<void> setSetting(std::string_view key, std::string_view value) override
    {
        settings[std::string(key)] = value;
        return {};
    }
    Result<ChangeSet> erase(const Id&) override { return fail(ErrorCode::NotFound, "Nobody to erase."); }
    [[nodiscard]] SearchShelf& searchShelf() override { return shelf_; }

    std::vector<Edit> edits;
    std::map<std::string, std::string> settings;
    std::size_t failAt = static_cast<std::size_t>(-1);

private:
    struct NoShelf final : SearchShelf {
        Result<Ticket> begin() override { return Ticket{}; }
        Result<void> put(Ticket, std::size_t, std::string_view) override { return {}; }
        Result<void> finish(Ticket, std::string_view, std::size_t) override { return {}; }
    };
    NoShelf shelf_;
};

class EmptyReader final : public WorkspaceReader {
public:
    std::size_t people = 0;
    std::string organisationName;
    std::optional<Id> organisationId;

    [[nodiscard]] std::string setting(std::string_view key) const override
    {
        return key == settings::kOrganisation ? organisationName : std::string{};
    }
    [[nodiscard]] std::size_t countPeople() const override { return people; }
    [[nodiscard]] std::optional<Id> namedRow(Kind, std::string_view) const override { return organisationId; }

    [[nodiscard]] Result<std::vector<RowNumber>> listPeople(const PeopleFilter&, Instant,
                                                            const std::atomic<bool>*) const override
    {
        return {};
    }
    [[nodiscard]] std::vector<PersonCard> cards(std::span<const RowNumber>, Instant) const override { return {}; }
    [[nodiscard]] std::optional<PersonCard> card(const Id&, Instant) const override { return {}; }
    [[nodiscard]] std::optional<PersonDetail> person(const Id&, Instant, std::size_t) const override { return {}; }
    [[nodiscard]] std::vector<PersonCard> suggest(std::string_view, std::size_t, Instant) const override { return {}; }
    [[nodiscard]] Result<Id> resolvePerson(std::string_view) const override
    {
        return fail(ErrorCode::NotFound, "Nobody is called that.");
    }
    [[nodiscard]] std::optional<InteractionView> interaction(const Id&) const override { return {}; }
    [[nodiscard]] std::optional<ReminderView> reminder(const Id&) const override { return {}; }
    [[nodiscard]] std::vector<AgendaItem> agenda(std::optional<Date>, Date, const Id&, Instant,
                                                 std::size_t) const override
    {
        return {};
    }
    [[nodiscard]] std::size_t countDue(Date, const Id&) const override { return 0; }
    [[nodiscard]] std::vector<Id> peopleByContact(ContactKind, std::string_view) const override { return {}; }
    [[nodiscard]] std::vector<Id> peopleByFoldedName(std::string_view) const override { return {}; }
    [[nodiscard]] std::vector<std::string> foldedOrganisationsOf(const Id&) const override { return {}; }
    [[nodiscard]] std::optional<Row> row(Kind, const Id&) const override { return {}; }
    [[nodiscard]] std::vector<Row> rowsReferring(Kind, FieldIndex, const Id&) const override { return {}; }
    [[nodiscard]] std::vector<Row> rowsRemovedByHand(Kind, FieldIndex, const Id&) const override { return {}; }
    void forEachRow(Kind, const std::function<bool(const Row&)>&) const override { }
    [[nodiscard]] std::vector<SpaceView> spaces() const override { return {}; }
    [[nodiscard]] Result<Id> readDocuments(const Reading&, const VisitDocument&) const override { return Id{}; }
    [[nodiscard]] Result<std::optional<search::PersonDocument>> document(std::uint32_t, const Reading&) const override
    {
        return std::nullopt;
    }
    [[nodiscard]] SearchTouch touchedForSearch(const ChangeSet&) const override { return {}; }
    [[nodiscard]] Result<std::uint32_t> readWarmth(std::uint32_t, const Reading&, const VisitWarmth&) const override
    {
        return 0;
    }
    [[nodiscard]] std::size_t keptPieces(std::string_view) const override { return 0; }
    [[nodiscard]] Result<std::string> keptPiece(std::size_t) const override { return std::string{}; }
    [[nodiscard]] std::vector<std::uint32_t> touchedSinceKept() const override { return {}; }
    [[nodiscard]] Result<void> forEachNote(std::span<const std::uint32_t>, const Visit&) const override { return {}; }
    [[nodiscard]] const NetworkQueries& network() const override { return nobody_; }
    [[nodiscard]] const PipelineQueries& pipelines() const override { return none_; }

private:
    struct NoPipelines final : PipelineQueries {
        [[nodiscard]] std::vector<PoolView> pools() const override { return {}; }
        [[nodiscard]] std::vector<PoolMemberView> poolMembers(const Id&) const override { return {}; }
        [[nodiscard]] std::vector<MembershipView> poolsOf(const Id&) const override { return {}; }
        [[nodiscard]] std::vector<PipelineView> pipelines() const override { return {}; }
        [[nodiscard]] std::optional<PipelineView> outline(const Id&) const override { return {}; }
        [[nodiscard]] std::optional<PlacementView> placement(const Id&, const Id&) const override { return {}; }
        [[nodiscard]] std::vector<PlacementView> placements(const Id&) const override { return {}; }
        [[nodiscard]] std::vector<PlacementOfPerson> placementsOf(const Id&) const override { return {}; }
        [[nodiscard]] std::vector<MoveView> movesOf(const Id&) const override { return {}; }
    };
    FakeNetwork nobody_;
    NoPipelines none_;
};

}  // namespace kith::test
