// The sheets of the Team page: a space, letting somebody in, inviting, and the code to hand over.
#pragma once

#include <kith/pages/team_page.h>

class QWidget;

namespace kith::ui {

class Theme;

/// Opens over the window of `host`; the page must outlive the window.
void openNewSpaceSheet(const Theme* theme, QWidget* host, TeamPage& page);
void openRenameSpaceSheet(const Theme* theme, QWidget* host, TeamPage& page);
void openGrantSheet(const Theme* theme, QWidget* host, TeamPage& page);
void openInviteSheet(const Theme* theme, QWidget* host, TeamPage& page);
/// The code is shown this once: nobody can ask the server for it again.
void openCodeSheet(const Theme* theme, QWidget* host, const QString& server, const QString& user, const QString& code,
                   sync::Role role);

}  // namespace kith::ui
