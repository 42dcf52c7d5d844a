#include <kith/pages/network_page.h>

#include <kith/models/text.h>
#include <kith/pages/words.h>
#include <kith/usecases/reminders.h>

#include <QLocale>
#include <QPointer>
#include <QStringList>
#include <algorithm>
#include <utility>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t kMostHolders = 40;
constexpr std::size_t kMostHeld = 20;
constexpr std::size_t kMostSuggested = 8;
constexpr std::size_t kLongestHistory = 50;
constexpr int kYearsBack = 8;

}  // namespace

struct NetworkPage::Drawing {
    std::uint64_t asked = 0;
    State state = State::Missing;
    Middle middle;
    NetworkPicture picture;
    QString middleName;
    GroupLines group;
};

NetworkPage::NetworkPage(Worker& worker, NetworkDesk& network, const Clock& clock, const Zone& zone, QObject* parent)
    : QObject(parent), worker_(worker), network_(network), clock_(clock), zone_(zone)
{
    subscription_ = network.onNew([this] {
        if (started_) draw();
    });
}

void NetworkPage::begin(const Middle& middle)
{
    if (started_ && middle == middle_ && state_ == State::Drawn) return select(0);
    before_.clear();
    go(middle);
}

void NetworkPage::start()
{
    if (!started_) go({});
}

void NetworkPage::centre(const Id& person)
{
    if (middle_.person == person) return;
    before_.push_back(middle_);
    if (before_.size() > kLongestHistory) before_.erase(before_.begin());
    go({.person = person});
}

void NetworkPage::centreArea(const Id& area)
{
    if (middle_.area == area) return;
    before_.push_back(middle_);
    go({.area = area});
}

bool NetworkPage::back()
{
    if (before_.empty()) return false;
    const Middle middle = before_.back();
    before_.pop_back();
    go(middle);
    return true;
}

void NetworkPage::go(const Middle& middle)
{
    middle_ = middle;
    selectedId_ = {};
    selected_ = -1;
    started_ = true;
    draw();
}

void NetworkPage::setScope(const Scope& scope)
{
    Scope next = scope;
    next.steps = std::clamp(next.steps, 1, static_cast<int>(kMostSteps));
    next.most = std::clamp(next.most, 1, static_cast<int>(kMostDrawn));
    if (next == scope_) return;
    scope_ = next;
    if (started_) draw();
    else Q_EMIT changed();
}

void NetworkPage::setAsList(bool list)
{
    if (std::exchange(asList_, list) != list) Q_EMIT changed();
}

void NetworkPage::refresh()
{
    if (started_) draw();
}

void NetworkPage::draw()
{
    if (!network_.ready()) {
        Q_EMIT changed();
        return;
    }
    NeighbourhoodWish wish{.person = middle_.person,
                           .area = middle_.area,
                           .steps = static_cast<std::uint32_t>(scope_.steps),
                           .people = static_cast<std::size_t>(scope_.most)};
    if (scope_.sinceYear)
        wish.since = zone_.instantOf(Date{std::chrono::year{*scope_.sinceYear} / 1 / 1}, std::chrono::minutes{0});
    auto drawing = std::make_shared<Drawing>();
    drawing->asked = ++asked_;
    const Instant now = clock_.now();
    worker_.read(
        [drawing, wish, graph = network_.snapshot(), now, today = zone_.dateOf(now),
         &zone = zone_](const WorkspaceReader& reader) mutable {
            if (wish.person.isNil() && wish.area.isNil()) {
                const Id me = Id::parse(reader.setting(settings::kMe)).value_or(Id{});
                const auto somebody = somebodyWithTies(*graph, me);
                if (!somebody) {
                    drawing->state = State::NoTies;
                    return;
                }
                wish.person = *somebody;
            }
            drawing->middle = {.person = wish.person, .area = wish.area};
            if (wish.person.isNil())
                if (const auto area = reader.row(Kind::Area, wish.area))
                    drawing->middleName = toQString(textOf(area->values[area::name]));
            auto drawn = neighbourhoodOf(graph, reader.network(), wish);
            if (!drawn) return;
            nameNeighbours(*drawn, reader, now);
            drawing->state = State::Drawn;
            drawing->picture = pictureOf(*drawn, today, zone);
            if (wish.person.isNil()) drawing->group = groupOf(reader, graph, wish.area, now);
            else drawing->middleName = drawing->picture.people.front().name;
        },
        [drawing, page = QPointer(this)] {
            if (page != nullptr) page->take(std::move(*drawing));
        });
}

void NetworkPage::take(Drawing drawing)
{
    if (drawing.asked != asked_) return;
    state_ = drawing.state;
    picture_ = std::move(drawing.picture);
    middleName_ = std::move(drawing.middleName);
    group_ = std::move(drawing.group);
    // Whoever was merged meanwhile is asked for by who is shown.
    if (state_ == State::Drawn) middle_ = drawing.middle;
    const auto still = std::ranges::find(picture_.people, selectedId_, &NetworkNode::id);
    selected_ = picture_.people.empty()  ? -1
        : still != picture_.people.end() ? static_cast<int>(still - picture_.people.begin())
                                         : 0;
    selectedId_ = selected_ < 0 ? Id{} : picture_.people[static_cast<std::size_t>(selected_)].id;
    tell();
    Q_EMIT changed();
}

QString NetworkPage::sentence() const
{
    switch (state_) {
    case State::Reading: return tr("Reading who knows whom…");
    case State::NoTies: return {};
    case State::Missing:
        return middle_.area.isNil() ? tr("Whoever was in the middle is not here any more.")
                                    : tr("Nobody works in that area now.");
    case State::Drawn: break;
    }
    const QString steps = scope_.steps == 1 ? tr("1 step") : tr("%1 steps").arg(QLocale().toString(scope_.steps));
    const std::size_t drawn = picture_.people.size();
    const QString people = scope_.sinceYear
        ? tr("%1 people, ties since %2").arg(countText(drawn)).arg(*scope_.sinceYear)
        : drawn < picture_.total ? tr("%1 of %2 people drawn").arg(countText(drawn), countText(picture_.total))
        : drawn == 1             ? tr("1 person")
                                 : tr("%1 people").arg(countText(drawn));
    return QStringList{isolated(middleName_), steps, people}.join(u" · "_s);
}

void NetworkPage::select(int person)
{
    if (person < 0 || person >= static_cast<int>(picture_.people.size()) || person == selected_) return;
    selected_ = person;
    selectedId_ = picture_.people[static_cast<std::size_t>(person)].id;
    tell();
    Q_EMIT selectionChanged();
}

void NetworkPage::choose(const Id& person)
{
    const auto drawn = std::ranges::find(picture_.people, person, &NetworkNode::id);
    if (drawn == picture_.people.end()) centre(person);
    else select(static_cast<int>(drawn - picture_.people.begin()));
}

void NetworkPage::tell()
{
    const std::uint64_t asked = ++askedWays_;
    isTold_ = false;
    told_ = {};
    if (selected_ < 0 || pictureOnly_) return;
    const NetworkNode& node = picture_.people[static_cast<std::size_t>(selected_)];
    const NetworkQuestion question{.person = node.id,
                                   .name = node.name,
                                   .colleague = node.colleague,
                                   .middle = middle_.person,
                                   .middleName = middleName_,
                                   .area = middle_.area};
    auto told = std::make_shared<NetworkTold>();
    const Instant now = clock_.now();
    worker_.read([told, question, graph = network_.snapshot(), now, today = zone_.dateOf(now)](
                     const WorkspaceReader& reader) { *told = tellOf(reader, graph, question, now, today); },
                 [told, asked, page = QPointer(this)] {
                     if (page != nullptr) page->takeTold(asked, std::move(*told));
                 });
}

void NetworkPage::takeTold(std::uint64_t asked, NetworkTold told)
{
    if (asked != askedWays_) return;
    isTold_ = true;
    told_ = std::move(told);
    Q_EMIT selectionChanged();
}

QString NetworkPage::tieSentence(int person) const
{
    if (person < 0 || person >= static_cast<int>(picture_.people.size())) return {};
    const NetworkNode& node = picture_.people[static_cast<std::size_t>(person)];
    const NetworkEdge* edge = node.parent == person ? nullptr : edgeBetween(picture_, person, node.parent);
    if (edge == nullptr) return {};
    const QString other = isolated(picture_.people[static_cast<std::size_t>(node.parent)].name);
    const QString tie =
        tr("Tie with %1: %2, strength %3", "name, what it is made of").arg(other, edge->words, edge->figure);
    return edge->seen.isEmpty() ? tie : tr("%1, last seen %2", "tie, how long ago").arg(tie, edge->seen);
}

QString NetworkPage::spoken(int person) const
{
    if (person < 0 || person >= static_cast<int>(picture_.people.size())) return {};
    const NetworkNode& node = picture_.people[static_cast<std::size_t>(person)];
    QStringList parts{node.name};
    if (!node.detail.isEmpty()) parts << node.detail;
    parts << u"%1 %2"_s.arg(wordFor(node.band), QLocale().toString(node.warmth));
    if (node.parent == person) parts << tr("in the middle");
    const QString who = parts.join(u", "_s);
    const QString tie = tieSentence(person);
    return tie.isEmpty() ? who : tr("%1. %2", "person, tie").arg(who, tie);
}

bool NetworkPage::onWay(const NetworkEdge& tie) const
{
    if (told_.ways.empty()) return false;
    const Id& a = picture_.people[static_cast<std::size_t>(tie.from)].id;
    const Id& b = picture_.people[static_cast<std::size_t>(tie.to)].id;
    const auto& steps = told_.ways.front().steps;
    for (std::size_t i = 1; i < steps.size(); ++i)
        if ((steps[i - 1].id == a && steps[i].id == b) || (steps[i - 1].id == b && steps[i].id == a)) return true;
    return false;
}

QString NetworkPage::wayHint() const
{
    if (selected_ < 0 || !told_.ways.empty()) return {};
    const NetworkNode& node = picture_.people[static_cast<std::size_t>(selected_)];
    if (node.colleague) return tr("A colleague: nobody need introduce us.");
    if (!isTold_) return tr("Looking for ways…");
    return tr("No colleague leads to them yet. A tie or a conversation with somebody makes a way.");
}

QString NetworkPage::askTitle() const
{
    if (told_.ways.empty() || told_.ways.front().steps.size() < 3) return {};
    const auto& steps = told_.ways.front().steps;
    return tr("Ask %1 to introduce %2")
        .arg(isolated(steps[steps.size() - 2].name), isolated(steps[steps.size() - 3].name));
}

void NetworkPage::ask()
{
    const QString title = askTitle();
    if (title.isEmpty()) return;
    const Date tomorrow = zone_.dateOf(clock_.now()) + std::chrono::days{1};
    const ReminderInput input{.person = selectedId_, .due = tomorrow, .reason = toUtf8(title)};
    worker_.run<ChangeSet>([input](Services& services) { return SetReminder(services).run(input); },
                           [page = QPointer(this), title](Result<ChangeSet> result) {
                               if (page == nullptr) return;
                               if (result) Q_EMIT page->said(tr("Reminder for tomorrow: %1").arg(title));
                               else Q_EMIT page->problem(problemSentence(tr("No reminder was set"), result.error()));
                           });
}

void NetworkPage::readHolders()
{
    auto lines = std::make_shared<std::vector<HolderLine>>();
    const Instant now = clock_.now();
    worker_.read(
        [lines, graph = network_.snapshot(), now, today = zone_.dateOf(now)](const WorkspaceReader& reader) {
            for (const HolderAlone& holder :
                 Introductions(reader, graph, now, today).heldAlone(kMostHeld, kMostIntroduced, kMostHolders))
                lines->push_back(holderLine(holder));
        },
        [lines, page = QPointer(this)] {
            if (page != nullptr) Q_EMIT page->holdersRead(*lines);
        });
}

std::vector<PersonCard> NetworkPage::suggest(const QString& words) const
{
    return worker_.reader().suggest(toUtf8(words), kMostSuggested, clock_.now());
}

void NetworkPage::readAreas()
{
    auto areas = std::make_shared<std::vector<NetworkGroup>>();
    worker_.read(
        [areas](const WorkspaceReader& reader) {
            *areas = reader.network().networkGroups(Kind::Area);
            std::erase_if(*areas, [](const NetworkGroup& area) { return area.people == 0; });
        },
        [areas, page = QPointer(this)] {
            if (page != nullptr) Q_EMIT page->areasRead(*areas);
        });
}

std::vector<int> NetworkPage::years() const
{
    const auto today = std::chrono::year_month_day{zone_.dateOf(clock_.now())};
    std::vector<int> years;
    for (int back = 0; back < kYearsBack; ++back) years.push_back(static_cast<int>(today.year()) - back);
    return years;
}

}  // namespace kith::ui
