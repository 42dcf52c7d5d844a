// One line of Today, with everything said in words.
#pragma once

#include <kith/models/list_model.h>
#include <kith/usecases/agenda_queries.h>

#include <QLocale>
#include <QString>

namespace kith::ui {

struct TodayItem {
    enum class When : std::uint8_t { Overdue, Today, Later };

    Id reminder;
    Id person;
    QString name;
    QString titleLine;  ///< "Staff engineer · Northlight"
    QString reason;
    QString lastWords;  ///< without quotation marks; empty when nothing was ever said
    QString note;  ///< "Promised", "Put off from 3 November: bonus is paid in March", "Repeats monthly"; may be empty
    QString due;  ///< "Due today", "2 days late"
    QString day;  ///< "Tue 24"
    QString spoken;  ///< "Spoken 54 days ago", "Not spoken yet"
    When when = When::Today;
    bool promise = false;
    Band band = Band::Cold;

    /// The whole line as a sentence or two, for screen readers and for copying.
    [[nodiscard]] QString summary() const;

    friend bool operator==(const TodayItem&, const TodayItem&) = default;
};

[[nodiscard]] TodayItem todayItem(const AgendaItem& item, Date today, const Zone& zone, const QLocale& locale);

/// One of my people in the business manager's view.
struct MyPerson {
    Id person;
    QString name;
    QString titleLine;
    QString spoken;  ///< "Spoken 12 days ago"
    Band band = Band::Cold;

    [[nodiscard]] QString summary() const;

    friend bool operator==(const MyPerson&, const MyPerson&) = default;
};

[[nodiscard]] MyPerson myPerson(const PersonCard& card, Date today, const Zone& zone, const QLocale& locale);

using TodayList = ListModel<TodayItem, Id>;
using MyPeopleList = ListModel<MyPerson, Id>;

}  // namespace kith::ui
