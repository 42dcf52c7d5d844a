#include <kith/usecases/import.h>

#include <kith/usecases/import/run.h>

#include <algorithm>
#include <utility>

namespace kith {

std::string_view originOf(exchange::Format format)
{
    switch (format) {
    case exchange::Format::LinkedIn: return "linkedin";
    case exchange::Format::Csv: return "csv";
    case exchange::Format::VCard: return "vcard";
    case exchange::Format::JsonResume: return "jsonresume";
    }
    return "csv";
}

Result<ImportPlan> PreviewImport::plan(const exchange::ParsedFile& file, const ImportOptions& options) const
{
    const auto still = reader_.holdStill();
    ImportPlan plan;
    const Date asOf = options.asOf.value_or(zone_.dateOf(clock_.now()));
    plan.edit.command = CommandKind::Import;
    plan.edit.subject = options.fileName;
    plan.edit.source = {.origin = std::string(originOf(file.format)), .detail = options.fileName, .asOf = asOf};
    plan.basis.people = reader_.countPeople();

    const importing::Planning planning(reader_, ids_, plan, asOf, file.format, regionOf(reader_));
    const importing::Run run{planning, options};
    switch (file.kind) {
    case exchange::RecordKind::People: KITH_CHECK(importing::planPeople(run, file.people)); break;
    case exchange::RecordKind::Ties: KITH_CHECK(importing::planTies(run, file.ties)); break;
    case exchange::RecordKind::Interactions: KITH_CHECK(importing::planInteractions(run, file.interactions)); break;
    }
    for (const exchange::Rejection& rejection : file.rejected) {
        PlannedRecord record;
        record.line = rejection.line;
        record.action = ImportAction::Reject;
        record.reason = rejection.reason;
        plan.records.push_back(std::move(record));
    }
    std::ranges::stable_sort(plan.records, {}, &PlannedRecord::line);
    for (const PlannedRecord& record : plan.records) {
        switch (record.action) {
        case ImportAction::Create: ++plan.totals.created; break;
        case ImportAction::Update: ++plan.totals.updated; break;
        case ImportAction::Unchanged: ++plan.totals.unchanged; break;
        case ImportAction::Reject: ++plan.totals.rejected; break;
        }
        ++plan.news.at(static_cast<std::size_t>(record.news));
    }
    return plan;
}

Result<ImportSummary> ApplyImport::apply(const ImportPlan& plan, const CommandWatch& watch) const
{
    const auto stale = [] {
        return fail(ErrorCode::Conflict,
                    "The workspace changed after the preview was made; nothing was imported. Look at it once more.");
    };
    if (services_.reader.countPeople() != plan.basis.people) return stale();
    std::optional<Row> row;
    for (const ImportPlan::Basis::Field& field : plan.basis.fields) {
        if (!row || row->id != field.id) row = services_.reader.row(field.kind, field.id);
        if (!row || row->removed || row->values.at(field.field) != field.value) return stale();
    }
    ImportSummary summary{.created = plan.totals.created,
                          .updated = plan.totals.updated,
                          .unchanged = plan.totals.unchanged,
                          .rejected = {},
                          .changes = {}};
    for (const PlannedRecord& record : plan.records)
        if (record.action == ImportAction::Reject) summary.rejected.push_back({record.line, record.reason});
    if (!plan.edit.rows.empty()) {
        KITH_TRY(changes, services_.writer.apply(plan.edit, watch));
        summary.changes = std::move(changes);
        summary.batch = summary.changes.command;
    }
    return summary;
}

}  // namespace kith
