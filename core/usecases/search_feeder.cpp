#include <kith/usecases/search_feeder.h>

#include <kith/base/memory.h>
#include <kith/usecases/aliases.h>

#include <atomic>
#include <utility>

namespace kith {

/// What the worker's tasks hold on to; they do nothing once the feeder is gone. Steps follow each other on the screen's
/// thread: one that is under way goes on with whatever was begun last.
struct SearchFeeder::State : std::enable_shared_from_this<SearchFeeder::State> {
    using Keep = PeopleSearch::Keep;
    using Start = void (*)(PeopleSearch&, Instant now, Date today);

    State(Worker& itsWorker, PeopleSearch& itsSearch, const Clock& itsClock, const Zone& itsZone,
          std::function<void()> itsReady)
        : worker(itsWorker), search(itsSearch), clock(itsClock), zone(itsZone), ready(std::move(itsReady))
    {
    }

    [[nodiscard]] Date today() const { return zone.dateOf(clock.now()); }

    /// Whoever changes from now on is noted by the shelf, so that it comes before anybody is read.
    void beginToKeep(Start start)
    {
        worker.write([](Services& services) { (void)services.writer.searchShelf().begin(); },
                     [self = shared_from_this(), start] {
                         if (self->alive) self->begin(start);
                     });
    }

    void begin(Start start)
    {
        const auto task = [self = shared_from_this(), start](const WorkspaceReader& reader) {
            if (!self->alive) return;
            self->search.setAliases(aliasTable(reader));
            start(self->search, self->clock.now(), self->today());
        };
        if (std::exchange(underWay, true)) worker.read(task, [] { });
        else worker.read(task, [self = shared_from_this()] { self->step(); });
    }

    void step()
    {
        if (!alive) return;
        const auto done = std::make_shared<Result<PeopleSearch::Step>>();
        worker.read(
            [self = shared_from_this(), done, keeping = std::exchange(keeping, true)](const WorkspaceReader& reader) {
                if (!self->alive) return;
                if (!keeping) self->search.stopKeeping();
                *done = self->search.step(reader, self->zone);
                if (*done && !(*done)->more) giveBackMemory();  // pieces, and an index before this one
            },
            [self = shared_from_this(), done] {
                if (!self->alive) return;
                if (*done && (*done)->piece) return self->keep(std::move(*(*done)->piece));
                if (*done && (*done)->more) return self->step();
                self->underWay = false;
                if (!*done) return;
                if (const std::size_t pieces = (*done)->pieces; pieces != 0) self->keptAll(pieces);
                if (self->ready) self->ready();
            });
    }

    void keep(PeopleSearch::Piece piece)
    {
        worker.run<void>(
            [piece = std::move(piece)](Services& services) {
                return services.writer.searchShelf().put(piece.number, piece.bytes);
            },
            [self = shared_from_this()](Result<void> kept) {
                if (!kept) self->keeping = false;
                self->step();
            });
    }

    void keptAll(std::size_t pieces)
    {
        // If it is not kept after all, it is made anew at the next start.
        worker.write(
            [pieces](Services& services) {
                (void)services.writer.searchShelf().finish(search::packedIndexFormat(), pieces);
            },
            [] {});
    }

    void followTheDay()
    {
        if (started && !underWay && search.stale(today())) freshen();
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
                if (!*anew || **anew)
                    self->beginToKeep([](PeopleSearch& it, Instant now, Date day) { it.begin(now, day, Keep::Yes); });
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
    bool underWay = false;
    bool keeping = true;  ///< the last piece was put on the shelf

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
    state_->beginToKeep([](PeopleSearch& it, Instant now, Date day) { it.load(now, day, PeopleSearch::Keep::Yes); });
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
