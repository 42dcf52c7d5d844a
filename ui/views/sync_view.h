// The page Sync.
#pragma once

#include <kith/controls/labels.h>
#include <kith/controls/page_view.h>
#include <kith/controls/surfaces.h>
#include <kith/pages/sign_in_page.h>
#include <kith/pages/sync_page.h>
#include <kith/theme/theme.h>
#include <kith/views/person_section.h>

#include <QPushButton>

#include <memory>

class QStackedWidget;

namespace kith::ui {

class ConflictDelegate;
class SideList;
class TodayListView;

/// The ink of the dot beside the words in the navigation, and of the words on the page.
[[nodiscard]] Ink inkOf(SyncHeadline headline);

class SyncView final : public PageView {
    Q_OBJECT
public:
    /// References must outlive the view.
    SyncView(const Theme* theme, SyncPage& page, SignInPage& signIn, PageHost& host, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Sync"); }
    [[nodiscard]] QList<CommandSpec> commands() override;
    void activate() override;
    [[nodiscard]] QString personInHand() const override;
    [[nodiscard]] QString helpTopic() const override { return QStringLiteral("colleagues"); }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildState(QVBoxLayout* column);
    void buildConflicts(QVBoxLayout* column);
    void buildRejected(QVBoxLayout* column);
    void buildSide(QVBoxLayout* column);
    QWidget* buildActions();
    void refresh();
    void refreshDevices();
    [[nodiscard]] const ConflictLine* current() const;
    void take();
    void keep();
    void compare();
    void showRejected(int row);
    void dismissCurrent();
    void signIn();

    const Theme* theme_;
    SyncPage& page_;
    SignInPage& signIn_;
    PageHost& host_;
    PageTitle* heading_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    EmptyState* alone_ = nullptr;
    TextLabel* words_ = nullptr;
    TextLabel* sentence_ = nullptr;
    QPushButton* now_ = nullptr;
    QPushButton* again_ = nullptr;
    QPushButton* allow_ = nullptr;
    QPushButton* signOut_ = nullptr;
    TodayListView* conflicts_ = nullptr;
    ConflictDelegate* delegate_ = nullptr;
    TextLabel* noConflicts_ = nullptr;
    QWidget* rejectedPart_ = nullptr;
    SideList* rejected_ = nullptr;
    TextLabel* waiting_ = nullptr;
    TextLabel* devicesHint_ = nullptr;
    std::unique_ptr<Rows<DeviceLine>> devices_;
};

}  // namespace kith::ui
