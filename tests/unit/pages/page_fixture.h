// A page over a real workspace: Sunday 22 November 2026, 09:30, nobody in it but the person who sits here.
#pragma once

#include <kith/models/text.h>
#include <kith/support/inline_worker.h>
#include <kith/support/temp_workspace.h>
#include <kith/usecases/log_interaction.h>
#include <kith/usecases/people.h>
#include <kith/usecases/reminders.h>

#include <QSignalSpy>
#include <gtest/gtest.h>

namespace kith::ui {

class PageFixture : public testing::Test {
protected:
    PageFixture()
    {
        me = files.addPerson("Priya Nair", Facet::Colleague);
        EXPECT_TRUE(files.services().writer.setSetting(settings::kMe, me.toString()));
    }

    static Date day(const char* text) { return *parseIsoDate(text); }

    Id remind(const Id& person, const char* due, const std::string& reason, ReminderKind kind = ReminderKind::FollowUp,
              const std::string& rrule = {})
    {
        const ReminderInput input{.person = person, .due = day(due), .reason = reason, .rrule = rrule, .kind = kind};
        const auto changes = SetReminder(files.services()).run(input);
        EXPECT_TRUE(changes);
        return changes ? changes->rows.front().id : Id{};
    }

    void speak(const Id& person, const char* at, const std::string& text)
    {
        const ConversationInput input{
            .people = {person}, .channel = Channel::Call, .at = *parseIsoInstant(at, files.zone), .text = text};
        EXPECT_TRUE(LogInteraction(files.services()).run(input));
    }

    test::TempWorkspace files;
    test::InlineWorker worker{files.workspace(), files.services()};
    Id me;
    QLocale english{QLocale::English, QLocale::UnitedKingdom};
};

}  // namespace kith::ui
