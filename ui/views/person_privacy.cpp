#include <kith/views/person_privacy.h>

#include <kith/controls/badges.h>
#include <kith/models/text.h>
#include <kith/pages/words.h>
#include <kith/views/person_contacts.h>

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QSignalBlocker>

namespace kith::ui {

ApproachSection::ApproachSection(const Theme* theme, PersonPage& page, QWidget* parent)
    : Section(theme, tr("Approach and sharing"), parent),
      page_(page),
      approach_(new QComboBox),
      reason_(new InlineEdit(theme, tr("Why"))),
      until_(new QDateEdit),
      details_(new QWidget),
      space_(new QComboBox)
{
    approach_->setAccessibleName(tr("Whether to approach this person"));
    for (const Word& word : wordsOf<Approach>())
        approach_->addItem(wordFor(static_cast<Approach>(word.value)), static_cast<int>(word.value));
    reason_->setPlaceholderText(tr("why"));
    until_->setAccessibleName(tr("Last day"));
    until_->setCalendarPopup(true);
    until_->setDisplayFormat(tr("'until' d MMM yyyy", "format of the last day of off-limits"));
    until_->setSpecialValueText(tr("until it is changed"));
    auto* details = new QVBoxLayout(details_);
    details->setContentsMargins(0, 0, 0, 0);
    details->setSpacing(kSpace);
    details->addWidget(reason_);
    details->addWidget(until_);
    body()->addWidget(approach_);
    body()->addWidget(details_);

    space_->setAccessibleName(tr("Space that this person is kept in"));
    space_->setToolTip(tr("Whoever sees this space sees the person, and all that is theirs"));
    auto* word = new TextLabel(theme, tr("Kept in"), TextSize::Small, Ink::Muted);
    sharing_ = rowWidget({word, space_}, 1);
    body()->addWidget(sharing_);

    connect(approach_, &QComboBox::activated, this, &ApproachSection::save);
    connect(reason_, &InlineEdit::committed, this, &ApproachSection::save);
    connect(until_, &QDateEdit::editingFinished, this, &ApproachSection::save);
    connect(space_, &QComboBox::activated, this, [this] {
        if (const auto id = Id::parse(toUtf8(space_->currentData().toString()))) page_.moveTo(*id);
    });
}

void ApproachSection::save()
{
    const auto approach = static_cast<Approach>(approach_->currentData().toInt());
    const bool open = approach == Approach::Open;
    // Its smallest day stands for no day.
    const bool forGood = until_->date() == until_->minimumDate();
    page_.setApproach(approach, open ? QString{} : reason_->value(),
                      open || forGood ? std::nullopt : std::optional(toDate(until_->date())));
}

void ApproachSection::show(const PersonLines& lines)
{
    const QSignalBlocker quiet(until_);
    approach_->setCurrentIndex(approach_->findData(static_cast<int>(lines.approach)));
    details_->setVisible(lines.approach != Approach::Open);
    reason_->setValue(lines.approachReason);
    const QDate before = toQDate(page_.today()).addDays(-1);
    const QDate until = lines.approachUntil ? toQDate(*lines.approachUntil) : QDate{};
    until_->setMinimumDate(until.isValid() ? qMin(before, until.addDays(-1)) : before);
    until_->setDate(until.isValid() ? until : until_->minimumDate());
    sharing_->setVisible(lines.spaces.size() > 1);
    space_->clear();
    for (const SpaceLine& space : lines.spaces) space_->addItem(space.name, toQString(space.id.toString()));
    space_->setCurrentIndex(space_->findData(toQString(lines.space.toString())));
}

PaySection::PaySection(const Theme* theme, PersonPage& page, QWidget* parent)
    : Section(theme, tr("Pay expectation"), parent),
      list_(new QVBoxLayout),
      rows_(list_, [theme, &page](const PayLine& made) -> Rows<PayLine>::Row {
          auto* amount = new TextLabel(theme, {}, TextSize::Body, Ink::Text);
          amount->setWordWrap(true);
          auto* said = new TextLabel(theme, {}, TextSize::Small, Ink::Muted);
          auto* remove = new IconButton(theme, Icon::Close, tr("Remove %1").arg(made.amount));
          QObject::connect(remove, &QPushButton::clicked, &page, [&page, id = made.id] { page.removePay(id); });
          return {rowWidget({amount, said, remove}, 0), [amount, said](const PayLine& line) {
                      amount->setText(line.amount);
                      said->setText(line.detail);
                  }};
      })
{
    list_->setSpacing(0);
    body()->addLayout(list_);
    body()->addWidget(addField(tr("Add what they expect to be paid"), tr("Add what they said; only you can read it"),
                               [&page](const QString& text) { page.addPay(text); }));
}

void PaySection::show(const PersonLines& lines)
{
    rows_.set(lines.pay);
}

}  // namespace kith::ui
