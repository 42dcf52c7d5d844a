#include <kith/pages/people_page.h>

#include <kith/models/text.h>
#include <kith/pages/words.h>

#include <QPointer>
#include <algorithm>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Listing {
    Result<std::vector<RowNumber>> rows;
    std::size_t total = 0;
};

/// Rows of these kinds say nothing in a list of people.
bool changesList(const ChangeSet& changes)
{
    return std::ranges::any_of(changes.rows, [](const RowChange& row) {
        return row.kind != Kind::Reminder && row.kind != Kind::Tie && row.kind != Kind::Tag
            && row.kind != Kind::PersonTag && row.kind != Kind::Space;
    });
}

}  // namespace

PeoplePage::PeoplePage(Worker& worker, const Clock& clock, const Zone& zone, QObject* parent)
    : QObject(parent),
      worker_(worker),
      clock_(clock),
      zone_(zone),
      table_({.columns = kPeopleColumns,
              .fetch = [this](std::span<const RowNumber> rows) { return worker_.reader().cards(rows, clock_.now()); },
              .keyOf = [](const PersonCard& card) { return card.row; },
              .data = [this](const PersonCard& card, int column,
                             int role) { return cellOf(card, static_cast<PeopleColumn>(column), role, context()); },
              .header =
                  [](int column, int role) {
                      const auto which = static_cast<PeopleColumn>(column);
                      if (role == Qt::DisplayRole) return QVariant(headingOf(which));
                      if (role == Qt::TextAlignmentRole)
                          return QVariant::fromValue(Qt::Alignment(
                              Qt::AlignVCenter | (which == PeopleColumn::Last ? Qt::AlignRight : Qt::AlignLeft)));
                      return QVariant{};
                  },
              .sorted =
                  [this](int column, Qt::SortOrder order) {
                      if (const auto by = orderOf(static_cast<PeopleColumn>(column)))
                          setOrder(*by, order == Qt::DescendingOrder);
                  }}),
      subscription_(worker.onChange([this](const ChangeSet& changes) { follow(changes); }))
{
}

PeoplePage::~PeoplePage()
{
    if (stop_) stop_->store(true);
}

PeopleTableContext PeoplePage::context() const
{
    return {.now = clock_.now(), .zone = zone_, .locale = QLocale(), .me = myName_};
}

Id PeoplePage::me() const
{
    return Id::parse(worker_.reader().setting(settings::kMe)).value_or(Id{});
}

void PeoplePage::load()
{
    list();
}

void PeoplePage::setFilterText(const QString& text)
{
    if (text == filterText_) return;
    filterText_ = text;
    pinned_ = false;
    auto words = foldedWords(text);
    filter_.words = toUtf8(text.trimmed());
    // A blank typed between two words asks nothing new.
    if (std::exchange(filterWords_, std::move(words)) != filterWords_) list();
}

void PeoplePage::setFacet(Facet facet, bool on)
{
    if (filter_.facets.has(facet) == on) return;
    on ? filter_.facets.add(facet) : filter_.facets.remove(facet);
    list();
}

void PeoplePage::setOrder(PeopleOrder order, bool descending)
{
    if (order == filter_.order && descending == filter_.descending) return;
    filter_.order = order;
    filter_.descending = descending;
    list();
}

void PeoplePage::setRestricted(bool restricted)
{
    if (restricted == restricted_) return;
    restricted_ = restricted;
    list();
}

bool PeoplePage::needsMe() const
{
    return restricted_ && me().isNil();
}

QString PeoplePage::heading() const
{
    return restricted_ ? tr("My people") : tr("People");
}

bool PeoplePage::filtered() const
{
    return !filterWords_.empty() || filter_.facets.bits != 0;
}

QString PeoplePage::countShown() const
{
    return QLocale().toString(static_cast<qulonglong>(shown()));
}

QString PeoplePage::countRest() const
{
    if (restricted_ || shown() == total_) return {};
    return tr("of %1", "184 of 12,481").arg(QLocale().toString(static_cast<qulonglong>(total_)));
}

void PeoplePage::list()
{
    if (stop_) stop_->store(true);
    stop_ = std::make_shared<std::atomic<bool>>(false);
    listing_ = true;

    const Id self = me();
    const auto card = self.isNil() ? std::nullopt : worker_.reader().card(self, clock_.now());
    myName_ = card ? card->name : std::string{};
    filter_.heldBy = restricted_ ? self : Id{};
    Q_EMIT changed();
    if (needsMe()) {
        take({}, 0);
        return;
    }

    auto found = std::make_shared<Listing>();
    worker_.read(
        [filter = filter_, now = clock_.now(), stop = stop_, found](const WorkspaceReader& reader) {
            if (*stop) return;
            found->rows = reader.listPeople(filter, now, stop.get());
            found->total = reader.countPeople();
        },
        [self = QPointer(this), stop = stop_, found] {
            if (self.isNull() || *stop) return;
            if (found->rows) {
                self->take(std::move(*found->rows), found->total);
                return;
            }
            self->listing_ = false;
            if (found->rows.error().code == ErrorCode::Cancelled) return;
            Q_EMIT self->changed();
            Q_EMIT self->problem(problemSentence(tr("The list could not be read"), found->rows.error()));
        });
}

void PeoplePage::take(std::vector<RowNumber> rows, std::size_t total)
{
    listing_ = false;
    loaded_ = true;
    total_ = total;
    table_.setKeys(std::move(rows));
    Q_EMIT changed();
    if (selectedRow() < 0 && !pinned_) selectRow(0);
    else Q_EMIT selectionChanged();
}

void PeoplePage::follow(const ChangeSet& changes)
{
    if (loaded_ && changesList(changes)) list();
}

int PeoplePage::selectedRow() const
{
    return selectedKey_ ? table_.rowOf(*selectedKey_) : -1;
}

void PeoplePage::selectRow(int row)
{
    const PersonCard* card = table_.at(row);
    const auto id = card != nullptr ? std::optional(card->id) : std::nullopt;
    selectedKey_ = card != nullptr ? std::optional(card->row) : std::nullopt;
    pinned_ = false;
    if (id == selected_) return;
    selected_ = id;
    Q_EMIT selectionChanged();
}

void PeoplePage::selectPerson(const Id& person)
{
    const auto card = worker_.reader().card(person, clock_.now());
    if (!card) return;
    selected_ = person;
    selectedKey_ = card->row;
    pinned_ = true;
    Q_EMIT selectionChanged();
}

void PeoplePage::addPerson(const PersonInput& input)
{
    worker_.run<Id>([input](Services& services) { return AddPerson(services).run(input); },
                    [self = QPointer(this), name = toQString(input.name)](Result<Id> person) {
                        if (self.isNull()) return;
                        if (!person) {
                            Q_EMIT self->problem(problemSentence(tr("The person was not added"), person.error()));
                            return;
                        }
                        self->selectPerson(*person);
                        Q_EMIT self->added(*person, name);
                    });
}

}  // namespace kith::ui
