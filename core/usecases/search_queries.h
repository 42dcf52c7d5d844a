// Port: what the search index is made from and kept current by.
#pragma once

#include <kith/domain/change.h>
#include <kith/search/document.h>
#include <kith/search/index.h>
#include <kith/search/sieve.h>

#include <functional>
#include <span>
#include <vector>

namespace kith {

/// Whose documents a ChangeSet may have changed, by their row numbers.
struct SearchTouch {
    std::vector<std::uint32_t> people;  ///< ascending, each once; also those who are gone
    /// A changed row is gone for good, so that nobody knows whom it was about: the index must be made anew.
    bool lost = false;
};

/// Documents of people who are there, by row number; of people who were merged, one for whoever is shown. A document
/// says what a list shows: title, organisation and area of the affiliation in force, the area with those above it. A
/// conversation counts for those in it who are no colleagues; colleagues would otherwise be found by what all the
/// others said.
class SearchQueries : public search::NoteTexts {
public:
    struct Reading {
        Id after{};  ///< people with ids above this one; nil for everybody
        std::size_t most = 0;  ///< people; 0 for all
        Instant now{};  ///< for their warmth
        const Zone* zone = nullptr;  ///< for the day of the last contact; never null
        bool notes = true;  ///< what takes longest, and is not needed for every query
        /// For one query, and for everybody at once: of texts only those that pass, and of conversations the words that
        /// do. Each conversation is then read once, in the order of the file, and only of those with such words is it
        /// looked up who took part. Null for everything.
        const search::Sieve* sieve = nullptr;
    };
    /// In the order of their ids, with one pass over each table. The id of the last; nil when there are no more.
    using VisitDocument = std::function<void(const search::PersonDocument&)>;
    [[nodiscard]] virtual Result<Id> readDocuments(const Reading& reading, const VisitDocument& visit) const = 0;
    /// Nothing when the person is not there. `reading` says now, zone and notes.
    [[nodiscard]] virtual Result<std::optional<search::PersonDocument>> document(std::uint32_t person,
                                                                                 const Reading& reading) const = 0;
    [[nodiscard]] virtual SearchTouch touchedForSearch(const ChangeSet& changes) const = 0;
};

}  // namespace kith
