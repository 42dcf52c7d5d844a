#include <kith/views/person_section.h>

#include <QHBoxLayout>

namespace kith::ui {

Section::Section(const Theme* theme, const QString& title, QWidget* parent)
    : QWidget(parent), theme_(theme), body_(new QVBoxLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * kSpace);
    column->addWidget(new SectionTitle(theme, title, this));
    body_->setContentsMargins(0, 0, 0, 0);
    body_->setSpacing(kSpace);
    column->addLayout(body_);
}

QScrollArea* scrollingColumn(QWidget* inner)
{
    auto* scroll = new QScrollArea;
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);  // setWidget() has turned it on
    return scroll;
}

QWidget* rowWidget(const QList<QWidget*>& parts, int stretchAt, int space)
{
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space);
    for (int i = 0; i < parts.size(); ++i) line->addWidget(parts[i], i == stretchAt ? 1 : 0);
    return row;
}

}  // namespace kith::ui
