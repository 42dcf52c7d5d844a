// Who can introduce us to the person shown.
#pragma once

#include <kith/pages/ways_page.h>
#include <kith/views/person_section.h>

namespace kith::ui {

/// Hidden for colleagues, and while nobody is shown.
class WaysSection final : public Section {
    Q_OBJECT
public:
    /// The page must outlive the section.
    WaysSection(const Theme* theme, WaysPage& page, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Somebody wants to see the colleague with whom a way begins.
    void personAsked(const Id& person);

private:
    void refresh();

    WaysPage& page_;
    TextLabel* words_;
    Rows<WayLine> rows_;
};

}  // namespace kith::ui
