// What can be done on the Network page by key and by menu, and what it remembers.
#include <kith/controls/badges.h>
#include <kith/controls/graph_canvas.h>
#include <kith/models/text.h>
#include <kith/views/network_inspector.h>
#include <kith/views/network_view.h>
#include <kith/views/person_picker.h>
#include <kith/views/row_table.h>

#include <QActionGroup>
#include <QMenu>
#include <QSettings>
#include <QSplitter>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kKeyZoom = 1.25;

/// A menu under a button that lets one of a few be chosen.
template <class Choice>
void openMenu(QWidget* under, const std::vector<std::pair<QString, Choice>>& choices, const Choice* now,
              const std::function<void(const Choice&)>& chosen)
{
    auto* menu = new QMenu(under);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* group = new QActionGroup(menu);
    for (const auto& [text, choice] : choices) {
        QAction* action = menu->addAction(plainAction(text));
        action->setCheckable(now != nullptr);
        action->setChecked(now != nullptr && *now == choice);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, under, [chosen, choice = choice] { chosen(choice); });
    }
    menu->popup(under->mapToGlobal(QPoint(0, under->height())));
}

}  // namespace

QList<CommandSpec> NetworkView::commands()
{
    const auto selected = [this] { return page_.selected() >= 0; };
    const auto move = [this](int by) {
        page_.select(page_.selected() + by);
        front()->setFocus(Qt::ShortcutFocusReason);
    };
    return {
        {.id = u"network.choose"_s,
         .title = tr("Put somebody in the middle"),
         .shortcut = QKeySequence(u"Ctrl+F"_s),
         .run = [this] { picker_->setFocus(Qt::ShortcutFocusReason); },
         .icon = u"search"_s},
        {.id = u"network.area"_s,
         .title = tr("Put a business area in the middle"),
         .shortcut = QKeySequence(u"A"_s),
         .run = [this] { page_.readAreas(); },
         .icon = u"organisation"_s},
        {.id = u"network.centre"_s,
         .title = tr("Put the selected person in the middle"),
         .run = [this] { centreSelected(); },
         .enabled = selected,
         .icon = u"network"_s},
        {.id = u"network.open"_s,
         .title = tr("Open the selected person"),
         .shortcut = QKeySequence(u"O"_s),
         .run = [this] { openSelected(); },
         .enabled = selected,
         .icon = u"person"_s},
        {.id = u"network.list"_s,
         .title = tr("Show the network as a list or as a picture"),
         .shortcut = QKeySequence(u"V"_s),
         .run = [this] { showAs(shown_ == Shown::Picture ? Shown::List : Shown::Picture); },
         .icon = u"people"_s},
        {.id = u"network.heldAlone"_s,
         .title = tr("Show who holds relationships alone"),
         .shortcut = QKeySequence(u"H"_s),
         .run = [this] { showAs(Shown::HeldAlone); },
         .icon = u"warning"_s},
        {.id = u"network.steps"_s,
         .title = tr("One step, two or three"),
         .shortcut = QKeySequence(u"S"_s),
         .run =
             [this] {
                 auto scope = page_.scope();
                 scope.steps = scope.steps % 3 + 1;
                 page_.setScope(scope);
             },
         .inPalette = false},
        {.id = u"network.next"_s,
         .title = tr("Next strongest"),
         .shortcut = QKeySequence(u"J"_s),
         .run = [move] { move(1); },
         .inPalette = false},
        {.id = u"network.previous"_s,
         .title = tr("Next stronger"),
         .shortcut = QKeySequence(u"K"_s),
         .run = [move] { move(-1); },
         .inPalette = false},
        {.id = u"network.nearer"_s,
         .title = tr("Nearer"),
         .shortcut = QKeySequence(u"+"_s),
         .run = [this] { canvas_->zoomBy(kKeyZoom); },
         .inPalette = false},
        {.id = u"network.farther"_s,
         .title = tr("Farther"),
         .shortcut = QKeySequence(u"-"_s),
         .run = [this] { canvas_->zoomBy(1 / kKeyZoom); },
         .inPalette = false},
        {.id = u"network.whole"_s,
         .title = tr("The whole picture"),
         .shortcut = QKeySequence(u"0"_s),
         .run = [this] { canvas_->fit(); },
         .inPalette = false},
        {.id = u"network.preview"_s,
         .title = tr("Go to the inspector"),
         .run = [this] { inspector_->enter(); },
         .enabled = selected,
         .inPalette = false},
    };
}

void NetworkView::chooseSteps()
{
    const int now = page_.scope().steps;
    openMenu<int>(stepsChip_, {{tr("1 step"), 1}, {tr("2 steps"), 2}, {tr("3 steps"), 3}}, &now, [this](int steps) {
        auto scope = page_.scope();
        scope.steps = steps;
        page_.setScope(scope);
    });
}

void NetworkView::chooseMost()
{
    std::vector<std::pair<QString, int>> choices;
    for (const int most : NetworkPage::kMostChoices)
        choices.emplace_back(tr("At most %1 people, the strongest").arg(QLocale().toString(most)), most);
    const int now = page_.scope().most;
    openMenu<int>(mostChip_, choices, &now, [this](int most) {
        auto scope = page_.scope();
        scope.most = most;
        page_.setScope(scope);
    });
}

void NetworkView::chooseSince()
{
    using Since = std::optional<int>;
    std::vector<std::pair<QString, Since>> choices{{tr("Ties of any age"), std::nullopt}};
    for (const int year : page_.years()) choices.emplace_back(tr("Seen since %1").arg(year), year);
    const Since now = page_.scope().sinceYear;
    openMenu<Since>(sinceChip_, choices, &now, [this](const Since& since) {
        auto scope = page_.scope();
        scope.sinceYear = since;
        page_.setScope(scope);
    });
}

void NetworkView::chooseArea(const std::vector<NetworkGroup>& areas)
{
    std::vector<std::pair<QString, Id>> choices;
    for (const auto& area : areas)
        choices.emplace_back(tr("%1 (%2)", "area, people").arg(toQString(area.name), countText(area.people)), area.id);
    if (choices.empty()) return host_.say(tr("Nobody works in a business area yet. Name one on a person's page."));
    openMenu<Id>(area_, choices, &page_.middle().area, [this](const Id& area) { page_.centreArea(area); });
}

void NetworkView::saveState(QSettings& settings) const
{
    const NetworkPage::Scope& scope = page_.scope();
    settings.setValue(u"steps"_s, scope.steps);
    settings.setValue(u"most"_s, scope.most);
    settings.setValue(u"list"_s, page_.asList());
    settings.setValue(u"splitter"_s, splitter_->saveState());
}

void NetworkView::restoreState(const QSettings& settings)
{
    NetworkPage::Scope scope = page_.scope();
    scope.steps = settings.value(u"steps"_s, scope.steps).toInt();
    scope.most = settings.value(u"most"_s, scope.most).toInt();
    page_.setScope(scope);
    if (settings.value(u"list"_s).toBool()) showAs(Shown::List);
    if (settings.contains(u"splitter"_s)) splitter_->restoreState(settings.value(u"splitter"_s).toByteArray());
}

}  // namespace kith::ui
