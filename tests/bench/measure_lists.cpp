#include "bed.h"

#include <kith/base/fold.h>
#include <kith/base/text.h>
#include <kith/usecases/search_once.h>

#include <algorithm>
#include <fmt/format.h>

namespace kith::bench {

namespace {

constexpr std::size_t kPage = 40;

/// Flat copies of what a list shows, with the indexes that a list needs and no more.
void copyToBare(Bed& bed, std::span<const RowNumber> rows)
{
    const Instant now = bed.temp.clock.now();
    bed.bare.exec("CREATE TABLE card (rid INTEGER PRIMARY KEY, key TEXT, name TEXT, title TEXT, organisation TEXT,"
                  " area TEXT, city TEXT, facets INTEGER, warmth INTEGER, held_by TEXT);"
                  "CREATE INDEX card_key ON card(key);"
                  "CREATE VIRTUAL TABLE card_text USING fts5(words, content='', detail=none, prefix='1 2 3',"
                  " tokenize='ascii'); BEGIN");
    {
        auto card = bed.bare.prepare("INSERT INTO card VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        auto text = bed.bare.prepare("INSERT INTO card_text (rowid, words) VALUES (?, ?)");
        for (std::size_t first = 0; first < rows.size(); first += 500)
            for (const auto& each :
                 bed.temp.reader().cards(rows.subspan(first, std::min<std::size_t>(500, rows.size() - first)), now)) {
                const std::string key = fold(each.name);
                const std::string words =
                    key + ' ' + fold(each.title) + ' ' + fold(each.organisation) + ' ' + fold(each.city);
                card.bind(1, std::int64_t{each.row})
                    .bind(2, key)
                    .bind(3, each.name)
                    .bind(4, each.title)
                    .bind(5, each.organisation);
                card.bind(6, each.area)
                    .bind(7, each.city)
                    .bind(8, std::int64_t{each.facets.bits})
                    .bind(9, std::int64_t{each.warmth});
                card.bind(10, each.heldBy).run();
                text.bind(1, std::int64_t{each.row}).bind(2, words).run();
            }
    }
    bed.bare.exec("COMMIT");
}

void readBarePage(BareStatement& select, std::span<const RowNumber> rows)
{
    for (const RowNumber row : rows) select.bind(1, std::int64_t{row}).run();
}

void measureOpen(Bed& bed, BareStatement& select)
{
    auto list = bed.bare.prepare("SELECT rid FROM card ORDER BY key");
    Stopwatch kith;
    Stopwatch limit;
    const auto& reader = bed.temp.reader();
    const Instant now = bed.temp.clock.now();
    for (std::size_t i = 0; i < std::max<std::size_t>(3, bed.options.operations / 20); ++i) {
        std::vector<RowNumber> rows;
        kith.time([&] {
            rows = orExit(reader.listPeople({}, now));
            (void)reader.cards(std::span(rows).first(std::min(kPage, rows.size())), now);
        });
        limit.time([&] {
            list.run();
            readBarePage(select, std::span(rows).first(std::min(kPage, rows.size())));
        });
    }
    bed.report.figures.push_back({.name = "list-open",
                                  .what = "the list of all people by name, and its first 40 cards",
                                  .limitIs = "the same from one flat table",
                                  .kith = kith.timing(),
                                  .limit = limit.timing(),
                                  .target = "within a frame or two"});
}

void measureScroll(Bed& bed, BareStatement& select, std::span<const RowNumber> rows)
{
    Stopwatch kith;
    Stopwatch limit;
    SeededRandom random(bed.options.seed);
    const std::size_t page = std::min(kPage, rows.size());
    for (std::size_t i = 0; i < bed.options.operations; ++i) {
        const auto at = static_cast<std::size_t>(random.below(rows.size() - page + 1));
        const auto wanted = rows.subspan(at, page);
        kith.time([&] { (void)bed.temp.reader().cards(wanted, bed.temp.clock.now()); });
        limit.time([&] { readBarePage(select, wanted); });
    }
    bed.report.figures.push_back({.name = "list-scroll",
                                  .what = "40 cards somewhere in the list, with warmth",
                                  .limitIs = "40 rows of one flat table",
                                  .kith = kith.timing(),
                                  .limit = limit.timing(),
                                  .target = "every frame <= 16 ms"});
}

/// What somebody types letter by letter: beginnings of names, titles, organisations and cities of the people there.
std::vector<std::string> typedWords(Bed& bed, std::span<const RowNumber> rows)
{
    std::vector<std::string> typed;
    SeededRandom random(bed.options.seed + 1);
    while (typed.size() < bed.options.operations) {
        const RowNumber row = rows[static_cast<std::size_t>(random.below(rows.size()))];
        const auto cards = bed.temp.reader().cards(std::span(&row, 1), bed.temp.clock.now());
        if (cards.empty()) continue;
        const std::string name = fold(cards[0].name);
        const std::string title = fold(cards[0].title);
        typed.emplace_back(prefixUtf8(name, 1 + random.below(4)));
        typed.push_back(title);
        typed.push_back(std::string(prefixUtf8(name, 3)) + ' ' + std::string(prefixUtf8(fold(cards[0].city), 2)));
    }
    return typed;
}

void measureFilter(Bed& bed, std::span<const RowNumber> rows)
{
    auto match = bed.bare.prepare("SELECT t.rowid FROM card_text t JOIN card c ON c.rid = t.rowid"
                                  " WHERE card_text MATCH ? ORDER BY c.key");
    Stopwatch kith;
    Stopwatch limit;
    for (const auto& words : typedWords(bed, rows)) {
        std::string expression;
        for (const auto word : split(words, ' '))
            if (!word.empty()) expression += fmt::format("\"{}\"* ", word);
        if (expression.empty()) continue;
        kith.time([&] { (void)orExit(bed.temp.reader().listPeople({.words = words}, bed.temp.clock.now())); });
        limit.time([&] { match.bind(1, expression).run(); });
    }
    bed.report.figures.push_back({.name = "list-filter",
                                  .what = "all people for words typed so far, in order",
                                  .limitIs = "FTS5 with prefixes over one column, in order",
                                  .kith = kith.timing(),
                                  .limit = limit.timing(),
                                  .target = "p99 <= 16 ms"});
}

/// What the command line does before it can answer: the first time, and from then on.
void measurePrepare(Bed& bed)
{
    Services& services = bed.temp.services();
    const auto prepared = [&](Stopwatch& watch) {
        PeopleSearch search;
        watch.time([&] {
            if (const auto done = prepare(search, services, bed.temp.clock.now()); !done) giveUp(done.error().message);
        });
        return search.memory().all();
    };
    Stopwatch first;
    const std::size_t memory = prepared(first);
    Stopwatch kept;
    Stopwatch limit;
    const auto& reader = bed.temp.reader();
    const std::size_t pieces = reader.keptPieces(search::packedIndexFormat());
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < 5; ++i) {
        (void)prepared(kept);
        limit.time([&] {
            bytes = 0;
            for (std::size_t piece = 0; piece < pieces; ++piece) bytes += orExit(reader.keptPiece(piece)).size();
        });
    }
    const auto mega = [](std::size_t all) { return static_cast<double>(all) / 1e6; };
    bed.report.figures.push_back({.name = "search-first",
                                  .what = fmt::format("an index of everybody, made and kept: {:.0f} MB, {:.0f} packed",
                                                      mega(memory), mega(bytes)),
                                  .limitIs = {},
                                  .kith = first.timing(),
                                  .target = "once"});
    bed.report.figures.push_back({.name = "search-prepare",
                                  .what = "the kept index ready to answer, with the warmth of the moment",
                                  .limitIs = "reading its bytes",
                                  .kith = kept.timing(),
                                  .limit = limit.timing()});
}

}  // namespace

void measureLists(Bed& bed)
{
    const auto rows = orExit(bed.temp.reader().listPeople({}, bed.temp.clock.now()));
    copyToBare(bed, rows);
    auto select = bed.bare.prepare("SELECT * FROM card WHERE rid = ?");
    measureOpen(bed, select);
    measureScroll(bed, select, rows);
    measureFilter(bed, rows);
    measurePrepare(bed);

    Stopwatch warmth;
    warmth.time([&] {
        (void)orExit(
            bed.temp.reader().listPeople({.order = PeopleOrder::Warmth, .descending = true}, bed.temp.clock.now()));
    });
    bed.report.figures.push_back(
        {.name = "list-warmth", .what = "the list of all people by warmth", .limitIs = {}, .kith = warmth.timing()});
}

}  // namespace kith::bench
