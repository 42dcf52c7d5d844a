#include <kith/views/person_inspector.h>

#include <kith/models/text.h>
#include <kith/views/person_contacts.h>
#include <kith/views/person_memberships.h>
#include <kith/views/person_reminders.h>
#include <kith/views/person_section.h>
#include <kith/views/person_skills.h>
#include <kith/views/person_warmth.h>
#include <kith/views/remind_sheet.h>

#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>

namespace kith::ui {

namespace {

constexpr std::size_t kEntries = 6;
constexpr int kFace = 60;
constexpr int kMargin = 18;

TimelineEntry::Bullet bulletOf(const TimelineLine& line)
{
    if (line.channel == Channel::Note) return TimelineEntry::Bullet::Note;
    switch (line.depth) {
    case Depth::Hello: return TimelineEntry::Bullet::Hello;
    case Depth::Exchange: return TimelineEntry::Bullet::Exchange;
    case Depth::Conversation: return TimelineEntry::Bullet::Conversation;
    }
    return TimelineEntry::Bullet::Note;
}

}  // namespace

QList<TimelineEntry> entriesOf(const std::vector<TimelineLine>& lines, std::size_t most)
{
    QList<TimelineEntry> entries;
    for (std::size_t i = 0; i < std::min(most, lines.size()); ++i)
        entries.append({.id = toQString(lines[i].id.toString()),
                        .head = lines[i].headline,
                        .text = lines[i].text,
                        .bullet = bulletOf(lines[i])});
    return entries;
}

PersonInspector::PersonInspector(const Theme* theme, PersonPage& page, PageHost& host, QWidget* parent)
    : Ground(theme, true, Edge::None, parent),
      theme_(theme),
      page_(page),
      host_(host),
      nobody_(rowWidget({new TextLabel(theme, tr("Nobody is selected."), TextSize::Body, Ink::Muted)}, 0)),
      somebody_(new QWidget(this)),
      face_(new Avatar(theme, {}, theme->px(kFace))),
      name_(new ElidedLabel(theme, {}, TextSize::Lead, Ink::Text, Weight::Bold)),
      title_(new TextLabel(theme, {}, TextSize::Body, Ink::Muted)),
      place_(new TextLabel(theme, {}, TextSize::Small, Ink::Muted)),
      log_(new QPushButton(tr("Log"))),
      found_(new Section(theme, tr("Found by"))),
      warmth_(new WarmthSection(theme)),
      colleagues_(new ColleaguesSection(theme, 2)),
      reminders_(new RemindersSection(theme, page)),
      timeline_(new Timeline(theme)),
      contacts_(new ContactsSection(theme, page)),
      skills_(new SkillsSection(theme, page)),
      memberships_(new MembershipsSection(theme))
{
    setAccessibleName(tr("Inspector"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    nobody_->layout()->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    outer->addWidget(nobody_, 0, Qt::AlignTop);
    outer->addWidget(somebody_, 1);

    auto* column = new QVBoxLayout(somebody_);
    column->setContentsMargins(0, kMargin, 0, 0);
    column->setSpacing(3 * kSpace);

    title_->setWordWrap(true);
    place_->setWordWrap(true);
    auto* words = new QWidget;
    auto* lines = new QVBoxLayout(words);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(1);
    for (QWidget* line : {static_cast<QWidget*>(name_), static_cast<QWidget*>(title_), static_cast<QWidget*>(place_)})
        lines->addWidget(line);
    auto* head = rowWidget({face_, words}, 1, 14);
    head->layout()->setContentsMargins(kMargin, 0, kMargin, 0);
    column->addWidget(head);

    auto* remind = new QPushButton(tr("Remind"));
    auto* open = new KeyButton(theme, tr("Open"), QKeySequence(Qt::Key_Return));
    auto* buttons = rowWidget({log_, remind, open, new QWidget}, 3, 2 * kSpace);
    buttons->layout()->setContentsMargins(kMargin, 0, kMargin, 0);
    column->addWidget(buttons);
    connect(log_, &QPushButton::clicked, this,
            [this] { host_.logConversation(toQString(page_.lines()->id.toString())); });
    connect(remind, &QPushButton::clicked, this, &PersonInspector::remind);
    connect(open, &QPushButton::clicked, this,
            [this] { host_.openPage(QStringLiteral("person"), toQString(page_.lines()->id.toString())); });

    auto* inner = new QWidget;
    auto* parts = new QVBoxLayout(inner);
    parts->setContentsMargins(kMargin, 2 * kSpace, kMargin, kMargin);
    parts->setSpacing(5 * kSpace);
    auto* timelineSection = new Section(theme, tr("Timeline"));
    timelineSection_ = timelineSection;
    timeline_->setAccessibleName(tr("Timeline"));
    timeline_->setFitsContent(true);
    timelineSection->body()->addWidget(timeline_);
    contacts_->setBrief();
    skills_->setBrief();
    for (QWidget* part : std::initializer_list<QWidget*>{found_, warmth_, colleagues_, reminders_, timelineSection_,
                                                         memberships_, contacts_, skills_})
        parts->addWidget(part);
    parts->addStretch(1);
    scroll_ = scrollingColumn(inner);
    column->addWidget(scroll_, 1);

    connect(&page_, &PersonPage::changed, this, &PersonInspector::refresh);
    showReasons({});
    refresh();
}

void PersonInspector::showReasons(const QStringList& reasons)
{
    const auto count = static_cast<std::size_t>(reasons.size());
    while (reasons_.size() < count) {
        auto* line = new TextLabel(theme_, {}, TextSize::Small, Ink::Muted);
        line->setWordWrap(true);
        found_->body()->addWidget(line);
        reasons_.push_back(line);
    }
    for (std::size_t i = 0; i < reasons_.size(); ++i) {
        reasons_[i]->setVisible(i < count);
        reasons_[i]->setText(i < count ? reasons[static_cast<qsizetype>(i)] : QString{});
    }
    found_->setVisible(count != 0);
}

void PersonInspector::enter()
{
    if (page_.lines()) log_->setFocus(Qt::ShortcutFocusReason);
}

void PersonInspector::remind()
{
    openRemindSheet(theme_, this, page_);
}

void PersonInspector::refresh()
{
    const auto& lines = page_.lines();
    nobody_->setVisible(!lines);
    somebody_->setVisible(lines.has_value());
    if (!lines) return;
    face_->setName(lines->name);
    name_->setText(lines->name);
    title_->setText(lines->title);
    title_->setVisible(!lines->title.isEmpty());
    place_->setText(lines->place);
    place_->setVisible(!lines->place.isEmpty());
    warmth_->show(*lines);
    colleagues_->show(*lines);
    reminders_->show(*lines);
    reminders_->setVisible(!lines->reminders.empty());
    timeline_->setEntries(entriesOf(lines->timeline, kEntries));
    timelineSection_->setVisible(!lines->timeline.empty());
    memberships_->show(*lines);
    contacts_->show(*lines);
    skills_->show(*lines);
    if (std::exchange(shown_, lines->id) != lines->id) scroll_->verticalScrollBar()->setValue(0);
}

}  // namespace kith::ui
