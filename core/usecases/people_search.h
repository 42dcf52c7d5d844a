// The search index of a workspace: made in steps, kept current from what changes, asked by whoever wants to know.
#pragma once

#include <kith/search/complete.h>
#include <kith/search/marks.h>
#include <kith/search/parse.h>
#include <kith/search/reasons.h>
#include <kith/usecases/search_queries.h>
#include <kith/usecases/worker.h>

#include <shared_mutex>

namespace kith {

/// Contract: step() and apply() are called by one thread at a time, with a reader of that thread; everything else by
/// any thread at any time. What is applied is read from the workspace as it is then, so a ChangeSet that comes twice,
/// late or between steps does no harm, as long as each comes at least once after its command.
///
/// Warmth is as of the moment at which the index was begun, or the person last changed; it fades by about a point a
/// day, so an index is made anew on another day (stale()). Until the next one is whole, the last one answers.
class PeopleSearch {
public:
    /// Starts to make the index anew, whatever was under way.
    void begin(Instant now, Date today);
    /// Reads the next people; false when the index is whole, or none was begun. With an error nothing is under way any
    /// more. O(people · their words)
    [[nodiscard]] Result<bool> step(const SearchQueries& queries, const Zone& zone, std::size_t people = 500);

    /// True when the index should be begun anew: an import, many changes, or a row that is gone for good.
    [[nodiscard]] Result<bool> apply(const ChangeSet& changes, const SearchQueries& queries, Instant now,
                                     const Zone& zone);

    /// Whether there is an index to ask.
    [[nodiscard]] bool ready() const;
    [[nodiscard]] bool stale(Date today) const;
    /// Conflict when there is nothing to ask yet. `question.aliases` are those of setAliases() when it names none.
    [[nodiscard]] Result<search::Answer> ask(const search::Query& query, search::Question question) const;
    /// What may come next in a query (search/complete.h); nothing while there is no index.
    [[nodiscard]] search::Completion complete(std::string_view text, std::size_t cursor, Date today,
                                              std::size_t most) const;
    [[nodiscard]] search::IndexMemory memory() const;
    /// What counts as another name from the next question on; nothing before the first call.
    void setAliases(search::AliasTable aliases);

private:
    struct Making {
        search::Index index;
        Instant now;
        Date day;
        Id after{};
        std::vector<std::uint32_t> missed;  ///< who changed meanwhile
    };

    std::unique_ptr<Making> making_;
    mutable std::shared_mutex mutex_;  ///< for what follows
    search::AliasTable aliases_;
    std::unique_ptr<search::Index> index_;
    std::optional<Date> day_;
};

/// Feeds a PeopleSearch with people and with the workspace's other names (aliases.h) on the worker's background reader,
/// a step at a time, so that other reads get their turn. Both, the clock and the zone must outlive it; destroy it after
/// the worker's last task, or before the worker.
class SearchFeeder {
public:
    /// `ready` is called on the screen's thread when an index has become whole.
    SearchFeeder(Worker& worker, PeopleSearch& search, const Clock& clock, const Zone& zone,
                 std::function<void()> ready = {});
    ~SearchFeeder();
    SearchFeeder(const SearchFeeder&) = delete;
    SearchFeeder& operator=(const SearchFeeder&) = delete;

    /// Makes the index, or makes it anew.
    void start();
    /// Reads the other names anew: after a taxonomy was imported, which is no command.
    void readAliases();

private:
    struct State;
    std::shared_ptr<State> state_;
    Subscription subscription_;
};

/// An index for programs that ask once: it answers this query, and each query that is a part of it, as one of
/// everything would, but for Groups. It is made from what has a word of the query (search/sieve.h); notes are looked at
/// only when the query does. Takes half as long as an index of everything, and a part of the memory. O(people · their
/// words)
[[nodiscard]] Result<search::Index> indexFor(const SearchQueries& queries, const search::Query& query,
                                             const search::AliasTable* aliases, Instant now, const Zone& zone);
/// Asks such an index; it and the question know the same aliases. `question.today` and `notes` need not be set.
[[nodiscard]] Result<search::Answer> searchOnce(const SearchQueries& queries, const search::Query& query,
                                                search::Question question, Instant now, const Zone& zone);
[[nodiscard]] bool needsNotes(const search::Query& query);

/// Whether words alone are asked for, each of them anywhere: what every list understands without an index.
[[nodiscard]] bool isPlainWords(const search::Query& query);

}  // namespace kith
