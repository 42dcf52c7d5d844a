#include <kith/shell/command_palette.h>

#include <kith/controls/labels.h>
#include <kith/controls/paint.h>
#include <kith/controls/surfaces.h>

#include <QAbstractListModel>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace kith::ui {
namespace {

constexpr int kMostLines = 10;
constexpr int kMostPeople = 6;

struct Line {
    bool person = false;
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
        if (role == Qt::AccessibleTextRole)
            return QString(line.text + QStringLiteral(", ") + (line.person ? line.detail : line.keys));
        return {};
    }
};

class CommandPalette::Delegate final : public QStyledItemDelegate {
public:
    Delegate(const Model* model, const Theme* theme, QObject* parent)
        : QStyledItemDelegate(parent), model_(model), theme_(theme)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {100, theme_->px(38)}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Line& line = model_->lines.at(index.row());
        const Tokens& t = theme_->tokens();
        const bool mirrored = option.direction == Qt::RightToLeft;
        const QRect r = option.rect.adjusted(8, 1, -8, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        if (option.state.testFlag(QStyle::State_Selected)) painter->setBrush(t.accentSoft);
        else if (option.state.testFlag(QStyle::State_MouseOver)) painter->setBrush(t.hover);
        else painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(r, kCorner, kCorner);
        const QRectF mark(mirrored ? r.right() - 35 : r.left() + 11, r.center().y() - 11.5, 24, 24);
        if (line.person) paintAvatar(*painter, mark, line.text, *theme_);
        else theme_->paintIcon(*painter, mark, line.icon, t.muted, 18);

        const int cap = line.keys.isEmpty() ? 0 : keyCapSize(line.keys, *theme_).width();
        QRect words = mirrored ? r.adjusted(cap + 20, 0, -46, 0) : r.adjusted(46, 0, -cap - 20, 0);
        const QFont font = theme_->font(TextSize::Body, line.person ? Weight::Medium : Weight::Regular);
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

CommandPalette::CommandPalette(const Theme* theme, QList<CommandSpec> commands, People people, const QString& text,
                               QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      commands_(std::move(commands)),
      people_(std::move(people)),
      field_(new QLineEdit(text)),
      list_(new QListView),
      model_(new Model(this)),
      nothing_(new TextLabel(theme, tr("Nobody and nothing by that name. Try the beginning of a name or of a command."),
                             TextSize::Body, Ink::Muted))
{
    setAccessibleName(tr("Search and commands"));
    field_->setFrame(false);
    field_->setFont(theme->font(TextSize::Lead));
    field_->setPlaceholderText(tr("Type a name or a command"));
    field_->setAccessibleName(tr("Name or command"));
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
    list_->setUniformItemSizes(true);
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
    connect(field_, &QLineEdit::textChanged, this, &CommandPalette::refresh);
    connect(list_, &QListView::clicked, this, &CommandPalette::choose);
    setFocusProxy(field_);
    refresh();
}

QStringList CommandPalette::lines() const
{
    QStringList texts;
    for (const Line& line : model_->lines) texts.append(line.text);
    return texts;
}

void CommandPalette::refresh()
{
    const QString text = field_->text().simplified();
    const QStringList typed = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    QList<Line> found;
    for (const CommandSpec& spec : std::as_const(commands_)) {
        if (!spec.inPalette || !fits(spec.title, typed)) continue;
        if (spec.enabled && !spec.enabled()) continue;
        found.append(
            Line{false, spec.id, spec.title, {}, keyText(spec.shortcut), iconNamed(spec.icon).value_or(Icon::Command)});
    }
    if (!typed.isEmpty() && people_) {
        QList<Line> people;
        for (const PersonSuggestion& person : people_(text, kMostPeople)) {
            people.append(Line{true, person.id, person.name, person.detail, {}, Icon::Person});
        }
        found = people + found;
    }
    model_->replace(std::move(found));
    const int rows = std::min(static_cast<int>(model_->lines.size()), kMostLines);
    list_->setFixedHeight(rows * theme_->px(38));
    list_->setVisible(rows > 0);
    nothing_->setVisible(rows == 0);
    if (rows > 0) list_->setCurrentIndex(model_->index(0));
    updateGeometry();
}

void CommandPalette::choose(const QModelIndex& index)
{
    if (!index.isValid()) return;
    const Line line = model_->lines.at(index.row());
    if (line.person) Q_EMIT personChosen(line.id);
    else Q_EMIT commandChosen(line.id);
}

void CommandPalette::move(int by)
{
    const int rows = model_->rowCount();
    if (rows == 0) return;
    const int row = (list_->currentIndex().row() + by + rows) % rows;
    list_->setCurrentIndex(model_->index(row));
    list_->scrollTo(list_->currentIndex());
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == field_ && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down: move(1); return true;
        case Qt::Key_Up: move(-1); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: choose(list_->currentIndex()); return true;
        default: break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace kith::ui
