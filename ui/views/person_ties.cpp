#include <kith/views/person_ties.h>

#include <kith/models/text.h>
#include <kith/pages/words.h>
#include <kith/views/person_picker.h>

#include <QComboBox>

namespace kith::ui {

namespace {

constexpr int kOutgoingBit = 0x100;

bool hasTwoEnds(TieKind kind)
{
    return kind == TieKind::Referred || kind == TieKind::Manages || kind == TieKind::Introduced;
}

}  // namespace

TiesSection::TiesSection(const Theme* theme, PersonPage& page, QWidget* parent)
    : Section(theme, tr("Ties"), parent),
      page_(page),
      list_(new QVBoxLayout),
      rows_(list_,
            [this, theme](const TieLine& made) -> Rows<TieLine>::Row {
                auto* words = new TextLabel(theme, {}, TextSize::Small, Ink::Muted);
                auto* name = new QPushButton;
                setButtonKind(name, ButtonKind::Link);
                auto* detail = new ElidedLabel(theme, {}, TextSize::Small, Ink::Muted);
                auto* remove = new IconButton(theme, Icon::Close, tr("Remove the tie to %1").arg(made.name));
                connect(name, &QPushButton::clicked, this,
                        [this, person = made.person] { Q_EMIT personAsked(person); });
                connect(remove, &QPushButton::clicked, &page_, [this, id = made.id] { page_.removeTie(id); });
                auto* tie = new QWidget;
                auto* lines = new QVBoxLayout(tie);
                lines->setContentsMargins(0, 0, 0, kSpace);
                lines->setSpacing(0);
                lines->addWidget(rowWidget({words, name, new QWidget, remove}, 2, kSpace));
                lines->addWidget(detail);
                return {tie, [words, name, detail](const TieLine& line) {
                            words->setText(line.words);
                            name->setText(line.name);
                            name->setAccessibleName(line.words + QChar(u' ') + line.name);
                            detail->setText(line.detail);
                            detail->setVisible(!line.detail.isEmpty());
                        }};
            }),
      kind_(new QComboBox),
      who_(new PersonPicker([this](const QString& words) { return page_.suggest(words); }))
{
    list_->setSpacing(0);
    body()->addLayout(list_);
    kind_->setMaximumWidth(theme->px(128));
    kind_->setAccessibleName(tr("Kind of the new tie"));
    for (const Word& word : wordsOf<TieKind>()) {
        const auto kind = static_cast<TieKind>(word.value);
        kind_->addItem(tieInWords(kind, true), static_cast<int>(word.value) | kOutgoingBit);
        if (hasTwoEnds(kind)) kind_->addItem(tieInWords(kind, false), static_cast<int>(word.value));
    }
    who_->setAccessibleName(tr("Person of the new tie"));
    who_->setPlaceholderText(tr("Add a tie: name"));
    connect(who_, &PersonPicker::picked, this, [this](const Id& other) {
        const int chosen = kind_->currentData().toInt();
        page_.addTie(other, static_cast<TieKind>(chosen & 0xFF), (chosen & kOutgoingBit) != 0, {});
    });
    body()->addWidget(rowWidget({kind_, who_}, 1));
}

void TiesSection::show(const PersonLines& lines)
{
    rows_.set(lines.ties);
}

}  // namespace kith::ui
