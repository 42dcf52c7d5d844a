#include <kith/store/pipeline_reader.h>

#include "columns.h"
#include "same_people.h"

#include <kith/base/fold.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace kith::store {

namespace {

/// Placements of people who are there, each with the person who is shown; of several of one person in a pipeline the
/// one that counts comes first.
constexpr std::string_view kPlacements =
    "SELECT pl.id, p.rid, p.id, pl.pipeline, pl.stage, pl.state, pl.since, pl.reason,"
    " CASE WHEN pl.assignee IS NULL THEN NULL ELSE " KITH_SHOWN_FOR(
        "pl.assignee") " END, s.last_at"
                       " FROM placement pl JOIN person p ON p.removed = 0 AND p.id = " KITH_SHOWN_FOR(
                           "pl.person") " LEFT JOIN person_summary s ON s.person = p.rid WHERE pl.removed = 0 ";
constexpr std::string_view kWhichCounts = " ORDER BY pl.state <> 0, pl.since DESC, pl.id";

constexpr std::string_view kPipelines =
    "SELECT l.id, l.name, l.purpose, o.id, o.name, (SELECT id FROM space WHERE rid = l.space) FROM pipeline l"
    " LEFT JOIN person o ON o.removed = 0 AND o.id = " KITH_SHOWN_FOR("l.owner") " WHERE l.removed = 0";

PipelineView pipelineFrom(const sqlite::Statement& row)
{
    return {.id = row.id(0),
            .name = row.text(1),
            .purpose = row.text(2),
            .owner = row.id(3),
            .ownerName = row.text(4),
            .space = row.id(5)};
}

PlacementView placementFrom(const sqlite::Statement& row)
{
    PlacementView view{.id = row.id(0),
                       .row = static_cast<RowNumber>(row.integer(1)),
                       .person = row.id(2),
                       .pipeline = row.id(3),
                       .stage = row.id(4),
                       .state = static_cast<PlacementState>(row.integer(5)),
                       .since = instantAt(row, 6),
                       .reason = row.text(7),
                       .assignee = row.id(8)};
    if (!row.isNull(9)) view.lastContact = instantAt(row, 9);
    return view;
}

template <class View>
void sortByName(std::vector<View>& views)
{
    std::ranges::sort(views, {}, [](const View& each) { return std::tuple(fold(each.name), each.id); });
}

}  // namespace

std::vector<PoolView> PipelineReader::pools() const
{
    std::vector<PoolView> pools;
    auto rows = connection_.prepare(
        "SELECT pool.id, pool.name, pool.purpose, o.id, o.name, (SELECT id FROM space WHERE rid = pool.space),"
        " (SELECT count(DISTINCT p.rid) FROM pool_member m JOIN person p ON p.removed = 0 AND p.id = " KITH_SHOWN_FOR(
            "m.person") " WHERE m.pool = pool.id AND m.removed = 0)"
                        " FROM pool LEFT JOIN person o ON o.removed = 0 AND o.id = " KITH_SHOWN_FOR(
                            "pool.owner") " WHERE pool.removed = 0");
    while (rows.next())
        pools.push_back({.id = rows.id(0),
                         .name = rows.text(1),
                         .purpose = rows.text(2),
                         .owner = rows.id(3),
                         .ownerName = rows.text(4),
                         .space = rows.id(5),
                         .members = static_cast<std::size_t>(rows.integer(6))});
    sortByName(pools);
    return pools;
}

std::vector<PoolMemberView> PipelineReader::poolMembers(const Id& pool) const
{
    std::vector<PoolMemberView> members;
    std::unordered_set<Id> seen;
    auto rows = connection_.query("SELECT m.id, p.rid, p.id, p.name, m.reason, m.since, m.stamps FROM pool_member m"
                                  " JOIN person p ON p.removed = 0 AND p.id = " KITH_SHOWN_FOR(
                                      "m.person") " WHERE m.pool = ? AND m.removed = 0 ORDER BY p.match_key, p.id,"
                                                  " m.person <> p.id, m.rid",
                                  pool);
    while (rows.next())
        if (seen.insert(rows.id(2)).second)
            members.push_back({.id = rows.id(0),
                               .row = static_cast<RowNumber>(rows.integer(1)),
                               .person = rows.id(2),
                               .name = rows.text(3),
                               .reason = rows.text(4),
                               .since = dateAt(rows, 5),
                               .source = partSource(interned_, rows, 6, pool_member::pool)});
    return members;
}

std::vector<MembershipView> PipelineReader::poolsOf(const Id& person) const
{
    std::vector<MembershipView> pools;
    std::unordered_set<Id> seen;
    auto rows = connection_.query("SELECT m.id, o.id, o.name, m.reason, m.since, m.stamps FROM pool_member m"
                                  " JOIN pool o ON o.id = m.pool AND o.removed = 0 WHERE m.person IN " KITH_ALL_OF_1
                                  " AND m.removed = 0 ORDER BY m.person <> ?1, m.rid",
                                  store::shownFor(connection_, person));
    while (rows.next())
        if (seen.insert(rows.id(1)).second)
            pools.push_back({.id = rows.id(0),
                             .pool = rows.id(1),
                             .name = rows.text(2),
                             .reason = rows.text(3),
                             .since = dateAt(rows, 4),
                             .source = partSource(interned_, rows, 5, pool_member::pool)});
    sortByName(pools);
    return pools;
}

std::vector<PipelineView> PipelineReader::pipelines() const
{
    std::vector<PipelineView> pipelines;
    auto rows = connection_.prepare(std::string(kPipelines));
    while (rows.next()) pipelines.push_back(pipelineFrom(rows));
    sortByName(pipelines);
    for (PipelineView& pipeline : pipelines) {
        addStages(pipeline);
        std::unordered_map<Id, std::size_t> people;
        for (const PlacementView& placement : placements(pipeline.id)) {
            if (placement.state == PlacementState::Active) ++people[placement.stage];
            else ++pipeline.left;
            if (placement.state == PlacementState::SilverMedallist) ++pipeline.silver;
        }
        for (StageView& stage : pipeline.stages) stage.people = people[stage.id];
    }
    return pipelines;
}

std::optional<PipelineView> PipelineReader::outline(const Id& pipeline) const
{
    auto row = connection_.query(std::string(kPipelines) + " AND l.id = ?", pipeline);
    if (!row.next()) return std::nullopt;
    PipelineView view = pipelineFrom(row);
    addStages(view);
    return view;
}

void PipelineReader::addStages(PipelineView& pipeline) const
{
    // One that was deleted while a colleague put somebody into it is there until it is empty.
    auto rows = connection_.query(
        "SELECT s.id, s.name, s.position, s.idle_days FROM stage s WHERE s.pipeline = ? AND (s.removed = 0 OR EXISTS"
        " (SELECT 1 FROM placement pl JOIN person p ON p.removed = 0 AND p.id = " KITH_SHOWN_FOR(
            "pl.person") " WHERE pl.stage = s.id AND pl.removed = 0 AND pl.state = 0)) ORDER BY s.position, s.id",
        pipeline.id);
    while (rows.next())
        pipeline.stages.push_back({.id = rows.id(0),
                                   .name = rows.text(1),
                                   .position = rows.real(2),
                                   .idleDays = static_cast<int>(rows.integer(3))});
}

std::optional<PlacementView> PipelineReader::placement(const Id& pipeline, const Id& person) const
{
    auto row = connection_.query(std::string(kPlacements) + " AND pl.person IN " KITH_ALL_OF_1 " AND pl.pipeline = ?2"
                                     + std::string(kWhichCounts),
                                 store::shownFor(connection_, person), pipeline);
    if (!row.next()) return std::nullopt;
    return placementFrom(row);
}

std::vector<PlacementView> PipelineReader::placements(const Id& pipeline) const
{
    std::vector<PlacementView> placements;
    std::unordered_set<RowNumber> seen;
    auto rows =
        connection_.query(std::string(kPlacements) + " AND pl.pipeline = ?" + std::string(kWhichCounts), pipeline);
    while (rows.next()) {
        PlacementView view = placementFrom(rows);
        if (seen.insert(view.row).second) placements.push_back(std::move(view));
    }
    std::ranges::sort(placements, [](const PlacementView& a, const PlacementView& b) {
        return std::tuple(b.since, a.id) < std::tuple(a.since, b.id);
    });
    return placements;
}

std::vector<PlacementOfPerson> PipelineReader::placementsOf(const Id& person) const
{
    std::vector<PlacementOfPerson> found;
    std::unordered_set<Id> seen;
    auto rows =
        connection_.query(std::string(kPlacements) + " AND pl.person IN " KITH_ALL_OF_1 + std::string(kWhichCounts),
                          store::shownFor(connection_, person));
    while (rows.next()) {
        PlacementOfPerson of{.placement = placementFrom(rows)};
        if (!seen.insert(of.placement.pipeline).second) continue;
        auto names = connection_.query("SELECT l.name, (SELECT name FROM stage WHERE id = ?2),"
                                       " (SELECT name FROM person WHERE id = ?3 AND removed = 0)"
                                       " FROM pipeline l WHERE l.id = ?1 AND l.removed = 0",
                                       of.placement.pipeline, of.placement.stage, of.placement.assignee);
        if (!names.next()) continue;
        of.pipeline = names.text(0);
        of.stage = names.text(1);
        of.assigneeName = names.text(2);
        found.push_back(std::move(of));
    }
    std::ranges::sort(found, {}, [](const PlacementOfPerson& each) {
        return std::tuple(each.placement.state != PlacementState::Active, fold(each.pipeline), each.placement.id);
    });
    return found;
}

std::vector<MoveView> PipelineReader::movesOf(const Id& person) const
{
    std::vector<MoveView> moves;
    auto rows = connection_.query(
        "SELECT m.id, l.id, l.name, f.name, t.name, m.state, m.at, m.reason, b.name FROM placement pl"
        " JOIN move m ON m.placement = pl.id AND m.removed = 0 JOIN pipeline l ON l.id = pl.pipeline AND l.removed = 0"
        " LEFT JOIN stage f ON f.id = m.from_stage LEFT JOIN stage t ON t.id = m.to_stage"
        " LEFT JOIN person b ON b.removed = 0 AND b.id = " KITH_SHOWN_FOR(
            "m.moved_by") " WHERE pl.removed = 0 AND pl.person IN " KITH_ALL_OF_1 " ORDER BY m.at DESC, m.rid DESC",
        store::shownFor(connection_, person));
    while (rows.next())
        moves.push_back({.id = rows.id(0),
                         .pipeline = rows.id(1),
                         .pipelineName = rows.text(2),
                         .from = rows.text(3),
                         .to = rows.text(4),
                         .state = static_cast<PlacementState>(rows.integer(5)),
                         .at = instantAt(rows, 6),
                         .reason = rows.text(7),
                         .by = rows.text(8)});
    return moves;
}

}  // namespace kith::store
