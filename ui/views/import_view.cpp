#include <kith/views/import_view.h>

#include <kith/controls/badges.h>
#include <kith/controls/surfaces.h>
#include <kith/models/text.h>
#include <kith/views/import_cells.h>
#include <kith/views/person_section.h>
#include <kith/views/row_table.h>

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

enum Place { kStart, kReading, kPreview, kDone };
constexpr int kSide = 300;
constexpr int kProgressInterval = 100;  // milliseconds
constexpr int kPatience = 500;  // milliseconds

void clear(QBoxLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

QString droppedFile(const QMimeData* data)
{
    if (!data->hasUrls() || data->urls().size() != 1) return {};
    const QString path = data->urls().front().toLocalFile();
    return QFileInfo(path).isFile() ? path : QString{};
}

}  // namespace

ImportView::ImportView(const Theme* theme, ImportPage& page, PageHost& host, ChooseFile choose, QWidget* parent)
    : PageView(parent),
      theme_(theme),
      page_(page),
      host_(host),
      choose_(std::move(choose)),
      heading_(new PageTitle(theme, tr("Import"))),
      stack_(new QStackedWidget)
{
    setAcceptDrops(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 5 * kSpace, 0, 0);
    column->setSpacing(3 * kSpace);
    heading_->setContentsMargins(5 * kSpace, 0, 5 * kSpace, 0);
    column->addWidget(heading_);
    column->addWidget(stack_, 1);
    for (QWidget* place : {makeStart(), makeReading(), makePreview(), makeDone()}) stack_->addWidget(place);

    ticks_.setInterval(kProgressInterval);
    connect(&ticks_, &QTimer::timeout, this, [this] {
        const auto [done, all] = page_.progress();
        progress_->setRange(0, static_cast<int>(all));  // 0 to 0 means busy: the file is still being read
        progress_->setValue(static_cast<int>(done));
    });
    patience_.setSingleShot(true);
    patience_.setInterval(kPatience);
    connect(&patience_, &QTimer::timeout, this, &ImportView::showWriting);
    connect(&page_, &ImportPage::changed, this, &ImportView::refresh);
    connect(&page_, &ImportPage::batchesChanged, this, &ImportView::refreshBatches);
    connect(&page_, &ImportPage::problem, this, [this](const QString& sentence) { host_.say(sentence); });
    connect(&page_, &ImportPage::said, this, [this](const QString& sentence) { host_.say(sentence); });
    refresh();
    refreshBatches();
}

QWidget* ImportView::makeStart()
{
    auto* place = new QWidget;
    auto* column = new QVBoxLayout(place);
    column->setContentsMargins(5 * kSpace, 0, 5 * kSpace, 5 * kSpace);
    auto* state = new EmptyState(theme_, Icon::Import, tr("Drop a file here"),
                                 tr("A LinkedIn export, CSV, vCard or JSON Resume. You see what it would change before "
                                    "anything is written, and it can be taken back later."));
    state->setAction(tr("Choose a file"), QKeySequence(u"Ctrl+O"_s), [this] { this->choose(); });
    column->addWidget(state, 1);
    auto* section = new Section(theme_, tr("Earlier imports"));
    batches_ = section->body();
    batchesSection_ = section;
    column->addWidget(section);
    return place;
}

QWidget* ImportView::makeReading()
{
    auto* place = new QWidget;
    auto* column = new QVBoxLayout(place);
    column->setContentsMargins(5 * kSpace, 0, 5 * kSpace, 0);
    column->setSpacing(3 * kSpace);
    reading_ = new TextLabel(theme_, {}, TextSize::Body, Ink::Muted);
    progress_ = new QProgressBar;
    progress_->setTextVisible(false);
    progress_->setFixedHeight(theme_->px(6));
    progress_->setMaximumWidth(theme_->px(420));
    callOff_ = new KeyButton(theme_, tr("Cancel"), QKeySequence(Qt::Key_Escape));
    connect(callOff_, &QPushButton::clicked, &page_, &ImportPage::cancel);
    column->addWidget(reading_);
    column->addWidget(progress_);
    column->addWidget(callOff_, 0, Qt::AlignLeft);
    column->addStretch(1);
    return place;
}

QWidget* ImportView::makePreview()
{
    auto* place = new QWidget;
    auto* outer = new QVBoxLayout(place);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(2 * kSpace);
    auto* chips = new QHBoxLayout;
    chips->setContentsMargins(5 * kSpace, 0, 5 * kSpace, 0);
    chips->setSpacing(6);
    for (const auto action :
         {ImportAction::Create, ImportAction::Update, ImportAction::Unchanged, ImportAction::Reject}) {
        auto* chip = new Chip(theme_, wordFor(action));
        chip->setCheckable(true);
        connect(chip, &Chip::clicked, &page_, [this, action](bool on) { page_.setShown(action, on); });
        chips->addWidget(chip);
        chips_.emplace_back(action, chip);
    }
    chips->addStretch(1);
    auto* cancel = new QPushButton(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, &page_, &ImportPage::cancel);
    apply_ = new KeyButton(theme_, tr("Import"), QKeySequence(u"Ctrl+Return"_s), ButtonKind::Primary);
    connect(apply_, &QPushButton::clicked, &page_, &ImportPage::apply);
    chips->addWidget(cancel);
    chips->addWidget(apply_);
    outer->addLayout(chips);

    table_ = new RowTable(theme_);
    table_->setAccessibleName(tr("What the file would change"));
    table_->setModel(&page_.table());
    table_->setItemDelegate(new ImportCells(theme_, table_));
    table_->setColumns({{.weight = 110, .least = theme_->px(112), .lead = 20},
                        {.weight = 190, .least = theme_->px(120)},
                        {.weight = 270, .least = theme_->px(120)},
                        {.weight = 250, .least = theme_->px(140)}});
    table_->setRowHeight(theme_->px(kRowCompact));
    table_->header()->setSortIndicatorShown(false);
    table_->header()->setSectionsClickable(false);
    connect(table_, &RowTable::currentRowChanged, this, &ImportView::refreshDifferences);

    auto* side = new Ground(theme_, true, Ground::Edge::Left);
    auto* inner = new QWidget;
    auto* parts = new QVBoxLayout(inner);
    parts->setContentsMargins(18, 18, 18, 18);
    parts->setSpacing(5 * kSpace);
    auto* differences = new Section(theme_, tr("This line"));
    differences_ = differences->body();
    differences_->setSpacing(2 * kSpace);
    auto* columns = new Section(theme_, tr("Columns of the file"));
    columns_ = columns->body();
    columns_->setSpacing(2 * kSpace);
    columnsSection_ = columns;
    parts->addWidget(differences);
    parts->addWidget(columns);
    parts->addStretch(1);
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(1, 0, 0, 0);
    sideColumn->addWidget(scrollingColumn(inner));
    side->setFixedWidth(theme_->px(kSide));
    side_ = side;
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(table_, 1);
    row->addWidget(side);
    outer->addLayout(row, 1);
    return place;
}

QWidget* ImportView::makeDone()
{
    auto* place = new QWidget;
    auto* column = new QVBoxLayout(place);
    column->setContentsMargins(5 * kSpace, 0, 5 * kSpace, 0);
    column->setSpacing(3 * kSpace);
    result_ = new TextLabel(theme_, {}, TextSize::Lead);
    result_->setWordWrap(true);
    auto* people = new QPushButton(tr("Show people"));
    setButtonKind(people, ButtonKind::Primary);
    auto* undo = new QPushButton(tr("Undo this import"));
    auto* again = new QPushButton(tr("Import another file"));
    connect(people, &QPushButton::clicked, this, [this] { host_.openPage(u"people"_s); });
    connect(undo, &QPushButton::clicked, &page_, &ImportPage::undo);
    connect(again, &QPushButton::clicked, &page_, &ImportPage::cancel);
    column->addWidget(result_);
    column->addWidget(rowWidget({people, undo, again, new QWidget}, 3));
    column->addStretch(1);
    return place;
}

QList<CommandSpec> ImportView::commands()
{
    return {
        {.id = u"import.apply"_s,
         .title = tr("Make this import"),
         .shortcut = QKeySequence(u"Ctrl+Return"_s),
         .run = [this] { page_.apply(); },
         .enabled = [this] { return page_.state() == ImportPage::State::Preview && !page_.changesNothing(); },
         .icon = u"check"_s},
    };
}

void ImportView::activate()
{
    page_.refreshBatches();
    if (page_.state() == ImportPage::State::Preview) {
        table_->setFocus(Qt::OtherFocusReason);
    } else {
        const auto buttons = stack_->currentWidget()->findChildren<QPushButton*>();
        const auto first = std::ranges::find_if(buttons, [](const QPushButton* b) { return !b->isHidden(); });
        if (first != buttons.end()) (*first)->setFocus(Qt::OtherFocusReason);
    }
}

void ImportView::open(const QString& argument)
{
    if (!argument.isEmpty()) page_.openPath(argument);
}

bool ImportView::stepBack()
{
    if (page_.state() == ImportPage::State::Empty) return false;
    page_.cancel();
    return true;
}

void ImportView::choose()
{
    if (choose_) choose_([this](const QString& path) { open(path); });
}

void ImportView::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFile(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void ImportView::dropEvent(QDropEvent* event)
{
    const QString path = droppedFile(event->mimeData());
    if (path.isEmpty()) return;
    event->acceptProposedAction();
    page_.openPath(path);
}

void ImportView::refresh()
{
    const auto state = page_.state();
    const bool busy = state == ImportPage::State::Reading || state == ImportPage::State::Applying;
    if (busy && !ticks_.isActive()) ticks_.start();
    else if (!busy) ticks_.stop();
    if (state != ImportPage::State::Applying) patience_.stop();
    switch (state) {
    case ImportPage::State::Empty:
        heading_->setDetail({});
        stack_->setCurrentIndex(kStart);
        return;
    case ImportPage::State::Reading:
        heading_->setDetail(page_.fileName());
        progress_->setAccessibleName(tr("Progress of reading"));
        reading_->setText(tr("Reading the file and comparing it with the workspace. Nothing is written."));
        stack_->setCurrentIndex(kReading);
        return;
    case ImportPage::State::Applying:
        apply_->setEnabled(false);
        patience_.start();
        return;
    case ImportPage::State::Done:
        result_->setText(page_.resultSentence());
        stack_->setCurrentIndex(kDone);
        return;
    case ImportPage::State::Preview: break;
    }
    heading_->setDetail(tr("%1 · %2", "file, format").arg(page_.fileName(), page_.formatWords()));
    for (const auto& [action, chip] : chips_) {
        const auto count = page_.count(action);
        chip->setDetail(countText(count));
        chip->setChecked(page_.shows(action) && count > 0);
        chip->setEnabled(count > 0);
        chip->setAccessibleName(tr("%1: %2", "what, how many").arg(wordFor(action)).arg(count));
    }
    apply_->setText(page_.changesNothing() ? tr("Nothing to import") : tr("Import"));
    apply_->setEnabled(!page_.changesNothing());
    if (stack_->currentIndex() != kPreview) {
        stack_->setCurrentIndex(kPreview);
        table_->setFocus(Qt::OtherFocusReason);
    }
    if (!table_->currentIndex().isValid() && page_.table().rowCount() > 0)
        table_->setCurrentIndex(page_.table().index(0, 0));
    refreshColumns();
    refreshDifferences();
}

void ImportView::showWriting()
{
    progress_->setAccessibleName(tr("Progress of the import"));
    reading_->setText(
        tr("Writing what the preview showed. Until it is done you can call it off, and nothing is changed."));
    stack_->setCurrentIndex(kReading);
    callOff_->setFocus(Qt::OtherFocusReason);
}

void ImportView::refreshColumns()
{
    const QStringList headers = page_.headers();
    columnsSection_->setVisible(!headers.isEmpty());
    if (headers == columnsShown_) return;
    columnsShown_ = headers;
    clear(columns_);
    for (int i = 0; i < headers.size(); ++i) {
        auto* header = new ElidedLabel(theme_, headers[i], TextSize::Small, Ink::Text, Weight::Medium);
        auto* sample = new ElidedLabel(theme_, page_.sampleAt(i), TextSize::Small, Ink::Muted);
        auto* meaning = new QComboBox;
        meaning->setAccessibleName(tr("Meaning of the column %1").arg(headers[i]));
        for (const ColumnChoice& choice : page_.columnChoices())
            meaning->addItem(choice.word, static_cast<int>(choice.column));
        meaning->setCurrentIndex(meaning->findData(static_cast<int>(page_.columnAt(i))));
        connect(meaning, &QComboBox::activated, &page_, [this, meaning, i] {
            page_.setColumn(i, static_cast<exchange::Column>(meaning->currentData().toInt()));
        });
        auto* words = new QWidget;
        auto* column = new QVBoxLayout(words);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(header);
        column->addWidget(sample);
        meaning->setFixedWidth(theme_->px(136));
        columns_->addWidget(rowWidget({words, meaning}, 0));
    }
}

void ImportView::refreshDifferences()
{
    clear(differences_);
    const auto lines = page_.differences(table_->currentIndex().row());
    for (const DifferenceLine& line : lines) {
        auto* row = new QWidget;
        auto* column = new QVBoxLayout(row);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(1);
        column->addWidget(new TextLabel(theme_, line.field, TextSize::Small, Ink::Muted));
        QString change = line.after;
        if (!line.before.isEmpty()) change = line.before + (line.after.isEmpty() ? QString{} : u" → "_s + line.after);
        auto* words = new TextLabel(theme_, change);
        words->setWordWrap(true);
        column->addWidget(words);
        if (!line.note.isEmpty()) {
            auto* note = new TextLabel(theme_, line.note, TextSize::Small, Ink::Warning);
            note->setWordWrap(true);
            column->addWidget(note);
        }
        differences_->addWidget(row);
    }
    if (!lines.empty()) return;
    const int current = table_->currentIndex().row();
    const QString says = current < 0 ? QString{} : page_.table().index(current, kImportColumns - 1).data().toString();
    const bool isNew = current >= 0
        && page_.table().index(current, 0).data(kImportActionRole).toInt() == static_cast<int>(ImportAction::Create);
    const QString plain = isNew ? tr("Nobody like this is in the workspace yet.") : tr("No differences.");
    auto* none = new TextLabel(theme_, says.isEmpty() ? plain : says, TextSize::Body, Ink::Muted);
    none->setWordWrap(true);
    differences_->addWidget(none);
}

void ImportView::refreshBatches()
{
    clear(batches_);
    batchesSection_->setVisible(!page_.batches().empty());
    for (const BatchLine& batch : page_.batches()) {
        auto* name = new ElidedLabel(theme_, batch.name, TextSize::Body, Ink::Text, Weight::Medium);
        auto* detail = new TextLabel(theme_, batch.detail, TextSize::Small, Ink::Muted);
        QList<QWidget*> parts{name, detail};
        if (!batch.undone) {
            auto* back = new QPushButton(tr("Take back"));
            back->setAccessibleName(tr("Take back %1").arg(batch.name));
            connect(back, &QPushButton::clicked, &page_, [this, command = batch.command] { page_.takeBack(command); });
            parts << back;
        }
        batches_->addWidget(rowWidget(parts, 0, 3 * kSpace));
    }
}

}  // namespace kith::ui
