#include <kith/views/log_sheet_view.h>

#include <kith/controls/badges.h>
#include <kith/controls/labels.h>
#include <kith/controls/sheet.h>
#include <kith/controls/surfaces.h>
#include <kith/models/text.h>
#include <kith/pages/words.h>
#include <kith/views/next_step_fields.h>
#include <kith/views/people_field.h>

#include <QAbstractTextDocumentLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int kMargin = 20;
constexpr int kLabelWidth = 108;
constexpr int kRowHeight = 32;
constexpr int kLeastLines = 3;
constexpr int kMostLines = 10;
constexpr int kMostMinutes = 24 * 60;
constexpr int kMostCharacters = 200'000;
constexpr int kSheetTop = 80;

template <class E>
void fill(QComboBox* box)
{
    for (const Word& word : wordsOf<E>()) box->addItem(wordFor(static_cast<E>(word.value)), int(word.value));
}

}  // namespace

LogSheetView::LogSheetView(ConversationPage& page, const Theme* theme, QWidget* parent)
    : QWidget(parent), page_(page), theme_(theme)
{
    setAccessibleName(tr("Log a conversation"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildWords(column);
    column->addWidget(new HairLine(theme, this));
    buildRows(column);
    column->addWidget(new HairLine(theme, this));
    buildFooter(column);

    connect(&page_, &ConversationPage::changed, this, &LogSheetView::refresh);
    connect(&page_, &ConversationPage::failed, this, &LogSheetView::showProblem);
    connect(&page_, &ConversationPage::saved, this, &LogSheetView::saved);
    refresh();
}

void LogSheetView::buildWords(QVBoxLayout* column)
{
    auto* words = new QVBoxLayout;
    words->setContentsMargins(kMargin, 18, kMargin, 14);
    words->setSpacing(8);
    people_ = new PeopleField(page_, theme_, this, this);
    words->addWidget(people_);

    text_ = new QPlainTextEdit(page_.draft().text, this);
    text_->setAccessibleName(tr("What was said"));
    text_->setPlaceholderText(tr("What was said?"));
    text_->setFrameShape(QFrame::NoFrame);
    text_->viewport()->setAutoFillBackground(false);
    text_->document()->setDocumentMargin(0);
    text_->setFont(theme_->font(TextSize::Lead));
    text_->setTabChangesFocus(true);
    text_->installEventFilter(this);
    connect(text_, &QPlainTextEdit::textChanged, this,
            [this] { page_.setText(text_->toPlainText().left(kMostCharacters)); });
    connect(text_->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &LogSheetView::fitText);
    words->addWidget(text_);
    column->addLayout(words);
    fitText();
}

void LogSheetView::fitText()
{
    // The layout of a plain text document counts its height in lines.
    const int lines = static_cast<int>(text_->document()->size().height()) + 1;
    const int shown = std::clamp(lines, kLeastLines, kMostLines);
    text_->setFixedHeight(shown * text_->fontMetrics().lineSpacing() + 2 * text_->frameWidth());
}

void LogSheetView::addRow(const QString& label, QWidget* fields)
{
    auto* words = new TextLabel(theme_, label, TextSize::Body, Ink::Muted, Weight::Regular, this);
    words->setMinimumHeight(theme_->px(kRowHeight));
    words->setFixedWidth(theme_->px(kLabelWidth));
    const int row = rows_->rowCount();
    rows_->addWidget(words, row, 0, Qt::AlignTop);
    rows_->addWidget(fields, row, 1);
    if (fields == due_) dueLabel_ = words;
}

void LogSheetView::buildRows(QVBoxLayout* column)
{
    rows_ = new QGridLayout;
    rows_->setContentsMargins(kMargin, 14, kMargin, 14);
    rows_->setHorizontalSpacing(0);
    rows_->setVerticalSpacing(6);
    rows_->setColumnStretch(1, 1);
    column->addLayout(rows_);

    addRow(tr("Happened as"), buildChannels());
    addRow(tr("When"), buildTime());
    addRow(tr("Who spoke"), buildTalk());
    due_ = new QWidget(this);
    auto* due = new QVBoxLayout(due_);
    due->setContentsMargins(0, 0, 0, 0);
    due->setSpacing(4);
    addRow(tr("This settles"), due_);
    next_ = new NextStepFields(page_, theme_, this);
    addRow(tr("Next step"), next_);
    private_ = new QCheckBox(tr("Only I can read this"), this);
    private_->setMinimumHeight(theme_->px(kRowHeight));
    connect(private_, &QCheckBox::toggled, &page_, &ConversationPage::setPrivate);
    addRow(tr("Who reads it"), private_);
}

QWidget* LogSheetView::buildChannels()
{
    auto* group = new QWidget(this);
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(0, 4, 0, 4);
    row->setSpacing(6);
    for (const Word& word : wordsOf<Channel>()) {
        const auto channel = static_cast<Channel>(word.value);
        auto* chip = new Chip(theme_, wordFor(channel), group);
        chip->setCheckable(true);
        chip->setAutoExclusive(true);
        connect(chip, &Chip::toggled, this, [this, channel](bool on) {
            if (on) page_.setChannel(channel);
        });
        row->addWidget(chip);
        channels_.push_back(chip);
    }
    row->addStretch();
    return group;
}

QWidget* LogSheetView::buildTime()
{
    auto* group = new QWidget(this);
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    when_ = new QDateTimeEdit(group);
    when_->setAccessibleName(tr("Day and time"));
    when_->setCalendarPopup(true);
    when_->setDisplayFormat(tr("ddd d MMM yyyy, HH:mm", "format of a day and time in a field"));
    when_->setMinimumWidth(theme_->px(230));
    minutes_ = new QSpinBox(group);
    minutes_->setAccessibleName(tr("Length in minutes"));
    minutes_->setRange(0, kMostMinutes);
    minutes_->setSingleStep(5);
    minutes_->setSuffix(tr(" min"));
    minutes_->setSpecialValueText(tr("length not said"));
    minutes_->setMinimumWidth(theme_->px(150));
    row->addWidget(when_);
    row->addWidget(minutes_);
    row->addStretch();
    connect(when_, &QDateTimeEdit::dateTimeChanged, &page_, &ConversationPage::setWhen);
    connect(minutes_, &QSpinBox::valueChanged, &page_, &ConversationPage::setMinutes);
    return group;
}

QWidget* LogSheetView::buildTalk()
{
    auto* group = new QWidget(this);
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    direction_ = new QComboBox(group);
    direction_->setAccessibleName(tr("Who spoke or wrote"));
    fill<Direction>(direction_);
    depth_ = new QComboBox(group);
    depth_->setAccessibleName(tr("How deep it went"));
    fill<Depth>(depth_);
    row->addWidget(direction_);
    row->addWidget(depth_);
    row->addStretch();
    connect(direction_, &QComboBox::activated, this,
            [this] { page_.setDirection(static_cast<Direction>(direction_->currentData().toInt())); });
    connect(depth_, &QComboBox::activated, this,
            [this] { page_.setDepth(static_cast<Depth>(depth_->currentData().toInt())); });
    return group;
}

void LogSheetView::buildFooter(QVBoxLayout* column)
{
    auto* footer = new QHBoxLayout;
    footer->setContentsMargins(kMargin, 10, kMargin, 10);
    footer->setSpacing(6);
    footer->addWidget(new KeyCap(theme_, QKeySequence(Qt::Key_Escape), this));
    footer->addWidget(new TextLabel(theme_, tr("keep as draft"), TextSize::Small, Ink::Muted, Weight::Regular, this));
    footer->addSpacing(6);
    discard_ = new QPushButton(tr("Start again"), this);
    setButtonKind(discard_, ButtonKind::Link);
    discard_->setToolTip(tr("Throw this draft away"));
    connect(discard_, &QPushButton::clicked, this, [this] {
        page_.discard();
        firstField()->setFocus(Qt::OtherFocusReason);
    });
    footer->addWidget(discard_);
    problem_ = new TextLabel(theme_, {}, TextSize::Small, Ink::Muted, Weight::Regular, this);
    problem_->setWordWrap(true);
    problem_->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    footer->addWidget(problem_, 1);
    footer->addSpacing(6);
    save_ = new KeyButton(theme_, tr("Save"), QKeySequence(Qt::CTRL | Qt::Key_Enter), ButtonKind::Primary, this);
    connect(save_, &QPushButton::clicked, this, &LogSheetView::save);
    footer->addWidget(save_);
    column->addLayout(footer);
}

void LogSheetView::refresh()
{
    const ConversationDraft& draft = page_.draft();
    const QSignalBlocker quietWhen(when_);
    const QSignalBlocker quietMinutes(minutes_);
    if (text_->toPlainText() != draft.text) text_->setPlainText(draft.text);
    for (std::size_t i = 0; i < channels_.size(); ++i) {
        const QSignalBlocker quiet(channels_[i]);
        channels_[i]->setChecked(wordsOf<Channel>()[i].value == static_cast<std::int64_t>(draft.channel));
    }
    if (!when_->hasFocus() || draft.when.isValid()) when_->setDateTime(page_.whenShown());
    minutes_->setValue(draft.minutes);
    minutes_->setVisible(hasLength(draft.channel));
    direction_->setCurrentIndex(direction_->findData(static_cast<int>(draft.direction)));
    depth_->setCurrentIndex(depth_->findData(static_cast<int>(draft.depth)));
    const QSignalBlocker quietPrivate(private_);
    private_->setChecked(draft.isPrivate);
    refreshDueSteps();
    next_->refresh();
    discard_->setVisible(draft.worthKeeping());
    save_->setEnabled(!page_.saving());
    problem_->setInk(Ink::Muted);
    problem_->setText(tr("One undo takes all of it back."));
}

void LogSheetView::refreshDueSteps()
{
    const auto& steps = page_.draft().dueSteps;
    due_->setVisible(!steps.empty());
    dueLabel_->setVisible(!steps.empty());
    if (steps == shownDue_) return;
    const bool sameSteps = std::ranges::equal(steps, shownDue_, {}, &DueStep::reminder, &DueStep::reminder);
    shownDue_ = steps;
    if (sameSteps) return;  // only a tick changed, and the box shows it already
    for (QCheckBox* box : due_->findChildren<QCheckBox*>()) delete box;
    for (const DueStep& step : steps) {
        auto* box = new QCheckBox(due_);
        box->setText(plainAction(step.sentence));
        box->setAccessibleName(tr("Done: %1").arg(step.sentence));
        box->setMinimumHeight(theme_->px(kRowHeight));
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        box->setChecked(step.settled);
        connect(box, &QCheckBox::toggled, &page_,
                [this, reminder = step.reminder](bool on) { page_.settle(reminder, on); });
        due_->layout()->addWidget(box);
    }
}

QWidget* LogSheetView::firstField() const
{
    if (page_.draft().people.empty()) return people_->input();
    return text_;
}

bool LogSheetView::stepBack()
{
    return people_->stepBack();
}

QWidget* LogSheetView::fieldOf(SheetField field) const
{
    switch (field) {
    case SheetField::People: return people_->input();
    case SheetField::When: return when_;
    case SheetField::Minutes: return minutes_;
    case SheetField::Text: return text_;
    case SheetField::NextDue: return next_->dueField();
    case SheetField::NextReason: return next_->reasonField();
    case SheetField::None: break;
    }
    return nullptr;
}

void LogSheetView::save()
{
    people_->takePending();
    const SheetProblem problem = page_.problem();
    if (QWidget* field = fieldOf(problem.field)) field->setFocus(Qt::OtherFocusReason);
    page_.save();
}

void LogSheetView::showProblem(const QString& sentence)
{
    problem_->setInk(Ink::Danger);
    problem_->setText(sentence);
}

void LogSheetView::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & Qt::ControlModifier) != 0) save();
    else QWidget::keyPressEvent(event);
}

bool LogSheetView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == text_ && event->type() == QEvent::KeyPress) {
        auto* press = static_cast<QKeyEvent*>(event);
        const bool enter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
        if (enter && (press->modifiers() & Qt::ControlModifier) != 0) {
            save();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void openLogSheet(ConversationPage& page, const Theme* theme, QWidget* over, PageHost& host, const Id& person)
{
    if (Sheet::current(over) != nullptr) return;
    page.begin(person);
    auto* view = new LogSheetView(page, theme);
    auto* sheet = new Sheet(theme, over, view);
    sheet->setTop(kSheetTop);
    sheet->setMayClose([view] { return !view->stepBack(); });
    QObject::connect(sheet, &Sheet::closed, &page, &ConversationPage::keepNow);
    QObject::connect(&page, &ConversationPage::vanished, sheet, [sheet, &host](const QString& sentence) {
        sheet->dismiss();
        host.say(sentence);
    });
    QObject::connect(view, &LogSheetView::saved, sheet, [sheet, &page, &host](const QString& sentence, qint64 command) {
        sheet->dismiss();
        host.say(sentence, LogSheetView::tr("Undo"), [&page, command] { page.undo(command); });
    });
    sheet->open(view->firstField());
}

}  // namespace kith::ui
