#include "bed.h"

#include <kith/usecases/log_interaction.h>

namespace kith::bench {

namespace {

constexpr std::string_view kText =
    "Good long call, mostly about planning the move. Would look at something with more responsibility and fewer "
    "meetings, ready to talk seriously after the bonus round in March. Promised to send the job description when it "
    "exists and to speak again soon after that.";

void logBare(BareDatabase& bare, BareStatement& interaction, BareStatement& participant, IdSource& ids,
             const Id& person, const Id& me)
{
    const Id id = ids.make();
    const Id first = ids.make();
    const Id second = ids.make();
    bare.exec("BEGIN");
    interaction.bind(1, id).bind(2, std::int64_t{1}).bind(3, kText).run();
    participant.bind(1, first).bind(2, id).bind(3, person).run();
    participant.bind(1, second).bind(2, id).bind(3, me).run();
    bare.exec("COMMIT");
}

}  // namespace

void measureLog(Bed& bed)
{
    bed.bare.exec("CREATE TABLE interaction (rid INTEGER PRIMARY KEY, id BLOB UNIQUE, at INTEGER, text TEXT);"
                  "CREATE TABLE participant (rid INTEGER PRIMARY KEY, id BLOB UNIQUE, interaction BLOB, person BLOB);"
                  "CREATE INDEX participant_interaction ON participant(interaction);"
                  "CREATE INDEX participant_person ON participant(person)");
    auto interaction = bed.bare.prepare("INSERT INTO interaction (id, at, text) VALUES (?, ?, ?)");
    auto participant = bed.bare.prepare("INSERT INTO participant (id, interaction, person) VALUES (?, ?, ?)");

    const auto rows = orExit(bed.temp.reader().listPeople({}, bed.temp.clock.now()));
    SeededRandom random(bed.options.seed + 2);
    Stopwatch kith;
    Stopwatch limit;
    for (std::size_t i = 0; i < bed.options.operations; ++i) {
        const RowNumber row = rows[static_cast<std::size_t>(random.below(rows.size()))];
        const auto cards = bed.temp.reader().cards(std::span(&row, 1), bed.temp.clock.now());
        if (cards.empty() || cards[0].id == bed.demo.me) continue;
        const Id person = cards[0].id;
        kith.time([&] {
            (void)orExit(LogInteraction(bed.temp.services())
                             .run({.people = {person}, .at = bed.temp.clock.now(), .text = std::string(kText)}));
        });
        limit.time([&] { logBare(bed.bare, interaction, participant, bed.temp.ids, person, bed.demo.me); });
    }
    bed.report.figures.push_back({.name = "log",
                                  .what = "log a conversation until it is durable",
                                  .limitIs = "commit one interaction and two participants",
                                  .kith = kith.timing(),
                                  .limit = limit.timing(),
                                  .target = "p99 <= 40 ms"});
}

}  // namespace kith::bench
