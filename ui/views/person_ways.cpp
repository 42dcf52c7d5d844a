#include <kith/views/person_ways.h>

#include <kith/controls/badges.h>

#include <QPushButton>

namespace kith::ui {

WaysSection::WaysSection(const Theme* theme, WaysPage& page, QWidget* parent)
    : Section(theme, tr("Who can introduce us"), parent),
      page_(page),
      words_(new TextLabel(theme, {}, TextSize::Small, Ink::Muted)),
      rows_(body(), [this, theme](const WayLine& made) -> Rows<WayLine>::Row {
          auto* start = new QPushButton;
          setButtonKind(start, ButtonKind::Link);
          connect(start, &QPushButton::clicked, this, [this, id = made.id] { Q_EMIT personAsked(id); });
          auto* strength = new TextLabel(theme, {}, TextSize::Small, Ink::Muted);
          strength->setFont(theme->figures(TextSize::Small));
          auto* through = new TextLabel(theme, {}, TextSize::Small, Ink::Muted);
          through->setWordWrap(true);
          through->setContentsMargins(kLinkMargin, 0, 0, 0);
          auto* whole = new QWidget;
          auto* column = new QVBoxLayout(whole);
          column->setContentsMargins(0, 0, 0, 0);
          column->setSpacing(0);
          column->addWidget(rowWidget({start, new QWidget, strength}, 1));
          column->addWidget(through);
          return {whole, [=](const WayLine& line) {
                      start->setText(line.start);
                      start->setAccessibleName(tr("%1 %2, strength %3").arg(line.start, line.through, line.strength));
                      start->setAccessibleDescription(line.arithmetic);
                      strength->setText(line.strength);
                      through->setText(line.through);
                      whole->setToolTip(line.arithmetic);
                  }};
      })
{
    words_->setWordWrap(true);
    body()->addWidget(words_);
    body()->setSpacing(kSpace);
    connect(&page_, &WaysPage::changed, this, &WaysSection::refresh);
    refresh();
}

void WaysSection::refresh()
{
    using State = WaysPage::State;
    setVisible(page_.state() != State::Nobody);
    rows_.set(page_.lines());
    words_->setVisible(page_.state() == State::Reading || page_.state() == State::None);
    words_->setText(page_.state() == State::Reading
                        ? tr("Reading who knows whom…")
                        : tr("No colleague leads to them yet. A tie or a conversation with somebody makes a way."));
}

}  // namespace kith::ui
