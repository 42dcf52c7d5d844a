#include <kith/usecases/search_once.h>

#include "search_making.h"

namespace kith {

Result<void> prepare(PeopleSearch& search, Services& services, Instant at,
                     const std::function<void(std::size_t people)>& reading)
{
    constexpr std::size_t kMany = 10'000;  // nobody else waits for a turn
    SearchShelf& shelf = services.writer.searchShelf();
    const bool kept = services.reader.keptPieces(search::packedIndexFormat()) != 0;
    // Nothing is written for an index that is there and soon up to date.
    const bool isFine = kept && services.reader.touchedSinceKept().size() <= kManyBehind;
    const bool keeps = !isFine && shelf.begin();
    search.load(at, services.zone.dateOf(at), keeps ? PeopleSearch::Keep::Yes : PeopleSearch::Keep::No);
    PeopleSearch::Step done{.more = true};
    while (done.more) {
        KITH_TRY(step, search.step(services.reader, services.zone, kMany));
        done = std::move(step);
        if (reading && done.people != 0) reading(done.people);
        if (done.piece && !shelf.put(done.piece->number, done.piece->bytes)) search.stopKeeping();
    }
    // If it is not kept after all, it is made anew the next time.
    if (done.pieces != 0) (void)shelf.finish(search::packedIndexFormat(), done.pieces);
    return {};
}

}  // namespace kith
