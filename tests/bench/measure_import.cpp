#include "bed.h"

#include <kith/exchange/csv_writer.h>
#include <kith/exchange/detect.h>
#include <kith/usecases/demo/names.h>
#include <kith/usecases/demo/work.h>
#include <kith/usecases/import.h>

#include <array>
#include <fmt/format.h>

namespace kith::bench {

namespace {

using Row = std::array<std::string, 7>;  // name, title, organisation, city, email, skills, note

/// A row about somebody who is there already, with another title: the import finds the person and updates.
Row knownRow(Bed& bed, demo::Dice& dice, RowNumber row)
{
    const auto cards = bed.temp.reader().cards(std::span(&row, 1), bed.temp.clock.now());
    if (cards.empty()) return {};
    const auto detail = bed.temp.reader().person(cards[0].id, bed.temp.clock.now(), 0);
    std::string email;
    for (const auto& point : detail->contactPoints)
        if (point.kind == ContactKind::Email) email = point.value;
    const auto& field = demo::fields()[demo::pickField(dice)];
    return {cards[0].name,
            std::string(dice.pick(field.titles)),
            cards[0].organisation,
            cards[0].city,
            email,
            std::string(dice.pick(field.skills)),
            {}};
}

Row newRow(demo::Dice& dice, std::size_t number)
{
    const demo::Name name = demo::makeName(dice, {.variety = true});
    const auto& field = demo::fields()[demo::pickField(dice)];
    return {name.full,
            std::string(dice.pick(field.titles)),
            demo::organisationName(dice.powerLaw(demo::organisationLimit())),
            std::string(demo::cities()[demo::pickCity(dice)].name),
            fmt::format("{}.{}@import.example", name.address, number),
            fmt::format("{};{}", dice.pick(field.skills), dice.pick(field.skills)),
            "Met at the open evening, asked good questions and stayed to the end."};
}

/// A third of the rows are about people the workspace knows.
std::vector<Row> rowsToImport(Bed& bed)
{
    const auto people = orExit(bed.temp.reader().listPeople({}, bed.temp.clock.now()));
    demo::Dice dice(bed.options.seed, 77);
    std::vector<Row> rows;
    rows.reserve(bed.options.rows);
    for (std::size_t i = 0; i < bed.options.rows; ++i) {
        const bool known = i % 3 == 0 && i / 3 < people.size();
        rows.push_back(known ? knownRow(bed, dice, people[i / 3]) : newRow(dice, i));
    }
    return rows;
}

std::string csvOf(const std::vector<Row>& rows)
{
    std::string csv;
    exchange::CsvWriter writer(csv);
    writer.row(std::array<std::string, 7>{"name", "title", "organisation", "city", "email", "skills", "note"});
    for (const Row& row : rows) writer.row(row);
    return csv;
}

void insertBare(Bed& bed, const std::vector<Row>& rows)
{
    bed.bare.exec("CREATE TABLE imported (rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT, title TEXT,"
                  " organisation TEXT, city TEXT, email TEXT, skills TEXT, note TEXT);"
                  "CREATE INDEX imported_email ON imported(email);"
                  "CREATE VIRTUAL TABLE imported_text USING fts5(words, content='', detail=none, prefix='1 2 3',"
                  " tokenize='ascii'); BEGIN");
    {
        auto insert = bed.bare.prepare("INSERT INTO imported (id, name, title, organisation, city, email, skills, note)"
                                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        auto text = bed.bare.prepare("INSERT INTO imported_text (rowid, words) VALUES (?, ?)");
        std::int64_t number = 0;
        for (const Row& row : rows) {
            const Id id = bed.temp.ids.make();
            insert.bind(1, id);
            for (std::size_t i = 0; i < row.size(); ++i) insert.bind(static_cast<int>(i) + 2, row[i]);
            insert.run();
            const std::string words = row[0] + ' ' + row[1] + ' ' + row[2] + ' ' + row[3] + ' ' + row[5];
            text.bind(1, ++number).bind(2, words).run();
        }
    }
    bed.bare.exec("COMMIT");
}

}  // namespace

void measureImport(Bed& bed)
{
    const auto rows = rowsToImport(bed);
    const std::string csv = csvOf(rows);

    Stopwatch parsing;
    Stopwatch dryRun;
    Stopwatch whole;
    exchange::ParsedFile file;
    ImportPlan plan;
    ImportSummary summary;
    const ImportOptions options{.fileName = "people.csv"};
    parsing.time([&] { file = orExit(exchange::parse(csv, {.fileName = "people.csv"})); });
    dryRun.time([&] {
        file = orExit(exchange::parse(csv, {.fileName = "people.csv"}));
        plan = orExit(PreviewImport(bed.temp.services()).plan(file, options));
    });
    whole.time([&] {
        file = orExit(exchange::parse(csv, {.fileName = "people.csv"}));
        plan = orExit(PreviewImport(bed.temp.services()).plan(file, options));
        summary = orExit(ApplyImport(bed.temp.services()).apply(plan));
    });
    Stopwatch limit;
    limit.time([&] { insertBare(bed, rows); });

    const std::string what = fmt::format("{} rows: {} created, {} updated, {} unchanged, {} rejected", rows.size(),
                                         summary.created, summary.updated, summary.unchanged, summary.rejected.size());
    bed.report.figures.push_back({.name = "import",
                                  .what = "parse, match, plan and apply " + what,
                                  .limitIs = "insert the rows into one flat table and an FTS5 index",
                                  .kith = whole.timing(),
                                  .limit = limit.timing(),
                                  .items = rows.size(),
                                  .target = ">= 15,000 rows/s all in"});
    bed.report.figures.push_back({.name = "import-dry-run",
                                  .what = "parse, match and plan the same file",
                                  .limitIs = "insert the rows into one flat table and an FTS5 index",
                                  .kith = dryRun.timing(),
                                  .limit = limit.timing(),
                                  .items = rows.size(),
                                  .target = "<= 3 s for 100,000 rows"});
    bed.report.figures.push_back({.name = "import-parse",
                                  .what = "parse the same file",
                                  .limitIs = {},
                                  .kith = parsing.timing(),
                                  .items = rows.size()});
}

}  // namespace kith::bench
