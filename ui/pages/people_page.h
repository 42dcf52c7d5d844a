// The People page without its widgets: who is listed, in which order, and who is looked at.
#pragma once

#include <kith/base/clock.h>
#include <kith/pages/people_table.h>
#include <kith/pages/query_words.h>
#include <kith/usecases/people.h>
#include <kith/usecases/people_search.h>
#include <kith/usecases/worker.h>

#include <QObject>
#include <QStringList>
#include <atomic>
#include <memory>
#include <optional>

namespace kith::ui {

/// Listing runs on a background reader. A new filter does not wait for the one before: it sets its stop flag, so that
/// a key press is answered as soon as the last of them is. All members are for the screen's thread.
class PeoplePage final : public QObject {
    Q_OBJECT
public:
    /// The worker and the clock must outlive the page.
    PeoplePage(Worker& worker, const Clock& clock, const Zone& zone, QObject* parent = nullptr);
    ~PeoplePage() override;

    [[nodiscard]] PeopleTable& table() { return table_; }

    /// With an index the filter speaks the whole search language; it must outlive the worker's last task. Until it is
    /// ready, and without one, words alone are looked up.
    void setSearch(const PeopleSearch& search) { search_ = &search; }
    /// The index has become whole: what had to wait is listed.
    void searchReady();

    /// Reads the list for the first time; later it follows the workspace by itself.
    void load();

    [[nodiscard]] QString filterText() const { return filterText_; }
    void setFilterText(const QString& text);
    /// What to highlight in the list.
    [[nodiscard]] const std::vector<search::Mark>& marks() const { return marks_; }
    /// The filter as it was understood, part by part.
    [[nodiscard]] std::vector<QueryChip> chips() const { return chipsOf(parsed_.query, notices_); }
    [[nodiscard]] const search::Parsed& parsed() const { return parsed_; }
    /// What the parts of the page around the list work with; the search may be null.
    [[nodiscard]] const PeopleSearch* search() const { return search_; }
    [[nodiscard]] Worker& worker() const { return worker_; }
    [[nodiscard]] const Clock& clock() const { return clock_; }
    [[nodiscard]] const Zone& zone() const { return zone_; }

    /// One sentence about the filter: what was not understood, and at which letter; what was done beyond what was
    /// typed; that search is still being prepared. Empty when there is nothing to say.
    [[nodiscard]] QString hint() const;

    [[nodiscard]] Facets facets() const { return filter_.facets; }
    /// Several facets at once list whoever has any of them.
    void setFacet(Facet facet, bool on);

    [[nodiscard]] PeopleOrder order() const { return filter_.order; }
    [[nodiscard]] bool descending() const { return filter_.descending; }
    /// By this column, also while words are asked for.
    void setOrder(PeopleOrder order, bool descending);

    /// Whether some fit better than others: words are asked for, and the index can tell.
    [[nodiscard]] bool canOrderByMatch() const;
    /// The best match first: those whose names were typed, whose names begin so, who are found by title, skill and the
    /// like, by a note; of each the warmest first. So it is whenever words are asked for, until a column is chosen. Of
    /// more than a thousand the rest follow by warmth.
    [[nodiscard]] bool byMatch() const { return byMatch_ && canOrderByMatch(); }
    void orderByMatch();

    /// "My people": only those with whom whoever sits here has spoken. Nobody when settings::kMe is not set.
    [[nodiscard]] bool restricted() const { return restricted_; }
    void setRestricted(bool restricted);
    /// True when the restriction holds and the workspace does not know who sits here.
    [[nodiscard]] bool needsMe() const;

    [[nodiscard]] QString heading() const;
    [[nodiscard]] std::size_t shown() const { return table_.keys().size(); }
    [[nodiscard]] std::size_t total() const { return total_; }
    /// "184" of "184 of 12,481"; countRest() is the rest, empty when everybody is listed.
    [[nodiscard]] QString countShown() const;
    [[nodiscard]] QString countRest() const;
    [[nodiscard]] bool filtered() const;
    [[nodiscard]] bool listing() const { return listing_; }
    /// True when the first list has arrived.
    [[nodiscard]] bool loaded() const { return loaded_; }

    /// The person looked at; nothing for an empty list.
    [[nodiscard]] std::optional<Id> selected() const { return selected_; }
    [[nodiscard]] int selectedRow() const;
    void selectRow(int row);
    /// Why the selected person is among the hits; empty when nothing is asked for, and until it is known.
    [[nodiscard]] const QStringList& reasons() const { return reasons_; }
    /// Selects a person whether or not the filter shows them; they stay selected until another is, or the filter
    /// changes.
    void selectPerson(const Id& person);

    /// Adds and selects; added() or problem() follows.
    void addPerson(const PersonInput& input);

Q_SIGNALS:
    /// Rows, counts, order or filter have changed.
    void changed();
    void selectionChanged();
    void reasonsChanged();
    void added(const kith::Id& person, const QString& name);
    void problem(const QString& sentence);

private:
    void list();
    void take(std::vector<RowNumber> rows, std::size_t total);
    void explain();
    /// Whether the filter asks for more than words, and there is nothing yet that could answer.
    [[nodiscard]] bool waitsForSearch() const;
    void follow(const ChangeSet& changes);
    [[nodiscard]] PeopleTableContext context() const;
    [[nodiscard]] Id me() const;

    Worker& worker_;
    const Clock& clock_;
    const Zone& zone_;
    PeopleTable table_;
    PeopleFilter filter_;
    QString filterText_;
    std::vector<search::Mark> marks_;
    const PeopleSearch* search_ = nullptr;
    search::Parsed parsed_;  ///< of the filter
    std::vector<search::Notice> notices_;
    bool byMatch_ = true;
    QStringList reasons_;
    std::optional<Id> explained_;  ///< of whom they are
    bool restricted_ = false;
    bool listing_ = false;
    bool loaded_ = false;
    std::size_t total_ = 0;
    std::optional<Id> selected_;
    std::optional<RowNumber> selectedKey_;
    bool pinned_ = false;  ///< selected by name, not from the list
    std::string myName_;
    std::shared_ptr<std::atomic<bool>> stop_;  ///< of the listing under way
    std::shared_ptr<std::atomic<bool>> explaining_;  ///< set when what is under way is no longer asked for
    Subscription subscription_;
};

}  // namespace kith::ui
