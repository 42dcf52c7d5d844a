#include <kith/pages/ways_page.h>

#include <kith/models/text.h>
#include <kith/pages/words.h>

#include <QLocale>
#include <QPointer>

namespace kith::ui {

namespace {

constexpr std::size_t kMostWays = 3;

struct Found {
    WaysPage::State state = WaysPage::State::Nobody;
    std::vector<WayLine> lines;
};

QString numberOf(double strength)
{
    return QLocale().toString(strength, 'f', 2);
}

WayLine lineOf(const Introduction& way)
{
    WayLine line{.id = way.steps.front().person,
                 .start = toQString(way.steps.front().name),
                 .through = {},
                 .strength = numberOf(way.strength),
                 .arithmetic = {}};
    QStringList middlemen;
    QStringList steps;
    for (std::size_t i = 1; i < way.steps.size(); ++i) {
        const IntroductionStep& step = way.steps[i];
        if (i + 1 < way.steps.size()) middlemen << isolated(toQString(step.name));
        QStringList how;
        for (const std::string& word : step.tie) how << toQString(word);
        steps << WaysPage::tr("%1: %2 (%3)", "name, strength, how they are tied")
                     .arg(isolated(toQString(step.name)), numberOf(step.strength), how.join(QStringLiteral(", ")));
    }
    line.through = middlemen.isEmpty()
        ? WaysPage::tr("knows them")
        : WaysPage::tr("through %1").arg(middlemen.join(WaysPage::tr(" and ", "between two names")));
    line.arithmetic = steps.join(QStringLiteral("\n"));
    return line;
}

Found findWays(const WorkspaceReader& reader, const graph::GraphPtr& graph, const Id& person, Instant now, Date today)
{
    const auto node = graph->find(person);
    if (!node || graph->flags(*node).isColleague()) return {};
    const auto ways = Introductions(reader, graph, now, today).paths({.to = person, .count = kMostWays});
    if (!ways || ways->empty()) return {.state = WaysPage::State::None, .lines = {}};
    Found found{.state = WaysPage::State::Ways, .lines = {}};
    for (const Introduction& way : *ways) found.lines.push_back(lineOf(way));
    return found;
}

}  // namespace

WaysPage::WaysPage(Worker& worker, NetworkDesk& network, const Clock& clock, const Zone& zone, QObject* parent)
    : QObject(parent), worker_(worker), network_(network), clock_(clock), zone_(zone)
{
    subscription_ = network.onNew([this] { read(); });
}

void WaysPage::show(const std::optional<Id>& person)
{
    if (person == person_) return;
    person_ = person;
    lines_.clear();
    state_ = person ? State::Reading : State::Nobody;
    Q_EMIT changed();
    read();
}

void WaysPage::read()
{
    if (!person_ || !network_.ready()) return;
    auto found = std::make_shared<Found>();
    const Instant now = clock_.now();
    worker_.read([found, graph = network_.snapshot(), person = *person_, now, today = zone_.dateOf(now)](
                     const WorkspaceReader& reader) { *found = findWays(reader, graph, person, now, today); },
                 [found, page = QPointer(this), person = *person_] {
                     if (page != nullptr) page->take(person, found->state, std::move(found->lines));
                 });
}

void WaysPage::take(const Id& person, State state, std::vector<WayLine> lines)
{
    if (person != person_) return;
    state_ = state;
    lines_ = std::move(lines);
    Q_EMIT changed();
}

}  // namespace kith::ui
