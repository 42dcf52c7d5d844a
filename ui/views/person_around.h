// A small picture of whom the person shown knows.
#pragma once

#include <kith/pages/network_page.h>
#include <kith/views/person_section.h>

namespace kith::ui {

class GraphCanvas;

/// Hidden while they know nobody. One step, a dozen people; a click opens the Network page around them.
class AroundSection final : public Section {
    Q_OBJECT
public:
    /// The page must outlive the section.
    AroundSection(const Theme* theme, NetworkPage& page, QWidget* parent = nullptr);

Q_SIGNALS:
    void networkAsked();

private:
    void refresh();

    NetworkPage& page_;
    GraphCanvas* canvas_;
    TextLabel* words_;
};

}  // namespace kith::ui
