// One person beside a list: who they are, how warm, what was said last, what is due.
#pragma once

#include <kith/controls/badges.h>
#include <kith/controls/page_view.h>
#include <kith/controls/surfaces.h>
#include <kith/controls/timeline.h>
#include <kith/pages/person_page.h>

class QScrollArea;

namespace kith::ui {

class ColleaguesSection;
class ContactsSection;
class RemindersSection;
class Section;
class MembershipsSection;
class SkillsSection;
class WarmthSection;

class PersonInspector final : public Ground {
    Q_OBJECT
public:
    /// The page and the host must outlive the inspector.
    PersonInspector(const Theme* theme, PersonPage& page, PageHost& host, QWidget* parent = nullptr);

    /// Puts the focus on the first thing to do.
    void enter();
    void remind();
    /// Why this person is among the hits of a search; nothing is shown when there are none.
    void showReasons(const QStringList& reasons);

private:
    void refresh();

    const Theme* theme_;
    PersonPage& page_;
    PageHost& host_;
    QWidget* nobody_;
    QWidget* somebody_;
    QScrollArea* scroll_ = nullptr;
    Avatar* face_;
    ElidedLabel* name_;
    TextLabel* title_;
    TextLabel* place_;
    QPushButton* log_;
    Section* found_;
    std::vector<TextLabel*> reasons_;
    WarmthSection* warmth_;
    ColleaguesSection* colleagues_;
    RemindersSection* reminders_;
    QWidget* timelineSection_;
    Timeline* timeline_;
    ContactsSection* contacts_;
    SkillsSection* skills_;
    MembershipsSection* memberships_;
    Id shown_;
};

/// What the timeline control shows of these lines; at most `most`.
[[nodiscard]] QList<TimelineEntry> entriesOf(const std::vector<TimelineLine>& lines, std::size_t most);

}  // namespace kith::ui
