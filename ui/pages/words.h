// The product's fixed words and dates as the screen says them, translated.
#pragma once

#include <kith/base/clock.h>
#include <kith/base/error.h>
#include <kith/domain/vocabulary.h>

#include <QLocale>
#include <QString>
#include <QStringList>

namespace kith::ui {

[[nodiscard]] QString wordFor(Channel channel);  ///< "Meeting", "Call", "E-mail" …
[[nodiscard]] QString wordFor(Direction direction);  ///< "Both talked", "They wrote" …
[[nodiscard]] QString wordFor(Depth depth);  ///< "Hello", "Exchange", "Conversation"
[[nodiscard]] QString wordFor(Band band);  ///< "Cold", "Cool", "Warm", "Hot"
[[nodiscard]] QString wordFor(Facet facet);
[[nodiscard]] QString wordFor(Approach approach);  ///< "May be approached", "Off-limits", "Do not contact"
[[nodiscard]] QString wordFor(TieKind kind);  ///< "knows", "worked with" …: reads between two names
[[nodiscard]] QString wordFor(ContactKind kind);
[[nodiscard]] QString wordFor(Evidence evidence);
[[nodiscard]] QString wordFor(SkillLevel level);

/// "Sunday 22 November", with the year when it is not this year's.
[[nodiscard]] QString longDay(Date day, Date today, const QLocale& locale);
/// "Tue 24" within two weeks, else "24 Nov", with the year when it is not this year's.
[[nodiscard]] QString shortDay(Date day, Date today, const QLocale& locale);
/// "Due today", "Due tomorrow", "1 day late", "12 days late", "Due Tuesday 24 November".
[[nodiscard]] QString dueInWords(Date due, Date today, const QLocale& locale);
/// "today", "yesterday", "12 days ago", "3 months ago", "2 years ago".
[[nodiscard]] QString agoInWords(Date day, Date today, const QLocale& locale);
/// A repetition in words ("every 2 weeks"); empty for none.
[[nodiscard]] QString repetitionInWords(const std::string& rrule);

/// With its first letter large.
[[nodiscard]] QString capitalised(const QString& text);
/// A name written from right to left, wrapped so that it does not turn a sentence around that begins with it.
[[nodiscard]] QString isolated(const QString& name);
/// "Ana Ruiz", "Ana Ruiz and Tom Kaplan", "Ana Ruiz and 3 others".
[[nodiscard]] QString namesInWords(const QStringList& names);
/// "Platform engineer · City Council"; either part may be missing.
[[nodiscard]] QString titleLine(const std::string& title, const std::string& organisation);
/// What went wrong and what was kept, for a person to read. `what` is the first sentence without its full stop:
/// "The conversation was not saved".
[[nodiscard]] QString problemSentence(const QString& what, const Error& error);

}  // namespace kith::ui
