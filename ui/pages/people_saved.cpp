#include <kith/pages/people_saved.h>

#include <kith/models/text.h>
#include <kith/pages/words.h>

#include <QPointer>
#include <algorithm>
#include <utility>

namespace kith::ui {

PeopleSaved::PeopleSaved(PeoplePage& page, QObject* parent)
    : QObject(parent), page_(page), subscription_(page.worker().onChange([this](const ChangeSet& changes) {
          if (changes.touches(Kind::SavedSearch) || changes.touches(Kind::Space)) read();
      }))
{
    connect(&page_, &PeoplePage::changed, this, &PeopleSaved::follow);
    read();
}

void PeopleSaved::read()
{
    const WorkspaceReader& reader = page_.worker().reader();
    const auto spaces = reader.spaces();
    choices_.clear();
    for (const SavedSearch& search : savedSearches(reader)) {
        const auto space = std::ranges::find(spaces, search.space, &SpaceView::id);
        const bool shared = !search.isPrivate && space != spaces.end();
        choices_.push_back({.id = search.id,
                            .name = toQString(search.name),
                            .query = toQString(search.query),
                            .space = search.space,
                            .shared = shared ? toQString(space->name) : QString{},
                            .writable = search.writable});
    }
    follow();
    Q_EMIT changed();
}

void PeopleSaved::follow()
{
    const QString line = page_.filterText().trimmed();
    if (line.isEmpty() || inHand() == nullptr) {
        hand_.reset();
        chosen_ = false;
    }
    if (!line.isEmpty() && (!hand_ || isChanged())) {
        const auto same = std::ranges::find(choices_, line, &Choice::query);
        if (same != choices_.end()) {
            hand_ = same->id;
            chosen_ = false;
        } else if (!chosen_) {
            hand_.reset();
        }
    }
    const auto now = std::pair(hand_, isChanged());
    if (std::exchange(told_, now) != now) Q_EMIT changed();
}

const PeopleSaved::Choice* PeopleSaved::inHand() const
{
    if (!hand_) return nullptr;
    const auto found = std::ranges::find(choices_, *hand_, &Choice::id);
    return found == choices_.end() ? nullptr : &*found;
}

bool PeopleSaved::isChanged() const
{
    const Choice* choice = inHand();
    return choice != nullptr && choice->query != page_.filterText().trimmed();
}

std::vector<PeopleSaved::Place> PeopleSaved::places() const
{
    const auto spaces = page_.worker().reader().spaces();
    const auto isOwn = [](const SpaceView& space) { return space.kind == SpaceKind::Private && space.writable; };
    const auto own = std::ranges::find_if(spaces, isOwn);
    std::vector<Place> places;
    if (own != spaces.end()) places.push_back({.space = own->id, .name = tr("Only you")});
    else if (std::ranges::none_of(spaces, &SpaceView::granted)) places.push_back({.space = {}, .name = tr("Only you")});
    for (const SpaceView& space : spaces)
        if (space.writable && (own == spaces.end() || space.id != own->id))
            places.push_back({.space = space.id, .name = toQString(space.name)});
    return places;
}

void PeopleSaved::choose(const Id& search)
{
    const auto found = std::ranges::find(choices_, search, &Choice::id);
    if (found == choices_.end()) return;
    hand_ = search;
    chosen_ = true;
    page_.setFilterText(QString(found->query));
    Q_EMIT changed();
}

Outcome PeopleSaved::orProblem()
{
    return [this](const QString& sentence) {
        if (!sentence.isEmpty()) Q_EMIT problem(sentence);
    };
}

void PeopleSaved::run(Work work, const QString& failed, const std::function<void(const Id&)>& then, const Outcome& done)
{
    page_.worker().run<Id>(std::move(work), [self = QPointer(this), failed, then, done](const Result<Id>& result) {
        if (self.isNull()) return;
        if (result) then(*result);
        done(result ? QString{} : problemSentence(failed, result.error()));
    });
}

void PeopleSaved::save(const QString& name, const Id& space, const Outcome& done)
{
    const SearchInput input{.name = toUtf8(name), .query = toUtf8(page_.filterText()), .space = space};
    run([input](Services& services) { return SaveSearch(services).run(input); }, tr("The search was not saved"),
        [this](const Id& id) {
            hand_ = id;
            chosen_ = true;
            Q_EMIT changed();
            if (const Choice* choice = inHand()) Q_EMIT said(tr("%1 is saved").arg(isolated(choice->name)));
        },
        done);
}

void PeopleSaved::rename(const QString& name, const Outcome& done)
{
    if (!hand_) return;
    run(
        [id = *hand_, text = toUtf8(name)](Services& services) -> Result<Id> {
            KITH_CHECK(EditSearch(services).rename(id, text));
            return id;
        },
        tr("The search was not renamed"),
        [this](const Id&) {
            if (const Choice* choice = inHand()) Q_EMIT said(tr("It is called %1 now").arg(isolated(choice->name)));
        },
        done);
}

void PeopleSaved::changeToLine()
{
    if (!hand_) return;
    run(
        [id = *hand_, text = toUtf8(page_.filterText())](Services& services) -> Result<Id> {
            KITH_CHECK(EditSearch(services).setQuery(id, text));
            return id;
        },
        tr("The search was not changed"),
        [this](const Id&) {
            if (const Choice* choice = inHand()) Q_EMIT said(tr("%1 asks for this now").arg(isolated(choice->name)));
        },
        orProblem());
}

void PeopleSaved::moveTo(const Id& space)
{
    if (!hand_) return;
    run(
        [id = *hand_, space](Services& services) -> Result<Id> {
            KITH_CHECK(EditSearch(services).moveTo(id, space));
            return id;
        },
        tr("The search was not moved"),
        [this](const Id&) {
            const Choice* choice = inHand();
            if (choice == nullptr) return;
            Q_EMIT said(choice->shared.isEmpty()
                            ? tr("Only you see %1 now").arg(isolated(choice->name))
                            : tr("Whoever sees %1 sees %2 now").arg(choice->shared, isolated(choice->name)));
        },
        orProblem());
}

void PeopleSaved::remove()
{
    const Choice* choice = inHand();
    if (choice == nullptr) return;
    run(
        [id = choice->id](Services& services) -> Result<Id> {
            KITH_CHECK(EditSearch(services).remove(id));
            return id;
        },
        tr("The search was not deleted"),
        [this, name = isolated(choice->name)](const Id&) { Q_EMIT said(tr("%1 is deleted").arg(name)); }, orProblem());
}

}  // namespace kith::ui
