// Under the filter line: the query part by part, and what it may be narrowed to.
#pragma once

#include <kith/pages/people_facets.h>

#include <QList>
#include <QWidget>
#include <map>

class QMenu;

namespace kith::ui {

class Chip;
class FlowLayout;
class Theme;

/// A chip of the query is taken out of it by Delete or its ×. A chip such as "Area any" opens what to choose from, with
/// counts. The line above stays the one place where the query is.
class PeopleChips final : public QWidget {
    Q_OBJECT
public:
    PeopleChips(const Theme* theme, PeoplePage& page, QWidget* parent = nullptr);

    /// Stands before all of them; taken over.
    void setLead(QWidget* lead);
    /// Opens the choices of one kind.
    void open(PeopleFacets::Kind kind);
    /// The choices that are open; null when none are.
    [[nodiscard]] QMenu* menu() const;

private:
    void refresh();
    void showChoices(PeopleFacets::Kind kind);

    const Theme* theme_;
    PeoplePage& page_;
    PeopleFacets facets_;
    FlowLayout* flow_;
    std::vector<QueryChip> shown_;
    QList<Chip*> parts_;
    QWidget* lead_ = nullptr;
    std::map<PeopleFacets::Kind, Chip*> kinds_;
    QMenu* menu_ = nullptr;
};

}  // namespace kith::ui
