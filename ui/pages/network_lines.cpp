#include <kith/pages/network_lines.h>

#include <kith/models/text.h>
#include <kith/pages/words.h>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <array>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kOldAfterDays = 3 * 365;

QString percent(double share)
{
    return QLocale().toString(100 * share, 'f', 0);
}

QString tr(const char* text, const char* comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("kith::ui::NetworkPage", text, comment, n);
}

struct TieWord {
    std::string_view word;
    const char* shown;
};
constexpr std::array kTieWords{
    TieWord{"manages", QT_TRANSLATE_NOOP("kith::ui::NetworkPage", "manages")},
    TieWord{"managed by", QT_TRANSLATE_NOOP("kith::ui::NetworkPage", "managed by")},
    TieWord{"referred", QT_TRANSLATE_NOOP("kith::ui::NetworkPage", "referred")},
    TieWord{"referred by", QT_TRANSLATE_NOOP("kith::ui::NetworkPage", "referred by")},
    TieWord{"worked-with", QT_TRANSLATE_NOOP("kith::ui::NetworkPage", "worked together")},
    TieWord{"studied-with", QT_TRANSLATE_NOOP("kith::ui::NetworkPage", "studied together")},
    TieWord{"introduced", QT_TRANSLATE_NOOP("kith::ui::NetworkPage", "introduced")},
    TieWord{"introduced by", QT_TRANSLATE_NOOP("kith::ui::NetworkPage", "introduced by")},
    TieWord{"knows", QT_TRANSLATE_NOOP("kith::ui::NetworkPage", "know each other")},
    TieWord{"spoken", QT_TRANSLATE_NOOP("kith::ui::NetworkPage", "conversations")},
    TieWord{"same events", QT_TRANSLATE_NOOP("kith::ui::NetworkPage", "at the same events")},
};

}  // namespace

QString strengthInWords(double strength)
{
    return QLocale().toString(strength, 'f', 2);
}

QString tieMadeOf(const std::vector<std::string>& words)
{
    QStringList shown;
    for (const std::string& word : words) {
        const auto found = std::ranges::find(kTieWords, word, &TieWord::word);
        shown << (found != kTieWords.end() ? tr(found->shown) : toQString(word));
    }
    return shown.join(u", "_s);
}

NetworkPicture pictureOf(const Neighbourhood& drawn, Date today, const Zone& zone)
{
    NetworkPicture picture{.people = {}, .ties = {}, .total = drawn.total, .radius = drawn.radius};
    picture.people.reserve(drawn.people.size());
    for (const Neighbour& each : drawn.people)
        picture.people.push_back({.id = each.id,
                                  .name = toQString(each.name),
                                  .detail = titleLine(each.title, each.organisation),
                                  .band = each.band,
                                  .warmth = each.warmth,
                                  .colleague = each.facets.has(Facet::Colleague),
                                  .step = static_cast<int>(each.step),
                                  .parent = static_cast<int>(each.parent),
                                  .x = each.x,
                                  .y = each.y,
                                  .way = each.step == 0 ? QString{} : strengthInWords(each.strength)});
    picture.ties.reserve(drawn.ties.size());
    for (const NeighbourTie& tie : drawn.ties) {
        NetworkEdge edge{.from = static_cast<int>(tie.from),
                         .to = static_cast<int>(tie.to),
                         .strength = tie.strength,
                         .dashed = tie.dashed,
                         .towards = tie.towards,
                         .words = tieMadeOf(tie.words),
                         .figure = strengthInWords(tie.strength),
                         .seen = {}};
        if (tie.last) {
            const Date day = zone.dateOf(*tie.last);
            edge.age = std::clamp(static_cast<double>((today - day).count()) / kOldAfterDays, 0.0, 1.0);
            edge.seen = agoInWords(day, today, QLocale());
        }
        picture.ties.push_back(std::move(edge));
    }
    return picture;
}

NetworkWay wayOf(const Introduction& way, const std::string& organisation)
{
    NetworkWay said{.steps = {}, .arithmetic = {}, .result = strengthInWords(way.strength), .brief = {}};
    QStringList factors;
    QStringList names;
    for (std::size_t i = 0; i < way.steps.size(); ++i) {
        const IntroductionStep& step = way.steps[i];
        const bool first = i == 0;
        said.steps.push_back({.id = step.person,
                              .name = toQString(step.name),
                              .detail = first ? toQString(organisation) : tieMadeOf(step.tie),
                              .figure = first ? QString{} : strengthInWords(step.strength)});
        if (!first) factors << strengthInWords(step.strength);
        if (i + 1 < way.steps.size()) names << isolated(toQString(step.name));
    }
    said.arithmetic = factors.join(u" × "_s);
    said.brief = names.join(u" → "_s);
    return said;
}

HolderLine holderLine(const HolderAlone& holder)
{
    HolderLine line{.id = holder.colleague, .name = toQString(holder.name), .sentence = {}, .people = {}};
    const QString all =
        holder.count == 1 ? tr("holds one person alone") : tr("holds %1 people alone").arg(countText(holder.count));
    line.sentence = holder.people.size() < holder.count && !holder.people.empty()
        ? tr("%1; the strongest %2 are listed").arg(all, countText(holder.people.size()))
        : all;
    for (const HeldAlone& held : holder.people) {
        QStringList names;
        for (const Spokesperson& each : held.introduce) names << isolated(toQString(each.name));
        line.people.push_back({.id = held.person,
                               .name = toQString(held.name),
                               .figure = strengthInWords(held.strength),
                               .introduce = names.isEmpty()
                                   ? tr("Nobody else of ours knows either of them yet")
                                   : tr("Introduce %1").arg(names.join(tr(" or ", "between two names")))});
    }
    return line;
}

KnownByBothLines knownByBothLines(const CommonAcquaintances& common, const QString& first, const QString& second)
{
    KnownByBothLines lines;
    for (const KnownByBoth& each : common.people) {
        const QString withFirst = strengthInWords(each.withFirst);
        const QString withSecond = strengthInWords(each.withSecond);
        const QString ties = tr("with %1 %2 (%3), with %4 %5 (%6)", "name, strength, what it is made of; twice")
                                 .arg(isolated(first), withFirst, tieMadeOf(each.tieWithFirst), isolated(second),
                                      withSecond, tieMadeOf(each.tieWithSecond));
        const QString name = toQString(each.name);
        KnownByBothLine& line = lines.people.emplace_back(
            KnownByBothLine{.id = each.person, .name = name, .detail = {}, .figure = {}, .spoken = {}});
        if (each.mayIntroduce) {
            line.detail = tr("%1 × %2").arg(withFirst, withSecond);
            line.figure = strengthInWords(each.way);
            line.spoken = tr("%1, strength of the way %2: %3").arg(name, line.figure, ties);
        } else {
            line.detail = tr("not to be asked");
            line.spoken = tr("%1, not to be asked: %2").arg(name, ties);
        }
    }
    if (common.people.size() < common.count)
        lines.more = tr("and %1 more").arg(countText(common.count - common.people.size()));
    return lines;
}

GroupLines groupLines(const GroupTies& ties, const GroupTies& amongUs)
{
    GroupLines lines;
    const std::size_t all = ties.inside + ties.outside;
    const QString people = ties.members == 1 ? tr("1 person") : tr("%1 people").arg(countText(ties.members));
    if (all == 0) {
        lines.ties = tr("%1, without a tie inside or outside.").arg(people);
        return lines;
    }
    lines.ties = tr("%1, %2 of %3 ties lead outside (%4 %).", "people, ties, all ties, per cent")
                     .arg(people, countText(ties.outside), countText(all), percent(ties.shareOutside));
    const QString meaning = ties.leaning == GroupLeaning::KeepsToItself
        ? tr("they keep to themselves more than that explains.")
        : ties.leaning == GroupLeaning::LooksOut ? tr("they are tied to others more than that explains.")
                                                 : tr("about the same.");
    lines.index = tr("E-I index %1, from %2 (all ties inside) to %3 (all outside). From the sizes alone it would be "
                     "%4: %5")
                      .arg(strengthInWords(ties.eiIndex), QLocale().toString(-1), QLocale().toString(1),
                           strengthInWords(ties.expectedEiIndex), meaning);
    const std::size_t allAmongUs = amongUs.inside + amongUs.outside;
    if (amongUs.others > 0 && allAmongUs > 0 && amongUs.others < ties.others)
        lines.amongUs = tr("With only your own people counted outside: %1 of %2 ties (%3 %), E-I index %4; from the "
                           "sizes alone it would be %5.",
                           "ties, all ties, per cent, index, index")
                            .arg(countText(amongUs.outside), countText(allAmongUs), percent(amongUs.shareOutside),
                                 strengthInWords(amongUs.eiIndex), strengthInWords(amongUs.expectedEiIndex));
    if (!ties.bridges.empty()) {
        const GroupMemberTies& first = ties.bridges.front();
        lines.bridge = first.person;
        lines.bridgeName = toQString(first.name);
        lines.bridgeFigure = tr("%1 of %2").arg(countText(first.outside), countText(ties.outside));
        lines.hangs = ties.hangsOnOne()
            ? tr("The area hangs on one person, who has more than half of the ties outside:")
            : tr("Nobody has more ties outside than:");
    }
    QStringList reached;
    if (ties.throughMembersAlone == 1) reached << tr("1 person is reached through members alone.");
    else if (ties.throughMembersAlone > 1)
        reached << tr("%1 people are reached through members alone.").arg(countText(ties.throughMembersAlone));
    if (ties.withoutTies == 1) reached << tr("1 person has a tie with nobody.");
    else if (ties.withoutTies > 1) reached << tr("%1 people have a tie with nobody.").arg(countText(ties.withoutTies));
    lines.reached = reached.join(QChar(u' '));
    return lines;
}

const NetworkEdge* edgeBetween(const NetworkPicture& picture, int a, int b)
{
    const auto found = std::ranges::find_if(picture.ties, [&](const NetworkEdge& edge) {
        return (edge.from == a && edge.to == b) || (edge.from == b && edge.to == a);
    });
    return found != picture.ties.end() ? &*found : nullptr;
}

}  // namespace kith::ui
