#include <kith/usecases/search_once.h>

#include "search_making.h"

#include <utility>

namespace kith {

namespace {

PeopleSearch::Ticket ticketOf(SearchShelf& shelf)
{
    const auto given = shelf.begin();
    return given ? PeopleSearch::Ticket{*given} : std::nullopt;
}

}  // namespace

Result<void> prepare(PeopleSearch& search, Services& services, Instant at,
                     const std::function<void(std::size_t people)>& reading)
{
    constexpr std::size_t kMany = 10'000;  // nobody else waits for a turn
    SearchShelf& shelf = services.writer.searchShelf();
    const Date today = services.zone.dateOf(at);
    const bool kept = services.reader.keptPieces(search::packedIndexFormat()) != 0;
    // Nothing is written for an index that is there and soon up to date.
    bool asksForTicket = !kept || services.reader.touchedSinceKept().size() > kManyBehind;
    search.load(at, today, asksForTicket ? ticketOf(shelf) : std::nullopt);
    PeopleSearch::Step done{.more = true};
    while (done.more) {
        KITH_TRY(step, search.step(services.reader, services.zone, kMany));
        done = std::move(step);
        if (done.people != 0 && !std::exchange(asksForTicket, true)) {
            // What is kept is damaged: it is replaced, or everybody would be read each time.
            search.begin(at, today, ticketOf(shelf));
            continue;
        }
        if (reading && done.people != 0) reading(done.people);
        if (done.piece && !shelf.put(done.piece->ticket, done.piece->number, done.piece->bytes))
            search.stopKeeping(done.piece->ticket);
        // If it is not kept after all, it is made anew the next time.
        if (done.pieces) (void)shelf.finish(done.pieces->ticket, search::packedIndexFormat(), done.pieces->count);
    }
    return {};
}

}  // namespace kith
