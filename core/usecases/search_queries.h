// Port: what the search index is made from and kept current by.
#pragma once

#include <kith/domain/change.h>
#include <kith/search/document.h>
#include <kith/search/index.h>

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
    };
    /// In the order of their ids, with one pass over each table. The id of the last; nil when there are no more.
    using VisitDocument = std::function<void(const search::PersonDocument&)>;
    [[nodiscard]] virtual Result<Id> readDocuments(const Reading& reading, const VisitDocument& visit) const = 0;
    /// Nothing when the person is not there. `reading` says now and zone.
    [[nodiscard]] virtual Result<std::optional<search::PersonDocument>> document(std::uint32_t person,
                                                                                 const Reading& reading) const = 0;
    [[nodiscard]] virtual SearchTouch touchedForSearch(const ChangeSet& changes) const = 0;

    /// What fades, without the rest of the document: of the next people with a row number above `after` who have been
    /// spoken to, in its order. The number of the last; 0 when there are no more. Of `reading` it takes most, now and
    /// zone.
    using VisitWarmth = std::function<void(std::uint32_t person, int warmth, const std::optional<Date>& lastContact)>;
    [[nodiscard]] virtual Result<std::uint32_t> readWarmth(std::uint32_t after, const Reading& reading,
                                                           const VisitWarmth& visit) const = 0;

    /// How many pieces there are of an index in this format that is kept in the file (search_shelf.h); 0 for none.
    [[nodiscard]] virtual std::size_t keptPieces(std::string_view format) const = 0;
    /// Corrupt or NotFound when the file has not what it should.
    [[nodiscard]] virtual Result<std::string> keptPiece(std::size_t number) const = 0;
    /// Whom commands touched since the people of the kept index were read, by row number, each once.
    [[nodiscard]] virtual std::vector<std::uint32_t> touchedSinceKept() const = 0;
};

}  // namespace kith
