// Importing a file: what it would change, line by line, before anything is written; and taking imports back.
#pragma once

#include <kith/models/paged_table.h>
#include <kith/usecases/import.h>
#include <kith/usecases/import_file.h>
#include <kith/usecases/worker.h>

#include <QObject>
#include <QString>
#include <QStringList>
#include <array>
#include <memory>

namespace kith::ui {

/// One record of the file as the list shows it; `number` is its place in the plan.
struct ImportLine {
    std::uint32_t number = 0;
    ImportAction action{};
    QString name;
    QString detail;
    QString says;  ///< differences or the reason, in one line
};

using ImportTable = PagedTable<ImportLine>;
enum class ImportColumn : int { Action, Name, Detail, Says };
inline constexpr int kImportColumns = 4;
/// Role of the Action column: int of ImportAction.
inline constexpr int kImportActionRole = Qt::UserRole;

/// One difference in words: "City: Leeds → York", "E-mail stays as typed by hand: a@b.c".
struct DifferenceLine {
    QString field;
    QString before;
    QString after;
    QString note;  ///< "kept: typed by hand", "kept: newer than the file"; empty for what changes
};

/// What a column of a CSV file may mean.
struct ColumnChoice {
    exchange::Column column{};
    QString word;
};

struct BatchLine {
    std::int64_t command = 0;
    QString name;
    QString detail;  ///< "12 May, 340 rows"
    bool undone = false;
};

/// Reading, planning and applying run in the background and can be called off; applying is one command. For the
/// screen's thread.
class ImportPage final : public QObject {
    Q_OBJECT
public:
    /// Everything must outlive the page.
    ImportPage(Worker& worker, const Clock& clock, const Zone& zone, IdSource& ids, QObject* parent = nullptr);
    ~ImportPage() override;

    enum class State { Empty, Reading, Preview, Applying, Done };
    [[nodiscard]] State state() const { return state_; }

    /// Reads a file of this machine and plans; preview or problem() follows.
    void openPath(const QString& path);
    /// The same for bytes that are at hand: `bytes` is the whole file.
    void openFile(const QString& fileName, std::string bytes);
    /// Calls off reading, or puts the preview away. While the import is being written it is called off as well: the
    /// preview comes back, unless it was all but done.
    void cancel();
    /// How much is done and how much there is, while reading or applying; for a progress bar that asks now and then.
    [[nodiscard]] std::pair<std::size_t, std::size_t> progress() const;

    [[nodiscard]] QString fileName() const { return fileName_; }
    [[nodiscard]] QString formatWords() const;  ///< "LinkedIn export", "CSV file of people" …
    [[nodiscard]] const ImportTotals& totals() const { return plan_->totals; }
    [[nodiscard]] bool changesNothing() const;

    [[nodiscard]] ImportTable& table() { return table_; }
    [[nodiscard]] bool shows(ImportAction action) const { return shown_.at(static_cast<std::size_t>(action)); }
    void setShown(ImportAction action, bool shown);
    [[nodiscard]] std::size_t count(ImportAction action) const;
    [[nodiscard]] std::vector<DifferenceLine> differences(int row) const;

    /// Headers of a CSV file; empty for other formats.
    [[nodiscard]] QStringList headers() const;
    [[nodiscard]] exchange::Column columnAt(int index) const;
    [[nodiscard]] std::vector<ColumnChoice> columnChoices() const;
    /// The first value below a header, so that a person sees what is meant.
    [[nodiscard]] QString sampleAt(int index) const;
    /// Corrects what a column means; reads and plans again, and remembers it when the import is applied.
    void setColumn(int index, exchange::Column column);

    void apply();
    [[nodiscard]] QString resultSentence() const { return result_; }
    /// Takes back the import that was just applied.
    void undo();

    [[nodiscard]] const std::vector<BatchLine>& batches() const { return batches_; }
    void refreshBatches();
    void takeBack(std::int64_t batch);

Q_SIGNALS:
    void changed();
    void batchesChanged();
    void said(const QString& sentence);
    void problem(const QString& sentence);

private:
    struct Job;
    void read();
    void take(Job& job);
    void filter();
    [[nodiscard]] ImportLine lineOf(std::uint32_t number) const;

    Worker& worker_;
    const Clock& clock_;
    const Zone& zone_;
    IdSource& ids_;
    State state_ = State::Empty;
    QString fileName_;
    QString path_;
    std::shared_ptr<const std::string> bytes_;  ///< null until the file at path_ has been read
    ImportFile file_;
    std::shared_ptr<const ImportPlan> plan_;
    std::optional<exchange::ColumnMap> corrected_;
    std::array<bool, 4> shown_{true, true, false, true};
    ImportTable table_;
    std::shared_ptr<Job> job_;
    QString result_;
    std::int64_t batch_ = 0;
    std::vector<BatchLine> batches_;
    Subscription subscription_;
};

[[nodiscard]] QString wordFor(ImportAction action);  ///< "New", "Changed", "Unchanged", "Left out"

}  // namespace kith::ui
