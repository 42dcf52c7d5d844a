// PersonPage: merging with another person, and taking that back.
#include <kith/pages/person_page.h>

#include <kith/models/text.h>
#include <kith/pages/words.h>
#include <kith/usecases/merge_people.h>

#include <algorithm>

namespace kith::ui {

std::optional<MergeLines> PersonPage::mergeWith(const Id& other) const
{
    const WorkspaceReader& reader = worker_.reader();
    const auto detail = lines_ ? reader.person(other, clock_.now(), 0) : std::nullopt;
    if (!detail || detail->card.id == lines_->id) return std::nullopt;
    const PersonLines theirs = linesOf(*detail, {.now = clock_.now(), .zone = zone_, .locale = QLocale()});
    MergeLines merge{.other = theirs.id, .name = theirs.name, .place = theirs.title, .choices = {}};
    if (merge.place.isEmpty()) merge.place = theirs.place;
    for (const FactLine& mine : lines_->facts) {
        const auto fact = std::ranges::find(theirs.facts, mine.field, &FactLine::field);
        if (fact == theirs.facts.end() || fact->value == mine.value || fact->value.isEmpty()) continue;
        merge.choices.push_back({.field = mine.field, .label = mine.label, .mine = mine.value, .theirs = fact->value});
    }
    return merge;
}

void PersonPage::merge(const Id& other, const std::vector<FieldIndex>& take)
{
    if (!lines_) return;
    const auto row = worker_.reader().row(Kind::Person, other);
    const QString name = row ? isolated(toQString(kith::textOf(row->values[person::name]))) : QString{};
    perform(tr("%1 merged into %2").arg(name, isolated(lines_->name)), tr("They were not merged"),
            [input = MergeInput{.keep = lines_->id, .other = other, .take = take}](Services& services) {
                return MergePeople(services).run(input);
            });
}

void PersonPage::unmerge(const Id& other)
{
    if (!lines_) return;
    const auto merged = std::ranges::find(lines_->merged, other, &MergedLine::id);
    const QString name = merged == lines_->merged.end() ? QString{} : isolated(merged->name);
    perform(tr("%1 is by themselves again").arg(name), tr("They were not unmerged"),
            [person = lines_->id, other](Services& services) { return UnmergePeople(services).run(person, other); });
}

}  // namespace kith::ui
