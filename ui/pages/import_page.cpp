#include <kith/pages/import_page.h>

#include <kith/models/text.h>
#include <kith/pages/file_text.h>
#include <kith/pages/import_words.h>
#include <kith/pages/words.h>
#include <kith/usecases/history.h>

#include <QFileInfo>
#include <QPointer>
#include <atomic>
#include <stop_token>

namespace kith::ui {

/// One reading or applying under way, shared with the background: how far it is, what came of it.
struct ImportPage::Job {
    std::atomic<bool> stop = false;  ///< of reading
    std::stop_source calledOff;  ///< of applying
    std::atomic<std::size_t> done = 0;
    std::atomic<std::size_t> all = 0;
    std::shared_ptr<const std::string> bytes;
    Result<ImportFile> file;
    Result<ImportPlan> plan;
};

ImportPage::ImportPage(Worker& worker, const Clock& clock, const Zone& zone, IdSource& ids, QObject* parent)
    : QObject(parent),
      worker_(worker),
      clock_(clock),
      zone_(zone),
      ids_(ids),
      plan_(std::make_shared<ImportPlan>()),
      table_({.columns = kImportColumns,
              .fetch =
                  [this](std::span<const std::uint32_t> wanted) {
                      std::vector<ImportLine> lines;
                      for (const auto number : wanted) lines.push_back(lineOf(number));
                      return lines;
                  },
              .keyOf = [](const ImportLine& line) { return line.number; },
              .data = [](const ImportLine& line, int column, int role) { return importCell(line, column, role); },
              .header = [](int column, int role) { return importHeading(column, role); }}),
      subscription_(worker.onChange([this](const ChangeSet& changes) {
          if (changes.kind == CommandKind::Import || changes.kind == CommandKind::Undo
              || changes.kind == CommandKind::Redo || changes.kind == CommandKind::UndoImport)
              refreshBatches();
      }))
{
}

ImportPage::~ImportPage()
{
    if (job_) job_->stop = true;
}

void ImportPage::openPath(const QString& path)
{
    if (state_ == State::Applying) return;
    path_ = path;
    fileName_ = QFileInfo(path).fileName();
    bytes_.reset();
    corrected_.reset();
    shown_ = {true, true, false, true};
    read();
}

void ImportPage::openFile(const QString& fileName, std::string bytes)
{
    if (state_ == State::Applying) return;
    fileName_ = fileName;
    bytes_ = std::make_shared<const std::string>(std::move(bytes));
    corrected_.reset();
    shown_ = {true, true, false, true};
    read();
}

void ImportPage::read()
{
    if (job_) job_->stop = true;
    job_ = std::make_shared<Job>();
    job_->bytes = bytes_;
    state_ = State::Reading;
    Q_EMIT changed();
    worker_.read(
        [job = job_, path = path_, name = toUtf8(fileName_), map = corrected_, &clock = clock_, &zone = zone_,
         &ids = ids_](const WorkspaceReader& reader) {
            if (job->stop) return;
            if (!job->bytes) {
                auto content = contentOf(path);
                if (!content) {
                    job->file = std::unexpected(content.error());
                    return;
                }
                job->bytes = std::make_shared<const std::string>(std::move(*content));
            }
            job->file = ReadImportFile(reader, zone).run(*job->bytes, name, map);
            if (!job->file || job->stop) return;
            const ImportOptions options{.fileName = name,
                                        .asOf = std::nullopt,
                                        .progress =
                                            [&job](std::size_t done, std::size_t all) {
                                                job->done = done;
                                                job->all = all;
                                            },
                                        .cancel = &job->stop};
            job->plan = PreviewImport(reader, clock, zone, ids).plan(job->file->parsed, options);
        },
        [self = QPointer(this), job = job_] {
            if (!self.isNull() && !job->stop) self->take(*job);
        });
}

void ImportPage::take(Job& job)
{
    const Error* error = !job.file ? &job.file.error() : !job.plan ? &job.plan.error() : nullptr;
    if (error != nullptr) {
        state_ = State::Empty;
        Q_EMIT changed();
        Q_EMIT problem(problemSentence(tr("%1 was not read").arg(fileName_), *error));
        return;
    }
    bytes_ = job.bytes;
    file_ = std::move(*job.file);
    plan_ = std::make_shared<const ImportPlan>(std::move(*job.plan));
    state_ = State::Preview;
    if (plan_->totals.created + plan_->totals.updated + plan_->totals.rejected == 0)
        shown_.at(static_cast<std::size_t>(ImportAction::Unchanged)) = true;
    filter();
    Q_EMIT changed();
}

void ImportPage::cancel()
{
    if (state_ == State::Applying) {
        job_->calledOff.request_stop();
        return;
    }
    if (job_) job_->stop = true;
    state_ = State::Empty;
    plan_ = std::make_shared<ImportPlan>();
    file_ = {};
    filter();
    Q_EMIT changed();
}

std::pair<std::size_t, std::size_t> ImportPage::progress() const
{
    return job_ ? std::pair{job_->done.load(), job_->all.load()} : std::pair<std::size_t, std::size_t>{};
}

QString ImportPage::formatWords() const
{
    return importFormat(file_.parsed.format, file_.parsed.kind);
}

bool ImportPage::changesNothing() const
{
    return plan_->totals.created + plan_->totals.updated == 0;
}

std::size_t ImportPage::count(ImportAction action) const
{
    switch (action) {
    case ImportAction::Create: return plan_->totals.created;
    case ImportAction::Update: return plan_->totals.updated;
    case ImportAction::Unchanged: return plan_->totals.unchanged;
    case ImportAction::Reject: return plan_->totals.rejected;
    }
    return 0;
}

void ImportPage::setShown(ImportAction action, bool shown)
{
    shown_.at(static_cast<std::size_t>(action)) = shown;
    filter();
    Q_EMIT changed();
}

void ImportPage::filter()
{
    std::vector<std::uint32_t> numbers;
    for (std::size_t i = 0; i < plan_->records.size(); ++i)
        if (shows(plan_->records[i].action)) numbers.push_back(static_cast<std::uint32_t>(i));
    table_.setKeys(std::move(numbers));
}

ImportLine ImportPage::lineOf(std::uint32_t number) const
{
    const PlannedRecord& record = plan_->records.at(number);
    return {.number = number,
            .action = record.action,
            .name = record.name.empty() ? tr("line %1").arg(record.line) : toQString(record.name),
            .detail = toQString(record.detail),
            .says = importSummary(record)};
}

std::vector<DifferenceLine> ImportPage::differences(int row) const
{
    const auto number = table_.keyAt(row);
    return number ? differenceLines(plan_->records.at(*number)) : std::vector<DifferenceLine>{};
}

QStringList ImportPage::headers() const
{
    QStringList headers;
    if (file_.table)
        for (const std::string& header : file_.table->map.headers) headers << toQString(header);
    return headers;
}

exchange::Column ImportPage::columnAt(int index) const
{
    const auto at = static_cast<std::size_t>(index);
    return file_.table && at < file_.table->map.columns.size() ? file_.table->map.columns[at]
                                                               : exchange::Column::Ignore;
}

std::vector<ColumnChoice> ImportPage::columnChoices() const
{
    std::vector<ColumnChoice> choices;
    if (file_.table)
        for (const exchange::Column column : exchange::columnsFor(file_.table->kind))
            choices.push_back({column, columnWord(column)});
    return choices;
}

QString ImportPage::sampleAt(int index) const
{
    if (!file_.table) return {};
    for (const auto& row : file_.table->sample)
        if (const auto at = static_cast<std::size_t>(index); at < row.size() && !row[at].empty())
            return toQString(row[at]);
    return {};
}

void ImportPage::setColumn(int index, exchange::Column column)
{
    if (!file_.table || state_ != State::Preview || columnAt(index) == column) return;
    corrected_ = file_.table->map;
    corrected_->columns.at(static_cast<std::size_t>(index)) = column;
    read();
}

void ImportPage::apply()
{
    if (state_ != State::Preview || changesNothing()) return;
    state_ = State::Applying;
    job_ = std::make_shared<Job>();
    Q_EMIT changed();
    worker_.run<ImportSummary>(
        [plan = plan_, map = corrected_, job = job_](Services& services) -> Result<ImportSummary> {
            const CommandWatch watch{.stop = job->calledOff.get_token(),
                                     .progress = [&job](std::size_t done, std::size_t all) {
                                         job->done = done;
                                         job->all = all;
                                     }};
            KITH_TRY(summary, ApplyImport(services).apply(*plan, watch));
            // The import stands whether or not the columns could be remembered.
            if (map) (void)RememberColumns(services).run(*map);
            return summary;
        },
        [self = QPointer(this)](Result<ImportSummary> summary) {
            if (self.isNull()) return;
            if (!summary) {
                self->state_ = State::Preview;
                Q_EMIT self->changed();
                if (summary.error().code == ErrorCode::Cancelled)
                    Q_EMIT self->said(tr("The import was called off; nothing was changed."));
                else Q_EMIT self->problem(problemSentence(tr("The import was not made"), summary.error()));
                return;
            }
            self->state_ = State::Done;
            self->batch_ = summary->batch;
            self->result_ = importResult(self->fileName_, self->plan_->totals);
            self->refreshBatches();
            Q_EMIT self->changed();
        });
}

void ImportPage::undo()
{
    if (state_ == State::Done && batch_ != 0) takeBack(batch_);
}

void ImportPage::takeBack(std::int64_t batch)
{
    worker_.run<Reverted>([batch](Services& services) { return UndoImport(services).run(batch); },
                          [self = QPointer(this), batch](Result<Reverted> reverted) {
                              if (self.isNull()) return;
                              if (!reverted) {
                                  Q_EMIT self->problem(
                                      problemSentence(tr("The import was not taken back"), reverted.error()));
                                  return;
                              }
                              if (batch == self->batch_) {
                                  self->batch_ = 0;
                                  self->cancel();
                              }
                              self->refreshBatches();
                              Q_EMIT self->said(takenBackSentence(reverted->kept));
                          });
}

void ImportPage::refreshBatches()
{
    auto found = std::make_shared<std::vector<Batch>>();
    worker_.write([found](Services& services) { *found = services.writer.batches(); },
                  [self = QPointer(this), found] {
                      if (self.isNull()) return;
                      self->batches_.clear();
                      const Date today = self->zone_.dateOf(self->clock_.now());
                      for (const Batch& batch : *found)
                          self->batches_.push_back(batchLine(batch, self->zone_.dateOf(batch.at), today));
                      Q_EMIT self->batchesChanged();
                  });
}

}  // namespace kith::ui
