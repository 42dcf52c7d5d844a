#include <kith/usecases/people_search.h>

#include "search_making.h"

#include <algorithm>
#include <utility>

namespace kith {

namespace {

/// Making the index anew takes less.
constexpr std::size_t kManyPeople = 20'000;
/// People whose warmth is computed while nobody can ask: some milliseconds.
constexpr std::size_t kWarmthsAtOnce = 5'000;

}  // namespace

bool isPlainWords(const search::Query& query)
{
    const auto* all = std::get_if<search::All>(&query.node);
    return all != nullptr ? std::ranges::all_of(all->of, search::isPlainWord) : search::isPlainWord(query);
}

PeopleSearch::PeopleSearch() = default;
PeopleSearch::~PeopleSearch() = default;

void PeopleSearch::begin(Instant now, Date today, Ticket ticket)
{
    freshening_.reset();
    making_ = std::make_unique<Making>(now, today, ticket, Making::Stage::Read);
}

void PeopleSearch::load(Instant now, Date today, Ticket ticket)
{
    freshening_.reset();
    making_ = std::make_unique<Making>(now, today, ticket, Making::Stage::Load);
}

void PeopleSearch::freshen(Instant now, Date today)
{
    if (ready() || making_) freshening_ = {.now = now, .day = today};
}

void PeopleSearch::stopKeeping(SearchShelf::Ticket ticket)
{
    if (making_ && making_->ticket == ticket) making_->ticket.reset();
}

Result<PeopleSearch::Step> PeopleSearch::step(const SearchQueries& queries, const Zone& zone, std::size_t people)
{
    auto done = goOn(queries, zone, people);
    if (!done) {
        making_.reset();
        freshening_.reset();
    }
    return done;
}

Result<PeopleSearch::Step> PeopleSearch::goOn(const SearchQueries& queries, const Zone& zone, std::size_t people)
{
    if (!making_) return freshening_ ? freshenMore(queries, zone) : Step{};
    KITH_TRY(piece, making_->step(queries, zone, people));
    if (making_->stage == Making::Stage::Whole) return publish(queries, zone);
    const bool isRead = making_->stage == Making::Stage::Read;
    return Step{.more = true, .piece = std::move(piece), .people = isRead ? making_->index.people() : 0};
}

Result<PeopleSearch::Step> PeopleSearch::publish(const SearchQueries& queries, const Zone& zone)
{
    const auto made = std::exchange(making_, nullptr);
    for (const std::uint32_t person : made->missed)
        KITH_CHECK(bringUpToDate(made->index, person, queries, {.now = made->now, .zone = &zone}));
    const std::unique_lock lock(mutex_);
    index_ = std::make_unique<search::Index>(std::move(made->index));
    day_ = made->day;
    Step done{.more = freshening_.has_value(), .renewed = true};
    if (made->ticket && made->pieces != 0) done.pieces = {.ticket = *made->ticket, .count = made->pieces};
    return done;
}

Result<PeopleSearch::Step> PeopleSearch::freshenMore(const SearchQueries& queries, const Zone& zone)
{
    struct Fresh {
        std::uint32_t person;
        int warmth;
        std::optional<Date> lastContact;
    };
    std::vector<Fresh> found;
    KITH_TRY(last,
             queries.readWarmth(freshening_->after, {.most = kWarmthsAtOnce, .now = freshening_->now, .zone = &zone},
                                [&](std::uint32_t person, int warmth, const std::optional<Date>& lastContact) {
                                    found.push_back({person, warmth, lastContact});
                                }));
    const std::unique_lock lock(mutex_);
    for (const Fresh& each : found) index_->setWarmth(each.person, each.warmth, each.lastContact);
    freshening_->after = last;
    if (last != 0) return Step{.more = true};
    day_ = freshening_->day;
    freshening_.reset();
    return Step{.renewed = true};
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

}  // namespace kith
