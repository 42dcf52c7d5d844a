#include <kith/views/person_memberships.h>

namespace kith::ui {

MembershipsSection::MembershipsSection(const Theme* theme, QWidget* parent)
    : Section(theme, tr("Pipelines and pools"), parent),
      rows_(body(), [theme](const MembershipLine&) -> Rows<MembershipLine>::Row {
          auto* row = new QWidget;
          auto* column = new QVBoxLayout(row);
          column->setContentsMargins(0, 0, 0, kSpace);
          column->setSpacing(0);
          auto* name = new TextLabel(theme, {}, TextSize::Body, Ink::Text);
          auto* detail = new TextLabel(theme, {}, TextSize::Small, Ink::Muted);
          for (TextLabel* label : {name, detail}) {
              label->setWordWrap(true);
              column->addWidget(label);
          }
          return {row, [name, detail](const MembershipLine& line) {
                      name->setText(line.name);
                      detail->setText(line.detail);
                  }};
      })
{
}

void MembershipsSection::show(const PersonLines& lines)
{
    rows_.set(lines.memberships);
    setVisible(!lines.memberships.empty());
}

}  // namespace kith::ui
