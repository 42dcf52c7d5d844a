// E-mail, phone, profiles and handles of a person, edited where they stand.
#pragma once

#include <kith/controls/inline_edit.h>
#include <kith/pages/person_page.h>
#include <kith/views/person_section.h>

namespace kith::ui {

class ContactsSection final : public Section {
    Q_OBJECT
public:
    ContactsSection(const Theme* theme, PersonPage& page, QWidget* parent = nullptr);
    /// For reading beside a list: without the fields that add.
    void setBrief();
    void show(const PersonLines& lines);
    using QWidget::show;

private:
    QVBoxLayout* list_;
    bool brief_ = false;
    Rows<ContactLine> rows_;
    QLineEdit* add_;
};

/// A field that adds what is typed when Enter is pressed, and is empty again.
[[nodiscard]] QLineEdit* addField(const QString& name, const QString& hint, std::function<void(const QString&)> add);

}  // namespace kith::ui
