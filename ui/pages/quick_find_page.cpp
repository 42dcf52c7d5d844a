#include <kith/pages/quick_find_page.h>

#include <kith/models/text.h>
#include <kith/pages/query_words.h>
#include <kith/pages/words.h>

#include <QPointer>
#include <utility>

namespace kith::ui {

namespace {

constexpr int kExcerpt = 72;  ///< letters of a note, for one line

}  // namespace

QuickFindPage::QuickFindPage(Worker& worker, const Clock& clock, const Zone& zone, const PeopleSearch* search,
                             QObject* parent)
    : QObject(parent), worker_(worker), clock_(clock), zone_(zone), search_(search)
{
}

QuickFindPage::~QuickFindPage()
{
    if (stop_) stop_->store(true);
}

void QuickFindPage::ask(const QString& text)
{
    if (stop_) stop_->store(true);
    stop_ = nullptr;
    if (text.trimmed().isEmpty() || search_ == nullptr) return take(text, {});
    stop_ = std::make_shared<std::atomic<bool>>(false);
    auto found = std::make_shared<Result<QuickFinds>>();
    worker_.read(
        [search = search_, question = QuickQuestion{.text = toUtf8(text.trimmed())}, now = clock_.now(), zone = &zone_,
         stop = stop_, found](const WorkspaceReader& reader) {
            if (!*stop) *found = findQuickly(reader, *search, question, now, *zone, stop.get());
        },
        [self = QPointer(this), text, stop = stop_, found] {
            if (self.isNull() || *stop) return;
            self->stop_ = nullptr;
            self->take(text, found->value_or(QuickFinds{}));
        });
}

void QuickFindPage::take(const QString& text, const QuickFinds& finds)
{
    text_ = text;
    total_ = finds.total;
    noteTotal_ = finds.noteTotal;
    marks_ = finds.marks;
    people_.clear();
    for (const PersonCard& card : finds.people)
        people_.append({toQString(card.id.toString()), toQString(card.name), titleLine(card.title, card.organisation)});
    notes_.clear();
    for (const NoteFind& note : finds.notes)
        notes_.append({toQString(note.person.id.toString()), toQString(note.person.name),
                       excerpt(toQString(note.text), finds.marks, kExcerpt)});
    searches_.clear();
    for (const SavedSearch& search : finds.searches)
        searches_.append({toQString(search.id.toString()), toQString(search.name), toQString(search.query)});
    Q_EMIT answered();
}

QString QuickFindPage::peopleHeading() const
{
    return tr("People · %1", "heading, how many").arg(countText(total_));
}

QString QuickFindPage::notesHeading() const
{
    return noteTotal_ == 1 ? tr("Notes · 1 person") : tr("Notes · %1 people").arg(countText(noteTotal_));
}

QString QuickFindPage::showAll() const
{
    if (total_ <= static_cast<std::size_t>(people_.size())) return {};
    return tr("Show all %1 in People").arg(countText(total_));
}

}  // namespace kith::ui
