// Feeds the desktop's search index with people, and keeps it in the file for the next start.
#pragma once

#include <kith/usecases/people_search.h>
#include <kith/usecases/worker.h>

namespace kith {

/// Feeds a PeopleSearch with people and with the workspace's other names (aliases.h) on the worker's background reader,
/// a step at a time, so that other reads get their turn; an index that was made from everybody is put on the
/// workspace's shelf (search_shelf.h). The worker, the search, the clock and the zone must outlive it; destroy it after
/// the worker's last task, or before the worker.
class SearchFeeder {
public:
    /// `ready` is called on the screen's thread when an index has become whole, or everybody's warmth another.
    SearchFeeder(Worker& worker, PeopleSearch& search, const Clock& clock, const Zone& zone,
                 std::function<void()> ready = {});
    ~SearchFeeder();
    SearchFeeder(const SearchFeeder&) = delete;
    SearchFeeder& operator=(const SearchFeeder&) = delete;

    /// Reads the index that is kept, or makes it.
    void start();
    /// Computes everybody's warmth anew: what it counts with has changed.
    void freshen();
    /// The same on another day than the index is of; else nothing.
    void followTheDay();
    /// Reads the other names anew: after a taxonomy was imported, which is no command.
    void readAliases();

private:
    struct State;
    std::shared_ptr<State> state_;
    Subscription subscription_;
};

}  // namespace kith
