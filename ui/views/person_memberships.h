// The pools and pipelines that a person is in.
#pragma once

#include <kith/pages/person_lines.h>
#include <kith/views/person_section.h>

namespace kith::ui {

/// Hidden for whoever is in none.
class MembershipsSection final : public Section {
    Q_OBJECT
public:
    explicit MembershipsSection(const Theme* theme, QWidget* parent = nullptr);
    void show(const PersonLines& lines);
    using QWidget::show;

private:
    Rows<MembershipLine> rows_;
};

}  // namespace kith::ui
