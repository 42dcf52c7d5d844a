#include <kith/pages/words.h>

#include <kith/domain/recurrence.h>
#include <kith/models/text.h>

#include <QCoreApplication>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

int daysFrom(Date from, Date to)
{
    return static_cast<int>((to - from).count());
}

int yearOf(Date day)
{
    return static_cast<int>(std::chrono::year_month_day{day}.year());
}

}  // namespace

QString wordFor(Channel channel)
{
    switch (channel) {
    case Channel::Meeting: return Words::tr("Meeting");
    case Channel::Call: return Words::tr("Call");
    case Channel::Email: return Words::tr("E-mail");
    case Channel::Message: return Words::tr("Message");
    case Channel::Social: return Words::tr("Social reply");
    case Channel::Event: return Words::tr("Event");
    case Channel::Note: return Words::tr("Note");
    }
    return {};
}

QString wordFor(Direction direction)
{
    switch (direction) {
    case Direction::In: return Words::tr("They wrote");
    case Direction::Out: return Words::tr("We wrote");
    case Direction::Both: return Words::tr("Both talked");
    case Direction::Broadcast: return Words::tr("Broadcast");
    }
    return {};
}

QString wordFor(Depth depth)
{
    switch (depth) {
    case Depth::Hello: return Words::tr("Hello");
    case Depth::Exchange: return Words::tr("Exchange");
    case Depth::Conversation: return Words::tr("Real conversation");
    }
    return {};
}

QString wordFor(Band band)
{
    switch (band) {
    case Band::Cold: return Words::tr("Cold");
    case Band::Cool: return Words::tr("Cool");
    case Band::Warm: return Words::tr("Warm");
    case Band::Hot: return Words::tr("Hot");
    }
    return {};
}

QString wordFor(Facet facet)
{
    switch (facet) {
    case Facet::Talent: return Words::tr("Talent");
    case Facet::Colleague: return Words::tr("Colleague");
    case Facet::Partner: return Words::tr("Partner");
    case Facet::Client: return Words::tr("Client contact");
    }
    return {};
}

QString wordFor(Approach approach)
{
    switch (approach) {
    case Approach::Open: return Words::tr("May be approached");
    case Approach::OffLimits: return Words::tr("Off-limits");
    case Approach::DoNotContact: return Words::tr("Do not contact");
    }
    return {};
}

QString wordFor(TieKind kind)
{
    switch (kind) {
    case TieKind::Knows: return Words::tr("knows");
    case TieKind::WorkedWith: return Words::tr("worked with");
    case TieKind::StudiedWith: return Words::tr("studied with");
    case TieKind::Referred: return Words::tr("referred");
    case TieKind::Manages: return Words::tr("manages");
    case TieKind::Introduced: return Words::tr("introduced");
    }
    return {};
}

QString wordFor(ContactKind kind)
{
    switch (kind) {
    case ContactKind::Email: return Words::tr("E-mail");
    case ContactKind::Phone: return Words::tr("Phone");
    case ContactKind::Url: return Words::tr("Profile");
    case ContactKind::Handle: return Words::tr("Handle");
    }
    return {};
}

QString wordFor(Evidence evidence)
{
    switch (evidence) {
    case Evidence::SelfDeclared: return Words::tr("self-declared");
    case Evidence::Observed: return Words::tr("observed");
    case Evidence::Assessed: return Words::tr("assessed");
    case Evidence::Certified: return Words::tr("certified");
    }
    return {};
}

QString wordFor(SkillLevel level)
{
    switch (level) {
    case SkillLevel::Unstated: return Words::tr("level not stated");
    case SkillLevel::Basic: return Words::tr("Basic");
    case SkillLevel::Working: return Words::tr("Working");
    case SkillLevel::Advanced: return Words::tr("Advanced");
    case SkillLevel::Expert: return Words::tr("Expert");
    case SkillLevel::A1: return u"A1"_s;
    case SkillLevel::A2: return u"A2"_s;
    case SkillLevel::B1: return u"B1"_s;
    case SkillLevel::B2: return u"B2"_s;
    case SkillLevel::C1: return u"C1"_s;
    case SkillLevel::C2: return u"C2"_s;
    }
    return {};
}

QString longDay(Date day, Date today, const QLocale& locale)
{
    //: A day of this year, as QLocale date format; translators order the parts as their language does
    const QString format = yearOf(day) == yearOf(today) ? Words::tr("dddd d MMMM") : Words::tr("dddd d MMMM yyyy");
    return locale.toString(toQDate(day), format);
}

QString shortDay(Date day, Date today, const QLocale& locale)
{
    const int days = daysFrom(today, day);
    if (days >= 0 && days <= 14) return locale.toString(toQDate(day), Words::tr("ddd d"));
    return locale.toString(toQDate(day), yearOf(day) == yearOf(today) ? Words::tr("d MMM") : Words::tr("d MMM yyyy"));
}

QString dueInWords(Date due, Date today, const QLocale& locale)
{
    const int late = daysFrom(due, today);
    if (late == 0) return Words::tr("Due today");
    if (late == 1) return Words::tr("1 day late");
    if (late > 1) return Words::tr("%n days late", nullptr, late);
    if (late == -1) return Words::tr("Due tomorrow");
    return Words::tr("Due %1").arg(longDay(due, today, locale));
}

QString agoInWords(Date day, Date today, const QLocale& locale)
{
    const int days = daysFrom(day, today);
    if (days < 0) return longDay(day, today, locale);
    if (days == 0) return Words::tr("today");
    if (days == 1) return Words::tr("yesterday");
    if (days < 60) return Words::tr("%n days ago", nullptr, days);
    if (days < 730) return Words::tr("%n months ago", nullptr, days / 30);
    return Words::tr("%n years ago", nullptr, days / 365);
}

QString repetitionInWords(const std::string& rrule)
{
    return rrule.empty() ? QString{} : toQString(recurrenceInWords(rrule));
}

QString isolated(const QString& name)
{
    constexpr QChar kFirstStrongIsolate(0x2068);
    constexpr QChar kPopIsolate(0x2069);
    return name.isRightToLeft() ? kFirstStrongIsolate + name + kPopIsolate : name;
}

QString namesInWords(const QStringList& names)
{
    if (names.isEmpty()) return {};
    if (names.size() == 1) return names.front();
    if (names.size() == 2) return Words::tr("%1 and %2").arg(names.front(), names.back());
    const auto others = static_cast<int>(names.size()) - 1;
    return Words::tr("%1 and %n others", nullptr, others).arg(names.front());
}

QString titleLine(const std::string& title, const std::string& organisation)
{
    if (title.empty()) return toQString(organisation);
    if (organisation.empty()) return toQString(title);
    return Words::tr("%1 · %2", "title and organisation").arg(toQString(title), toQString(organisation));
}

QString problemSentence(const QString& what, const Error& error)
{
    const auto because = [&]() -> QString {
        switch (error.code) {
        case ErrorCode::DiskFull:
            return Words::tr("The disk is full, and nothing was changed. Make room, then try again.");
        case ErrorCode::ReadOnly:
            return Words::tr("The workspace file cannot be written, and nothing was changed. Check its permissions.");
        case ErrorCode::NotFound: return Words::tr("It was removed meanwhile; nothing was changed.");
        case ErrorCode::Conflict: return Words::tr("It was changed meanwhile, and that was kept.");
        case ErrorCode::Corrupt:
            return Words::tr("The workspace file is damaged, and nothing was changed. `kithctl check` says how to "
                             "restore a backup.");
        default: return toQString(error.message);
        }
    }();
    return Words::tr("%1. %2", "what failed, then why").arg(what, because);
}

QString capitalised(const QString& text)
{
    return text.isEmpty() ? text : text.front().toUpper() + text.mid(1);
}

}  // namespace kith::ui
