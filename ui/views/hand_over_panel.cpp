#include <kith/views/hand_over_panel.h>

#include <kith/controls/badges.h>
#include <kith/controls/labels.h>
#include <kith/views/side_list.h>

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kith::ui {

HandOverPanel::HandOverPanel(TodayPage& page, const TodayItem& item, const Theme* theme, QWidget* parent)
    : QWidget(parent), page_(page)
{
    setAccessibleName(tr("Hand %1 over").arg(item.name));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(8);
    column->addWidget(
        new ElidedLabel(theme, tr("Hand %1 over").arg(item.name), TextSize::Lead, Ink::Text, Weight::Bold, this));
    column->addWidget(new ElidedLabel(theme, item.reason, TextSize::Small, Ink::Muted, Weight::Regular, this));
    column->addSpacing(6);

    name_ = new QLineEdit(this);
    name_->setAccessibleName(tr("Colleague who takes over"));
    name_->setPlaceholderText(tr("Name of a colleague"));
    name_->setClearButtonEnabled(true);
    name_->installEventFilter(this);
    column->addWidget(name_);

    ColleagueList& colleagues = page_.colleagues();
    list_ = new SideList(
        theme, &colleagues,
        [&colleagues](int row) {
            const Colleague* colleague = colleagues.at(row);
            return colleague != nullptr ? SideLine{{}, colleague->name, colleague->detail} : SideLine{};
        },
        tr("Colleagues"), this);
    list_->setPicker();
    list_->setMaximumHeight(280);
    column->addWidget(list_);
    nobody_ = new TextLabel(theme, tr("No colleague of this name. Mark a person as a colleague on their page first."),
                            TextSize::Small, Ink::Muted, Weight::Regular, this);
    nobody_->setWordWrap(true);
    column->addWidget(nobody_);

    connect(name_, &QLineEdit::textChanged, this, [this](const QString& text) { page_.findColleagues(text); });
    connect(list_, &SideList::opened, this, &HandOverPanel::choose);
    connect(&colleagues, &QAbstractItemModel::rowsInserted, this, &HandOverPanel::refresh);
    connect(&colleagues, &QAbstractItemModel::rowsRemoved, this, &HandOverPanel::refresh);
    refresh();
    page_.findColleagues({});
}

QWidget* HandOverPanel::firstField() const
{
    return name_;
}

void HandOverPanel::refresh()
{
    nobody_->setVisible(page_.colleagues().count() == 0);
    if (page_.colleagues().count() > 0 && !list_->currentIndex().isValid())
        list_->setCurrentIndex(page_.colleagues().index(0));
}

void HandOverPanel::choose(int row)
{
    if (const Colleague* colleague = page_.colleagues().at(row)) Q_EMIT chosen(colleague->id);
}

bool HandOverPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != name_ || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int row = list_->currentIndex().row();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose(row);
        return true;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
        const int next = row + (key == Qt::Key_Down ? 1 : -1);
        if (next >= 0 && next < page_.colleagues().count()) list_->setCurrentIndex(page_.colleagues().index(next));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace kith::ui
