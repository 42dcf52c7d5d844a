// Whether a person may be approached, who shares them, and what only whoever sits here can read.
#pragma once

#include <kith/controls/inline_edit.h>
#include <kith/pages/person_page.h>
#include <kith/views/person_section.h>

class QComboBox;
class QDateEdit;

namespace kith::ui {

/// Off-limits and do-not-contact with reason and last day, and the space that the person is kept in.
class ApproachSection final : public Section {
    Q_OBJECT
public:
    ApproachSection(const Theme* theme, PersonPage& page, QWidget* parent = nullptr);
    void show(const PersonLines& lines);
    using QWidget::show;

private:
    void save();

    PersonPage& page_;
    QComboBox* approach_;
    InlineEdit* reason_;
    QDateEdit* until_;
    QWidget* details_;
    QComboBox* space_;
    QWidget* sharing_;
};

/// What the person expects to be paid.
class PaySection final : public Section {
    Q_OBJECT
public:
    PaySection(const Theme* theme, PersonPage& page, QWidget* parent = nullptr);
    void show(const PersonLines& lines);
    using QWidget::show;

private:
    QVBoxLayout* list_;
    Rows<PayLine> rows_;
};

}  // namespace kith::ui
