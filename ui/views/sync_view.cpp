#include <kith/views/sync_view.h>

#include <kith/controls/badges.h>
#include <kith/models/text.h>
#include <kith/views/compare_sheet.h>
#include <kith/views/conflict_delegate.h>
#include <kith/views/side_list.h>
#include <kith/views/sign_in_sheet.h>
#include <kith/views/today_list_view.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMargin = 20;
constexpr int kSideWidth = 300;
constexpr int kMainWidth = 960;

}  // namespace

Ink inkOf(SyncHeadline headline)
{
    switch (headline) {
    case SyncHeadline::UpToDate: return Ink::Good;
    case SyncHeadline::OnlyHere: return Ink::Faint;
    case SyncHeadline::FirstSync:
    case SyncHeadline::Syncing:
    case SyncHeadline::Waiting: return Ink::Accent;
    case SyncHeadline::Offline:
    case SyncHeadline::Conflicts:
    case SyncHeadline::Rejected:
    case SyncHeadline::ClockOff:
    case SyncHeadline::Deciding:
    case SyncHeadline::TooOld: return Ink::Warning;
    case SyncHeadline::SignInNeeded:
    case SyncHeadline::Troubled: return Ink::Danger;
    }
    return Ink::Muted;
}

SyncView::SyncView(const Theme* theme, SyncPage& page, SignInPage& signIn, PageHost& host, QWidget* parent)
    : PageView(parent), theme_(theme), page_(page), signIn_(signIn), host_(host), stack_(new QStackedWidget(this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(kMargin, kMargin, kMargin, 0);
    outer->setSpacing(3 * kSpace);
    heading_ = new PageTitle(theme, tr("Sync"));
    outer->addWidget(heading_);
    outer->addWidget(stack_, 1);

    alone_ = new EmptyState(theme, Icon::Globe, tr("Only on this machine"),
                            tr("Sign in to your team's server, and you and your colleagues see the same people and "
                               "conversations. It goes on working without a network: what you do meanwhile is sent "
                               "later."));
    alone_->setAction(tr("Sign in to a server"), {}, [this] { this->signIn(); });
    alone_->setSample(tr("How working with colleagues goes"), [this] { host_.runCommand(u"window.guide"_s); });
    stack_->addWidget(alone_);

    auto* whole = new QWidget;
    auto* columns = new QHBoxLayout(whole);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(kMargin);
    auto* main = new QWidget;
    main->setMaximumWidth(theme->px(kMainWidth));
    auto* mainColumn = new QVBoxLayout(main);
    mainColumn->setContentsMargins(0, 0, 0, kMargin);
    mainColumn->setSpacing(2 * kSpace);
    buildState(mainColumn);
    buildConflicts(mainColumn);
    buildRejected(mainColumn);
    mainColumn->addStretch();
    columns->addWidget(main, 1);
    auto* side = new QWidget;
    side->setFixedWidth(theme->px(kSideWidth));
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, kMargin);
    sideColumn->setSpacing(6 * kSpace);
    buildSide(sideColumn);
    columns->addWidget(side);
    columns->addStretch();
    stack_->addWidget(whole);

    connect(&page_, &SyncPage::changed, this, &SyncView::refresh);
    connect(&page_, &SyncPage::devicesChanged, this, &SyncView::refreshDevices);
    connect(&page_, &SyncPage::said, this, [this](const QString& sentence) { host_.say(sentence); });
    connect(&page_, &SyncPage::settled, this, [this](const QString& sentence) {
        host_.say(sentence, tr("Undo"), [this] { host_.runCommand(u"window.undo"_s); });
    });
    connect(&signIn_, &SignInPage::signedIn, this, [this](const QString& sentence) { host_.say(sentence); });
    refresh();
    refreshDevices();
}

void SyncView::buildState(QVBoxLayout* column)
{
    auto* card = new Card(theme_);
    card->column()->setContentsMargins(18, 14, 18, 14);
    card->column()->setSpacing(kSpace);
    words_ = new TextLabel(theme_, {}, TextSize::Lead, Ink::Text, Weight::Bold);
    sentence_ = new TextLabel(theme_, {}, TextSize::Body, Ink::Muted);
    sentence_->setWordWrap(true);
    card->column()->addWidget(words_);
    card->column()->addWidget(sentence_);
    card->column()->addSpacing(2 * kSpace);
    again_ = new KeyButton(theme_, tr("Sign in again"), {}, ButtonKind::Primary);
    allow_ = new KeyButton(theme_, tr("Allow the removal this once"), {}, ButtonKind::Danger);
    now_ = new KeyButton(theme_, tr("Sync now"), QKeySequence(Qt::Key_F5));
    signOut_ = new KeyButton(theme_, tr("Sign out"), {}, ButtonKind::Quiet);
    connect(again_, &QPushButton::clicked, this, &SyncView::signIn);
    connect(allow_, &QPushButton::clicked, &page_, &SyncPage::allowRemovals);
    connect(now_, &QPushButton::clicked, &page_, &SyncPage::syncNow);
    connect(signOut_, &QPushButton::clicked, &page_, &SyncPage::signOut);
    card->column()->addWidget(rowWidget({again_, allow_, now_, signOut_, new QWidget}, 4));
    column->addWidget(card);
    column->addSpacing(3 * kSpace);
}

void SyncView::buildConflicts(QVBoxLayout* column)
{
    column->addWidget(new SectionTitle(theme_, tr("Conflicts")));
    noConflicts_ = new TextLabel(theme_,
                                 tr("None. When you and a colleague change the same thing at the same time, the later "
                                    "value stands, and the other one waits here; one key brings it back."),
                                 TextSize::Body, Ink::Muted);
    noConflicts_->setWordWrap(true);
    column->addWidget(noConflicts_);
    conflicts_ = new TodayListView(theme_);
    conflicts_->setAccessibleName(tr("Conflicts"));
    delegate_ = new ConflictDelegate(page_.conflicts(), theme_, this);
    conflicts_->setItemDelegate(delegate_);
    conflicts_->setModel(&page_.conflicts());
    QWidget* actions = buildActions();
    conflicts_->setActionsAtTop();
    conflicts_->setActions(actions, delegate_->padding());
    delegate_->setReserved(actions->sizeHint().width() + 2 * kSpace);
    connect(conflicts_, &TodayListView::opened, this, &SyncView::compare);
    column->addWidget(conflicts_);
}

QWidget* SyncView::buildActions()
{
    auto* bar = new QWidget(conflicts_);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    auto* take = new KeyButton(theme_, tr("Take the other"), QKeySequence(Qt::Key_T), ButtonKind::Normal, bar);
    auto* keep = new KeyButton(theme_, tr("Keep"), QKeySequence(Qt::Key_D), ButtonKind::Normal, bar);
    connect(take, &QPushButton::clicked, this, &SyncView::take);
    connect(keep, &QPushButton::clicked, this, &SyncView::keep);
    // In the order of the values: what stands is on the leading side.
    row->addWidget(keep);
    row->addWidget(take);
    return bar;
}

void SyncView::buildRejected(QVBoxLayout* column)
{
    rejectedPart_ = new QWidget;
    auto* part = new QVBoxLayout(rejectedPart_);
    part->setContentsMargins(0, 3 * kSpace, 0, 0);
    part->setSpacing(2 * kSpace);
    part->addWidget(new SectionTitle(theme_, tr("Not taken by the server")));
    rejected_ = new SideList(
        theme_, &page_.rejected(),
        [this](int row) {
            const RejectedLine* line = page_.rejected().at(row);
            return line == nullptr
                ? SideLine{}
                : SideLine{{}, line->what, tr("%1 · %2", "reason, when").arg(line->reason, line->at)};
        },
        tr("Not taken by the server"));
    connect(rejected_, &SideList::opened, this, &SyncView::showRejected);
    part->addWidget(rejected_);
    column->addWidget(rejectedPart_);
}

void SyncView::buildSide(QVBoxLayout* column)
{
    auto* waiting = new Section(theme_, tr("Waiting to be sent"));
    waiting_ = new TextLabel(theme_, {}, TextSize::Body, Ink::Muted);
    waiting_->setWordWrap(true);
    waiting->body()->addWidget(waiting_);
    column->addWidget(waiting);

    auto* devices = new Section(theme_, tr("Devices"));
    auto* list = new QWidget;
    auto* rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(3 * kSpace);
    devices_ = std::make_unique<Rows<DeviceLine>>(rows, [this](const DeviceLine& first) {
        auto* name = new ElidedLabel(theme_, {}, TextSize::Body, Ink::Text, Weight::Medium);
        auto* note = new TextLabel(theme_, {}, TextSize::Small, Ink::Accent);
        auto* detail = new TextLabel(theme_, {}, TextSize::Small, Ink::Muted);
        detail->setWordWrap(true);
        auto* revoke = new QPushButton(tr("Revoke"));
        setButtonKind(revoke, ButtonKind::Link);
        connect(revoke, &QPushButton::clicked, this, [this, id = first.id] { page_.revoke(id); });
        auto* whole = new QWidget;
        auto* row = new QVBoxLayout(whole);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(0);
        QWidget* head = rowWidget({name, note, revoke}, 0);
        head->setFixedHeight(theme_->px(24));
        row->addWidget(head);
        row->addWidget(detail);
        return Rows<DeviceLine>::Row{whole, [name, note, detail, revoke](const DeviceLine& line) {
                                         name->setText(line.name);
                                         note->setText(line.note);
                                         note->setVisible(!line.note.isEmpty());
                                         detail->setText(line.detail);
                                         revoke->setVisible(line.revocable);
                                         revoke->setAccessibleName(tr("Revoke %1").arg(line.name));
                                     }};
    });
    devices->body()->addWidget(list);
    devices->body()->addSpacing(2 * kSpace);
    devicesHint_ = new TextLabel(theme_, {}, TextSize::Small, Ink::Muted);
    devicesHint_->setWordWrap(true);
    devices->body()->addWidget(devicesHint_);
    column->addWidget(devices);
    column->addStretch();
}

QList<CommandSpec> SyncView::commands()
{
    const auto onLine = [this] { return current() != nullptr; };
    return {{.id = u"sync.take"_s,
             .title = tr("Take the other value"),
             .shortcut = Qt::Key_T,
             .run = [this] { take(); },
             .enabled = onLine,
             .icon = iconName(Icon::Undo)},
            {.id = u"sync.keep"_s,
             .title = tr("Keep what stands"),
             .shortcut = Qt::Key_D,
             .run = [this] { keep(); },
             .enabled = onLine,
             .icon = iconName(Icon::Check)},
            {.id = u"sync.compare"_s,
             .title = tr("Compare both values in full"),
             .shortcut = Qt::Key_C,
             .run = [this] { compare(); },
             .enabled = onLine,
             .icon = iconName(Icon::Search)},
            {.id = u"sync.dismiss"_s,
             .title = tr("Dismiss what the server did not take"),
             .shortcut = Qt::Key_Delete,
             .run = [this] { dismissCurrent(); },
             .enabled = [this] { return page_.rejected().count() > 0; },
             .icon = iconName(Icon::Remove)}};
}

void SyncView::activate()
{
    page_.refresh();
    refresh();
    if (!page_.signedIn()) alone_->findChild<QPushButton*>()->setFocus(Qt::OtherFocusReason);
    else if (page_.conflicts().count() > 0) conflicts_->setFocus(Qt::OtherFocusReason);
    else if (page_.rejected().count() > 0) rejected_->setFocus(Qt::OtherFocusReason);
    else (again_->isHidden() ? now_ : again_)->setFocus(Qt::OtherFocusReason);
}

QString SyncView::personInHand() const
{
    const ConflictLine* line = current();
    return line == nullptr || line->person.isNil() ? QString{} : toQString(line->person.toString());
}

void SyncView::refresh()
{
    const SyncHeadline headline = page_.headline();
    heading_->setDetail(page_.membership());
    stack_->setCurrentIndex(page_.signedIn() ? 1 : 0);
    words_->setText(page_.words());
    words_->setInk(headline == SyncHeadline::UpToDate ? Ink::Text : inkOf(headline));
    sentence_->setText(page_.sentence());
    again_->setVisible(headline == SyncHeadline::SignInNeeded);
    allow_->setVisible(headline == SyncHeadline::Deciding);
    now_->setVisible(headline != SyncHeadline::SignInNeeded && headline != SyncHeadline::TooOld);

    const bool any = page_.conflicts().count() > 0;
    noConflicts_->setVisible(!any);
    const bool hadFocus = conflicts_->hasFocus();
    const bool arrives = any && conflicts_->isHidden() && (now_->hasFocus() || hasFocus());
    // First: the focus of what is hidden goes to the next in line, which is no place for it.
    if (hadFocus && !any) (again_->isHidden() ? now_ : again_)->setFocus(Qt::OtherFocusReason);
    conflicts_->setVisible(any);
    conflicts_->updateGeometry();
    if (any && !conflicts_->currentIndex().isValid()) conflicts_->setCurrentIndex(page_.conflicts().index(0));
    conflicts_->placeActions();
    if (arrives) conflicts_->setFocus(Qt::OtherFocusReason);
    rejectedPart_->setVisible(page_.rejected().count() > 0);
    waiting_->setText(page_.waiting().isEmpty() ? tr("Nothing waits: the server has everything you did here.")
                                                : page_.waiting());
    const auto open = static_cast<qint64>(page_.conflicts().count() + page_.rejected().count());
    Q_EMIT countChanged(open > 0 ? open : -1);
}

void SyncView::refreshDevices()
{
    devices_->set(page_.devices());
    devicesHint_->setText(!page_.devicesProblem().isEmpty() ? page_.devicesProblem()
                                                            : tr("Revoke a device that was lost: it can no longer "
                                                                 "sync, and its sign-in ends."));
}

const ConflictLine* SyncView::current() const
{
    return conflicts_->isVisible() ? page_.conflicts().at(conflicts_->currentIndex().row()) : nullptr;
}

void SyncView::take()
{
    if (const ConflictLine* line = current()) page_.take(line->id);
}

void SyncView::keep()
{
    if (const ConflictLine* line = current()) page_.keep(line->id);
}

void SyncView::compare()
{
    const ConflictLine* line = current();
    if (line == nullptr) return;
    openCompareSheet(
        theme_, this, *line,
        {.take = [this, id = line->id] { page_.take(id); },
         .keep = [this, id = line->id] { page_.keep(id); },
         .open = [this, person = line->person] { host_.openPage(u"person"_s, toQString(person.toString())); }});
}

void SyncView::showRejected(int row)
{
    const RejectedLine* line = page_.rejected().at(row);
    if (line == nullptr) return;
    openRejectedSheet(theme_, this, *line, [this, seq = line->seq] { page_.dismiss(seq); });
}

void SyncView::dismissCurrent()
{
    // It cannot be taken back, so it only acts on the line that somebody is on.
    const RejectedLine* line = rejected_->hasFocus() ? page_.rejected().at(rejected_->currentIndex().row()) : nullptr;
    if (line != nullptr) page_.dismiss(line->seq);
}

void SyncView::signIn()
{
    openSignInSheet(theme_, this, signIn_);
}

void SyncView::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    switch (plain ? event->key() : 0) {
    case Qt::Key_T: take(); return;
    case Qt::Key_D: keep(); return;
    case Qt::Key_C: compare(); return;
    case Qt::Key_Delete: dismissCurrent(); return;
    case Qt::Key_F5: page_.syncNow(); return;
    default: PageView::keyPressEvent(event);
    }
}

}  // namespace kith::ui
