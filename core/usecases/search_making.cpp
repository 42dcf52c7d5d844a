#include "search_making.h"

#include <utility>

namespace kith {

namespace {

/// To compute somebody's warmth takes a hundredth of what their words take.
constexpr std::size_t kWarmthsForAPerson = 20;

}  // namespace

Result<void> bringUpToDate(search::Index& index, std::uint32_t person, const SearchQueries& queries,
                           const SearchQueries::Reading& reading)
{
    KITH_TRY(document, queries.document(person, reading));
    if (document) index.update(*document);
    else (void)index.remove(person);
    return {};
}

Result<std::optional<PeopleSearch::Piece>> PeopleSearch::Making::step(const SearchQueries& queries, const Zone& zone,
                                                                      std::size_t people)
{
    std::optional<Piece> piece;
    switch (stage) {
    case Stage::Load: load(queries); break;
    case Stage::Freshen: KITH_CHECK(freshen(queries, zone, people)); break;
    case Stage::CatchUp: KITH_CHECK(catchUp(queries, zone, people)); break;
    case Stage::Read: KITH_CHECK(read(queries, zone, people)); break;
    case Stage::Pack: piece = pack(); break;
    case Stage::Whole: break;
    }
    return piece;
}

void PeopleSearch::Making::readInstead()
{
    unpacker_.reset();
    pieces = 0;
    stage = Stage::Read;
}

void PeopleSearch::Making::load(const SearchQueries& queries)
{
    if (!kept_) {
        // Before the first piece: a command that is too large to be noted may take all this out of the file at any
        // time, and what changes from now on comes through apply().
        behind_ = queries.touchedSinceKept();
        many_ = behind_.size() > kManyBehind;
        kept_ = queries.keptPieces(search::packedIndexFormat());
    }
    if (*kept_ == 0) return readInstead();
    if (pieces < *kept_) {
        const auto piece = queries.keptPiece(pieces++);
        if (!piece || !unpacker_->add(*piece)) readInstead();
        return;
    }
    auto unpacked = unpacker_->finish();
    if (!unpacked) return readInstead();
    index = std::move(*unpacked);
    unpacker_.reset();
    stage = Stage::Freshen;
}

Result<void> PeopleSearch::Making::freshen(const SearchQueries& queries, const Zone& zone, std::size_t people)
{
    KITH_TRY(row,
             queries.readWarmth(freshened_, {.most = people * kWarmthsForAPerson, .now = now, .zone = &zone},
                                [this](std::uint32_t person, int warmth, const std::optional<Date>& last) {
                                    index.setWarmth(person, warmth, last);
                                }));
    freshened_ = row;
    if (row == 0) stage = Stage::CatchUp;
    return {};
}

Result<void> PeopleSearch::Making::catchUp(const SearchQueries& queries, const Zone& zone, std::size_t people)
{
    for (; people > 0 && !behind_.empty(); --people, behind_.pop_back())
        KITH_CHECK(bringUpToDate(index, behind_.back(), queries, {.now = now, .zone = &zone}));
    if (!behind_.empty()) return {};
    pieces = 0;
    stage = many_ && ticket ? Stage::Pack : Stage::Whole;
    return {};
}

Result<void> PeopleSearch::Making::read(const SearchQueries& queries, const Zone& zone, std::size_t people)
{
    const SearchQueries::Reading reading{.after = after_, .most = people, .now = now, .zone = &zone};
    KITH_TRY(last,
             queries.readDocuments(reading, [this](const search::PersonDocument& document) { index.add(document); }));
    after_ = last;
    if (!last.isNil()) return {};
    index.finish();
    stage = ticket ? Stage::Pack : Stage::Whole;
    return {};
}

std::optional<PeopleSearch::Piece> PeopleSearch::Making::pack()
{
    if (!packer_) packer_.emplace(index);
    std::string bytes = ticket ? packer_->next() : std::string{};
    if (!bytes.empty()) return Piece{.ticket = *ticket, .number = pieces++, .bytes = std::move(bytes)};
    packer_.reset();
    stage = Stage::Whole;
    return std::nullopt;
}

}  // namespace kith
