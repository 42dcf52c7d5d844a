// Port: where the search index stands in the file between two starts.
#pragma once

#include <kith/base/error.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kith {

/// Keeps the pieces of an index (search/packed_index.h) beside the rows, and notes whom each later command touched, so
/// that the index is brought up to date instead of made anew (SearchQueries::keptPieces and its siblings). Whatever is
/// too much to be noted, and whoever is gone for good, takes the index out of the file; a row that is gone for good
/// takes it out to the last byte. Called by one thread, as WorkspaceWriter; each call is a transaction of its own.
///
/// Whoever makes an index holds the ticket of their begin(). What was read before a later begin() is refused: that one
/// may have followed an erasure, of which the older pieces know nothing.
class SearchShelf {
public:
    virtual ~SearchShelf() = default;

    enum class Ticket : std::int64_t { };

    /// Before the people are read whom the index will be of: what changes from now on is noted for it. One that is kept
    /// stays until the first piece of the next is put.
    virtual Result<Ticket> begin() = 0;
    /// In order, from 0. Conflict when what happened since begin() was too much to be noted, or another one began.
    virtual Result<void> put(Ticket ticket, std::size_t number, std::string_view piece) = 0;
    /// All pieces are put. Conflict as put().
    virtual Result<void> finish(Ticket ticket, std::string_view format, std::size_t pieces) = 0;
};

}  // namespace kith
