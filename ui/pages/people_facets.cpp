#include <kith/pages/people_facets.h>

#include <kith/models/text.h>
#include <kith/pages/words.h>

#include <QPointer>
#include <algorithm>

namespace kith::ui {

namespace {

using Kind = PeopleFacets::Kind;

search::Query queryFor(Kind kind, const std::string& value)
{
    switch (kind) {
    case Kind::Band: return {search::BandIs{fromWord<Band>(value).value_or(Band::Cold)}};
    case Kind::Area: return search::valueIn(search::Field::Area, value);
    case Kind::Skill: return {search::SkillAt{.skill = value}};
    case Kind::City: return search::valueIn(search::Field::City, value);
    }
    return {};
}

const std::vector<search::Group>& groupsOf(const search::Groups& groups, Kind kind)
{
    switch (kind) {
    case Kind::Band: return groups.bands;
    case Kind::Area: return groups.areas;
    case Kind::Skill: return groups.skills;
    case Kind::City: break;
    }
    return groups.cities;
}

bool isOf(const search::Query& query, Kind kind)
{
    const auto* text = std::get_if<search::Text>(&query.node);
    switch (kind) {
    case Kind::Band: return std::holds_alternative<search::BandIs>(query.node);
    case Kind::Area: return text != nullptr && text->field == search::Field::Area;
    case Kind::Skill: return std::holds_alternative<search::SkillAt>(query.node);
    case Kind::City: return text != nullptr && text->field == search::Field::City;
    }
    return false;
}

std::vector<search::Query> partsOf(const search::Query& query)
{
    const auto* all = std::get_if<search::All>(&query.node);
    return all != nullptr ? all->of : std::vector{query};
}

/// The query and the kinds of people chosen beside it.
search::Query within(search::Query query, Facets facets)
{
    if (facets.bits == 0) return query;
    search::Any any;
    for (const Word& word : wordsOf<Facet>())
        if (facets.has(static_cast<Facet>(word.value)))
            any.of.push_back({search::FacetIs{static_cast<Facet>(word.value)}});
    return {search::All{{std::move(query), {std::move(any)}}}};
}

}  // namespace

PeopleFacets::PeopleFacets(PeoplePage& page, QObject* parent) : QObject(parent), page_(page) { }

PeopleFacets::~PeopleFacets()
{
    if (stop_) stop_->store(true);
}

QString PeopleFacets::nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Band: return tr("Band");
    case Kind::Area: return tr("Area");
    case Kind::Skill: return tr("Skill");
    case Kind::City: return tr("City");
    }
    return {};
}

bool PeopleFacets::isAsked(Kind kind) const
{
    return std::ranges::any_of(partsOf(page_.parsed().query), [kind](const auto& part) { return isOf(part, kind); });
}

void PeopleFacets::count(Kind kind)
{
    if (stop_) stop_->store(true);
    if (page_.search() == nullptr) return;
    stop_ = std::make_shared<std::atomic<bool>>(false);
    auto groups = std::make_shared<search::Groups>();
    const search::Query asked = page_.parsed().query;
    page_.worker().read(
        [search = page_.search(), query = within(asked, page_.facets()),
         today = page_.zone().dateOf(page_.clock().now()), stop = stop_, groups](const WorkspaceReader& reader) {
            const search::Question question{
                .today = today, .first = 0, .groups = true, .notes = &reader, .stop = stop.get()};
            if (auto answer = search->ask(query, question)) *groups = std::move(answer->groups);
        },
        [self = QPointer(this), kind, asked, stop = stop_, groups] {
            if (self.isNull() || *stop || asked != self->page_.parsed().query) return;
            const auto parts = partsOf(asked);
            self->choices_.clear();
            for (const search::Group& group : groupsOf(*groups, kind)) {
                search::Query query = queryFor(kind, group.name);
                if (group.people == 0 || std::ranges::find(parts, query) != parts.end()) continue;
                const QString name = kind == Kind::Band ? wordFor(fromWord<Band>(group.name).value_or(Band::Cold))
                                                        : toQString(group.name);
                // How many of my people there are, the index does not know.
                const QString count = self->page_.restricted() ? QString{} : countText(group.people);
                self->choices_.push_back({name, count, std::move(query)});
            }
            Q_EMIT self->counted(kind);
        });
}

void PeopleFacets::choose(const search::Query& part)
{
    page_.setFilterText(narrowed(page_.filterText(), page_.parsed(), part));
}

}  // namespace kith::ui
