#include <kith/pages/people_page.h>

#include <kith/models/text.h>
#include <kith/pages/words.h>

#include <QPointer>
#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Listing {
    Result<std::vector<RowNumber>> rows;
    std::size_t total = 0;
    std::vector<search::Notice> notices{};
};

/// So many are put into the order of their match; nobody reads further.
constexpr std::size_t kMatched = 1000;

/// Those of `first` who are among the rows come first, the others stay in their order.
void bestFirst(std::vector<RowNumber>& rows, const std::vector<std::uint32_t>& first)
{
    const std::unordered_set<RowNumber> listed(rows.begin(), rows.end());
    std::vector<RowNumber> ordered;
    ordered.reserve(rows.size());
    std::ranges::copy_if(first, std::back_inserter(ordered), [&](RowNumber row) { return listed.contains(row); });
    const std::unordered_set<RowNumber> there(ordered.begin(), ordered.end());
    std::ranges::copy_if(rows, std::back_inserter(ordered), [&](RowNumber row) { return !there.contains(row); });
    rows = std::move(ordered);
}

/// Which rows pass the filter, by the index; in the order of the question's `first`, when it names any.
Result<Listing> listed(const WorkspaceReader& reader, const PeopleSearch& search, const search::Query& query,
                       PeopleFilter filter, const search::Question& question, Instant now)
{
    KITH_TRY(answer, search.ask(query, question));
    filter.words.clear();
    filter.among = std::make_shared<const std::vector<RowNumber>>(std::move(answer.everybody));
    if (question.first != 0) {
        filter.order = PeopleOrder::Warmth;
        filter.descending = true;
    }
    Listing listing{.rows = reader.listPeople(filter, now, question.stop), .notices = std::move(answer.notices)};
    if (listing.rows && question.first != 0) bestFirst(*listing.rows, answer.people);
    return listing;
}

/// Rows of these kinds say nothing in a list of people.
bool changesList(const ChangeSet& changes)
{
    return std::ranges::any_of(changes.rows, [](const RowChange& row) {
        return row.kind != Kind::Reminder && row.kind != Kind::Tie && row.kind != Kind::Tag
            && row.kind != Kind::PersonTag && row.kind != Kind::Space && row.kind != Kind::SavedSearch;
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
    if (explaining_) explaining_->store(true);
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
    filter_.words = toUtf8(text.trimmed());
    search::Parsed parsed = search::parse(filter_.words);
    // A blank typed between two words asks nothing new.
    const bool same = parsed.query == parsed_.query;
    parsed_ = std::move(parsed);
    if (same) {
        Q_EMIT changed();
        return;
    }
    marks_ = search::marksOf(parsed_.query);
    if (!search::asksForWords(parsed_.query)) byMatch_ = true;
    list();
}

bool PeoplePage::waitsForSearch() const
{
    return search_ != nullptr && !search_->ready() && !isPlainWords(parsed_.query);
}

void PeoplePage::searchReady()
{
    if (loaded_ && !parsed_.query.isEverybody()) list();
    else Q_EMIT changed();
}

QString PeoplePage::hint() const
{
    if (search_ == nullptr) return {};
    if (!parsed_.problems.empty()) {
        const search::Problem& first = parsed_.problems.front();
        const auto before = toQString(std::string_view(filter_.words).substr(0, first.at));
        return tr("At letter %1: %2", "place in the filter, sentence")
            .arg(before.size() + 1)
            .arg(toQString(first.sentence));
    }
    if (waitsForSearch()) return tr("Search is being prepared; the list follows as soon as it is ready.");
    for (const search::Notice& notice : notices_) {
        QStringList instead;
        for (const std::string& other : notice.instead) instead << toQString(other);
        const QString others = QLocale().createSeparatedList(instead);
        if (notice.what == search::Notice::What::Typo)
            return tr("Nobody has “%1”; shown for it: %2.").arg(toQString(notice.typed), others);
        return tr("%1 of them only for other names of “%2”: %3.")
            .arg(countText(notice.people), toQString(notice.typed), others);
    }
    return {};
}

void PeoplePage::setFacet(Facet facet, bool on)
{
    if (filter_.facets.has(facet) == on) return;
    on ? filter_.facets.add(facet) : filter_.facets.remove(facet);
    list();
}

void PeoplePage::setOrder(PeopleOrder order, bool descending)
{
    const bool matched = byMatch();
    if (order == filter_.order && descending == filter_.descending && !matched) return;
    if (matched) byMatch_ = false;
    filter_.order = order;
    filter_.descending = descending;
    list();
}

bool PeoplePage::canOrderByMatch() const
{
    return search_ != nullptr && search_->ready() && search::asksForWords(parsed_.query);
}

void PeoplePage::orderByMatch()
{
    if (!canOrderByMatch() || std::exchange(byMatch_, true)) return;
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
    return !parsed_.query.isEverybody() || filter_.facets.bits != 0;
}

QString PeoplePage::countShown() const
{
    return countText(shown());
}

QString PeoplePage::countRest() const
{
    if (restricted_ || shown() == total_) return {};
    return tr("of %1", "184 of 12,481").arg(countText(total_));
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
    notices_.clear();
    Q_EMIT changed();
    if (needsMe()) {
        take({}, 0);
        return;
    }
    if (waitsForSearch()) {
        listing_ = false;
        return;
    }
    PeopleFilter filter = filter_;
    // Of a query of which nothing was understood everybody is left.
    if (search_ != nullptr && parsed_.query.isEverybody()) filter.words.clear();
    const bool byIndex = !filter.words.empty() && search_ != nullptr && search_->ready();

    auto found = std::make_shared<Listing>();
    worker_.read(
        [filter, search = byIndex ? search_ : nullptr, query = parsed_.query, best = byMatch(), now = clock_.now(),
         today = zone_.dateOf(clock_.now()), stop = stop_, found](const WorkspaceReader& reader) {
            if (*stop) return;
            if (search != nullptr) {
                const search::Question question{.today = today,
                                                .first = best ? kMatched : 0,
                                                .everybody = true,
                                                .notes = &reader,
                                                .stop = stop.get()};
                if (auto answer = listed(reader, *search, query, filter, question, now)) *found = std::move(*answer);
                else found->rows = std::unexpected(answer.error());
            } else {
                found->rows = reader.listPeople(filter, now, stop.get());
            }
            found->total = reader.countPeople();
        },
        [self = QPointer(this), stop = stop_, found] {
            if (self.isNull() || *stop) return;
            if (found->rows) {
                self->notices_ = std::move(found->notices);
                self->marks_ = search::marksOf(self->parsed_.query, self->notices_);
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
    explain();
}

void PeoplePage::explain()
{
    if (explaining_) explaining_->store(true);
    explaining_ = nullptr;
    const auto tell = [](PeoplePage& page, QStringList reasons) {
        if (page.reasons_ == reasons) return;
        page.reasons_ = std::move(reasons);
        Q_EMIT page.reasonsChanged();
    };
    // What is shown is never of somebody else.
    if (std::exchange(explained_, selected_) != selected_) tell(*this, {});
    if (search_ == nullptr || selectedRow() < 0 || parsed_.query.isEverybody()) return tell(*this, {});
    explaining_ = std::make_shared<std::atomic<bool>>(false);
    auto found = std::make_shared<std::vector<search::Reason>>();
    worker_.read(
        [row = *selectedKey_, query = parsed_.query, notices = notices_, now = clock_.now(), zone = &zone_,
         stop = explaining_, found](const WorkspaceReader& reader) {
            if (*stop) return;
            const auto person = reader.document(row, {.now = now, .zone = zone});
            if (person && *person) *found = search::reasonsFor(query, **person, notices);
        },
        [self = QPointer(this), stop = explaining_, found, tell] {
            if (self.isNull() || *stop) return;
            QStringList reasons;
            for (const search::Reason& reason : *found) reasons << reasonInWords(reason);
            tell(*self, std::move(reasons));
        });
}

void PeoplePage::follow(const ChangeSet& changes)
{
    // A search looks at more than the list shows.
    if (loaded_ && (changesList(changes) || !parsed_.query.isEverybody())) list();
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
    explain();
}

void PeoplePage::selectPerson(const Id& person)
{
    const auto card = worker_.reader().card(person, clock_.now());
    if (!card) return;
    selected_ = person;
    selectedKey_ = card->row;
    pinned_ = true;
    Q_EMIT selectionChanged();
    explain();
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
