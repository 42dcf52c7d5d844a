// Skills with level and evidence, and tags, as chips.
#pragma once

#include <kith/controls/badges.h>
#include <kith/pages/person_page.h>
#include <kith/views/person_section.h>

class QComboBox;
class QLineEdit;

namespace kith::ui {

class FlowLayout;

class SkillsSection final : public Section {
    Q_OBJECT
public:
    SkillsSection(const Theme* theme, PersonPage& page, QWidget* parent = nullptr);
    /// For reading beside a list: without the fields that add.
    void setBrief();
    void show(const PersonLines& lines);
    using QWidget::show;

private:
    PersonPage& page_;
    FlowLayout* chips_;
    bool brief_ = false;
    std::vector<SkillLine> shown_;
    QLineEdit* name_;
    QComboBox* level_;
    QComboBox* evidence_;
};

class TagsSection final : public Section {
    Q_OBJECT
public:
    TagsSection(const Theme* theme, PersonPage& page, QWidget* parent = nullptr);
    void show(const PersonLines& lines);
    using QWidget::show;

private:
    PersonPage& page_;
    FlowLayout* chips_;
    std::vector<TagLine> shown_;
};

}  // namespace kith::ui
