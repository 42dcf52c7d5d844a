// The search index in the file, and who was touched since it was made. Private to this folder.
#pragma once

#include <kith/sqlite/connection.h>
#include <kith/store/reader.h>
#include <kith/usecases/search_shelf.h>

namespace kith::store {

class KeptSearch final : public SearchShelf {
public:
    /// A reader over the same connection.
    KeptSearch(sqlite::Connection& connection, const Reader& reader) : connection_(connection), reader_(reader) { }

    Result<Ticket> begin() override;
    Result<void> put(Ticket ticket, std::size_t number, std::string_view piece) override;
    Result<void> finish(Ticket ticket, std::string_view format, std::size_t pieces) override;

    /// In the transaction of a command, once its rows are written.
    Result<void> follow(const ChangeSet& changes);
    /// The index has to be made anew.
    Result<void> forget();
    /// The same, and nothing stays of what was in it.
    Result<void> drop();

    /// What `meta` says of an index that is whole.
    [[nodiscard]] static std::string label(std::string_view format, std::size_t pieces);

private:
    [[nodiscard]] bool isNoting() const;
    /// All that was changed since this ticket was given is noted for it.
    [[nodiscard]] bool holds(Ticket ticket) const;

    sqlite::Connection& connection_;
    const Reader& reader_;
};

}  // namespace kith::store
