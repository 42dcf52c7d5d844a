#include "bed.h"

#include <kith/usecases/capture_line.h>
#include <kith/usecases/pipelines.h>
#include <kith/usecases/placements.h>

#include <algorithm>

namespace kith::bench {

namespace {

constexpr std::size_t kMostPlacements = 20'000;
constexpr std::size_t kCardsShown = 60;

void measureCapture(Bed& bed, const std::string& name)
{
    const std::string line = "coffee with " + name
        + " yesterday 40m about the data lead role; open to move after bonus in March; ask again 2nd Tuesday of March "
          "#data-pool";
    Stopwatch kith;
    for (std::size_t i = 0; i < bed.options.operations; ++i)
        kith.time([&] { (void)orExit(CaptureLine(bed.temp.services(), DayOrder::DayFirst).read(line)); });
    bed.report.figures.push_back({.name = "capture",
                                  .what = "read a conversation told in one line, with its people",
                                  .kith = kith.timing(),
                                  .target = "<= 2 ms"});
}

void measureMoves(Bed& bed, const Id& pipeline, std::span<const Id> people)
{
    const std::vector<StageView> stages = orExit(pipelineWith(bed.temp.reader(), pipeline)).stages;
    bed.bare.exec("CREATE TABLE placement (id BLOB PRIMARY KEY, stage BLOB); CREATE TABLE move (id BLOB PRIMARY KEY,"
                  " placement BLOB, stage BLOB); CREATE INDEX move_placement ON move(placement)");
    auto place = bed.bare.prepare("INSERT OR REPLACE INTO placement (id, stage) VALUES (?, ?)");
    auto move = bed.bare.prepare("INSERT INTO move (id, placement, stage) VALUES (?, ?, ?)");
    Stopwatch kith;
    Stopwatch limit;
    for (std::size_t i = 0; i < bed.options.operations; ++i) {
        const Id& person = people[i % people.size()];
        const Id& stage = stages[(1 + i / people.size()) % stages.size()].id;
        kith.time(
            [&] { (void)orExit(MovePlacement(bed.temp.services()).run(pipeline, std::span(&person, 1), stage)); });
        const Id id = bed.temp.ids.make();
        limit.time([&] {
            bed.bare.exec("BEGIN");
            place.bind(1, person).bind(2, stage).run();
            move.bind(1, id).bind(2, person).bind(3, stage).run();
            bed.bare.exec("COMMIT");
        });
    }
    bed.report.figures.push_back({.name = "move",
                                  .what = "move somebody to another stage until it is durable",
                                  .limitIs = "commit one placement and one move",
                                  .kith = kith.timing(),
                                  .limit = limit.timing()});
}

}  // namespace

void measurePipelines(Bed& bed)
{
    const Instant now = bed.temp.clock.now();
    auto rows = orExit(bed.temp.reader().listPeople({}, now));
    if (rows.size() > kMostPlacements) rows.resize(kMostPlacements);
    std::vector<Id> people;
    std::string name;
    for (const PersonCard& card : bed.temp.reader().cards(rows, now)) {
        people.push_back(card.id);
        if (name.empty()) name = card.name;
    }
    const Id pipeline =
        orExit(AddPipeline(bed.temp.services()).run({.name = "Board", .stages = pipelineTemplates()[0].stages}));
    (void)orExit(AddToPipeline(bed.temp.services()).run(pipeline, people, {}));

    Stopwatch board;
    for (std::size_t i = 0; i < std::max<std::size_t>(1, bed.options.operations / 10); ++i)
        board.time([&] {
            const auto placements = bed.temp.reader().pipelines().placements(pipeline);
            std::vector<RowNumber> shown;
            for (std::size_t at = 0; at < std::min(kCardsShown, placements.size()); ++at)
                shown.push_back(placements[at].row);
            (void)bed.temp.reader().cards(shown, now);
        });
    bed.report.figures.push_back({.name = "board",
                                  .what = "read who is where in a pipeline, and the cards of who is shown",
                                  .kith = board.timing(),
                                  .items = people.size()});
    measureMoves(bed, pipeline, people);
    measureCapture(bed, name);
}

}  // namespace kith::bench
