#include <kith/views/today_list_view.h>

#include <kith/theme/theme.h>

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

namespace kith::ui {

TodayListView::TodayListView(const Theme* theme, QWidget* parent) : QListView(parent), theme_(theme)
{
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

QSize TodayListView::sizeHint() const
{
    const int rows = model() != nullptr ? model()->rowCount() : 0;
    const int row = rows > 0 ? sizeHintForRow(0) : 0;
    // QWIDGETSIZE_MAX is never reached: the layout gives no more than the page has.
    return {theme_->px(640), std::min(rows * row, QWIDGETSIZE_MAX / 2)};
}

QSize TodayListView::minimumSizeHint() const
{
    const int rows = model() != nullptr ? model()->rowCount() : 0;
    return {theme_->px(360), rows > 0 ? sizeHintForRow(0) : 0};
}

void TodayListView::setActions(QWidget* actions, int margin)
{
    actions_ = actions;
    margin_ = margin;
    actions_->setParent(viewport());
    placeActions();
}

void TodayListView::placeActions()
{
    if (actions_ == nullptr) return;
    const QRect line = currentIndex().isValid() ? visualRect(currentIndex()) : QRect{};
    if (line.isEmpty() || !line.intersects(viewport()->rect())) {
        actions_->hide();
        return;
    }
    const QSize size = actions_->sizeHint();
    const int top = atTop_ ? line.top() + theme_->px(9) : line.bottom() - theme_->px(9) - size.height();
    const QRect end(line.right() + 1 - margin_ - size.width(), top, size.width(), size.height());
    actions_->setGeometry(QStyle::visualRect(layoutDirection(), line, end));
    actions_->show();
    actions_->raise();
}

void TodayListView::step(int by)
{
    if (model() == nullptr || model()->rowCount() == 0) return;
    const int row = std::clamp(currentIndex().row() + by, 0, model()->rowCount() - 1);
    setCurrentIndex(model()->index(row, 0));
}

void TodayListView::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    switch (plain ? event->key() : 0) {
    case Qt::Key_J: step(+1); return;
    case Qt::Key_K: step(-1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid()) Q_EMIT opened(currentIndex());
        return;
    default: break;
    }
    if (plain && !event->text().isEmpty() && event->text().front().isLetterOrNumber()) {
        event->ignore();  // commands of the page
        return;
    }
    QListView::keyPressEvent(event);
}

void TodayListView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid()) Q_EMIT opened(index);
}

void TodayListView::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF edge = QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath frame;
    frame.addRoundedRect(edge, kCorner, kCorner);
    QPainterPath corners;
    corners.addRect(viewport()->rect());
    painter.fillPath(corners.subtracted(frame), theme_->tokens().canvas);
    painter.setPen(QPen(theme_->tokens().line, 1));
    painter.drawPath(frame);
}

void TodayListView::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    placeActions();
}

void TodayListView::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    viewport()->update();  // the frame lies over the lines and must not scroll with them
    placeActions();
}

void TodayListView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    placeActions();
}

void TodayListView::updateGeometries()
{
    QListView::updateGeometries();
    updateGeometry();
    placeActions();
}

}  // namespace kith::ui
