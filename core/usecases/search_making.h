// An index on its way to be whole. Private to this folder; others see PeopleSearch.
#pragma once

#include <kith/usecases/people_search.h>

namespace kith {

/// Goes through its stages, a step at a time: from the pieces in the file, or from everybody; then the pieces to keep.
struct PeopleSearch::Making {
    enum class Stage : std::uint8_t { Load, Freshen, CatchUp, Read, Pack, Whole };

    Making(Instant itsNow, Date itsDay, Ticket itsTicket, Stage first)
        : now(itsNow), day(itsDay), ticket(itsTicket), stage(first)
    {
    }

    /// The piece to keep, if the step made one.
    [[nodiscard]] Result<std::optional<Piece>> step(const SearchQueries& queries, const Zone& zone, std::size_t people);

    Instant now;
    Date day;
    Ticket ticket;
    Stage stage;
    search::Index index;
    std::vector<std::uint32_t> missed;  ///< who changed meanwhile
    std::size_t pieces = 0;  ///< that were read, or handed out

private:
    void load(const SearchQueries& queries);
    [[nodiscard]] Result<void> freshen(const SearchQueries& queries, const Zone& zone, std::size_t people);
    [[nodiscard]] Result<void> catchUp(const SearchQueries& queries, const Zone& zone, std::size_t people);
    [[nodiscard]] Result<void> read(const SearchQueries& queries, const Zone& zone, std::size_t people);
    [[nodiscard]] std::optional<Piece> pack();
    void readInstead();

    std::optional<std::size_t> kept_;  ///< pieces in the file
    std::optional<search::IndexUnpacker> unpacker_{std::in_place};
    std::optional<search::IndexPacker> packer_;
    Id after_{};
    std::uint32_t freshened_ = 0;
    std::vector<std::uint32_t> behind_;  ///< ascending; those still to be read
    bool many_ = false;  ///< so many were behind that the index is to be kept anew
};

/// To read so many people again at each start takes as long as to keep the index anew once.
inline constexpr std::size_t kManyBehind = 2'000;

/// Somebody as they are now.
[[nodiscard]] Result<void> bringUpToDate(search::Index& index, std::uint32_t person, const SearchQueries& queries,
                                         const SearchQueries::Reading& reading);

}  // namespace kith
