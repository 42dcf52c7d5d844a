// The full page of one person: facts, timeline, and what they are to us.
#pragma once

#include <kith/controls/page_view.h>
#include <kith/pages/erase_page.h>
#include <kith/pages/person_page.h>
#include <kith/theme/theme.h>

class QScrollArea;
class QStackedWidget;

namespace kith::ui {

class AffiliationSection;
class ApproachSection;
class Avatar;
class ColleaguesSection;
class ContactsSection;
class ElidedLabel;
class FacetsRow;
class FactsSection;
class MergedRows;
class NetworkPage;
class PaySection;
class RemindersSection;
class MembershipsSection;
class SkillsSection;
class TagsSection;
class TextLabel;
class TiesSection;
class Timeline;
class WarmthSection;
class WaysPage;

class PersonView final : public PageView {
    Q_OBJECT
public:
    /// All must outlive the view.
    /// Without `erase` nobody can be erased from here; without `ways` nothing is said of introductions, and without
    /// `around` nothing is drawn of whom they know.
    PersonView(const Theme* theme, PersonPage& page, PageHost& host, ErasePage* erase = nullptr,
               WaysPage* ways = nullptr, NetworkPage* around = nullptr, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QList<CommandSpec> commands() override;
    void activate() override;
    /// Shows the person of this id.
    void open(const QString& argument) override;
    [[nodiscard]] QString helpTopic() const override { return QStringLiteral("person"); }
    [[nodiscard]] QString personInHand() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeFacts();
    [[nodiscard]] QWidget* makeMiddle();
    [[nodiscard]] QWidget* makeRight();
    void refresh();
    void log();
    void editEntry(const QString& interaction);
    void openMenu(QWidget* under);
    void showInNetwork();
    [[nodiscard]] bool mayErase() const;
    void erase();

    const Theme* theme_;
    PersonPage& page_;
    PageHost& host_;
    ErasePage* erase_;
    WaysPage* ways_;
    NetworkPage* around_;
    QStackedWidget* stack_;
    Avatar* face_;
    ElidedLabel* name_;
    TextLabel* line_;
    TextLabel* approachWords_;
    MergedRows* merged_;
    FacetsRow* facets_;
    FactsSection* facts_;
    AffiliationSection* affiliation_;
    ContactsSection* contacts_;
    ApproachSection* approach_;
    PaySection* pay_;
    QScrollArea* left_;
    QScrollArea* right_;
    TextLabel* timelineCount_;
    TextLabel* nothingYet_;
    Timeline* timeline_;
    WarmthSection* warmth_;
    ColleaguesSection* colleagues_;
    RemindersSection* reminders_;
    TiesSection* ties_;
    MembershipsSection* memberships_;
    SkillsSection* skills_;
    TagsSection* tags_;
};

}  // namespace kith::ui
