#include <kith/views/query_field.h>

#include <kith/controls/paint.h>
#include <kith/controls/surfaces.h>

#include <QAbstractListModel>
#include <QAccessible>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int kRowHeight = 32;
constexpr int kInset = 12;
constexpr int kWidth = 440;
constexpr int kLongest = 10'000;

}  // namespace

class QueryField::Model final : public QAbstractListModel {
public:
    Model(const QueryCompletion& completion, QObject* parent) : QAbstractListModel(parent), completion_(completion) { }

    void reset()
    {
        beginResetModel();
        endResetModel();
    }
    [[nodiscard]] const QueryCompletion::Line& line(int row) const
    {
        return completion_.lines()[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(completion_.lines().size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        if (!index.isValid() || index.row() >= rowCount()) return {};
        const QueryCompletion::Line& shown = line(index.row());
        if (role == Qt::DisplayRole) return shown.text;
        if (role != Qt::AccessibleTextRole) return {};
        QStringList parts{shown.text};
        if (!shown.detail.isEmpty()) parts << shown.detail;
        if (!shown.count.isEmpty()) parts << tr("%1 people").arg(shown.count);
        return parts.join(QStringLiteral(", "));
    }

private:
    const QueryCompletion& completion_;
};

class QueryField::Delegate final : public QStyledItemDelegate {
public:
    Delegate(const Model* model, const Theme* theme, QObject* parent)
        : QStyledItemDelegate(parent), model_(model), theme_(theme)
    {
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {100, theme_->px(kRowHeight)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QueryCompletion::Line& line = model_->line(index.row());
        const Tokens& t = theme_->tokens();
        if (option.state.testFlag(QStyle::State_Selected)) painter->fillRect(option.rect, t.accentSoft);
        else if (option.state.testFlag(QStyle::State_MouseOver)) painter->fillRect(option.rect, t.hover);
        const bool mirrored = option.direction == Qt::RightToLeft;
        QRect words = option.rect.adjusted(theme_->px(kInset), 0, -theme_->px(kInset), 0);
        const QFont figures = theme_->figures(TextSize::Small);
        const int count = line.count.isEmpty() ? 0 : QFontMetrics(figures).horizontalAdvance(line.count) + 2 * kSpace;
        paintText(*painter, words, line.count, figures, t.muted, Qt::AlignRight | Qt::AlignVCenter, option.direction);
        words = mirrored ? words.adjusted(count, 0, 0, 0) : words.adjusted(0, 0, -count, 0);
        const QFont font = theme_->font(TextSize::Body);
        paintText(*painter, words, line.text, font, t.text, Qt::AlignLeft | Qt::AlignVCenter, option.direction);
        const int used = std::min(QFontMetrics(font).horizontalAdvance(line.text) + 10, words.width());
        words = mirrored ? words.adjusted(0, 0, -used, 0) : words.adjusted(used, 0, 0, 0);
        paintText(*painter, words, line.detail, theme_->font(TextSize::Small), t.muted,
                  Qt::AlignLeft | Qt::AlignVCenter, option.direction);
    }

private:
    const Model* model_;
    const Theme* theme_;
};

QueryField::QueryField(const Theme* theme, QueryCompletion& completion, std::function<const PeopleSearch*()> search,
                       QWidget* overlay, QWidget* parent)
    : QLineEdit(parent),
      theme_(theme),
      completion_(completion),
      search_(std::move(search)),
      overlay_(overlay),
      list_(new QListView),
      model_(new Model(completion, this))
{
    setMaxLength(kLongest);
    auto* box = new Card(theme, overlay, Card::Ground::Raised);
    box->column()->setContentsMargins(1, 5, 1, 5);
    list_->setModel(model_);
    list_->setItemDelegate(new Delegate(model_, theme, this));
    list_->setAccessibleName(tr("Suggestions"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setFocusPolicy(Qt::NoFocus);  // the field keeps the focus and moves through the list
    list_->setMouseTracking(true);
    list_->setUniformItemSizes(true);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->viewport()->setAutoFillBackground(false);
    box->column()->addWidget(list_);
    box_ = box;
    box_->hide();
    connect(this, &QLineEdit::textEdited, this,
            [this](const QString& text) { completion_.suggest(search_(), text, cursorPosition()); });
    connect(list_, &QListView::clicked, this, [this](const QModelIndex& index) { take(index.row()); });
    connect(&completion_, &QueryCompletion::changed, this, &QueryField::refresh);
    describe();
}

bool QueryField::suggesting() const
{
    return !box_->isHidden();
}

void QueryField::setHint(const QString& hint)
{
    if (hint == hint_) return;
    hint_ = hint;
    describe();
}

void QueryField::describe()
{
    const int count = suggesting() ? model_->rowCount() : 0;
    const QString keys = count == 0 ? QString{}
        : count == 1                ? tr("1 suggestion. Tab takes it.")
                                    : tr("%n suggestions. Down and Up choose, Tab takes.", nullptr, count);
    setAccessibleDescription(keys.isEmpty() || hint_.isEmpty() ? hint_ + keys : hint_ + u' ' + keys);
}

void QueryField::refresh()
{
    model_->reset();
    box_->setVisible(hasFocus() && model_->rowCount() > 0);
    mark(-1);
    place();
    describe();
}

void QueryField::place()
{
    if (!suggesting()) return;
    const int width = std::min(theme_->px(kWidth), overlay_->width());
    const int height = model_->rowCount() * theme_->px(kRowHeight) + 12;
    QPoint at = mapTo(overlay_, QPoint(0, this->height() + 2));
    if (layoutDirection() == Qt::RightToLeft) at.rx() += this->width() - width;
    at.setX(std::clamp(at.x(), 0, std::max(0, overlay_->width() - width)));
    box_->setGeometry(at.x(), at.y(), width, std::min(height, overlay_->height() - at.y()));
    box_->raise();
}

void QueryField::mark(int row)
{
    list_->setCurrentIndex(row < 0 ? QModelIndex{} : model_->index(row));
    if (row < 0) return;
    // The focus stays here: a screen reader hears of the choice by the list.
    QAccessibleEvent told(list_, QAccessible::Focus);
    told.setChild(row);
    QAccessible::updateAccessibility(&told);
}

bool QueryField::closeSuggestions()
{
    if (!suggesting()) return false;
    completion_.clear();
    return true;
}

void QueryField::take(int row)
{
    if (row < 0 || row >= model_->rowCount()) return;
    const auto edited = completion_.taken(static_cast<std::size_t>(row));
    setText(edited.text);
    setCursorPosition(edited.cursor);
    // Behind "area:" its values follow.
    completion_.suggest(search_(), edited.text, edited.cursor);
}

bool QueryField::handleKey(int key)
{
    if (!suggesting()) return false;
    const int rows = model_->rowCount();
    const int row = list_->currentIndex().row();
    switch (key) {
    case Qt::Key_Down: mark(row + 1 < rows ? row + 1 : 0); return true;
    case Qt::Key_Up: mark(row > 0 ? row - 1 : rows - 1); return true;
    case Qt::Key_Tab: take(std::max(row, 0)); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (row < 0) return false;
        take(row);
        return true;
    case Qt::Key_Escape: return closeSuggestions();
    default: return false;
    }
}

bool QueryField::event(QEvent* event)
{
    // Tab is a key of the suggestions, and Esc one of the window, unless there are some.
    if (event->type() == QEvent::ShortcutOverride && suggesting()
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* press = static_cast<QKeyEvent*>(event);
        const bool plain = (press->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (plain && press->key() == Qt::Key_Tab && handleKey(Qt::Key_Tab)) return true;
    }
    return QLineEdit::event(event);
}

void QueryField::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && handleKey(event->key())) return;
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        completion_.clear();
        Q_EMIT submitted();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void QueryField::focusOutEvent(QFocusEvent* event)
{
    completion_.clear();
    QLineEdit::focusOutEvent(event);
}

}  // namespace kith::ui
