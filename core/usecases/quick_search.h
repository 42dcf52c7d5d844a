// What the field at the top shows while somebody types: a few people, a few notes, how many there are, and saved
// searches.
#pragma once

#include <kith/usecases/people_search.h>
#include <kith/usecases/saved_searches.h>
#include <kith/usecases/workspace.h>

#include <atomic>
#include <string>
#include <vector>

namespace kith {

/// A note or conversation in which the words stand, by the person whom it is about.
struct NoteFind {
    PersonCard person;
    std::string text;  ///< the whole of it
};

struct QuickFinds {
    std::size_t total = 0;  ///< of people who fit; exact
    std::vector<PersonCard> people;  ///< the first of them, the best match first
    std::size_t noteTotal = 0;  ///< of people in whose notes it is; 0 for a query of more than words
    std::vector<NoteFind> notes;  ///< one for each of the first of them
    std::vector<SavedSearch> searches;  ///< in whose names each word typed begins a word, by name
    std::vector<search::Mark> marks;  ///< what to highlight in names, titles and notes
};

struct QuickQuestion {
    std::string text;  ///< a query in the search language
    std::size_t people = 6;
    std::size_t notes = 4;
    std::size_t searches = 3;
};

/// Cancelled when `stop` was set. While there is no index people are found by words alone and `total` is how many are
/// named. O(frame): two queries, and the notes of a few people.
[[nodiscard]] Result<QuickFinds> findQuickly(const WorkspaceReader& reader, const PeopleSearch& search,
                                             const QuickQuestion& question, Instant now, const Zone& zone,
                                             const std::atomic<bool>* stop = nullptr);

}  // namespace kith
