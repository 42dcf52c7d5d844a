// The page Team.
#pragma once

#include <kith/controls/labels.h>
#include <kith/controls/page_view.h>
#include <kith/controls/surfaces.h>
#include <kith/pages/team_page.h>
#include <kith/theme/theme.h>
#include <kith/views/person_section.h>

#include <memory>

class QStackedWidget;

namespace kith::ui {

class KeyButton;
class SideList;

class TeamView final : public PageView {
    Q_OBJECT
public:
    /// References must outlive the view.
    TeamView(const Theme* theme, TeamPage& page, PageHost& host, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Team"); }
    [[nodiscard]] QList<CommandSpec> commands() override;
    void activate() override;
    [[nodiscard]] QString helpTopic() const override { return QStringLiteral("team"); }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* buildSpaces();
    [[nodiscard]] QWidget* buildSpace();
    [[nodiscard]] QWidget* buildColleagues();
    [[nodiscard]] Rows<TeamMemberLine>::Row makeMember(const TeamMemberLine& first);
    [[nodiscard]] Rows<TeamMemberLine>::Row makeColleague();
    void refresh();
    void newSpace();
    void rename();
    void letIn();
    void invite();

    const Theme* theme_;
    TeamPage& page_;
    PageHost& host_;
    PageTitle* heading_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    EmptyState* alone_ = nullptr;
    QWidget* side_ = nullptr;
    SideList* spaces_ = nullptr;
    KeyButton* newSpace_ = nullptr;
    TextLabel* noNewSpace_ = nullptr;
    ElidedLabel* name_ = nullptr;
    ElidedLabel* whom_ = nullptr;
    TextLabel* sentence_ = nullptr;
    TextLabel* problem_ = nullptr;
    KeyButton* letIn_ = nullptr;
    KeyButton* rename_ = nullptr;
    std::unique_ptr<Rows<TeamMemberLine>> members_;
    TextLabel* colleaguesSentence_ = nullptr;
    KeyButton* invite_ = nullptr;
    std::unique_ptr<Rows<TeamMemberLine>> colleagues_;
};

}  // namespace kith::ui
