// Parts of the inspector beside the network: how embedded an area is, and whom two people both know.
#pragma once

#include <kith/pages/network_page.h>
#include <kith/views/person_section.h>

#include <memory>

class QPushButton;

namespace kith::ui {

/// Hidden while no area is in the middle. The page must outlive it; whoever holds it refreshes it.
class GroupSection final : public Section {
    Q_OBJECT
public:
    GroupSection(const Theme* theme, NetworkPage& page, QWidget* parent = nullptr);
    void refresh();

private:
    NetworkPage& page_;
    TextLabel* ties_;
    TextLabel* index_;
    TextLabel* amongUs_;
    TextLabel* hangs_;
    QWidget* bridgeRow_;
    QPushButton* bridge_;
    TextLabel* bridgeFigure_;
    TextLabel* reached_;
};

/// Hidden while there is nobody. The page must outlive it; whoever holds it refreshes it.
class KnownByBothSection final : public Section {
    Q_OBJECT
public:
    KnownByBothSection(const Theme* theme, NetworkPage& page, QWidget* parent = nullptr);
    void refresh();

private:
    NetworkPage& page_;
    QVBoxLayout* list_;
    Rows<KnownByBothLine> rows_;
    TextLabel* more_;
};

}  // namespace kith::ui
