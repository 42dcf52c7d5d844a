#include <kith/views/people_field.h>

#include <kith/controls/badges.h>
#include <kith/controls/surfaces.h>
#include <kith/views/flow_layout.h>
#include <kith/views/side_list.h>

#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int kInputWidth = 240;
constexpr int kListWidth = 420;
constexpr int kListHeight = 300;

}  // namespace

PeopleField::PeopleField(ConversationPage& page, const Theme* theme, QWidget* overlay, QWidget* parent)
    : QWidget(parent), page_(page), theme_(theme), overlay_(overlay)
{
    flow_ = new FlowLayout(this, 6, 6);
    input_ = new QLineEdit(this);
    input_->setFrame(false);
    input_->setFont(theme->font(TextSize::Lead));
    input_->setMinimumWidth(theme->px(kInputWidth));
    input_->setFixedHeight(theme->px(24));
    input_->setTextMargins(-9, 0, 0, 0);  // begins where the labels below begin
    input_->setMaxLength(200);
    input_->setAccessibleName(tr("With whom"));
    input_->setAccessibleDescription(tr("Type a name; Down and Up choose, Enter takes, Backspace removes the last."));
    input_->installEventFilter(this);
    flow_->addWidget(input_);
    setFocusProxy(input_);

    auto* box = new Card(theme, overlay, Card::Ground::Raised);
    box->column()->setContentsMargins(1, 1, 1, 1);
    SuggestionList& suggestions = page_.suggestions();
    list_ = new SideList(
        theme, &suggestions,
        [&suggestions](int row) {
            const Suggestion* suggestion = suggestions.at(row);
            return suggestion == nullptr ? SideLine{} : SideLine{{}, suggestion->line, suggestion->companion.detail};
        },
        tr("People of this name"), box);
    list_->setPicker();
    list_->setFocusPolicy(Qt::NoFocus);  // the field keeps the focus and moves through the list
    box->column()->addWidget(list_);
    box_ = box;
    box_->hide();

    connect(input_, &QLineEdit::textEdited, &page_, &ConversationPage::suggestFor);
    connect(list_, &SideList::opened, this, &PeopleField::take);
    connect(&suggestions, &QAbstractItemModel::rowsInserted, this, &PeopleField::refreshSuggestions);
    connect(&suggestions, &QAbstractItemModel::rowsRemoved, this, &PeopleField::refreshSuggestions);
    connect(&page_, &ConversationPage::changed, this, &PeopleField::refreshChips);
    refreshChips();
}

void PeopleField::refreshChips()
{
    const auto& people = page_.draft().people;
    input_->setPlaceholderText(people.empty() ? tr("With whom?") : tr("And with whom?"));
    if (people == shown_) return;
    shown_ = people;
    for (QWidget* chip : std::exchange(chips_, {})) {
        flow_->removeWidget(chip);
        chip->hide();
        chip->deleteLater();  // one of them may be telling us that it was pressed
    }
    for (int at = 0; at < static_cast<int>(people.size()); ++at) {
        const Companion& companion = people[static_cast<std::size_t>(at)];
        auto* chip = new Chip(theme_, companion.name, this);
        chip->setDetail(companion.detail);
        chip->setCheckable(true);
        chip->setChecked(true);
        chip->setRemovable(true);
        connect(chip, &Chip::toggled, chip, [chip] { chip->setChecked(true); });
        connect(chip, &Chip::removeAsked, this, [this, at] {
            page_.removePerson(at);
            input_->setFocus(Qt::OtherFocusReason);
        });
        flow_->insertWidget(at, chip);
        chip->show();
        chips_ << chip;
    }
    // Chips come before the field when one goes through the sheet with Tab.
    for (qsizetype at = 0; at + 1 < chips_.size(); ++at) setTabOrder(chips_[at], chips_[at + 1]);
    if (!chips_.isEmpty()) setTabOrder(chips_.back(), input_);
    flow_->invalidate();
    updateGeometry();
}

void PeopleField::refreshSuggestions()
{
    const int count = page_.suggestions().count();
    if (count > 0 && !list_->currentIndex().isValid()) list_->setCurrentIndex(page_.suggestions().index(0));
    box_->setVisible(count > 0);
    placeSuggestions();
}

void PeopleField::placeSuggestions()
{
    if (!box_->isVisible()) return;
    const int width = std::min(theme_->px(kListWidth), overlay_->width());
    const int height = std::min(list_->sizeHint().height() + 2, theme_->px(kListHeight));
    QPoint at = input_->mapTo(overlay_, QPoint(0, input_->height() + 2));
    if (layoutDirection() == Qt::RightToLeft) at.rx() += input_->width() - width;
    at.setX(std::clamp(at.x(), 0, std::max(0, overlay_->width() - width)));
    box_->setGeometry(at.x(), at.y(), width, std::min(height, overlay_->height() - at.y()));
    box_->raise();
}

void PeopleField::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeSuggestions();
}

bool PeopleField::stepBack()
{
    if (!box_->isVisible()) return false;
    page_.suggestFor({});
    return true;
}

void PeopleField::takePending()
{
    if (box_->isVisible()) take(list_->currentIndex().row());
}

void PeopleField::take(int row)
{
    if (!page_.choose(row)) return;
    input_->clear();
    input_->setFocus(Qt::OtherFocusReason);
}

bool PeopleField::handleKey(int key)
{
    const bool open = box_->isVisible();
    const int row = list_->currentIndex().row();
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        const int next = row + (key == Qt::Key_Down ? 1 : -1);
        if (open && page_.suggestions().at(next) != nullptr) list_->setCurrentIndex(page_.suggestions().index(next));
        return open;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (open) take(row);
        else focusNextChild();
        return true;
    case Qt::Key_Tab:
        // A name half typed is meant: taking it is what the person expects of Tab too.
        if (open) take(row);
        return open;
    case Qt::Key_Backspace:
        if (!input_->text().isEmpty() || page_.draft().people.empty()) return false;
        page_.removePerson(static_cast<int>(page_.draft().people.size()) - 1);
        return true;
    default: return false;
    }
}

bool PeopleField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == input_ && event->type() == QEvent::KeyPress) {
        const auto* press = static_cast<QKeyEvent*>(event);
        const bool plain = (press->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (plain && handleKey(press->key())) return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace kith::ui
