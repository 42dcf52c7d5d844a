#include <kith/views/person_around.h>

#include <kith/controls/graph_canvas.h>
#include <kith/pages/words.h>
#include <kith/views/network_view.h>

namespace kith::ui {

namespace {

constexpr int kMost = 13;
constexpr int kHeight = 190;
constexpr qsizetype kNamed = 3;

}  // namespace

AroundSection::AroundSection(const Theme* theme, NetworkPage& page, QWidget* parent)
    : Section(theme, tr("Knows"), parent),
      page_(page),
      canvas_(new GraphCanvas(theme)),
      words_(new TextLabel(theme, {}, TextSize::Small, Ink::Muted))
{
    page_.setPictureOnly();
    page_.setScope({.steps = 1, .most = kMost});
    canvas_->setFixedHeight(theme->px(kHeight));
    words_->setWordWrap(true);
    body()->addWidget(canvas_);
    body()->addWidget(words_);
    connect(canvas_, &GraphCanvas::opened, this, &AroundSection::networkAsked);
    connect(&page_, &NetworkPage::changed, this, &AroundSection::refresh);
    refresh();
}

void AroundSection::refresh()
{
    const auto& people = page_.picture().people;
    setVisible(page_.state() == NetworkPage::State::Drawn && people.size() > 1);
    QStringList names;
    for (std::size_t i = 1; i < people.size() && names.size() < kNamed; ++i) names << isolated(people[i].name);
    const qulonglong more = page_.picture().total > 1 + static_cast<std::size_t>(names.size())
        ? page_.picture().total - 1 - static_cast<std::size_t>(names.size())
        : 0;
    const QString all = names.join(tr(", ", "between names"));
    words_->setText(more == 0 ? all : tr("%1 and %2 more", "names").arg(all, QLocale().toString(more)));
    canvas_->setLittle(tr("Open the network of %1: %2").arg(page_.middleName(), words_->text()));
    canvas_->setScene(sceneOf(page_), -1);
}

}  // namespace kith::ui
