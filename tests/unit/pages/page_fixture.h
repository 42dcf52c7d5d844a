// A page over a real workspace, read in British English: Sunday 22 November 2026, 09:30.
#pragma once

#include <kith/models/text.h>
#include <kith/support/desk.h>
#include <kith/usecases/log_interaction.h>
#include <kith/usecases/people.h>

#include <QLocale>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace kith::ui {

class PageFixture : public testing::Test, protected test::Desk {
protected:
    QLocale english{QLocale::English, QLocale::UnitedKingdom};
};

}  // namespace kith::ui
