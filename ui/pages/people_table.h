// The list of people as a table: what each column says about a person.
#pragma once

#include <kith/models/paged_table.h>
#include <kith/usecases/people_queries.h>
#include <kith/usecases/people_search.h>

#include <QLocale>
#include <QString>
#include <string>
#include <vector>

namespace kith::ui {

using PeopleTable = PagedTable<PersonCard>;

enum class PeopleColumn : int { Name, Title, Organisation, City, Warmth, HeldBy, Last };
inline constexpr int kPeopleColumns = 7;

/// Roles besides Qt's own.
enum PeopleRole : int {
    kBandRole = Qt::UserRole,  ///< int, of the Warmth column
    kWarmthRole,  ///< int 0-100, of the Warmth column
    kQuietRole,  ///< true when the text says that there is nothing to say ("nobody now"): drawn fainter
};

/// The order that a header asks for; nothing for a column by which the workspace does not sort.
[[nodiscard]] std::optional<PeopleOrder> orderOf(PeopleColumn column);
[[nodiscard]] PeopleColumn columnOf(PeopleOrder order);
[[nodiscard]] QString headingOf(PeopleColumn column);

/// What a cell needs to know besides the card.
struct PeopleTableContext {
    Instant now{};
    const Zone& zone;
    QLocale locale{};
    std::string me{};  ///< name of the person who sits here; contacts held by them read "you"
};

[[nodiscard]] QVariant cellOf(const PersonCard& card, PeopleColumn column, int role, const PeopleTableContext& context);

/// Where a text has what was asked for: [first, length) in UTF-16 units, for drawing it in another weight. Whole words
/// of the text, compared folded (fold.h), whatever the fields of the marks. O(length · marks).
[[nodiscard]] std::vector<std::pair<int, int>> matchesIn(const QString& text, const std::vector<search::Mark>& marks);
/// Those that are for this column, or for any.
[[nodiscard]] std::vector<search::Mark> marksFor(PeopleColumn column, const std::vector<search::Mark>& marks);

}  // namespace kith::ui
