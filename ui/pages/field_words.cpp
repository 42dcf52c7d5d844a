// Fields and their values as a person reads them.
#include <kith/pages/sync_words.h>

#include <kith/models/text.h>
#include <kith/pages/words.h>

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace kith::ui {

namespace {

struct FieldWords {
    Q_DECLARE_TR_FUNCTIONS(FieldWords)
};

struct FieldName {
    Kind kind;
    FieldIndex field;
    const char* words;
};

constexpr std::array kNames{
    FieldName{Kind::Person, person::given, QT_TRANSLATE_NOOP("FieldWords", "Given name")},
    FieldName{Kind::Person, person::family, QT_TRANSLATE_NOOP("FieldWords", "Family name")},
    FieldName{Kind::Person, person::facets, QT_TRANSLATE_NOOP("FieldWords", "Is")},
    FieldName{Kind::Person, person::about, QT_TRANSLATE_NOOP("FieldWords", "About")},
    FieldName{Kind::Person, person::approach, QT_TRANSLATE_NOOP("FieldWords", "Whether to approach")},
    FieldName{Kind::Person, person::approach_reason, QT_TRANSLATE_NOOP("FieldWords", "Why not to approach")},
    FieldName{Kind::Person, person::approach_until, QT_TRANSLATE_NOOP("FieldWords", "Not to approach until")},
    FieldName{Kind::Organisation, organisation::website, QT_TRANSLATE_NOOP("FieldWords", "Website")},
    FieldName{Kind::Area, area::parent, QT_TRANSLATE_NOOP("FieldWords", "Part of")},
    FieldName{Kind::Affiliation, affiliation::organisation, QT_TRANSLATE_NOOP("FieldWords", "Organisation")},
    FieldName{Kind::Affiliation, affiliation::area, QT_TRANSLATE_NOOP("FieldWords", "Business area")},
    FieldName{Kind::Affiliation, affiliation::role, QT_TRANSLATE_NOOP("FieldWords", "Title")},
    FieldName{Kind::Affiliation, affiliation::since, QT_TRANSLATE_NOOP("FieldWords", "In this role since")},
    FieldName{Kind::Affiliation, affiliation::until, QT_TRANSLATE_NOOP("FieldWords", "In this role until")},
    FieldName{Kind::ContactPoint, contact_point::value, QT_TRANSLATE_NOOP("FieldWords", "Contact point")},
    FieldName{Kind::ContactPoint, contact_point::label, QT_TRANSLATE_NOOP("FieldWords", "Label of a contact point")},
    FieldName{Kind::Tie, tie::kind, QT_TRANSLATE_NOOP("FieldWords", "Kind of tie")},
    FieldName{Kind::Tie, tie::strength, QT_TRANSLATE_NOOP("FieldWords", "Strength of a tie")},
    FieldName{Kind::Tie, tie::since, QT_TRANSLATE_NOOP("FieldWords", "Tie since")},
    FieldName{Kind::Tie, tie::note, QT_TRANSLATE_NOOP("FieldWords", "Note on a tie")},
    FieldName{Kind::Interaction, interaction::at, QT_TRANSLATE_NOOP("FieldWords", "When they spoke")},
    FieldName{Kind::Interaction, interaction::channel, QT_TRANSLATE_NOOP("FieldWords", "Channel")},
    FieldName{Kind::Interaction, interaction::direction, QT_TRANSLATE_NOOP("FieldWords", "Who spoke")},
    FieldName{Kind::Interaction, interaction::depth, QT_TRANSLATE_NOOP("FieldWords", "Depth")},
    FieldName{Kind::Interaction, interaction::minutes, QT_TRANSLATE_NOOP("FieldWords", "Minutes")},
    FieldName{Kind::Interaction, interaction::text, QT_TRANSLATE_NOOP("FieldWords", "Text of a conversation")},
    FieldName{Kind::Reminder, reminder::reason, QT_TRANSLATE_NOOP("FieldWords", "Reason of a reminder")},
    FieldName{Kind::Reminder, reminder::due, QT_TRANSLATE_NOOP("FieldWords", "Reminder due")},
    FieldName{Kind::Reminder, reminder::rrule, QT_TRANSLATE_NOOP("FieldWords", "Repetition")},
    FieldName{Kind::Reminder, reminder::assignee, QT_TRANSLATE_NOOP("FieldWords", "Whose reminder")},
    FieldName{Kind::Reminder, reminder::state, QT_TRANSLATE_NOOP("FieldWords", "State of a reminder")},
    FieldName{Kind::Reminder, reminder::snooze_reason, QT_TRANSLATE_NOOP("FieldWords", "Why it was put off")},
    FieldName{Kind::PersonSkill, person_skill::level, QT_TRANSLATE_NOOP("FieldWords", "Level of a skill")},
    FieldName{Kind::PersonSkill, person_skill::evidence, QT_TRANSLATE_NOOP("FieldWords", "Evidence of a skill")},
    FieldName{Kind::PayExpectation, pay_expectation::amount, QT_TRANSLATE_NOOP("FieldWords", "Pay expectation")},
    FieldName{Kind::PayExpectation, pay_expectation::stated_on, QT_TRANSLATE_NOOP("FieldWords", "Pay stated on")},
    FieldName{Kind::SavedSearch, saved_search::query, QT_TRANSLATE_NOOP("FieldWords", "Query of a saved search")},
    FieldName{Kind::Alias, alias::names, QT_TRANSLATE_NOOP("FieldWords", "Other names")},
    FieldName{Kind::Pool, pool::purpose, QT_TRANSLATE_NOOP("FieldWords", "Purpose of a pool")},
    FieldName{Kind::PoolMember, pool_member::reason, QT_TRANSLATE_NOOP("FieldWords", "Why somebody is in a pool")},
    FieldName{Kind::Pipeline, pipeline::purpose, QT_TRANSLATE_NOOP("FieldWords", "Purpose of a pipeline")},
    FieldName{Kind::Stage, stage::position, QT_TRANSLATE_NOOP("FieldWords", "Order of the stages")},
    FieldName{Kind::Stage, stage::idle_days, QT_TRANSLATE_NOOP("FieldWords", "Idle after days")},
    FieldName{Kind::Placement, placement::stage, QT_TRANSLATE_NOOP("FieldWords", "Stage")},
    FieldName{Kind::Placement, placement::state, QT_TRANSLATE_NOOP("FieldWords", "Place in a pipeline")},
    FieldName{Kind::Placement, placement::assignee, QT_TRANSLATE_NOOP("FieldWords", "Who looks after a placement")},
};

QString enumInWords(Kind kind, FieldIndex field, std::int64_t value)
{
    if (kind == Kind::Interaction && field == interaction::channel) return wordFor(static_cast<Channel>(value));
    if (kind == Kind::Interaction && field == interaction::direction) return wordFor(static_cast<Direction>(value));
    if (kind == Kind::Interaction && field == interaction::depth) return wordFor(static_cast<Depth>(value));
    if (kind == Kind::Tie && field == tie::kind) return wordFor(static_cast<TieKind>(value));
    if (kind == Kind::PersonSkill && field == person_skill::level) return wordFor(static_cast<SkillLevel>(value));
    if (kind == Kind::PersonSkill && field == person_skill::evidence) return wordFor(static_cast<Evidence>(value));
    if (kind == Kind::Person && field == person::approach) {
        switch (static_cast<Approach>(value)) {
        case Approach::Open: return FieldWords::tr("May be approached");
        case Approach::OffLimits: return FieldWords::tr("Off limits");
        case Approach::DoNotContact: return FieldWords::tr("Do not contact");
        }
    }
    if (kind == Kind::Reminder && field == reminder::state) {
        switch (static_cast<ReminderState>(value)) {
        case ReminderState::Open: return FieldWords::tr("Open");
        case ReminderState::Done: return FieldWords::tr("Done");
        case ReminderState::Dropped: return FieldWords::tr("Dropped");
        }
    }
    for (const Word& word : specOf(kind).fields[field].words())
        if (word.value == value) return toQString(word.word);
    return QString::number(value);
}

QString flagsInWords(std::int64_t bits)
{
    QStringList words;
    for (const Facet facet : {Facet::Talent, Facet::Colleague, Facet::Partner, Facet::Client})
        if ((bits & static_cast<std::int64_t>(facet)) != 0) words << wordFor(facet);
    return words.join(QStringLiteral(", "));
}

QString nothing()
{
    return FieldWords::tr("Nothing");
}

QString nameOfRow(Kind kind, const Id& id, const WorkspaceReader& reader)
{
    const auto row = reader.row(kind, id);
    // Of every kind that is referred to and has a name, the name comes first.
    if (!row || row->removed || row->values.empty()) return FieldWords::tr("Something that is not here");
    return toQString(textOf(row->values.front()));
}

}  // namespace

QString fieldInWords(Kind kind, FieldIndex field)
{
    for (const FieldName& name : kNames)
        if (name.kind == kind && name.field == field) return FieldWords::tr(name.words);
    if (field == kPlacingField) return FieldWords::tr("Space");
    const auto fields = specOf(kind).fields;
    if (field >= fields.size()) return {};
    if (fields[field].name == "name") return FieldWords::tr("Name");
    if (fields[field].name == "city") return FieldWords::tr("City");
    QString plain = toQString(fields[field].name);
    return plain.replace(u'_', u' ');
}

QString valueInWords(Kind kind, FieldIndex field, const Value& value, const WorkspaceReader& reader,
                     const WordContext& context)
{
    if (isNothing(value)) return nothing();
    if (field >= specOf(kind).fields.size()) return {};
    const FieldSpec& spec = specOf(kind).fields[field];
    switch (spec.type) {
    case Type::Text: {
        if (kind == Kind::Reminder && field == reminder::rrule) return repetitionInWords(textOf(value));
        const QString text = toQString(textOf(value));
        return text.isEmpty() ? nothing() : text;
    }
    case Type::Integer: return context.locale.toString(static_cast<qlonglong>(intOf(value)));
    case Type::Real: {
        const auto* real = std::get_if<double>(&value);
        return real != nullptr ? context.locale.toString(*real, 'g', 3) : nothing();
    }
    case Type::Date:
        return longDay(Date{std::chrono::days{intOf(value)}}, context.zone.dateOf(context.now), context.locale);
    case Type::Instant: return momentInWords(Instant{std::chrono::milliseconds{intOf(value)}}, context);
    case Type::Enum: return enumInWords(kind, field, intOf(value));
    case Type::Flags: return flagsInWords(intOf(value));
    case Type::Reference: return spec.references ? nameOfRow(*spec.references, idOf(value), reader) : QString{};
    }
    return {};
}

QString kindInWords(Kind kind)
{
    switch (kind) {
    case Kind::Space: return FieldWords::tr("Space");
    case Kind::Person: return FieldWords::tr("Person");
    case Kind::Organisation: return FieldWords::tr("Organisation");
    case Kind::Area: return FieldWords::tr("Business area");
    case Kind::Affiliation: return FieldWords::tr("Affiliation");
    case Kind::ContactPoint: return FieldWords::tr("Contact point");
    case Kind::Tie: return FieldWords::tr("Tie");
    case Kind::Interaction: return FieldWords::tr("Conversation");
    case Kind::Participant: return FieldWords::tr("Somebody in a conversation");
    case Kind::Reminder: return FieldWords::tr("Reminder");
    case Kind::Skill: return FieldWords::tr("Skill");
    case Kind::PersonSkill: return FieldWords::tr("Skill of a person");
    case Kind::Tag: return FieldWords::tr("Tag");
    case Kind::PersonTag: return FieldWords::tr("Tag of a person");
    case Kind::Conflict: return FieldWords::tr("Conflict");
    case Kind::PayExpectation: return FieldWords::tr("Pay expectation");
    case Kind::SamePerson: return FieldWords::tr("Merge of two people");
    case Kind::SavedSearch: return FieldWords::tr("Saved search");
    case Kind::Alias: return FieldWords::tr("Other names");
    case Kind::Pool: return FieldWords::tr("Pool");
    case Kind::PoolMember: return FieldWords::tr("Member of a pool");
    case Kind::Pipeline: return FieldWords::tr("Pipeline");
    case Kind::Stage: return FieldWords::tr("Stage");
    case Kind::Placement: return FieldWords::tr("Place in a pipeline");
    case Kind::Move: return FieldWords::tr("Move in a pipeline");
    }
    return {};
}

}  // namespace kith::ui
