#include <kith/shell/command_palette.h>

#include <kith/controls/labels.h>
#include <kith/controls/paint.h>
#include <kith/controls/surfaces.h>

#include <QAbstractListModel>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

namespace kith::ui {
namespace {

constexpr int kMostLines = 12;
constexpr int kLineHeight = 38;
constexpr int kHeadingHeight = 28;

struct Line {
    enum class What { Heading, Person, Note, All, Search, Command };
    What what = What::Command;
    QString id;
    QString text;
    QString detail;
    QString keys;
    Icon icon = Icon::Command;
};

// Every word typed must begin a word of the text: "lo co" finds "Log a conversation".
bool fits(const QString& text, const QStringList& typed)
{
    const QStringList words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(typed, [&](const QString& start) {
        return std::ranges::any_of(words, [&](const QString& word) { return word.startsWith(start); });
    });
}

}  // namespace

class CommandPalette::Model final : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;
    QList<Line> lines;

    void replace(QList<Line> next)
    {
        beginResetModel();
        lines = std::move(next);
        endResetModel();
    }
    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(lines.size());
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!index.isValid()) return {};
        const Line& line = lines.at(index.row());
        if (role == Qt::DisplayRole) return line.text;
        const QString more = line.detail.isEmpty() ? line.keys : line.detail;
        if (role == Qt::AccessibleTextRole)
            return more.isEmpty() ? line.text : QString(line.text + QStringLiteral(", ") + more);
        return {};
    }
    Qt::ItemFlags flags(const QModelIndex& index) const override
    {
        return chosenBy(index.row()) ? QAbstractListModel::flags(index) : Qt::NoItemFlags;
    }
    [[nodiscard]] bool chosenBy(int row) const
    {
        return row >= 0 && row < rowCount() && lines.at(row).what != Line::What::Heading;
    }
    [[nodiscard]] static int heightOf(const Line& line)
    {
        return line.what == Line::What::Heading ? kHeadingHeight : kLineHeight;
    }
};

class CommandPalette::Delegate final : public QStyledItemDelegate {
public:
    Delegate(const Model* model, const Theme* theme, QObject* parent)
        : QStyledItemDelegate(parent), model_(model), theme_(theme)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {100, theme_->px(Model::heightOf(model_->lines.at(index.row())))};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Line& line = model_->lines.at(index.row());
        const Tokens& t = theme_->tokens();
        const bool mirrored = option.direction == Qt::RightToLeft;
        const QRect r = option.rect.adjusted(8, 1, -8, -1);
        const bool person = line.what == Line::What::Person;
        if (line.what == Line::What::Heading) {
            paintText(*painter, r.adjusted(12, 4, -12, 0), line.text, theme_->font(TextSize::Small, Weight::Medium),
                      t.muted, Qt::AlignLeft | Qt::AlignVCenter, option.direction);
            return;
        }
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        if (option.state.testFlag(QStyle::State_Selected)) painter->setBrush(t.accentSoft);
        else if (option.state.testFlag(QStyle::State_MouseOver)) painter->setBrush(t.hover);
        else painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(r, kCorner, kCorner);
        const QRectF mark(mirrored ? r.right() - 35 : r.left() + 11, r.center().y() - 11.5, 24, 24);
        if (person) paintAvatar(*painter, mark, line.text, *theme_);
        else theme_->paintIcon(*painter, mark, line.icon, t.muted, 18);

        const int cap = line.keys.isEmpty() ? 0 : keyCapSize(line.keys, *theme_).width();
        QRect words = mirrored ? r.adjusted(cap + 20, 0, -46, 0) : r.adjusted(46, 0, -cap - 20, 0);
        const QFont font =
            theme_->font(TextSize::Body, person || line.what == Line::What::Note ? Weight::Medium : Weight::Regular);
        paintText(*painter, words, line.text, font, t.text, Qt::AlignLeft | Qt::AlignVCenter, option.direction);
        if (!line.detail.isEmpty()) {
            const int used = QFontMetrics(font).horizontalAdvance(line.text) + 10;
            words = mirrored ? words.adjusted(0, 0, -used, 0) : words.adjusted(used, 0, 0, 0);
            paintText(*painter, words, line.detail, theme_->font(TextSize::Small), t.muted,
                      Qt::AlignLeft | Qt::AlignVCenter, option.direction);
        }
        if (cap > 0) {
            const QRect where(mirrored ? r.left() + 12 : r.right() - 12 - cap, r.top(), cap, r.height());
            paintKeyCap(*painter, where, line.keys, *theme_, t.muted);
        }
        painter->restore();
    }

private:
    const Model* model_;
    const Theme* theme_;
};

CommandPalette::CommandPalette(const Theme* theme, QList<CommandSpec> commands, Find find, const QString& text,
                               QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      commands_(std::move(commands)),
      find_(std::move(find)),
      field_(new QLineEdit(text)),
      list_(new QListView),
      model_(new Model(this)),
      nothing_(new TextLabel(
          theme,
          tr("Nobody and nothing by that name. Try the beginning of a name, of a word in a note, or of a command."),
          TextSize::Body, Ink::Muted))
{
    setAccessibleName(tr("Search and commands"));
    field_->setFrame(false);
    field_->setFont(theme->font(TextSize::Lead));
    field_->setPlaceholderText(tr("Type a name, a word of a note, or a command"));
    field_->setAccessibleName(tr("Name, word or command"));
    field_->setFixedHeight(theme->px(56));
    field_->setTextMargins(14, 0, 14, 0);
    field_->installEventFilter(this);
    list_->setModel(model_);
    list_->setItemDelegate(new Delegate(model_, theme, this));
    list_->setAccessibleName(tr("Matches"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setMouseTracking(true);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->viewport()->setAutoFillBackground(false);
    nothing_->setContentsMargins(20, 14, 20, 18);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(field_);
    column->addWidget(new HairLine(theme));
    column->addSpacing(6);
    column->addWidget(list_);
    column->addWidget(nothing_);
    column->addSpacing(8);
    connect(field_, &QLineEdit::textChanged, this, &CommandPalette::ask);
    connect(list_, &QListView::clicked, this, &CommandPalette::choose);
    setFocusProxy(field_);
    ask();
}

QStringList CommandPalette::lines() const
{
    QStringList texts;
    for (const Line& line : model_->lines) texts.append(line.text);
    return texts;
}

void CommandPalette::ask()
{
    const QString text = field_->text().simplified();
    const int question = ++asked_;
    enterWaits_ = false;
    waiting_ = !text.isEmpty() && find_;
    if (!waiting_) return show(text, {});
    find_(text, [self = QPointer(this), question, text](const PaletteFinds& finds) {
        if (self.isNull() || question != self->asked_) return;
        self->waiting_ = false;
        self->show(text, finds);
        if (std::exchange(self->enterWaits_, false)) self->choose(self->list_->currentIndex());
    });
}

void CommandPalette::show(const QString& text, const PaletteFinds& finds)
{
    const QStringList typed = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    QList<Line> commands;
    for (const CommandSpec& spec : std::as_const(commands_)) {
        if (!spec.inPalette || !fits(spec.title, typed)) continue;
        if (spec.enabled && !spec.enabled()) continue;
        commands.append(Line{Line::What::Command,
                             spec.id,
                             spec.title,
                             {},
                             keyText(spec.shortcut),
                             iconNamed(spec.icon).value_or(Icon::Command)});
    }
    QList<Line> found;
    const auto heading = [&](const QString& words) { found.append(Line{Line::What::Heading, {}, words, {}, {}, {}}); };
    if (!finds.people.isEmpty()) heading(finds.peopleHeading);
    for (const PersonSuggestion& person : finds.people)
        found.append(Line{Line::What::Person, person.id, person.name, person.detail, {}, Icon::Person});
    if (!finds.showAll.isEmpty()) found.append(Line{Line::What::All, text, finds.showAll, {}, {}, Icon::People});
    if (!finds.notes.isEmpty()) heading(finds.notesHeading);
    for (const PersonSuggestion& note : finds.notes)
        found.append(Line{Line::What::Note, note.id, note.name, note.detail, {}, Icon::Message});
    if (!finds.searches.isEmpty()) heading(tr("Saved searches"));
    for (const PersonSuggestion& search : finds.searches)
        found.append(Line{Line::What::Search, search.detail, search.name, search.detail, {}, Icon::Star});
    if (!found.isEmpty() && !commands.isEmpty()) heading(tr("Commands"));
    model_->replace(found + commands);

    int height = 0;
    for (qsizetype row = 0; row < std::min<qsizetype>(model_->lines.size(), kMostLines); ++row)
        height += theme_->px(Model::heightOf(model_->lines.at(row)));
    list_->setFixedHeight(height);
    list_->setVisible(height > 0);
    nothing_->setVisible(height == 0);
    list_->setCurrentIndex({});
    move(1);
    list_->scrollToTop();
    updateGeometry();
}

void CommandPalette::choose(const QModelIndex& index)
{
    if (!model_->chosenBy(index.row())) return;
    const Line line = model_->lines.at(index.row());
    switch (line.what) {
    case Line::What::Heading: return;
    case Line::What::Person:
    case Line::What::Note: Q_EMIT personChosen(line.id); return;
    case Line::What::All:
    case Line::What::Search: Q_EMIT allChosen(line.id); return;
    case Line::What::Command: Q_EMIT commandChosen(line.id); return;
    }
}

void CommandPalette::move(int by)
{
    const int rows = model_->rowCount();
    if (rows == 0) return;
    int row = std::max(list_->currentIndex().row(), by > 0 ? -1 : 0);
    // There are headings, and something below each.
    do row = (row + by + rows) % rows;
    while (!model_->chosenBy(row));
    list_->setCurrentIndex(model_->index(row));
    list_->scrollTo(list_->currentIndex());
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    // The letters with which the palette was opened are begun, not there to be replaced by the next one.
    if (watched == field_ && event->type() == QEvent::FocusIn)
        QMetaObject::invokeMethod(field_, &QLineEdit::deselect, Qt::QueuedConnection);
    if (watched == field_ && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down: move(1); return true;
        case Qt::Key_Up: move(-1); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (waiting_) enterWaits_ = true;
            else choose(list_->currentIndex());
            return true;
        default: break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace kith::ui
