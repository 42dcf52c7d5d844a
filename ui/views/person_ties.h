// Ties of a person to others, and a line that adds one.
#pragma once

#include <kith/controls/badges.h>
#include <kith/pages/person_page.h>
#include <kith/views/person_section.h>

class QComboBox;

namespace kith::ui {

class PersonPicker;

class TiesSection final : public Section {
    Q_OBJECT
public:
    TiesSection(const Theme* theme, PersonPage& page, QWidget* parent = nullptr);
    void show(const PersonLines& lines);
    using QWidget::show;

Q_SIGNALS:
    void personAsked(const kith::Id& person);

private:
    PersonPage& page_;
    QVBoxLayout* list_;
    Rows<TieLine> rows_;
    QComboBox* kind_;
    PersonPicker* who_;
};

}  // namespace kith::ui
