// Between the core's values (UTF-8 text, civil dates, instants) and Qt's.
#pragma once

#include <kith/base/clock.h>

#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QTimeZone>
#include <string>
#include <string_view>

namespace kith::ui {

[[nodiscard]] inline QString toQString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

[[nodiscard]] inline std::string toUtf8(const QString& text)
{
    return text.toStdString();
}

/// Somebody's own words for a menu or a button, where an ampersand would mark a letter and a tab a shortcut.
[[nodiscard]] inline QString plainAction(QString text)
{
    return text.replace(u'&', QStringLiteral("&&")).replace(u'\t', u' ');
}

/// How many, in the reader's figures: "12,481".
[[nodiscard]] inline QString countText(std::size_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

[[nodiscard]] inline QDate toQDate(Date date)
{
    return QDate(1970, 1, 1).addDays(date.time_since_epoch().count());
}

[[nodiscard]] inline Date toDate(const QDate& date)
{
    return Date{std::chrono::days{QDate(1970, 1, 1).daysTo(date)}};
}

/// The wall-clock reading of an instant in a zone, as a date-time without a zone of its own.
[[nodiscard]] inline QDateTime toWallClock(Instant at, const Zone& zone)
{
    const auto local = at + zone.offsetAt(at);
    auto reading = QDateTime::fromMSecsSinceEpoch(local.time_since_epoch().count(), QTimeZone::utc());
    return {reading.date(), reading.time()};
}

[[nodiscard]] inline Instant fromWallClock(const QDateTime& reading, const Zone& zone)
{
    const auto minutes = std::chrono::minutes{reading.time().msecsSinceStartOfDay() / 60000};
    return zone.instantOf(toDate(reading.date()), minutes);
}

}  // namespace kith::ui
