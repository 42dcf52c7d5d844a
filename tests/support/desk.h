// What stands below a screen in a test: a workspace with nobody in it but the person who sits here, and a worker.
#pragma once

#include <kith/support/inline_worker.h>
#include <kith/support/temp_workspace.h>
#include <kith/usecases/reminders.h>

namespace kith::test {

/// What cannot be set up ends the test program.
class Desk {
public:
    Desk();

    static Date day(const char* text) { return *parseIsoDate(text); }
    /// The new reminder's id.
    Id remind(const Id& person, const char* due, const std::string& reason, ReminderKind kind = ReminderKind::FollowUp,
              const std::string& rrule = {});
    /// A call with somebody, logged.
    void speak(const Id& person, const char* at, const std::string& text);

    TempWorkspace files;
    InlineWorker worker{files.workspace(), files.services()};
    Id me;
};

}  // namespace kith::test
