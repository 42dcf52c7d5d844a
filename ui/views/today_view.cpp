#include <kith/views/today_view.h>

#include <kith/controls/badges.h>
#include <kith/controls/labels.h>
#include <kith/controls/sheet.h>
#include <kith/controls/surfaces.h>
#include <kith/models/text.h>
#include <kith/pages/words.h>
#include <kith/views/hand_over_panel.h>
#include <kith/views/side_list.h>
#include <kith/views/snooze_panel.h>
#include <kith/views/today_delegate.h>
#include <kith/views/today_list_view.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;
using std::chrono::minutes;

namespace {

constexpr int kMargin = 20;
constexpr int kSideWidth = 300;
constexpr int kMainWidth = 960;
constexpr int kSheetWidth = 420;

}  // namespace

TodayView::TodayView(TodayPage& page, const Theme* theme, PageHost& host, QWidget* parent)
    : PageView(parent), page_(page), theme_(theme), host_(host)
{
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(kMargin, 0, kMargin, 0);
    columns->setSpacing(kMargin);

    auto* main = new QWidget(this);
    main->setMaximumWidth(theme->px(kMainWidth));
    auto* mainColumn = new QVBoxLayout(main);
    mainColumn->setContentsMargins(0, kMargin, 0, kMargin);
    mainColumn->setSpacing(12);
    buildMain(mainColumn);
    columns->addWidget(main, 1);

    auto* side = new QWidget(this);
    side->setFixedWidth(theme->px(kSideWidth));
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, kMargin + 8, 0, kMargin);
    sideColumn->setSpacing(6);
    buildSide(sideColumn);
    columns->addWidget(side);
    columns->addStretch();

    connect(&page_, &TodayPage::changed, this, &TodayView::refresh);
    connect(&page_, &TodayPage::failed, this, [this](const QString& sentence) { host_.say(sentence); });
    connect(&page_, &TodayPage::said, this, [this](const QString& sentence, qint64 command) {
        if (command == 0) host_.say(sentence);
        else host_.say(sentence, tr("Undo"), [this, command] { page_.undo(command); });
    });
    connect(&clock_, &QTimer::timeout, &page_, &TodayPage::tick);
    clock_.start(minutes{1});
    refresh();
}

void TodayView::buildMain(QVBoxLayout* column)
{
    heading_ = new PageTitle(theme_, {}, {}, this);
    column->addWidget(heading_);

    delegate_ = new TodayDelegate(page_.due(), theme_, this);
    list_ = new TodayListView(theme_, this);
    list_->setItemDelegate(delegate_);
    list_->setModel(&page_.due());
    QWidget* actions = buildActions();
    list_->setActions(actions, delegate_->padding());
    delegate_->setReserved(actions->sizeHint().width() + 2 * kSpace);
    connect(list_, &TodayListView::opened, this, [this] {
        if (const TodayItem* item = current()) openPerson(item->person);
    });
    column->addWidget(list_);

    beyond_ = new TextLabel(theme_, {}, TextSize::Small, Ink::Muted, Weight::Regular, this);
    column->addWidget(beyond_);

    emptyPlace_ = new QWidget(this);
    auto* place = new QVBoxLayout(emptyPlace_);
    place->setContentsMargins(0, 0, 0, 0);
    column->addWidget(emptyPlace_, 1);
    column->addStretch();
}

QWidget* TodayView::buildActions()
{
    auto* bar = new QWidget(list_);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    const auto add = [&](const QString& text, Qt::Key key, void (TodayView::*run)()) {
        auto* button = new KeyButton(theme_, text, QKeySequence(key), ButtonKind::Normal, bar);
        connect(button, &QPushButton::clicked, this, run);
        row->addWidget(button);
    };
    add(tr("Log"), Qt::Key_L, &TodayView::log);
    add(tr("Snooze"), Qt::Key_S, &TodayView::snooze);
    add(tr("Done"), Qt::Key_D, &TodayView::finish);
    add(tr("Hand over"), Qt::Key_H, &TodayView::handOver);
    return bar;
}

void TodayView::buildSide(QVBoxLayout* column)
{
    const auto add = [&](Side& side, const QString& title, QAbstractItemModel* model, SideList::LineOf lineOf,
                         const QString& hint) {
        side.title = new SectionTitle(theme_, title, this);
        side.list = new SideList(theme_, model, std::move(lineOf), title, this);
        side.hint = new TextLabel(theme_, hint, TextSize::Small, Ink::Muted, Weight::Regular, this);
        side.hint->setWordWrap(true);
        column->addWidget(side.title);
        column->addWidget(side.list);
        column->addWidget(side.hint);
        column->addSpacing(14);
    };
    add(
        comingUp_, tr("Coming up"), &page_.comingUp(),
        [this](int row) {
            const TodayItem* item = page_.comingUp().at(row);
            return item == nullptr
                ? SideLine{}
                : SideLine{item->day, tr("%1: %2", "name, reason").arg(isolated(item->name), item->reason), {}};
        },
        tr("Nothing in the next two weeks."));
    add(
        promises_, tr("Promised"), &page_.promises(),
        [this](int row) {
            const TodayItem* item = page_.promises().at(row);
            return item == nullptr
                ? SideLine{}
                : SideLine{{}, item->reason, tr("%1 · %2", "name, when").arg(isolated(item->name), item->due)};
        },
        tr("What you promise when you log a conversation waits here until its day."));
    add(
        myPeople_, tr("My people"), &page_.myPeople(),
        [this](int row) {
            const MyPerson* person = page_.myPeople().at(row);
            return person == nullptr ? SideLine{} : SideLine{{}, person->name, person->spoken};
        },
        tr("The people you have spoken with. Log a conversation to see somebody here."));
    column->addStretch();

    const auto openFrom = [this](const TodayList& list) {
        return [this, &list](int row) {
            if (const TodayItem* item = list.at(row)) openPerson(item->person);
        };
    };
    connect(comingUp_.list, &SideList::opened, this, openFrom(page_.comingUp()));
    connect(promises_.list, &SideList::opened, this, openFrom(page_.promises()));
    connect(myPeople_.list, &SideList::opened, this, [this](int row) {
        if (const MyPerson* person = page_.myPeople().at(row)) openPerson(person->person);
    });
}

QString TodayView::title() const
{
    return page_.heading();
}

QString TodayView::helpTopic() const
{
    return u"today"_s;
}

QList<CommandSpec> TodayView::commands()
{
    const auto onLine = [this] { return current() != nullptr; };
    const auto command = [&](const QString& id, const QString& text, const QKeySequence& keys, void (TodayView::*run)(),
                             const QString& icon) {
        return CommandSpec{.id = id,
                           .title = text,
                           .shortcut = keys,
                           .run = [this, run] { (this->*run)(); },
                           .enabled = onLine,
                           .icon = icon};
    };
    return {
        command(u"today.log"_s, tr("Log a conversation with this person"), Qt::Key_L, &TodayView::log,
                iconName(Icon::Message)),
        command(u"today.snooze"_s, tr("Snooze this reminder"), Qt::Key_S, &TodayView::snooze, iconName(Icon::Clock)),
        command(u"today.done"_s, tr("Mark this reminder as done"), Qt::Key_D, &TodayView::finish,
                iconName(Icon::Check)),
        command(u"today.handOver"_s, tr("Hand this reminder over"), Qt::Key_H, &TodayView::handOver,
                iconName(Icon::HandOver))};
}

void TodayView::activate()
{
    page_.tick();
    selectSomething();
    takeFocus();
}

void TodayView::takeFocus()
{
    if (page_.due().count() > 0) list_->setFocus(Qt::OtherFocusReason);
    else if (empty_ != nullptr) empty_->findChild<QPushButton*>()->setFocus(Qt::OtherFocusReason);
    else setFocus(Qt::OtherFocusReason);  // until the first answer has come
}

void TodayView::selectSomething()
{
    if (page_.due().count() > 0 && !list_->currentIndex().isValid()) list_->setCurrentIndex(page_.due().index(0));
}

void TodayView::refresh()
{
    heading_->setTitle(page_.heading());
    heading_->setDetail(page_.subheading());
    beyond_->setText(page_.beyond());
    beyond_->setVisible(!page_.beyond().isEmpty());
    list_->setAccessibleName(page_.heading());
    list_->setVisible(page_.due().count() > 0);
    list_->updateGeometry();

    const bool manager = page_.managerView();
    const auto show = [](Side& side, bool wanted) {
        const bool filled = side.list->model()->rowCount() > 0;
        side.title->setVisible(wanted);
        side.list->setVisible(wanted && filled);
        side.hint->setVisible(wanted && !filled);
    };
    show(comingUp_, !manager);
    show(promises_, !manager);
    show(myPeople_, manager);
    refreshEmpty();
    selectSomething();
    list_->placeActions();
    if (hasFocus()) takeFocus();
    Q_EMIT countChanged(page_.dueCount());
    Q_EMIT titleChanged();
}

void TodayView::refreshEmpty()
{
    const TodayPage::Empty empty = page_.empty();
    emptyPlace_->setVisible(empty != TodayPage::Empty::No);
    if (empty == TodayPage::Empty::No || (empty_ != nullptr && empty == shownEmpty_)) return;
    delete empty_;
    shownEmpty_ = empty;
    empty_ = new EmptyState(theme_, Icon::Today, page_.emptyTitle(), page_.emptyText(), emptyPlace_);
    empty_->setAction(tr("Log a conversation"), QKeySequence(Qt::CTRL | Qt::Key_L),
                      [this] { host_.logConversation(); });
    if (empty == TodayPage::Empty::NoPeople)
        empty_->setSample(tr("Import people"), [this] { host_.openPage(u"import"_s); });
    emptyPlace_->layout()->addWidget(empty_);
}

const TodayItem* TodayView::current() const
{
    return list_->isVisible() ? page_.due().at(list_->currentIndex().row()) : nullptr;
}

void TodayView::openPerson(const Id& person)
{
    host_.openPage(u"person"_s, toQString(person.toString()));
}

void TodayView::log()
{
    if (const TodayItem* item = current()) host_.logConversation(toQString(item->person.toString()));
}

void TodayView::finish()
{
    if (const TodayItem* item = current()) page_.finish(item->reminder);
}

void TodayView::snooze()
{
    const TodayItem* item = current();
    if (item == nullptr) return;
    openSnoozeSheet(theme_, this, {.name = item->name, .reason = item->reason, .today = page_.today()},
                    [this, reminder = item->reminder](Date until, const QString& reason) {
                        page_.snooze(reminder, until, reason);
                    });
}

void TodayView::handOver()
{
    const TodayItem* item = current();
    if (item == nullptr) return;
    auto* panel = new HandOverPanel(page_, *item, theme_);
    auto* sheet = new Sheet(theme_, this, panel, kSheetWidth);
    connect(panel, &HandOverPanel::chosen, sheet, [this, sheet, reminder = item->reminder](const Id& colleague) {
        sheet->dismiss();
        page_.handOver(reminder, colleague);
    });
    sheet->open(panel->firstField());
}

void TodayView::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    switch (plain ? event->key() : 0) {
    case Qt::Key_L: log(); return;
    case Qt::Key_S: snooze(); return;
    case Qt::Key_D: finish(); return;
    case Qt::Key_H: handOver(); return;
    default: PageView::keyPressEvent(event);
    }
}

}  // namespace kith::ui
