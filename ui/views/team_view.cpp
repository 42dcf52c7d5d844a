#include <kith/views/team_view.h>

#include <kith/controls/badges.h>
#include <kith/models/text.h>
#include <kith/pages/words.h>
#include <kith/views/side_list.h>
#include <kith/views/team_sheets.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <algorithm>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMargin = 20;
constexpr int kSideWidth = 280;
constexpr int kNarrowSide = 190;
constexpr int kSideShare = 26;  // per cent of the page
constexpr int kMainWidth = 640;
constexpr int kFace = 28;
constexpr int kRightsWidth = 132;

QWidget* column(QVBoxLayout*& layout, int spacing)
{
    auto* whole = new QWidget;
    layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    return whole;
}

}  // namespace

TeamView::TeamView(const Theme* theme, TeamPage& page, PageHost& host, QWidget* parent)
    : PageView(parent), theme_(theme), page_(page), host_(host), stack_(new QStackedWidget(this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(kMargin, kMargin, 0, 0);
    outer->setSpacing(3 * kSpace);
    heading_ = new PageTitle(theme, tr("Team"));
    outer->addWidget(heading_);
    outer->addWidget(stack_, 1);

    alone_ = new EmptyState(theme, Icon::Organisation, tr("Here you will see with whom you share"),
                            tr("Sign in to your team's server. Then this page shows the spaces that you may see, who "
                               "else sees them and what they may do, and lets you change what is yours to decide."));
    alone_->setAction(tr("Sign in to a server"), {}, [this] { host_.runCommand(u"sync.signIn"_s); });
    alone_->setSample(tr("How spaces and roles work"), [this] { host_.runCommand(u"window.guide"_s); });
    stack_->addWidget(alone_);

    auto* whole = new QWidget;
    auto* columns = new QHBoxLayout(whole);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(kMargin);
    columns->addWidget(buildSpaces());
    QVBoxLayout* main = nullptr;
    QWidget* inner = column(main, 6 * kSpace);
    main->setContentsMargins(0, 0, kMargin, kMargin);
    main->addWidget(buildSpace());
    main->addWidget(buildColleagues());
    main->addStretch(1);
    inner->setMaximumWidth(theme->px(kMainWidth));
    columns->addWidget(scrollingColumn(inner), 1);
    stack_->addWidget(whole);

    connect(&page_, &TeamPage::changed, this, &TeamView::refresh);
    connect(&page_, &TeamPage::said, this, [this](const QString& sentence) { host_.say(sentence); });
    connect(&page_, &TeamPage::revoked, this,
            [this](const QString& sentence, const QString& user, sync::Rights before) {
                const Id space = page_.current() == nullptr ? Id{} : page_.current()->id;
                host_.say(sentence, tr("Let back in"), [this, space, user, before] {
                    page_.select(space);
                    page_.grant(user, before);
                });
            });
    connect(&page_, &TeamPage::invited, this, [this](const QString& user, const QString& code, sync::Role role) {
        openCodeSheet(theme_, this, page_.server(), user, code, role);
    });
    refresh();
}

QWidget* TeamView::buildSpaces()
{
    QVBoxLayout* side = nullptr;
    QWidget* whole = column(side, 2 * kSpace);
    side->addWidget(new SectionTitle(theme_, tr("Spaces")));
    spaces_ = new SideList(
        theme_, &page_.spaces(),
        [this](int row) {
            const TeamSpace* space = page_.spaces().at(row);
            return space == nullptr ? SideLine{} : SideLine{{}, space->name, space->detail};
        },
        tr("Spaces"));
    spaces_->setPicker();
    connect(spaces_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (const TeamSpace* space = page_.spaces().at(index.row())) page_.select(space->id);
    });
    side->addWidget(spaces_);
    side->addSpacing(kSpace);
    newSpace_ = new KeyButton(theme_, tr("New space"), QKeySequence(Qt::Key_N));
    connect(newSpace_, &QPushButton::clicked, this, &TeamView::newSpace);
    side->addWidget(newSpace_, 0, Qt::AlignLeft);
    noNewSpace_ = new TextLabel(theme_, tr("Partners see the spaces that are shared with them, and make none."),
                                TextSize::Small, Ink::Muted);
    noNewSpace_->setWordWrap(true);
    side->addWidget(noNewSpace_);
    side->addStretch(1);
    side_ = whole;
    return whole;
}

QWidget* TeamView::buildSpace()
{
    auto* card = new Card(theme_);
    card->column()->setContentsMargins(18, 14, 18, 14);
    card->column()->setSpacing(2 * kSpace);
    name_ = new ElidedLabel(theme_, {}, TextSize::Lead, Ink::Text, Weight::Bold);
    whom_ = new ElidedLabel(theme_, {}, TextSize::Small, Ink::Muted);
    letIn_ = new KeyButton(theme_, tr("Let a colleague in"), QKeySequence(Qt::Key_L));
    rename_ = new KeyButton(theme_, tr("Rename"), QKeySequence(Qt::Key_F2), ButtonKind::Quiet);
    connect(letIn_, &QPushButton::clicked, this, &TeamView::letIn);
    connect(rename_, &QPushButton::clicked, this, &TeamView::rename);
    QVBoxLayout* words = nullptr;
    QWidget* head = column(words, 0);
    words->addWidget(name_);
    words->addWidget(whom_);
    card->column()->addWidget(rowWidget({head, rename_, letIn_}, 0));
    sentence_ = new TextLabel(theme_, {}, TextSize::Body, Ink::Muted);
    sentence_->setWordWrap(true);
    card->column()->addWidget(sentence_);
    problem_ = new TextLabel(theme_, {}, TextSize::Body, Ink::Warning);
    problem_->setWordWrap(true);
    card->column()->addWidget(problem_);
    auto* rows = new QVBoxLayout;
    rows->setSpacing(kSpace);
    members_ = std::make_unique<Rows<TeamMemberLine>>(rows, [this](const auto& first) { return makeMember(first); });
    card->column()->addSpacing(kSpace);
    card->column()->addLayout(rows);
    return card;
}

QWidget* TeamView::buildColleagues()
{
    auto* section = new Section(theme_, tr("Colleagues"));
    colleaguesSentence_ = new TextLabel(theme_, {}, TextSize::Body, Ink::Muted);
    colleaguesSentence_->setWordWrap(true);
    section->body()->addWidget(colleaguesSentence_);
    section->body()->addSpacing(kSpace);
    invite_ = new KeyButton(theme_, tr("Invite a colleague"), QKeySequence(Qt::Key_I));
    connect(invite_, &QPushButton::clicked, this, &TeamView::invite);
    section->body()->addWidget(invite_, 0, Qt::AlignLeft);
    section->body()->addSpacing(kSpace);
    auto* rows = new QVBoxLayout;
    rows->setSpacing(kSpace);
    colleagues_ = std::make_unique<Rows<TeamMemberLine>>(rows, [this](const auto&) { return makeColleague(); });
    section->body()->addLayout(rows);
    return section;
}

Rows<TeamMemberLine>::Row TeamView::makeMember(const TeamMemberLine& first)
{
    auto* face = new Avatar(theme_, first.name, theme_->px(kFace));
    auto* name = new ElidedLabel(theme_, {}, TextSize::Body, Ink::Text, Weight::Medium);
    auto* detail = new ElidedLabel(theme_, {}, TextSize::Small, Ink::Muted);
    auto* rights = new QComboBox;
    rights->setFixedWidth(theme_->px(kRightsWidth));
    for (const sync::Rights one : {sync::Rights::Read, sync::Rights::Write, sync::Rights::Manage})
        rights->addItem(rightsInWords(one), static_cast<int>(one));
    auto* words = new TextLabel(theme_, {}, TextSize::Body, Ink::Muted);
    auto* out = new IconButton(theme_, Icon::Close, tr("Take the space away from %1").arg(first.name));
    connect(rights, &QComboBox::activated, this, [this, rights, user = first.name] {
        page_.grant(user, static_cast<sync::Rights>(rights->currentData().toInt()));
    });
    connect(out, &QPushButton::clicked, this, [this, user = first.name] { page_.grant(user, sync::Rights::None); });
    QVBoxLayout* lines = nullptr;
    QWidget* middle = column(lines, 0);
    lines->addWidget(name);
    lines->addWidget(detail);
    return {rowWidget({face, middle, words, rights, out}, 1, 3 * kSpace),
            [name, detail, rights, words, out](const TeamMemberLine& line) {
                name->setText(line.name);
                detail->setText(line.detail);
                const QSignalBlocker quiet(rights);
                rights->setCurrentIndex(rights->findData(static_cast<int>(line.rights)));
                rights->setAccessibleName(tr("What %1 may do").arg(line.name));
                rights->setVisible(line.changeable);
                out->setVisible(line.changeable);
                words->setText(rightsInWords(line.rights));
                words->setVisible(!line.changeable);
            }};
}

Rows<TeamMemberLine>::Row TeamView::makeColleague()
{
    auto* name = new ElidedLabel(theme_, {}, TextSize::Body, Ink::Text);
    auto* detail = new TextLabel(theme_, {}, TextSize::Small, Ink::Muted);
    return {rowWidget({name, detail}, 0), [name, detail](const TeamMemberLine& line) {
                name->setText(line.name);
                detail->setText(line.detail);
            }};
}

QList<CommandSpec> TeamView::commands()
{
    const auto manages = [this] { return page_.mayManage(); };
    return {{.id = u"team.newSpace"_s,
             .title = tr("Make a space"),
             .shortcut = Qt::Key_N,
             .run = [this] { newSpace(); },
             .enabled = [this] { return page_.mayMakeSpaces(); },
             .icon = iconName(Icon::Add)},
            {.id = u"team.letIn"_s,
             .title = tr("Let a colleague into this space"),
             .shortcut = Qt::Key_L,
             .run = [this] { letIn(); },
             .enabled = manages,
             .icon = iconName(Icon::Person)},
            {.id = u"team.rename"_s,
             .title = tr("Rename this space"),
             .shortcut = Qt::Key_F2,
             .run = [this] { rename(); },
             .enabled = manages,
             .icon = iconName(Icon::Edit)},
            {.id = u"team.invite"_s,
             .title = tr("Invite a colleague"),
             .shortcut = Qt::Key_I,
             .run = [this] { invite(); },
             .enabled = [this] { return page_.administers(); },
             .icon = iconName(Icon::Email)}};
}

void TeamView::activate()
{
    page_.refresh();
    refresh();
    if (!page_.signedIn()) alone_->findChild<QPushButton*>()->setFocus(Qt::OtherFocusReason);
    else spaces_->setFocus(Qt::OtherFocusReason);
}

void TeamView::refresh()
{
    heading_->setDetail(page_.membership());
    stack_->setCurrentIndex(page_.signedIn() ? 1 : 0);
    const TeamSpace* space = page_.current();
    const int row = space == nullptr ? -1 : page_.spaces().rowOf(space->id);
    if (spaces_->currentIndex().row() != row) spaces_->setCurrentIndex(page_.spaces().index(row));
    newSpace_->setVisible(page_.mayMakeSpaces());
    noNewSpace_->setVisible(!page_.mayMakeSpaces());
    name_->setText(space == nullptr ? tr("No space yet") : space->name);
    whom_->setText(
        space == nullptr
            ? QString{}
            : tr("%1 · %2", "kind of space, who sees it").arg(spaceKindInWords(space->kind), whoSees(space->kind)));
    sentence_->setText(space == nullptr
                           ? tr("Nothing is shared with you yet. Ask those who manage a space to let you in.")
                           : page_.sentence());
    problem_->setText(page_.problem());
    problem_->setVisible(!page_.problem().isEmpty());
    letIn_->setVisible(page_.mayManage());
    rename_->setVisible(page_.mayManage());
    members_->set(page_.members());
    colleaguesSentence_->setText(page_.colleaguesSentence());
    invite_->setVisible(page_.administers());
    colleagues_->set(page_.colleagues());
}

void TeamView::newSpace()
{
    if (page_.mayMakeSpaces()) openNewSpaceSheet(theme_, this, page_);
}

void TeamView::rename()
{
    openRenameSpaceSheet(theme_, this, page_);
}

void TeamView::letIn()
{
    openGrantSheet(theme_, this, page_);
}

void TeamView::invite()
{
    openInviteSheet(theme_, this, page_);
}

void TeamView::resizeEvent(QResizeEvent* event)
{
    PageView::resizeEvent(event);
    side_->setFixedWidth(std::clamp(width() * kSideShare / 100, theme_->px(kNarrowSide), theme_->px(kSideWidth)));
}

void TeamView::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    switch (plain ? event->key() : 0) {
    case Qt::Key_N: newSpace(); return;
    case Qt::Key_L: letIn(); return;
    case Qt::Key_F2: rename(); return;
    case Qt::Key_I: invite(); return;
    default: PageView::keyPressEvent(event);
    }
}

}  // namespace kith::ui
