// Fields under one another with their names at the left, as every form shows them.
#pragma once

#include <kith/controls/labels.h>

#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kith::ui {

/// At the end of the column.
[[nodiscard]] QFormLayout* addFormGrid(QVBoxLayout* column);

/// As high as the field beside it, so that both stand on one line.
[[nodiscard]] TextLabel* formLabel(const Theme* theme, const QString& text, QWidget* buddy);

/// Gives the field its name, for the eye and for screen readers.
template <class Field>
Field* addField(const Theme* theme, QFormLayout* grid, const QString& name, Field* field)
{
    field->setAccessibleName(name);
    grid->addRow(formLabel(theme, name, field), field);
    return field;
}

/// One line of text; the hint stands in it while it is empty.
QLineEdit* addLine(const Theme* theme, QFormLayout* grid, const QString& name, const QString& hint = {});

}  // namespace kith::ui
