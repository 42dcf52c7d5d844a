#include <kith/views/person_merged.h>

#include <kith/controls/badges.h>

#include <QPushButton>

namespace kith::ui {

MergedRows::MergedRows(const Theme* theme, PersonPage& page, QWidget* parent)
    : QWidget(parent),
      list_(new QVBoxLayout(this)),
      rows_(list_, [theme, &page](const MergedLine& made) -> Rows<MergedLine>::Row {
          auto* words = new TextLabel(theme, {}, TextSize::Small, Ink::Muted);
          auto* unmerge = new QPushButton(tr("Unmerge"));
          setButtonKind(unmerge, ButtonKind::Link);
          unmerge->setAccessibleName(tr("Unmerge %1").arg(made.name));
          unmerge->setToolTip(tr("Shows both by themselves again, each with what was theirs"));
          connect(unmerge, &QPushButton::clicked, &page, [&page, id = made.id] { page.unmerge(id); });
          return {rowWidget({words, unmerge, new QWidget}, 2, kSpace),
                  [words](const MergedLine& line) { words->setText(line.words); }};
      })
{
    list_->setContentsMargins(0, 0, 0, 0);
    list_->setSpacing(0);
}

void MergedRows::show(const PersonLines& lines)
{
    rows_.set(lines.merged);
    setVisible(!lines.merged.empty());
}

}  // namespace kith::ui
