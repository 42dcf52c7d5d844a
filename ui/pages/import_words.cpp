#include <kith/pages/import_words.h>

#include <kith/models/text.h>
#include <kith/pages/words.h>

#include <QCoreApplication>
#include <QLocale>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Imports {
    Q_DECLARE_TR_FUNCTIONS(Imports)
};

QString noteOf(const ImportDifference& difference)
{
    switch (difference.what) {
    case ImportDifference::What::KeptTyped: return Imports::tr("kept: typed by hand");
    case ImportDifference::What::KeptNewer: return Imports::tr("kept: newer than the file");
    case ImportDifference::What::NotTaken: return toQString(difference.note);
    case ImportDifference::What::Ended: return Imports::tr("ends");
    case ImportDifference::What::Added:
    case ImportDifference::What::Changed: return {};
    }
    return {};
}

QString inOneLine(const DifferenceLine& line)
{
    QString words = line.after;
    if (!line.before.isEmpty()) words = line.after.isEmpty() ? line.before : line.before + u" → "_s + line.after;
    if (!line.note.isEmpty()) words += u" ("_s + line.note + u')';
    return Imports::tr("%1: %2", "field, change").arg(line.field, words);
}

}  // namespace

QString wordFor(ImportAction action)
{
    switch (action) {
    case ImportAction::Create: return Imports::tr("New");
    case ImportAction::Update: return Imports::tr("Changed");
    case ImportAction::Unchanged: return Imports::tr("Unchanged");
    case ImportAction::Reject: return Imports::tr("Left out");
    }
    return {};
}

QString importFormat(exchange::Format format, exchange::RecordKind kind)
{
    switch (format) {
    case exchange::Format::LinkedIn: return Imports::tr("LinkedIn export");
    case exchange::Format::VCard: return Imports::tr("vCard");
    case exchange::Format::JsonResume: return Imports::tr("JSON Resume");
    case exchange::Format::Csv: break;
    }
    switch (kind) {
    case exchange::RecordKind::People: return Imports::tr("CSV file of people");
    case exchange::RecordKind::Ties: return Imports::tr("CSV file of ties");
    case exchange::RecordKind::Interactions: return Imports::tr("CSV file of conversations");
    }
    return {};
}

QString columnWord(exchange::Column column)
{
    if (column == exchange::Column::Ignore) return Imports::tr("Leave out");
    return capitalised(toQString(exchange::wordFor(column)));
}

std::vector<DifferenceLine> differenceLines(const PlannedRecord& record)
{
    std::vector<DifferenceLine> lines;
    for (const ImportDifference& difference : record.differences)
        lines.push_back({.field = capitalised(toQString(difference.field)),
                         .before = toQString(difference.before),
                         .after = toQString(difference.after),
                         .note = noteOf(difference)});
    return lines;
}

QString importSummary(const PlannedRecord& record)
{
    if (record.action == ImportAction::Reject)
        return Imports::tr("Line %1: %2").arg(record.line).arg(toQString(record.reason));
    QStringList parts;
    if (!record.newsWords.empty()) parts << capitalised(toQString(record.newsWords));
    for (const DifferenceLine& line : differenceLines(record)) parts << inOneLine(line);
    return parts.join(u"; "_s);
}

QVariant importCell(const ImportLine& line, int column, int role)
{
    const auto which = static_cast<ImportColumn>(column);
    if (which == ImportColumn::Action && role == kImportActionRole) return static_cast<int>(line.action);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole) return {};
    const QString text = [&] {
        switch (which) {
        case ImportColumn::Action: return wordFor(line.action);
        case ImportColumn::Name: return line.name;
        case ImportColumn::Detail: return line.detail;
        case ImportColumn::Says: return line.says;
        }
        return QString{};
    }();
    return role == Qt::ToolTipRole ? text.toHtmlEscaped() : text;
}

QVariant importHeading(int column, int role)
{
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (role != Qt::DisplayRole) return {};
    switch (static_cast<ImportColumn>(column)) {
    case ImportColumn::Action: return Imports::tr("What");
    case ImportColumn::Name: return Imports::tr("Name");
    case ImportColumn::Detail: return Imports::tr("The file says");
    case ImportColumn::Says: return Imports::tr("Differences");
    }
    return {};
}

QString importResult(const QString& fileName, const ImportTotals& totals)
{
    return Imports::tr("%1: %2 new, %3 changed, %4 unchanged, %5 left out.")
        .arg(fileName, countText(totals.created), countText(totals.updated), countText(totals.unchanged),
             countText(totals.rejected));
}

QString takenBackSentence(std::size_t kept)
{
    if (kept == 0) return Imports::tr("The import was taken back.");
    return Imports::tr("The import was taken back; %1 values that were changed since were kept.").arg(countText(kept));
}

BatchLine batchLine(const Batch& batch, Date day, Date today)
{
    const QString when = agoInWords(day, today, QLocale());
    return {.command = batch.command,
            .name = toQString(batch.subject),
            .detail = batch.undone ? Imports::tr("%1, taken back").arg(when)
                                   : Imports::tr("%1, %2 rows").arg(when, countText(batch.rows)),
            .undone = batch.undone};
}

}  // namespace kith::ui
