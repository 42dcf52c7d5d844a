// What the Person page and the inspector say about one person, line by line, in a reader's words.
#pragma once

#include <kith/base/clock.h>
#include <kith/usecases/people_queries.h>
#include <kith/usecases/space_queries.h>

#include <QLocale>
#include <QString>
#include <optional>
#include <vector>

namespace kith::ui {

struct FactLine {
    FieldIndex field = 0;  ///< of Kind::Person
    QString label;
    QString value;
    QString source;  ///< "typed by hand, 3 days ago"
};

struct ContactLine {
    Id id;
    ContactKind kind{};
    QString kindWord;
    QString value;
    QString label;
    QString source;
};

struct AffiliationLine {
    Id id;
    QString role;
    QString where;  ///< organisation and business area
    QString period;  ///< "since 2022", "2019–2022"; empty when unknown
    QString source;
    bool current = false;
};

struct SkillLine {
    Id id;
    QString name;
    QString level;  ///< empty when not stated
    QString evidence;  ///< "observed by Tom Okafor, 3 months ago"
    QString source;
};

struct TagLine {
    Id id;
    QString name;
};

/// A pool or pipeline that the person is in.
struct MembershipLine {
    Id id;
    QString name;
    QString detail;  ///< "Engaged, since 3 weeks ago"; why they are in a pool
};

struct TieLine {
    Id id;
    Id person;
    QString words;  ///< "worked with", "is managed by": stands before the name
    QString name;
    QString detail;  ///< since when, the note, where it comes from
};

struct ReminderLine {
    Id id;
    QString reason;
    QString due;  ///< "12 days late", "Due Tuesday 24 November"
    QString detail;  ///< repetition, assignee, why it was put off
    bool late = false;
    bool promise = false;
};

struct TimelineLine {
    Id id;
    Channel channel{};
    Depth depth{};
    QString headline;  ///< "29 Sep · meeting · Tom Okafor, both talked"
    QString text;
};

struct PayLine {
    Id id;
    QString amount;
    QString detail;  ///< "said 20 Nov 2026"
};

/// A record that was merged into the person.
struct MergedLine {
    Id id;
    QString name;
    QString words;  ///< "Merged from Ana R. on 3 March ·"
};

/// A field in which two people who are to be merged differ, or which only the other one's record fills.
struct MergeChoice {
    FieldIndex field = 0;  ///< of Kind::Person
    QString label;
    QString mine;  ///< of the person shown; may be empty
    QString theirs;
};

/// Somebody to merge the person with.
struct MergeLines {
    Id other;
    QString name;
    QString place;  ///< title, or where they are
    std::vector<MergeChoice> choices;
};

/// A space that the person may be put into.
struct SpaceLine {
    Id id;
    QString name;
};

struct TermLine {
    QString because;
    QString points;
};

/// A colleague who has spoken with the person.
struct ColleagueLine {
    Id id;
    QString name;
    QString reason;  ///< "3 conversations, last in September"
};

/// One person, ready to be read.
struct PersonLines {
    Id id;
    QString name;
    QString title;
    QString place;  ///< "City Council · Leeds"
    Facets facets;
    Band band{};
    int warmth = 0;
    QString warmthWords;  ///< "Warm 64"
    QString trend;  ///< "falling 6 since September"; empty when steady or not known
    QString about;
    QString role;  ///< of the current affiliation, with where; for editing
    QString organisation;
    QString area;
    std::vector<TermLine> terms;
    std::vector<ColleagueLine> colleagues;  ///< who knows the person best first
    std::vector<FactLine> facts;  ///< every editable field, empty ones too
    std::vector<ContactLine> contacts;
    std::vector<AffiliationLine> affiliations;
    std::vector<SkillLine> skills;
    std::vector<TagLine> tags;
    std::vector<MembershipLine> memberships;  ///< pipelines, then pools
    std::vector<TieLine> ties;
    std::vector<ReminderLine> reminders;
    std::vector<TimelineLine> timeline;
    std::size_t interactionCount = 0;
    Approach approach{};  ///< as it was set; see approachWords for what holds today
    QString approachReason;
    std::optional<Date> approachUntil;
    QString approachWords;  ///< "Do not contact until 30 Jun 2027: asked us to stop"; empty when nothing holds today
    std::vector<PayLine> pay;
    std::vector<MergedLine> merged;
    Id space;
    std::vector<SpaceLine> spaces;  ///< theirs among them
};

struct LineContext {
    Instant now{};
    const Zone& zone;
    QLocale locale{};
    Id me{};  ///< who sits here: "you"
    std::vector<SpaceView> spaces{};
};

/// O(what the detail holds).
[[nodiscard]] PersonLines linesOf(const PersonDetail& person, const LineContext& context);

/// "typed by hand, 3 days ago", "from LinkedIn export, 8 months ago".
[[nodiscard]] QString sourceInWords(const Source& source, Date today, const QLocale& locale);
/// "29 Sep · meeting · Tom Okafor, both talked".
[[nodiscard]] QString headlineOf(const InteractionView& interaction, const LineContext& context);
/// "is managed by" before the other's name, from the side of the person shown.
[[nodiscard]] QString tieInWords(TieKind kind, bool outgoing);

}  // namespace kith::ui
