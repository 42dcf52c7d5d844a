// What is known of a person, each fact with its source and age, edited where it stands.
#pragma once

#include <kith/controls/badges.h>
#include <kith/controls/inline_edit.h>
#include <kith/pages/person_page.h>
#include <kith/views/person_section.h>

#include <array>

class QGridLayout;

namespace kith::ui {

/// Name, given and family name, city, about.
class FactsSection final : public Section {
    Q_OBJECT
public:
    FactsSection(const Theme* theme, PersonPage& page, QWidget* parent = nullptr);
    void show(const PersonLines& lines);
    using QWidget::show;

private:
    struct Fact {
        FieldIndex field = 0;
        InlineEdit* edit = nullptr;
        TextLabel* source = nullptr;
    };
    std::vector<Fact> facts_;
    InlineText* about_;
    TextLabel* aboutSource_;
};

/// Current role, organisation and business area, each a field; earlier affiliations under them.
class AffiliationSection final : public Section {
    Q_OBJECT
public:
    AffiliationSection(const Theme* theme, PersonPage& page, QWidget* parent = nullptr);
    void show(const PersonLines& lines);
    using QWidget::show;

private:
    void save();

    PersonPage& page_;
    InlineEdit* role_;
    InlineEdit* organisation_;
    InlineEdit* area_;
    TextLabel* source_;
    QVBoxLayout* earlier_;
    Rows<AffiliationLine> rows_;
};

/// Talent, colleague, partner, client contact: chips that are on or off.
class FacetsRow final : public QWidget {
    Q_OBJECT
public:
    FacetsRow(const Theme* theme, PersonPage& page, QWidget* parent = nullptr);
    void show(const PersonLines& lines);
    using QWidget::show;

private:
    std::vector<std::pair<Facet, Chip*>> chips_;
};

}  // namespace kith::ui
