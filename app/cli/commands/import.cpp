#include "../file_text.h"
#include "commands.h"

#include <kith/base/text.h>
#include <kith/exchange/columns.h>
#include <kith/exchange/detect.h>
#include <kith/usecases/import.h>
#include <kith/usecases/import_file.h>

#include <filesystem>
#include <fmt/format.h>
#include <utility>

namespace kith::cli {

namespace {

namespace fs = std::filesystem;

struct Options {
    std::string file;
    std::string format = "auto";
    std::string kind;
    std::string map;
    bool dryRun = false;
};

Result<std::optional<exchange::Format>> formatOf(const std::string& word)
{
    if (word == "linkedin") return exchange::Format::LinkedIn;
    if (word == "csv") return exchange::Format::Csv;
    if (word == "vcard") return exchange::Format::VCard;
    if (word == "jsonresume") return exchange::Format::JsonResume;
    if (word == "ics" || word == "eml")
        return fail(ErrorCode::BadInput,
                    "This version does not read calendars and mail files yet; nothing was changed.");
    return std::nullopt;
}

Result<ImportFile> readFile(const Context& context, const WorkspaceReader& reader, const Options& options)
{
    exchange::ParseOptions how{.fileName = fs::path(options.file).filename().string()};
    KITH_TRY(format, formatOf(options.format));
    how.format = format;
    if (options.kind == "people") how.table.kind = exchange::RecordKind::People;
    if (options.kind == "ties") how.table.kind = exchange::RecordKind::Ties;
    if (options.kind == "interactions") how.table.kind = exchange::RecordKind::Interactions;
    if (!options.map.empty()) {
        KITH_TRY(json, contentOf(options.map));
        KITH_TRY(map, exchange::columnMapFromJson(json));
        how.table.map = std::move(map);
    }
    // Only tables list ties and conversations or have columns to map: saying so says what the file is.
    const bool table = how.table.map || (how.table.kind && *how.table.kind != exchange::RecordKind::People);
    if (!how.format && table) how.format = exchange::Format::Csv;
    KITH_TRY(bytes, contentOf(options.file));
    return ReadImportFile(reader, context.zone()).run(bytes, std::move(how));
}

std::string_view wordOf(ImportAction action)
{
    switch (action) {
    case ImportAction::Create: return "create";
    case ImportAction::Update: return "update";
    case ImportAction::Unchanged: return "unchanged";
    case ImportAction::Reject: return "reject";
    }
    return "reject";
}

Json jsonOf(const ImportTotals& totals, const std::vector<exchange::Rejection>& rejected, std::int64_t batch,
            bool dryRun)
{
    Json lines = Json::array();
    for (const exchange::Rejection& each : rejected) lines.push_back({{"line", each.line}, {"reason", each.reason}});
    return {{"batch", batch > 0 ? Json(batch) : Json(nullptr)},
            {"created", totals.created},
            {"updated", totals.updated},
            {"unchanged", totals.unchanged},
            {"rejected", std::move(lines)},
            {"dry_run", dryRun}};
}

void printPlan(Output& out, const ImportPlan& plan)
{
    constexpr std::size_t kMost = 50;
    Table table({"LINE", "", "WHO", "WHAT", "NEWS"});
    std::size_t shown = 0;
    for (const PlannedRecord& record : plan.records) {
        if (record.action != ImportAction::Create && record.action != ImportAction::Update) continue;
        if (++shown > kMost) break;
        table.row({std::to_string(record.line), std::string{wordOf(record.action)}, record.name, record.detail,
                   record.newsWords});
    }
    if (!table.empty()) out.table(table);
    if (shown > kMost) out.line(fmt::format("… and more; --json --dry-run counts them all."));
}

void printTotals(Output& out, const ImportTotals& totals, const std::vector<exchange::Rejection>& rejected, bool dryRun)
{
    for (const exchange::Rejection& each : rejected) out.line(fmt::format("Line {}: {}", each.line, each.reason));
    out.line(fmt::format("{}{} created, {} updated, {} unchanged, {} rejected.", dryRun ? "Would be: " : "",
                         totals.created, totals.updated, totals.unchanged, totals.rejected));
}

std::vector<exchange::Rejection> rejectedOf(const ImportPlan& plan)
{
    std::vector<exchange::Rejection> rejected;
    for (const PlannedRecord& record : plan.records)
        if (record.action == ImportAction::Reject) rejected.push_back({record.line, record.reason});
    return rejected;
}

Result<void> run(Context& context, const Options& options)
{
    KITH_TRY(session, context.open());
    KITH_TRY(file, readFile(context, session->services().reader, options));
    Output& out = context.out();
    ImportOptions how{.fileName = fs::path(options.file).filename().string()};
    how.progress = [&](std::size_t done, std::size_t total) {
        out.progress(fmt::format("{} of {} records", done, total));
    };
    KITH_TRY(plan, PreviewImport(session->services()).plan(file.parsed, how));
    const std::vector<exchange::Rejection> rejected = rejectedOf(plan);
    if (options.dryRun) {
        if (context.json()) {
            out.json(jsonOf(plan.totals, rejected, 0, true));
        } else {
            printPlan(out, plan);
            printTotals(out, plan.totals, rejected, true);
        }
        return {};
    }
    const CommandWatch watch{.stop = {}, .progress = [&](std::size_t done, std::size_t total) {
                                 out.progress(fmt::format("{} % written", total == 0 ? 100 : done * 100 / total));
                             }};
    KITH_TRY(summary, ApplyImport(session->services()).apply(plan, watch));
    // The import stands whether or not the columns could be remembered.
    if (!options.map.empty() && file.table) (void)RememberColumns(session->services()).run(file.table->map);
    if (context.json()) {
        out.json(jsonOf(plan.totals, rejected, summary.batch, false));
        return {};
    }
    printTotals(out, plan.totals, rejected, false);
    if (summary.batch > 0) out.line(fmt::format("`kithctl undo-import {}` takes it back.", summary.batch));
    return {};
}

}  // namespace

void addImport(CommandTable& table)
{
    const auto options = std::make_shared<Options>();
    Command command = table.add({.name = "import",
                                 .what = "Import people, ties or conversations from a file, as one batch",
                                 .example = "kithctl import Connections.csv --dry-run"},
                                [options](Context& context) { return run(context, *options); });
    command.option("file", options->file, "The file").value("FILE").required();
    command.option("--format", options->format, "What the file is")
        .words({"auto", "linkedin", "csv", "vcard", "jsonresume", "ics", "eml"})
        .showDefault();
    command.option("--kind", options->kind, "What a CSV file lists; otherwise guessed from its headers")
        .words({"people", "ties", "interactions"});
    command
        .option("--map", options->map,
                "A JSON file that says what the columns of a CSV file mean; remembered for the next file "
                "with these headers")
        .value("FILE");
    command.flag("--dry-run", options->dryRun, "Say what would happen and change nothing");
}

}  // namespace kith::cli
