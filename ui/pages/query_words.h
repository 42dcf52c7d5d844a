// A search query as chips say it: "Area Housing", "not spoken for 60 days", "project manager +2 aliases".
#pragma once

#include <kith/usecases/people_search.h>

#include <QString>
#include <vector>

namespace kith::ui {

/// One part of a query; all of them must hold.
struct QueryChip {
    QString text;
    QString detail{};  ///< what was added to it: "+2 aliases"
    QString explanation{};  ///< the same in a sentence; empty when nothing was added
    QString without{};  ///< the query line without this part
    friend bool operator==(const QueryChip&, const QueryChip&) = default;
};

/// Words that stand side by side are one chip. `notices` are those of the answer. None for a query that its line says
/// as well: words alone to which nothing was added.
[[nodiscard]] std::vector<QueryChip> chipsOf(const search::Query& query, const std::vector<search::Notice>& notices);

/// In the words of a sentence: "not spoken for 60 days".
[[nodiscard]] QString queryInWords(const search::Query& query);

/// "Area"; empty for any field.
[[nodiscard]] QString fieldInWords(search::Field field);

/// The line that asks for this, too. What was not understood in a line is left out.
[[nodiscard]] QString narrowed(const QString& line, const search::Parsed& parsed, const search::Query& part);

/// Why somebody is among the hits: "Title: Programme delivery manager, another name of “project manager”". Of a long
/// note, what stands around the words.
[[nodiscard]] QString reasonInWords(const search::Reason& reason);

/// The part of a text around the first match, with … where something was left out; at most about `most` letters.
[[nodiscard]] QString excerpt(const QString& text, const std::vector<search::Mark>& marks, int most = 120);

}  // namespace kith::ui
