#include <kith/views/next_step_fields.h>

#include <kith/controls/labels.h>
#include <kith/models/text.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace kith::ui {

NextStepFields::NextStepFields(ConversationPage& page, const Theme* theme, QWidget* parent)
    : QWidget(parent), page_(page)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    wanted_ = new QCheckBox(tr("Remind me to get back to them"), this);
    column->addWidget(wanted_);

    details_ = new QWidget(this);
    auto* fields = new QVBoxLayout(details_);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(8);
    reason_ = new QLineEdit(details_);
    reason_->setAccessibleName(tr("What the next step is"));
    reason_->setPlaceholderText(tr("What for? For example: ask again about the data lead role"));
    reason_->setMaxLength(500);
    fields->addWidget(reason_);

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    due_ = new QDateEdit(details_);
    due_->setAccessibleName(tr("Day of the next step"));
    due_->setCalendarPopup(true);
    due_->setDisplayFormat(tr("ddd d MMM yyyy", "format of a day in a field"));
    due_->setMinimumDate(page_.now().date());
    repeat_ = new QComboBox(details_);
    repeat_->setAccessibleName(tr("How often"));
    for (const Repetition& repetition : ConversationPage::repetitions())
        repeat_->addItem(repetition.word, toQString(repetition.rrule));
    promise_ = new QCheckBox(tr("I promised this"), details_);
    row->addWidget(due_);
    row->addWidget(repeat_);
    row->addWidget(promise_);
    row->addStretch();
    fields->addLayout(row);
    column->addWidget(details_);
    due_->setMinimumWidth(theme->px(170));
    wanted_->setMinimumHeight(theme->px(32));

    connect(wanted_, &QCheckBox::toggled, this, [this](bool wanted) {
        page_.setNextStep(wanted);
        if (wanted && wanted_->hasFocus()) reason_->setFocus(Qt::OtherFocusReason);
    });
    connect(reason_, &QLineEdit::textEdited, &page_, &ConversationPage::setNextReason);
    connect(due_, &QDateEdit::dateChanged, &page_, &ConversationPage::setNextDue);
    connect(repeat_, &QComboBox::activated, this,
            [this] { page_.setNextRepetition(toUtf8(repeat_->currentData().toString())); });
    connect(promise_, &QCheckBox::toggled, &page_, &ConversationPage::setNextIsPromise);
}

void NextStepFields::refresh()
{
    const ConversationDraft& draft = page_.draft();
    const QSignalBlocker quietWanted(wanted_);
    const QSignalBlocker quietDue(due_);
    const QSignalBlocker quietPromise(promise_);
    wanted_->setChecked(draft.hasNextStep);
    details_->setVisible(draft.hasNextStep);
    if (reason_->text() != draft.nextReason) reason_->setText(draft.nextReason);
    if (draft.nextDue.isValid()) due_->setDate(draft.nextDue);
    repeat_->setCurrentIndex(std::max(0, repeat_->findData(toQString(draft.nextRrule))));
    promise_->setChecked(draft.nextIsPromise);
}

QWidget* NextStepFields::dueField() const
{
    return due_;
}

QWidget* NextStepFields::reasonField() const
{
    return reason_;
}

}  // namespace kith::ui
