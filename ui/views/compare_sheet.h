// Sheets of the Sync page: both values of a conflict in full, and an edit that the server did not take.
#pragma once

#include <kith/pages/sync_page.h>

#include <QWidget>
#include <functional>

namespace kith::ui {

class Theme;

struct CompareActions {
    std::function<void()> take;
    std::function<void()> keep;
    std::function<void()> open;  ///< the person; offered when there is one
};

/// T takes the other value, D keeps what stands; either closes the sheet.
void openCompareSheet(const Theme* theme, QWidget* host, const ConflictLine& line, CompareActions actions);

void openRejectedSheet(const Theme* theme, QWidget* host, const RejectedLine& line, std::function<void()> dismiss);

}  // namespace kith::ui
