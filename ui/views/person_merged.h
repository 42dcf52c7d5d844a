// Whom a person was merged from: a quiet line each, with the way back.
#pragma once

#include <kith/pages/person_page.h>
#include <kith/views/person_section.h>

namespace kith::ui {

class MergedRows final : public QWidget {
    Q_OBJECT
public:
    MergedRows(const Theme* theme, PersonPage& page, QWidget* parent = nullptr);
    void show(const PersonLines& lines);
    using QWidget::show;

private:
    QVBoxLayout* list_;
    Rows<MergedLine> rows_;
};

}  // namespace kith::ui
