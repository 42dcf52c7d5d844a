#include "bed.h"

#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>

namespace kith::bench {

namespace {

std::optional<store::WorkspaceKey> keyFor(const Options& options)
{
    if (options.plain) return std::nullopt;
    store::WorkspaceKey key{};
    SeededRandom random(options.seed);
    random.fill(key);
    return key;
}

/// How many rows the workspace wrote for the demo: what the bare insert has to match.
class CountingWriter final : public WorkspaceWriter {
public:
    explicit CountingWriter(WorkspaceWriter& writer) : writer_(writer) { }
    Result<ChangeSet> apply(const Edit& edit, const CommandWatch& watch) override
    {
        rows += edit.rows.size();
        return writer_.apply(edit, watch);
    }
    Result<Reverted> undo() override { return writer_.undo(); }
    Result<Reverted> redo() override { return writer_.redo(); }
    Result<Reverted> revert(std::int64_t command) override { return writer_.revert(command); }
    [[nodiscard]] std::optional<CommandLabel> nextUndo() const override { return writer_.nextUndo(); }
    [[nodiscard]] std::optional<CommandLabel> nextRedo() const override { return writer_.nextRedo(); }
    [[nodiscard]] std::vector<Batch> batches() const override { return writer_.batches(); }
    Result<void> setSetting(std::string_view name, std::string_view value) override
    {
        return writer_.setSetting(name, value);
    }
    Result<ChangeSet> erase(const Id& person) override { return writer_.erase(person); }
    [[nodiscard]] SearchShelf& searchShelf() override { return writer_.searchShelf(); }
    Result<void> beginFilling() override { return writer_.beginFilling(); }
    Result<void> endFilling() override { return writer_.endFilling(); }

    std::size_t rows = 0;

private:
    WorkspaceWriter& writer_;
};

void insertBare(Bed& bed, std::size_t rows)
{
    constexpr std::string_view kText = "Good long call, mostly about planning.";
    bed.bare.exec("CREATE TABLE bulk (rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, a BLOB, b BLOB, note TEXT);"
                  "CREATE INDEX bulk_a ON bulk(a); CREATE INDEX bulk_b ON bulk(b); BEGIN");
    {
        auto insert = bed.bare.prepare("INSERT INTO bulk (id, a, b, note) VALUES (?, ?, ?, ?)");
        Id earlier{};
        for (std::size_t i = 0; i < rows; ++i) {
            const Id id = bed.temp.ids.make();
            if (i % 8 == 0) earlier = id;
            insert.bind(1, id).bind(2, earlier).bind(3, id).bind(4, kText).run();
            if (i % 50'000 == 49'999) bed.bare.exec("COMMIT; BEGIN");
        }
    }
    bed.bare.exec("COMMIT; DROP TABLE bulk");
}

}  // namespace

void giveUp(const std::string& why)
{
    fmt::print(stderr, "kith_bench: {}\n", why);
    std::exit(1);
}

Bed::Bed(const Options& wanted) : options(wanted), key(keyFor(wanted)), temp(key), bare(temp.folder() / "bare.db", key)
{
    report.people = options.people;
    report.rows = options.rows;
    report.seed = options.seed;
    report.encrypted = key.has_value();
}

void fill(Bed& bed)
{
    CountingWriter writer(bed.temp.workspace());
    Services services{writer, bed.temp.reader(), bed.temp.clock, bed.temp.zone, bed.temp.ids};
    Stopwatch kith;
    kith.time(
        [&] { bed.demo = orExit(MakeDemo(services).run({.people = bed.options.people, .seed = bed.options.seed})); });
    Stopwatch limit;
    limit.time([&] { insertBare(bed, writer.rows); });
    bed.report.figures.push_back(
        {.name = "demo",
         .what = fmt::format("make {} people, {} rows in all", bed.options.people, writer.rows),
         .limitIs = "insert as many rows into one table with three indexes",
         .kith = kith.timing(),
         .limit = limit.timing(),
         .items = writer.rows,
         .target = "a million people in minutes"});
}

}  // namespace kith::bench
