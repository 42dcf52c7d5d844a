// The page Today: the list of who is worth a conversation, beside it what comes up and what was promised.
#pragma once

#include <kith/controls/page_view.h>
#include <kith/pages/today_page.h>

#include <QTimer>

class QLabel;
class QVBoxLayout;

namespace kith::ui {

class EmptyState;
class PageTitle;
class SectionTitle;
class SideList;
class TextLabel;
class Theme;
class TodayDelegate;
class TodayListView;

class TodayView final : public PageView {
    Q_OBJECT
public:
    /// References must outlive the view.
    TodayView(TodayPage& page, const Theme* theme, PageHost& host, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QList<CommandSpec> commands() override;
    void activate() override;
    [[nodiscard]] QString helpTopic() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildMain(QVBoxLayout* column);
    void buildSide(QVBoxLayout* column);
    [[nodiscard]] QWidget* buildActions();
    void refresh();
    void refreshEmpty();
    void takeFocus();
    [[nodiscard]] const TodayItem* current() const;
    void openPerson(const Id& person);
    void log();
    void snooze();
    void finish();
    void handOver();
    void selectSomething();

    TodayPage& page_;
    const Theme* theme_;
    PageHost& host_;
    PageTitle* heading_ = nullptr;
    TodayListView* list_ = nullptr;
    TodayDelegate* delegate_ = nullptr;
    TextLabel* beyond_ = nullptr;
    QWidget* emptyPlace_ = nullptr;
    EmptyState* empty_ = nullptr;
    struct Side {
        SectionTitle* title = nullptr;
        SideList* list = nullptr;
        TextLabel* hint = nullptr;
    };
    Side comingUp_, promises_, myPeople_;
    TodayPage::Empty shownEmpty_ = TodayPage::Empty::No;
    QTimer clock_;
};

}  // namespace kith::ui
