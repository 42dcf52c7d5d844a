#include <kith/usecases/people_search.h>

#include <kith/usecases/aliases.h>

#include <algorithm>
#include <atomic>
#include <utility>

namespace kith {

namespace {

/// Making the index anew takes less.
constexpr std::size_t kManyPeople = 20'000;

}  // namespace

bool isPlainWords(const search::Query& query)
{
    const auto* all = std::get_if<search::All>(&query.node);
    return all != nullptr ? std::ranges::all_of(all->of, search::isPlainWord) : search::isPlainWord(query);
}

bool needsNotes(const search::Query& query)
{
    return std::visit(
        [](const auto& node) {
            using Node = std::decay_t<decltype(node)>;
            if constexpr (std::is_same_v<Node, search::Text>)
                return node.field == search::Field::Anywhere || node.field == search::Field::Note;
            else if constexpr (requires { node.of; }) return std::ranges::any_of(node.of, needsNotes);
            else return false;
        },
        query.node);
}

Result<search::Index> indexFor(const SearchQueries& queries, const search::Query& query,
                               const search::AliasTable* aliases, Instant now, const Zone& zone)
{
    search::Index index;
    const search::Sieve sieve(query, aliases);
    const SearchQueries::Reading reading{.now = now, .zone = &zone, .notes = needsNotes(query), .sieve = &sieve};
    KITH_CHECK(queries.readDocuments(reading, [&](const search::PersonDocument& document) { index.add(document); }));
    index.finish();
    return index;
}

Result<search::Answer> searchOnce(const SearchQueries& queries, const search::Query& query, search::Question question,
                                  Instant now, const Zone& zone)
{
    KITH_TRY(index, indexFor(queries, query, question.aliases, now, zone));
    question.today = zone.dateOf(now);
    question.notes = &queries;
    return index.ask(query, question);
}

void PeopleSearch::begin(Instant now, Date today)
{
    making_ = std::make_unique<Making>();
    making_->now = now;
    making_->day = today;
}

Result<bool> PeopleSearch::step(const SearchQueries& queries, const Zone& zone, std::size_t people)
{
    if (!making_) return false;
    SearchQueries::Reading reading{.after = making_->after, .most = people, .now = making_->now, .zone = &zone};
    const auto last = queries.readDocuments(
        reading, [this](const search::PersonDocument& document) { making_->index.add(document); });
    if (!last) {
        making_.reset();
        return std::unexpected(last.error());
    }
    if (!last->isNil()) {
        making_->after = *last;
        return true;
    }
    making_->index.finish();
    const auto made = std::move(making_);
    for (const std::uint32_t person : made->missed) {
        KITH_TRY(document, queries.document(person, reading));
        if (document) made->index.update(*document);
        else (void)made->index.remove(person);
    }
    const std::unique_lock lock(mutex_);
    index_ = std::make_unique<search::Index>(std::move(made->index));
    day_ = made->day;
    return false;
}

Result<bool> PeopleSearch::apply(const ChangeSet& changes, const SearchQueries& queries, Instant now, const Zone& zone)
{
    if (!making_ && !ready()) return false;
    if (changes.rows.size() > kManyPeople) return true;
    const SearchTouch touch = queries.touchedForSearch(changes);
    if (touch.lost || touch.people.size() > kManyPeople) return true;
    if (making_) making_->missed.insert(making_->missed.end(), touch.people.begin(), touch.people.end());
    if (!ready()) return false;
    for (const std::uint32_t person : touch.people) {
        KITH_TRY(document, queries.document(person, {.now = now, .zone = &zone}));
        const std::unique_lock lock(mutex_);
        if (document) index_->update(*document);
        else (void)index_->remove(person);
    }
    const std::shared_lock lock(mutex_);
    return index_->worn();
}

bool PeopleSearch::ready() const
{
    const std::shared_lock lock(mutex_);
    return index_ != nullptr;
}

bool PeopleSearch::stale(Date today) const
{
    const std::shared_lock lock(mutex_);
    return !day_ || *day_ != today;
}

Result<search::Answer> PeopleSearch::ask(const search::Query& query, search::Question question) const
{
    const std::shared_lock lock(mutex_);
    if (!index_) return fail(ErrorCode::Conflict, "Search is still being prepared.");
    if (question.aliases == nullptr) question.aliases = &aliases_;
    return index_->ask(query, question);
}

search::Completion PeopleSearch::complete(std::string_view text, std::size_t cursor, Date today, std::size_t most) const
{
    const std::shared_lock lock(mutex_);
    return index_ ? search::complete(text, cursor, *index_, today, most) : search::Completion{};
}

void PeopleSearch::setAliases(search::AliasTable aliases)
{
    const std::unique_lock lock(mutex_);
    aliases_ = std::move(aliases);
}

search::IndexMemory PeopleSearch::memory() const
{
    const std::shared_lock lock(mutex_);
    return index_ ? index_->memory() : search::IndexMemory{};
}

/// What the worker's tasks hold on to; they do nothing once the feeder is gone.
struct SearchFeeder::State : std::enable_shared_from_this<SearchFeeder::State> {
    State(Worker& itsWorker, PeopleSearch& itsSearch, const Clock& itsClock, const Zone& itsZone,
          std::function<void()> itsReady)
        : worker(itsWorker), search(itsSearch), clock(itsClock), zone(itsZone), ready(std::move(itsReady))
    {
    }

    void begin()
    {
        const auto task = [self = shared_from_this()](const WorkspaceReader& reader) {
            if (!self->alive) return;
            const Instant now = self->clock.now();
            self->search.setAliases(aliasTable(reader));
            self->search.begin(now, self->zone.dateOf(now));
        };
        // Steps that are under way go on with what was begun last.
        if (std::exchange(underWay, true)) worker.read(task, [] { });
        else worker.read(task, [self = shared_from_this()] { self->step(); });
    }

    void step()
    {
        if (!alive) return;
        const auto more = std::make_shared<Result<bool>>(false);
        worker.read(
            [self = shared_from_this(), more](const WorkspaceReader& reader) {
                if (self->alive) *more = self->search.step(reader, self->zone);
            },
            [self = shared_from_this(), more] {
                if (!self->alive) return;
                if (*more && **more) return self->step();
                self->underWay = false;
                if (*more && self->ready) self->ready();
            });
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
                const bool stale = !self->underWay && self->search.stale(self->zone.dateOf(self->clock.now()));
                if (stale || !*anew || **anew) self->begin();
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
    state_->begin();
}

void SearchFeeder::readAliases()
{
    state_->readAliases();
}

}  // namespace kith
