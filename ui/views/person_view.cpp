#include <kith/views/person_view.h>

#include <kith/controls/badges.h>
#include <kith/controls/inline_edit.h>
#include <kith/controls/surfaces.h>
#include <kith/controls/timeline.h>
#include <kith/models/text.h>
#include <kith/views/erase_sheet.h>
#include <kith/views/form_sheet.h>
#include <kith/views/merge_sheet.h>
#include <kith/views/person_around.h>
#include <kith/views/person_contacts.h>
#include <kith/views/person_facts.h>
#include <kith/views/person_inspector.h>
#include <kith/views/person_memberships.h>
#include <kith/views/person_merged.h>
#include <kith/views/person_privacy.h>
#include <kith/views/person_reminders.h>
#include <kith/views/person_skills.h>
#include <kith/views/person_ties.h>
#include <kith/views/person_warmth.h>
#include <kith/views/person_ways.h>
#include <kith/views/remind_sheet.h>

#include <QHBoxLayout>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kNarrowSide = 312;
constexpr int kWideSide = 400;
constexpr int kSideShare = 22;  // per cent of the page
constexpr std::size_t kAll = 100000;

/// A column of sections that scrolls by itself.
QScrollArea* scrolling(const QList<QWidget*>& parts)
{
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(5 * kSpace, 4 * kSpace, 3 * kSpace, 5 * kSpace);
    column->setSpacing(6 * kSpace);
    for (QWidget* part : parts) column->addWidget(part);
    column->addStretch(1);
    return scrollingColumn(inner);
}

}  // namespace

PersonView::PersonView(const Theme* theme, PersonPage& page, PageHost& host, ErasePage* erase, WaysPage* ways,
                       NetworkPage* around, QWidget* parent)
    : PageView(parent),
      theme_(theme),
      page_(page),
      host_(host),
      erase_(erase),
      ways_(ways),
      around_(around),
      stack_(new QStackedWidget(this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(stack_);

    auto* gone = new EmptyState(theme, Icon::Person, tr("This person is not here"),
                                tr("They may have been removed. Undo brings them back."));
    gone->setAction(tr("Show everybody"), {}, [this] { host_.openPage(u"people"_s); });
    stack_->addWidget(gone);

    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(new HairLine(theme));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(makeFacts());
    columns->addWidget(new HairLine(theme, nullptr, Qt::Vertical));
    columns->addWidget(makeMiddle(), 1);
    columns->addWidget(new HairLine(theme, nullptr, Qt::Vertical));
    columns->addWidget(makeRight());
    column->addLayout(columns, 1);
    stack_->addWidget(whole);

    connect(&page_, &PersonPage::changed, this, &PersonView::refresh);
    connect(&page_, &PersonPage::vanished, this, [this](const QString& sentence) {
        if (!isVisible()) return;
        // What is being typed about them goes with them.
        if (Sheet* sheet = Sheet::current(this)) sheet->dismiss();
        host_.goBack();
        host_.say(sentence);
    });
    connect(&page_, &PersonPage::problem, this, [this](const QString& sentence) { host_.say(sentence); });
    connect(&page_, &PersonPage::saved, this, [this](const QString& sentence) {
        host_.say(sentence, tr("Undo"), [this] { host_.runCommand(u"window.undo"_s); });
    });
    if (erase_ != nullptr)
        connect(erase_, &ErasePage::erased, this, [this](const QString& sentence) {
            if (isVisible()) host_.goBack();
            host_.say(sentence);
        });
    refresh();
}

QWidget* PersonView::makeHead()
{
    face_ = new Avatar(theme_, {}, theme_->px(60));
    name_ = new ElidedLabel(theme_, {}, TextSize::Title, Ink::Text, Weight::Bold);
    line_ = new TextLabel(theme_, {}, TextSize::Body, Ink::Muted);
    line_->setWordWrap(true);
    approachWords_ = new TextLabel(theme_, {}, TextSize::Body, Ink::Danger, Weight::Bold);
    approachWords_->setWordWrap(true);
    merged_ = new MergedRows(theme_, page_);
    facets_ = new FacetsRow(theme_, page_);
    auto* words = new QWidget;
    auto* column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(name_);
    column->addWidget(line_);
    column->addWidget(approachWords_);
    column->addWidget(merged_);
    column->addSpacing(kSpace);
    column->addWidget(facets_);

    auto* log = new KeyButton(theme_, tr("Log"), QKeySequence(u"Ctrl+L"_s));
    auto* remind = new KeyButton(theme_, tr("Remind"), QKeySequence(u"Ctrl+R"_s));
    connect(log, &QPushButton::clicked, this, &PersonView::log);
    connect(remind, &QPushButton::clicked, this, [this] { openRemindSheet(theme_, this, page_); });
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(5 * kSpace, 5 * kSpace, 5 * kSpace, 4 * kSpace);
    row->setSpacing(4 * kSpace);
    row->addWidget(face_, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    auto* actions = new QHBoxLayout;
    actions->addWidget(remind, 0, Qt::AlignVCenter);
    actions->addWidget(log, 0, Qt::AlignVCenter);
    auto* more = new IconButton(theme_, Icon::More, tr("More for this person"));
    connect(more, &QPushButton::clicked, this, [this, more] { openMenu(more); });
    actions->addWidget(more, 0, Qt::AlignVCenter);
    row->addLayout(actions);
    row->setAlignment(actions, Qt::AlignTop);
    return head;
}

QWidget* PersonView::makeFacts()
{
    facts_ = new FactsSection(theme_, page_);
    affiliation_ = new AffiliationSection(theme_, page_);
    contacts_ = new ContactsSection(theme_, page_);
    approach_ = new ApproachSection(theme_, page_);
    pay_ = new PaySection(theme_, page_);
    left_ = scrolling({affiliation_, contacts_, facts_, approach_, pay_});
    return left_;
}

QWidget* PersonView::makeMiddle()
{
    auto* middle = new QWidget;
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(6 * kSpace, 4 * kSpace, 2 * kSpace, 0);
    column->setSpacing(3 * kSpace);
    timelineCount_ = new TextLabel(theme_, {}, TextSize::Small, Ink::Muted);
    column->addWidget(rowWidget({new SectionTitle(theme_, tr("Timeline")), timelineCount_}, 1));
    timeline_ = new Timeline(theme_);
    timeline_->setAccessibleName(tr("Timeline"));
    connect(timeline_, &Timeline::entryOpened, this, &PersonView::editEntry);
    nothingYet_ = new TextLabel(
        theme_, tr("No conversation has been written down yet. Ctrl+L logs one, and it stands here, newest first."),
        TextSize::Body, Ink::Muted);
    nothingYet_->setWordWrap(true);
    nothingYet_->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    nothingYet_->setContentsMargins(0, 0, 4 * kSpace, 0);
    column->addWidget(nothingYet_, 1);
    column->addWidget(timeline_, 1);
    return middle;
}

QWidget* PersonView::makeRight()
{
    warmth_ = new WarmthSection(theme_);
    colleagues_ = new ColleaguesSection(theme_, 3);
    reminders_ = new RemindersSection(theme_, page_);
    ties_ = new TiesSection(theme_, page_);
    skills_ = new SkillsSection(theme_, page_);
    tags_ = new TagsSection(theme_, page_);
    const auto openPerson = [this](const Id& person) { host_.openPage(u"person"_s, toQString(person.toString())); };
    connect(ties_, &TiesSection::personAsked, this, openPerson);
    memberships_ = new MembershipsSection(theme_);
    QList<QWidget*> parts{warmth_, colleagues_, reminders_, memberships_, ties_, skills_, tags_};
    if (ways_ != nullptr) {
        auto* ways = new WaysSection(theme_, *ways_);
        connect(ways, &WaysSection::personAsked, this, openPerson);
        parts.insert(2, ways);
    }
    if (around_ != nullptr) {
        auto* around = new AroundSection(theme_, *around_);
        connect(around, &AroundSection::networkAsked, this, &PersonView::showInNetwork);
        parts.insert(parts.indexOf(ties_), around);
    }
    right_ = scrolling(parts);
    return right_;
}

void PersonView::resizeEvent(QResizeEvent* event)
{
    PageView::resizeEvent(event);
    const int side = std::clamp(width() * kSideShare / 100, theme_->px(kNarrowSide), theme_->px(kWideSide));
    left_->setFixedWidth(side);
    right_->setFixedWidth(side);
}

QString PersonView::personInHand() const
{
    return page_.lines() ? toQString(page_.lines()->id.toString()) : QString{};
}

QString PersonView::title() const
{
    return page_.lines() ? page_.lines()->name : tr("Person");
}

QList<CommandSpec> PersonView::commands()
{
    const auto there = [this] { return page_.lines().has_value(); };
    return {
        {.id = u"person.log"_s,
         .title = tr("Log a conversation with this person"),
         .run = [this] { log(); },
         .enabled = there,
         .icon = u"message"_s},
        {.id = u"person.remind"_s,
         .title = tr("Set a reminder for this person"),
         .shortcut = QKeySequence(u"Ctrl+R"_s),
         .run = [this] { openRemindSheet(theme_, this, page_); },
         .enabled = there,
         .icon = u"bell"_s},
        {.id = u"person.network"_s,
         .title = tr("Show in the network"),
         .run = [this] { showInNetwork(); },
         .enabled = [this] { return around_ != nullptr && page_.lines(); },
         .icon = u"network"_s},
        {.id = u"person.merge"_s,
         .title = tr("Merge with another person…"),
         .run = [this] { openMergeSheet(theme_, this, page_); },
         .enabled = there,
         .icon = u"person"_s},
        {.id = u"person.edit"_s,
         .title = tr("Edit the facts"),
         .shortcut = QKeySequence(u"F2"_s),
         .run = [this] { affiliation_->findChild<InlineEdit*>()->beginEdit(); },
         .enabled = there,
         .icon = u"edit"_s},
        {.id = u"person.remove"_s,
         .title = tr("Remove this person"),
         .run = [this] { page_.removePerson(); },
         .enabled = there,
         .icon = u"remove"_s},
        {.id = u"person.erase"_s,
         .title = tr("Erase this person for good…"),
         .run = [this] { erase(); },
         .enabled = [this] { return mayErase(); },
         .icon = iconName(Icon::Shield)},
    };
}

void PersonView::showInNetwork()
{
    if (page_.lines()) host_.openPage(u"network"_s, toQString(page_.lines()->id.toString()));
}

bool PersonView::mayErase() const
{
    return erase_ != nullptr && page_.lines() && erase_->mayErase(page_.lines()->id);
}

void PersonView::erase()
{
    if (mayErase()) openEraseSheet(theme_, this, *erase_, page_.lines()->id);
}

void PersonView::openMenu(QWidget* under)
{
    if (!page_.lines()) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(theme_->icon(Icon::Remove, Ink::Muted), tr("Remove")), &QAction::triggered, this,
            [this] { page_.removePerson(); });
    if (mayErase())
        connect(menu->addAction(theme_->icon(Icon::Shield, Ink::Danger), tr("Erase for good…")), &QAction::triggered,
                this, [this] { erase(); });
    menu->popup(under->mapToGlobal(QPoint(0, under->height())));
}

void PersonView::activate()
{
    if (timeline_->isHidden()) setFocus(Qt::OtherFocusReason);
    else timeline_->setFocus(Qt::OtherFocusReason);
}

void PersonView::open(const QString& argument)
{
    page_.show(Id::parse(toUtf8(argument)));
    Q_EMIT titleChanged();
}

void PersonView::log()
{
    if (page_.lines()) host_.logConversation(toQString(page_.lines()->id.toString()));
}

void PersonView::editEntry(const QString& interaction)
{
    const auto id = Id::parse(toUtf8(interaction));
    if (!id || !page_.lines()) return;
    const auto entry = std::ranges::find(page_.lines()->timeline, *id, &TimelineLine::id);
    if (entry == page_.lines()->timeline.end()) return;
    FormSheet form = makeFormSheet(theme_, entry->headline);
    const QString own = entry->text;
    auto* text = new QPlainTextEdit(page_.textInHand(*id));
    text->setAccessibleName(tr("Text of the conversation"));
    text->setTabChangesFocus(true);
    text->setMinimumHeight(theme_->px(140));
    connect(text, &QPlainTextEdit::textChanged, this,
            [this, text, entryId = *id] { page_.keepText(entryId, text->toPlainText()); });
    form.column->addWidget(text);
    auto* remove = new QPushButton(tr("Remove from the timeline"));
    setButtonKind(remove, ButtonKind::Danger);
    form.column->addWidget(remove, 0, Qt::AlignLeft);
    connect(remove, &QPushButton::clicked, this, [this, remove, entryId = *id] {
        if (Sheet* sheet = Sheet::current(remove)) sheet->dismiss();
        page_.removeInteraction(entryId);
    });
    openFormSheet(
        theme_, this, form, tr("Save"),
        [this, text, entryId = *id] {
            page_.setInteractionText(entryId, text->toPlainText());
            return true;
        },
        text, [this, own, entryId = *id] { page_.keepText(entryId, own); });
}

void PersonView::refresh()
{
    const auto& lines = page_.lines();
    stack_->setCurrentIndex(lines ? 1 : 0);
    Q_EMIT titleChanged();
    if (ways_ != nullptr) ways_->show(lines ? std::optional(lines->id) : std::nullopt);
    if (around_ != nullptr && lines) around_->begin({.person = lines->id});
    if (!lines) return;
    face_->setName(lines->name);
    name_->setText(lines->name);
    QStringList parts;
    for (const QString& part : {lines->title, lines->place})
        if (!part.isEmpty()) parts << part;
    line_->setText(parts.join(u" · "_s));
    approachWords_->setText(lines->approachWords);
    approachWords_->setVisible(!lines->approachWords.isEmpty());
    merged_->show(*lines);
    facets_->show(*lines);
    approach_->show(*lines);
    pay_->show(*lines);
    facts_->show(*lines);
    affiliation_->show(*lines);
    contacts_->show(*lines);
    timeline_->setEntries(entriesOf(lines->timeline, kAll));
    const auto read = lines->timeline.size();
    nothingYet_->setVisible(read == 0);
    timeline_->setVisible(read > 0);
    timelineCount_->setText(read < lines->interactionCount
                                ? tr("the latest %1 of %2").arg(countText(read), countText(lines->interactionCount))
                                : QString{});
    warmth_->show(*lines);
    colleagues_->show(*lines);
    reminders_->show(*lines);
    ties_->show(*lines);
    memberships_->show(*lines);
    skills_->show(*lines);
    tags_->show(*lines);
}

}  // namespace kith::ui
