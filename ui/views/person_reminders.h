// Open reminders of a person: done, put off.
#pragma once

#include <kith/controls/badges.h>
#include <kith/pages/person_page.h>
#include <kith/views/person_section.h>

namespace kith::ui {

class RemindersSection final : public Section {
    Q_OBJECT
public:
    RemindersSection(const Theme* theme, PersonPage& page, QWidget* parent = nullptr);
    void show(const PersonLines& lines);
    using QWidget::show;

private:
    Rows<ReminderLine> rows_;
    TextLabel* none_;
};

}  // namespace kith::ui
