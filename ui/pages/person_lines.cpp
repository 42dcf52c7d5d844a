#include <kith/pages/person_lines.h>

#include <kith/models/text.h>
#include <kith/pages/words.h>
#include <kith/usecases/approach.h>

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <map>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Lines {
    Q_DECLARE_TR_FUNCTIONS(Lines)
};

constexpr auto kTrendSpan = std::chrono::days{60};

Date dayOf(Instant at, const LineContext& context)
{
    return context.zone.dateOf(at);
}

Date todayOf(const LineContext& context)
{
    return context.zone.dateOf(context.now);
}

QString joined(const QStringList& parts, const QString& separator)
{
    QStringList said;
    for (const QString& part : parts)
        if (!part.isEmpty()) said << part;
    return said.join(separator);
}

QString dotted(const QStringList& parts)
{
    return joined(parts, u" · "_s);
}

QString labelOf(FieldIndex field)
{
    switch (field) {
    case person::name: return Lines::tr("Name");
    case person::given: return Lines::tr("Given name");
    case person::family: return Lines::tr("Family name");
    case person::city: return Lines::tr("City");
    case person::about: return Lines::tr("About");
    default: return {};
    }
}

/// The fields edited as text, whether or not they say anything yet.
std::vector<FactLine> factsOf(const PersonDetail& detail, const LineContext& context)
{
    std::vector<FactLine> lines;
    for (const FieldIndex field : {person::name, person::given, person::family, person::city, person::about}) {
        FactLine line{.field = field, .label = labelOf(field), .value = {}, .source = {}};
        const auto fact = std::ranges::find(detail.facts, field, &FactView::field);
        if (fact != detail.facts.end() && !fact->value.empty()) {
            line.value = toQString(fact->value);
            line.source = sourceInWords(fact->source, todayOf(context), context.locale);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

QString periodOf(const AffiliationView& view, const QLocale& locale)
{
    const auto month = [&](Date day) { return locale.toString(toQDate(day), u"MMM yyyy"_s); };
    if (view.since && view.until) return Lines::tr("%1 – %2", "from, to").arg(month(*view.since), month(*view.until));
    if (view.since) return Lines::tr("since %1").arg(month(*view.since));
    if (view.until) return Lines::tr("until %1").arg(month(*view.until));
    return {};
}

SkillLine skillOf(const SkillView& view, const LineContext& context)
{
    QString evidence = wordFor(view.evidence);
    if (!view.observedBy.empty()) evidence = Lines::tr("%1 by %2").arg(evidence, toQString(view.observedBy));
    if (view.observedOn)
        evidence = Lines::tr("%1, %2").arg(evidence, agoInWords(*view.observedOn, todayOf(context), context.locale));
    return {.id = view.id,
            .name = toQString(view.name),
            .level = view.level == SkillLevel::Unstated ? QString{} : wordFor(view.level),
            .evidence = evidence,
            .source = sourceInWords(view.source, todayOf(context), context.locale)};
}

TieLine tieOf(const TieView& view, const LineContext& context)
{
    QString since;
    if (view.since) since = Lines::tr("since %1").arg(context.locale.toString(toQDate(*view.since), u"yyyy"_s));
    QString strength;
    if (view.strength > 0) strength = Lines::tr("strength %1").arg(context.locale.toString(view.strength, 'f', 1));
    return {.id = view.id,
            .person = view.person,
            .words = tieInWords(view.kind, view.outgoing),
            .name = toQString(view.name),
            .detail = dotted({since, strength, toQString(view.note)})};
}

ReminderLine reminderOf(const ReminderView& view, const LineContext& context)
{
    QString assignee;
    if (!view.assignee.isNil() && view.assignee != context.me)
        assignee = Lines::tr("for %1").arg(toQString(view.assigneeName));
    QString waiting;
    if (!view.snoozeReason.empty()) waiting = Lines::tr("put off: %1").arg(toQString(view.snoozeReason));
    return {.id = view.id,
            .reason = toQString(view.reason),
            .due = dueInWords(view.due, todayOf(context), context.locale),
            .detail = dotted({repetitionInWords(view.rrule), assignee, waiting}),
            .late = view.due < todayOf(context),
            .promise = view.kind == ReminderKind::Promise};
}

bool warms(const InteractionView& interaction)
{
    return interaction.channel != Channel::Note && interaction.direction != Direction::Broadcast;
}

/// Colleagues by how much they spoke with the person lately: a contact counts half after half a year.
std::vector<ColleagueLine> colleaguesOf(const PersonDetail& detail, const LineContext& context)
{
    struct Tally {
        QString name;
        double weight = 0;
        int times = 0;
        Instant last{};
    };
    std::map<Id, Tally> tallies;
    for (const InteractionView& interaction : detail.interactions) {
        if (!warms(interaction)) continue;
        const double days = std::chrono::duration<double, std::ratio<86400>>(context.now - interaction.at).count();
        for (const ParticipantView& who : interaction.participants) {
            if (!who.colleague || who.person == detail.card.id) continue;
            Tally& tally = tallies[who.person];
            tally.name = toQString(who.name);
            tally.weight += std::exp2(-std::max(0.0, days) / 180);
            tally.last = std::max(tally.last, interaction.at);
            ++tally.times;
        }
    }
    std::vector<std::pair<Id, Tally>> ordered(tallies.begin(), tallies.end());
    std::ranges::stable_sort(ordered, std::greater{}, [](const auto& entry) { return entry.second.weight; });
    std::vector<ColleagueLine> lines;
    for (const auto& [id, tally] : ordered) {
        const QString spoken =
            tally.times == 1 ? Lines::tr("spoke once") : Lines::tr("spoke %n times", nullptr, tally.times);
        const QString last = agoInWords(dayOf(tally.last, context), todayOf(context), context.locale);
        lines.push_back({.id = id,
                         .name = id == context.me ? Lines::tr("You") : tally.name,
                         .reason = Lines::tr("%1, last %2").arg(spoken, last)});
    }
    return lines;
}

QString trendOf(const PersonDetail& detail, const LineContext& context)
{
    if (detail.interactions.size() < detail.interactionCount) return {};  // the old ones would be missing
    std::vector<Contact> contacts;
    for (const InteractionView& interaction : detail.interactions) {
        Contact contact{.at = interaction.at,
                        .direction = interaction.direction,
                        .depth = interaction.depth,
                        .channel = interaction.channel};
        const auto colleague = std::ranges::find_if(interaction.participants, [&](const ParticipantView& who) {
            return who.colleague && who.person != detail.card.id;
        });
        if (colleague != interaction.participants.end()) contact.colleague = colleague->person;
        contacts.push_back(contact);
    }
    const Instant before = context.now - kTrendSpan;
    const int change =
        warmthOf(contacts, context.now, detail.weights).warmth - warmthOf(contacts, before, detail.weights).warmth;
    const QString month = context.locale.standaloneMonthName(toQDate(dayOf(before, context)).month());
    if (change > 1) return Lines::tr("rising %1 since %2").arg(change).arg(month);
    if (change < -1) return Lines::tr("falling %1 since %2").arg(-change).arg(month);
    return {};
}

QString approachOf(const ApproachView& view, const LineContext& context)
{
    const Approach holds = approachOn(view.approach, view.until, todayOf(context));
    if (holds == Approach::Open) return {};
    QString words = wordFor(holds);
    if (view.until)
        words = Lines::tr("%1 until %2").arg(words, context.locale.toString(toQDate(*view.until), u"d MMM yyyy"_s));
    return view.reason.empty() ? words : Lines::tr("%1: %2", "what, why").arg(words, toQString(view.reason));
}

void addSharing(PersonLines& lines, const PersonDetail& detail, const LineContext& context)
{
    lines.approach = detail.approach.approach;
    lines.approachReason = toQString(detail.approach.reason);
    lines.approachUntil = detail.approach.until;
    lines.approachWords = approachOf(detail.approach, context);
    for (const PayView& view : detail.pay)
        lines.pay.push_back({.id = view.id,
                             .amount = toQString(view.amount),
                             .detail = view.statedOn ? Lines::tr("said %1").arg(context.locale.toString(
                                                           toQDate(*view.statedOn), u"d MMM yyyy"_s))
                                                     : QString{}});
    for (const MergedView& view : detail.merged) {
        const Date day = dayOf(view.at, context);
        const bool thisYear = toQDate(day).year() == toQDate(todayOf(context)).year();
        const QString on =
            context.locale.toString(toQDate(day), thisYear ? Lines::tr("d MMM") : Lines::tr("d MMM yyyy"));
        lines.merged.push_back(
            {.id = view.person,
             .name = toQString(view.name),
             .words = Lines::tr("Merged from %1 on %2 ·", "name, day").arg(isolated(toQString(view.name)), on)});
    }
    lines.space = detail.space;
    for (const SpaceView& space : context.spaces)
        if (space.writable || space.id == detail.space)
            lines.spaces.push_back({.id = space.id, .name = toQString(space.name)});
}

std::vector<MembershipLine> membershipsOf(const PersonDetail& detail, const LineContext& context)
{
    std::vector<MembershipLine> lines;
    for (const PlacementOfPerson& in : detail.placements) {
        const QString where = in.placement.state == PlacementState::Active ? isolated(toQString(in.stage))
            : in.placement.state == PlacementState::SilverMedallist        ? Lines::tr("Silver medallist")
                                                                           : Lines::tr("Left");
        const QString since = agoInWords(dayOf(in.placement.since, context), todayOf(context), context.locale);
        lines.push_back({.id = in.placement.id,
                         .name = toQString(in.pipeline),
                         .detail = dotted({where, since, isolated(toQString(in.placement.reason))})});
    }
    for (const MembershipView& in : detail.pools)
        lines.push_back({.id = in.id,
                         .name = toQString(in.name),
                         .detail = dotted({Lines::tr("Pool"), isolated(toQString(in.reason))})});
    return lines;
}

}  // namespace

QString sourceInWords(const Source& source, Date today, const QLocale& locale)
{
    const QString detail = toQString(source.detail);
    const QString origin = [&]() -> QString {
        if (source.isTyped()) return Lines::tr("typed by hand");
        if (source.origin == "linkedin") return Lines::tr("from LinkedIn export");
        if (source.origin == "vcard") return Lines::tr("from vCard");
        if (source.origin == "jsonresume") return Lines::tr("from JSON Resume");
        if (source.origin == "demo") return Lines::tr("from demo data");
        if (source.origin == "undo") return Lines::tr("brought back by undo");
        if (!detail.isEmpty()) return Lines::tr("from %1").arg(detail);
        if (source.origin == "csv") return Lines::tr("from CSV file");
        return Lines::tr("from %1").arg(toQString(source.origin));
    }();
    if (source.asOf == Date{}) return origin;
    return Lines::tr("%1, %2", "source, age").arg(origin, agoInWords(source.asOf, today, locale));
}

QString tieInWords(TieKind kind, bool outgoing)
{
    if (!outgoing) {
        switch (kind) {
        case TieKind::Referred: return Lines::tr("was referred by");
        case TieKind::Manages: return Lines::tr("is managed by");
        case TieKind::Introduced: return Lines::tr("was introduced by");
        default: break;
        }
    }
    return wordFor(kind);
}

QString headlineOf(const InteractionView& interaction, const LineContext& context)
{
    QStringList colleagues;
    for (const ParticipantView& who : interaction.participants)
        if (who.colleague) colleagues << (who.person == context.me ? Lines::tr("you") : isolated(toQString(who.name)));
    const bool facing = interaction.channel == Channel::Meeting || interaction.channel == Channel::Call
        || interaction.channel == Channel::Event;
    const bool goesWithoutSaying =
        interaction.channel == Channel::Note || (facing && interaction.direction == Direction::Both);
    const QString how = goesWithoutSaying ? QString{} : wordFor(interaction.direction).toLower();
    QString minutes;
    if (interaction.minutes > 0) minutes = Lines::tr("%1 min").arg(interaction.minutes);
    const Date day = dayOf(interaction.at, context);
    const auto date = toQDate(day);
    const bool thisYear = date.year() == toQDate(todayOf(context)).year();
    return dotted({context.locale.toString(date, thisYear ? Lines::tr("d MMM") : Lines::tr("d MMM yyyy")),
                   wordFor(interaction.channel).toLower(), joined({colleagues.join(u", "_s), how}, u", "_s), minutes,
                   interaction.isPrivate ? Lines::tr("only you can read it") : QString{}});
}

PersonLines linesOf(const PersonDetail& detail, const LineContext& context)
{
    const PersonCard& card = detail.card;
    const Date today = todayOf(context);
    PersonLines lines;
    lines.id = card.id;
    lines.name = toQString(card.name);
    lines.title = toQString(card.title);
    lines.place = dotted({toQString(card.organisation), toQString(card.area), toQString(card.city)});
    lines.facets = card.facets;
    lines.band = detail.warmth.band;
    lines.warmth = detail.warmth.warmth;
    lines.warmthWords = Lines::tr("%1 %2", "band, number").arg(wordFor(detail.warmth.band)).arg(detail.warmth.warmth);
    lines.trend = trendOf(detail, context);
    lines.about = toQString(detail.about);
    lines.role = toQString(card.title);
    lines.organisation = toQString(card.organisation);
    lines.area = toQString(card.area);
    for (WarmthTerm term : detail.warmth.terms) {
        // Days as the calendar counts them, like everywhere else on the page; the formula counts 24 hours.
        const auto last = std::ranges::find_if(detail.interactions, warms);
        if (term.name == "recency" && last != detail.interactions.end())
            term.because =
                toUtf8(Lines::tr("Spoken %1").arg(agoInWords(dayOf(last->at, context), today, context.locale)));
        lines.terms.push_back(
            {.because = capitalised(toQString(term.because)), .points = context.locale.toString(term.points, 'f', 1)});
    }
    // Five times the same words would say no more than one.
    const bool nothing = std::ranges::none_of(detail.interactions, warms) && lines.warmth == 0;
    if (nothing && lines.terms.size() > 1) lines.terms.resize(1);
    lines.colleagues = colleaguesOf(detail, context);
    lines.facts = factsOf(detail, context);
    for (const ContactPointView& view : detail.contactPoints)
        lines.contacts.push_back({.id = view.id,
                                  .kind = view.kind,
                                  .kindWord = wordFor(view.kind),
                                  .value = toQString(view.value),
                                  .label = toQString(view.label),
                                  .source = sourceInWords(view.source, today, context.locale)});
    for (const AffiliationView& view : detail.affiliations)
        lines.affiliations.push_back({.id = view.id,
                                      .role = toQString(view.role),
                                      .where = dotted({toQString(view.organisation), toQString(view.area)}),
                                      .period = periodOf(view, context.locale),
                                      .source = sourceInWords(view.source, today, context.locale),
                                      .current = !view.until});
    for (const SkillView& view : detail.skills) lines.skills.push_back(skillOf(view, context));
    for (const TagView& view : detail.tags) lines.tags.push_back({.id = view.id, .name = toQString(view.name)});
    lines.memberships = membershipsOf(detail, context);
    for (const TieView& view : detail.ties) lines.ties.push_back(tieOf(view, context));
    for (const ReminderView& view : detail.reminders) lines.reminders.push_back(reminderOf(view, context));
    for (const InteractionView& view : detail.interactions)
        lines.timeline.push_back({.id = view.id,
                                  .channel = view.channel,
                                  .depth = view.depth,
                                  .headline = headlineOf(view, context),
                                  .text = toQString(view.text)});
    lines.interactionCount = detail.interactionCount;
    addSharing(lines, detail, context);
    return lines;
}

}  // namespace kith::ui
