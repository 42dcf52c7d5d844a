#include <kith/shell/search_bar.h>

#include <kith/controls/paint.h>

#include <QKeyEvent>
#include <QMouseEvent>

namespace kith::ui {

SearchBar::SearchBar(const Theme* theme, QWidget* parent) : QLineEdit(parent), theme_(theme)
{
    setAccessibleName(tr("Search and commands"));
    setPlaceholderText(tr("Search people, notes, commands"));
    setFixedHeight(theme->px(34));
    setTextMargins(28, 0, 56, 0);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

void SearchBar::setFilters(bool filters)
{
    filters_ = filters;
    refresh();
}

void SearchBar::refresh()
{
    setFocusPolicy(filters_ ? Qt::StrongFocus : Qt::TabFocus);
    setReadOnly(!filters_);
    setCursor(filters_ ? Qt::IBeamCursor : Qt::PointingHandCursor);
}

void SearchBar::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const Tokens& t = theme_->tokens();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    theme_->paintIcon(painter, QRectF(mirrored ? width() - 28 : 11, 0, 17, height()), Icon::Search, t.muted, 16);
    const QString keys = keyText(QKeySequence(QStringLiteral("Ctrl+K")));
    const int cap = keyCapSize(keys, *theme_).width();
    paintKeyCap(painter, QRectF(mirrored ? 10 : width() - 10 - cap, 0, cap, height()), keys, *theme_, t.muted);
}

void SearchBar::mousePressEvent(QMouseEvent* event)
{
    if (filters_) return QLineEdit::mousePressEvent(event);
    event->accept();
    Q_EMIT paletteAsked({});
}

void SearchBar::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (!filters_) {
        const QString text = event->text();
        const bool letter = !text.isEmpty() && text.at(0).isPrint() && !(event->modifiers() & Qt::ControlModifier);
        if (key == Qt::Key_Return || key == Qt::Key_Enter) Q_EMIT paletteAsked({});
        else if (letter) Q_EMIT paletteAsked(text.trimmed());
        else event->ignore();
        return;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) Q_EMIT leaveAsked();
    else if (key == Qt::Key_Escape && text().isEmpty()) Q_EMIT leaveAsked();
    else if (key == Qt::Key_Escape) clear();
    else QLineEdit::keyPressEvent(event);
}

}  // namespace kith::ui
