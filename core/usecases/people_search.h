// The search index of a workspace: read from the file or made in steps, kept current from what changes, asked by
// whoever wants to know.
#pragma once

#include <kith/search/complete.h>
#include <kith/search/marks.h>
#include <kith/search/packed_index.h>
#include <kith/search/parse.h>
#include <kith/search/reasons.h>
#include <kith/usecases/search_queries.h>
#include <kith/usecases/search_shelf.h>

#include <shared_mutex>

namespace kith {

/// Contract: step() and apply() and what begins something are called by one thread at a time, with a reader of that
/// thread; everything else by any thread at any time. What is applied is read from the workspace as it is then, so a
/// ChangeSet that comes twice, late or between steps does no harm, as long as each comes at least once after its
/// command.
///
/// Warmth is as of the moment that was given at the beginning, or at which the person last changed; it fades by about a
/// point a day, so it is computed anew on another day (stale(), freshen()). Until an index is whole, the last one
/// answers.
class PeopleSearch {
public:
    PeopleSearch();
    ~PeopleSearch();
    PeopleSearch(const PeopleSearch&) = delete;
    PeopleSearch& operator=(const PeopleSearch&) = delete;

    /// An index that was made is only asked, or with a ticket handed out in pieces first, to be put on the shelf.
    using Ticket = std::optional<SearchShelf::Ticket>;
    struct Piece {
        SearchShelf::Ticket ticket{};
        std::size_t number = 0;
        std::string bytes;
    };
    struct Pieces {
        SearchShelf::Ticket ticket{};
        std::size_t count = 0;
    };
    struct Step {
        bool more = false;  ///< there is another step
        bool renewed = false;  ///< who asks from now on asks another index, or one with other warmth
        std::optional<Piece> piece{};  ///< to be put before the next step
        std::optional<Pieces> pieces{};  ///< all of an index were handed out
        std::size_t people = 0;  ///< read so far for one that is made anew
    };

    /// Starts to make the index from everybody, whatever was under way.
    void begin(Instant now, Date today, Ticket ticket = {});
    /// Starts to read the index that the file keeps, and what changed since. Without one that can be used it goes on as
    /// begin().
    void load(Instant now, Date today, Ticket ticket = {});
    /// Starts to compute everybody's warmth as of another moment, in the index that answers or, once it does, in the
    /// one that is under way. Does nothing when there is neither.
    void freshen(Instant now, Date today);
    /// No more pieces with this ticket are wanted.
    void stopKeeping(SearchShelf::Ticket ticket);

    /// Goes on with what was started: reads the next people or piece. With an error nothing is under way any more.
    /// O(people · their words), or O(bytes of the piece)
    [[nodiscard]] Result<Step> step(const SearchQueries& queries, const Zone& zone, std::size_t people = 500);

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
    struct Making;
    struct Freshening {
        Instant now;
        Date day;
        std::uint32_t after = 0;
    };

    [[nodiscard]] Result<Step> goOn(const SearchQueries& queries, const Zone& zone, std::size_t people);
    [[nodiscard]] Result<Step> publish(const SearchQueries& queries, const Zone& zone);
    [[nodiscard]] Result<Step> freshenMore(const SearchQueries& queries, const Zone& zone);

    std::unique_ptr<Making> making_;
    std::optional<Freshening> freshening_;
    mutable std::shared_mutex mutex_;  ///< for what follows
    search::AliasTable aliases_;
    std::unique_ptr<search::Index> index_;
    std::optional<Date> day_;
};

/// Whether words alone are asked for, each of them anywhere: what every list understands without an index.
[[nodiscard]] bool isPlainWords(const search::Query& query);

}  // namespace kith
