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
    const QString all = holder.count == 1
        ? tr("holds one person alone")
        : tr("holds %1 people alone").arg(QLocale().toString(static_cast<qulonglong>(holder.count)));
    line.sentence = holder.people.size() < holder.count && !holder.people.empty()
        ? tr("%1; the strongest %2 are listed")
              .arg(all, QLocale().toString(static_cast<qulonglong>(holder.people.size())))
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

const NetworkEdge* edgeBetween(const NetworkPicture& picture, int a, int b)
{
    const auto found = std::ranges::find_if(picture.ties, [&](const NetworkEdge& edge) {
        return (edge.from == a && edge.to == b) || (edge.from == b && edge.to == a);
    });
    return found != picture.ties.end() ? &*found : nullptr;
}

}  // namespace kith::ui
