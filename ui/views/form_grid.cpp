#include <kith/views/form_grid.h>

#include <kith/controls/badges.h>

namespace kith::ui {

QFormLayout* addFormGrid(QVBoxLayout* column)
{
    auto* grid = new QFormLayout;
    grid->setVerticalSpacing(2 * kSpace);
    grid->setHorizontalSpacing(4 * kSpace);
    grid->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    grid->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(grid);
    return grid;
}

TextLabel* formLabel(const Theme* theme, const QString& text, QWidget* buddy)
{
    auto* label = new TextLabel(theme, text, TextSize::Body, Ink::Muted);
    label->setMinimumHeight(buddy->sizeHint().height());
    label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    label->setBuddy(buddy);
    return label;
}

QLineEdit* addLine(const Theme* theme, QFormLayout* grid, const QString& name, const QString& hint)
{
    auto* edit = addField(theme, grid, name, new QLineEdit);
    edit->setPlaceholderText(hint);
    return edit;
}

}  // namespace kith::ui
