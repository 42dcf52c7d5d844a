#include <kith/pages/network_told.h>

#include <kith/models/text.h>
#include <kith/pages/words.h>

#include <QCoreApplication>

namespace kith::ui {

namespace {

constexpr std::size_t kMostWays = 4;
constexpr std::size_t kMostKnownByBoth = 3;

QString tr(const char* text)
{
    return QCoreApplication::translate("kith::ui::NetworkPage", text);
}

void tellWays(NetworkTold& told, const Introductions& introductions, const WorkspaceReader& reader,
              const NetworkQuestion& question, Instant now)
{
    IntroductionWish wish{.to = question.person, .count = kMostWays};
    if (question.middle.isNil()) wish.area = question.area;
    const auto found = introductions.paths(wish);
    if (!found) return;
    for (const Introduction& way : *found) {
        const auto first = reader.card(way.steps.front().person, now);
        told.ways.push_back(wayOf(way,
                                  !first                    ? std::string{}
                                      : first->area.empty() ? first->organisation
                                                            : first->area));
    }
}

void tellHolder(NetworkTold& told, const Introductions& introductions, const NetworkQuestion& question)
{
    const auto holder = introductions.holderOf(question.person, kMostIntroduced);
    if (!holder) return;
    const QString who = isolated(toQString(holder->name));
    const QString name = isolated(question.name);
    told.held = holder->count == 1 ? tr("If %1 leaves, nobody of ours has a warm tie with %2.").arg(who, name)
                                   : tr("If %1 leaves, %2 people lose their only warm tie with us, %3 among them.")
                                         .arg(who, countText(holder->count), name);
    const HolderLine line = holderLine(*holder);
    if (!line.people.empty()) told.introduce = line.people.front().introduce;
}

}  // namespace

NetworkTold tellOf(const WorkspaceReader& reader, const graph::GraphPtr& graph, const NetworkQuestion& question,
                   Instant now, Date today)
{
    NetworkTold told;
    const Introductions introductions(reader, graph, now, today);
    if (!question.middle.isNil() && question.middle != question.person) {
        const auto common = introductions.commonAcquaintances(question.middle, question.person, kMostKnownByBoth);
        if (common) told.both = knownByBothLines(*common, question.middleName, question.name);
    }
    // Nobody need introduce us to a colleague, and who a colleague knows is not held by another.
    if (question.colleague) return told;
    tellWays(told, introductions, reader, question, now);
    tellHolder(told, introductions, question);
    return told;
}

GroupLines groupOf(const WorkspaceReader& reader, const graph::GraphPtr& graph, const Id& area, Instant now)
{
    const auto members = reader.network().membersOfGroup(Kind::Area, area);
    const auto ties = tiesOfGroup(reader, *graph, members, {}, 1, now);
    Facets colleagues;
    colleagues.add(Facet::Colleague);
    const auto amongUs = tiesOfGroup(reader, *graph, members, colleagues, 0, now);
    return ties && amongUs ? groupLines(*ties, *amongUs) : GroupLines{};
}

}  // namespace kith::ui
