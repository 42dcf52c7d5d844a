// How warm the relationship is, the arithmetic behind it, and who could speak for us.
#pragma once

#include <kith/controls/badges.h>
#include <kith/pages/person_lines.h>
#include <kith/views/person_section.h>

namespace kith::ui {

class WarmthSection final : public Section {
    Q_OBJECT
public:
    explicit WarmthSection(const Theme* theme, QWidget* parent = nullptr);
    void show(const PersonLines& lines);
    using QWidget::show;

private:
    WarmthGlyph* glyph_;
    TextLabel* trend_;
    std::vector<std::pair<TextLabel*, TextLabel*>> terms_;
};

/// Hidden while nobody is known.
class ColleaguesSection final : public Section {
    Q_OBJECT
public:
    ColleaguesSection(const Theme* theme, std::size_t most, QWidget* parent = nullptr);
    void show(const PersonLines& lines);
    using QWidget::show;

private:
    std::size_t most_;
    Rows<ColleagueLine> rows_;
};

}  // namespace kith::ui
