#include <kith/usecases/search_feeder.h>

#include <kith/base/memory.h>
#include <kith/usecases/aliases.h>

#include <atomic>
#include <utility>

namespace kith {

/// What the worker's tasks hold on to; they do nothing once the feeder is gone. Steps follow each other, one at a time:
/// they go on with whatever was begun last, and start again when something is begun after the last of them.
struct SearchFeeder::State : std::enable_shared_from_this<SearchFeeder::State> {
    using Ticket = PeopleSearch::Ticket;
    using Start = std::function<void(PeopleSearch&, Instant now, Date today)>;
    using StartKeeping = void (PeopleSearch::*)(Instant now, Date today, Ticket ticket);

    State(Worker& itsWorker, PeopleSearch& itsSearch, const Clock& itsClock, const Zone& itsZone,
          std::function<void()> itsReady)
        : worker(itsWorker), search(itsSearch), clock(itsClock), zone(itsZone), ready(std::move(itsReady))
    {
    }

    [[nodiscard]] Date today() const { return zone.dateOf(clock.now()); }

    /// Whoever changes from now on is noted by the shelf, so that it comes before anybody is read.
    void beginToKeep(StartKeeping start)
    {
        ++beginning;
        worker.run<SearchShelf::Ticket>([](Services& services) { return services.writer.searchShelf().begin(); },
                                        [self = shared_from_this(), start](Result<SearchShelf::Ticket> given) {
                                            --self->beginning;
                                            const Ticket ticket = given ? Ticket{*given} : std::nullopt;
                                            self->begin([start, ticket](PeopleSearch& it, Instant now, Date day) {
                                                (it.*start)(now, day, ticket);
                                            });
                                        });
    }

    void begin(Start start)
    {
        if (!alive) return;
        const auto task = [self = shared_from_this(), start = std::move(start)](const WorkspaceReader& reader) {
            if (!self->alive) return;
            self->search.setAliases(aliasTable(reader));
            start(self->search, self->clock.now(), self->today());
        };
        ++beginning;
        worker.read(task, [self = shared_from_this()] {
            --self->beginning;
            if (!std::exchange(self->stepping, true)) self->step();
        });
    }

    void step()
    {
        if (!alive) return;
        const auto done = std::make_shared<Result<PeopleSearch::Step>>();
        worker.read(
            [self = shared_from_this(), done, refused = std::exchange(refused, {})](const WorkspaceReader& reader) {
                if (!self->alive) return;
                if (refused) self->search.stopKeeping(*refused);
                *done = self->search.step(reader, self->zone);
                if (*done && !(*done)->more) giveBackMemory();  // pieces, and an index before this one
            },
            [self = shared_from_this(), done] {
                if (!self->alive) return;
                self->stepping = *done && (*done)->more;
                if (!*done) return;
                PeopleSearch::Step& step = **done;
                if (step.renewed && self->ready) self->ready();
                if (step.pieces) self->keptAll(*step.pieces);
                if (step.piece) self->keep(std::move(*step.piece));
                else if (step.more) self->step();
            });
    }

    void keep(PeopleSearch::Piece piece)
    {
        const SearchShelf::Ticket ticket = piece.ticket;
        worker.run<void>(
            [piece = std::move(piece)](Services& services) {
                return services.writer.searchShelf().put(piece.ticket, piece.number, piece.bytes);
            },
            [self = shared_from_this(), ticket](Result<void> kept) {
                if (!kept) self->refused = ticket;
                self->step();
            });
    }

    void keptAll(PeopleSearch::Pieces pieces)
    {
        // If it is not kept after all, it is made anew at the next start.
        worker.write(
            [pieces](Services& services) {
                (void)services.writer.searchShelf().finish(pieces.ticket, search::packedIndexFormat(), pieces.count);
            },
            [] {});
    }

    void followTheDay()
    {
        if (started && beginning == 0 && !stepping && search.stale(today())) freshen();
    }

    void freshen()
    {
        begin([](PeopleSearch& it, Instant now, Date day) { it.freshen(now, day); });
    }

    void readAliases()
    {
        worker.read(
            [self = shared_from_this()](const WorkspaceReader& reader) {
                if (self->alive) self->search.setAliases(aliasTable(reader));
            },
            [] {});
    }

    void follow(const ChangeSet& changes)
    {
        if (changes.touches(Kind::Alias)) readAliases();
        const auto anew = std::make_shared<Result<bool>>(false);
        worker.read(
            [self = shared_from_this(), anew, changes](const WorkspaceReader& reader) {
                if (self->alive) *anew = self->search.apply(changes, reader, self->clock.now(), self->zone);
            },
            [self = shared_from_this(), anew] {
                if (!self->alive || !self->started) return;
                if (!*anew || **anew) self->beginToKeep(&PeopleSearch::begin);
                else self->followTheDay();
            });
    }

    Worker& worker;
    PeopleSearch& search;
    const Clock& clock;
    const Zone& zone;
    std::function<void()> ready;
    // Of the screen's thread.
    bool started = false;
    bool stepping = false;
    int beginning = 0;  ///< what was asked to begin and has not yet
    Ticket refused;  ///< the shelf takes no more pieces with it

    std::atomic<bool> alive = true;
};

SearchFeeder::SearchFeeder(Worker& worker, PeopleSearch& search, const Clock& clock, const Zone& zone,
                           std::function<void()> ready)
    : state_(std::make_shared<State>(worker, search, clock, zone, std::move(ready))),
      subscription_(worker.onChange([state = state_](const ChangeSet& changes) { state->follow(changes); }))
{
}

SearchFeeder::~SearchFeeder()
{
    state_->alive = false;
}

void SearchFeeder::start()
{
    state_->started = true;
    state_->beginToKeep(&PeopleSearch::load);
}

void SearchFeeder::freshen()
{
    if (state_->started) state_->freshen();
}

void SearchFeeder::followTheDay()
{
    state_->followTheDay();
}

void SearchFeeder::readAliases()
{
    state_->readAliases();
}

}  // namespace kith
