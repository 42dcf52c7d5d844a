#include <kith/views/flow_layout.h>

#include <QStyle>
#include <QWidget>
#include <algorithm>

namespace kith::ui {

FlowLayout::FlowLayout(QWidget* parent, int across, int down) : QLayout(parent), across_(across), down_(down)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(items_);
}

void FlowLayout::insertWidget(int at, QWidget* widget)
{
    addWidget(widget);
    items_.move(items_.size() - 1, std::clamp<qsizetype>(at, 0, items_.size() - 1));
    invalidate();
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < items_.size() ? items_.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : items_) size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect& rect, bool move) const
{
    const auto direction = parentWidget() != nullptr ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = 0;
    int y = 0;
    int line = 0;
    for (QLayoutItem* item : items_) {
        if (item->isEmpty()) continue;
        const QSize size = item->sizeHint().boundedTo({std::max(1, rect.width()), QWIDGETSIZE_MAX});
        if (x > 0 && x + size.width() > rect.width()) {
            x = 0;
            y += line + down_;
            line = 0;
        }
        if (move) item->setGeometry(QStyle::visualRect(direction, rect, QRect(rect.topLeft() + QPoint(x, y), size)));
        x += size.width() + across_;
        line = std::max(line, size.height());
    }
    return y + line;
}

}  // namespace kith::ui
