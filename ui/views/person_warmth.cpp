#include <kith/views/person_warmth.h>

#include <QHBoxLayout>

namespace kith::ui {

WarmthSection::WarmthSection(const Theme* theme, QWidget* parent)
    : Section(theme, tr("Warmth"), parent),
      glyph_(new WarmthGlyph(theme, this)),
      trend_(new TextLabel(theme, {}, TextSize::Small, Ink::Muted))
{
    auto* head = rowWidget({glyph_, trend_}, 1, 2 * kSpace);
    body()->addWidget(head);
    body()->addSpacing(kSpace);
}

void WarmthSection::show(const PersonLines& lines)
{
    glyph_->setWarmth(lines.band, lines.warmth);
    trend_->setText(lines.trend);
    while (terms_.size() < lines.terms.size()) {
        auto* because = new TextLabel(theme(), {}, TextSize::Small, Ink::Muted);
        because->setWordWrap(true);
        auto* points = new TextLabel(theme(), {}, TextSize::Small, Ink::Muted);
        points->setFont(theme()->figures(TextSize::Small));
        points->setAlignment(Qt::AlignRight | Qt::AlignTop);
        body()->addWidget(rowWidget({because, points}, 0));
        terms_.emplace_back(because, points);
    }
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        const bool used = i < lines.terms.size();
        terms_[i].first->parentWidget()->setVisible(used);
        terms_[i].first->setText(used ? lines.terms[i].because : QString{});
        terms_[i].second->setText(used ? lines.terms[i].points : QString{});
    }
}

ColleaguesSection::ColleaguesSection(const Theme* theme, std::size_t most, QWidget* parent)
    : Section(theme, tr("Best to speak for us"), parent),
      most_(most),
      rows_(body(), [theme](const ColleagueLine& made) -> Rows<ColleagueLine>::Row {
          auto* face = new Avatar(theme, made.name, 28);
          auto* name = new ElidedLabel(theme, {}, TextSize::Body, Ink::Text, Weight::Medium);
          auto* reason = new TextLabel(theme, {}, TextSize::Small, Ink::Muted);
          reason->setWordWrap(true);
          auto* words = new QWidget;
          auto* column = new QVBoxLayout(words);
          column->setContentsMargins(0, 0, 0, 0);
          column->setSpacing(0);
          column->addWidget(name);
          column->addWidget(reason);
          return {rowWidget({face, words}, 1, 3 * kSpace), [=](const ColleagueLine& line) {
                      face->setName(line.name);
                      name->setText(line.name);
                      reason->setText(line.reason);
                  }};
      })
{
    body()->setSpacing(2 * kSpace);
}

void ColleaguesSection::show(const PersonLines& lines)
{
    auto best = lines.colleagues;
    if (best.size() > most_) best.resize(most_);
    setVisible(!best.empty());
    rows_.set(best);
}

}  // namespace kith::ui
