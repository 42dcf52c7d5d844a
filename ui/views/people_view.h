// The People page: filter line, saved searches, chips of what it asks, the list, and the inspector beside it.
#pragma once

#include <kith/controls/page_view.h>
#include <kith/pages/people_page.h>
#include <kith/pages/person_page.h>
#include <kith/pages/query_completion.h>
#include <kith/theme/theme.h>

class QLabel;
class QSettings;
class QSplitter;
class QStackedWidget;

namespace kith::ui {

class Chip;
class EmptyState;
class PeopleCells;
class PeopleSavedChip;
class PersonInspector;
class QueryField;
class RowTable;
class TextLabel;

class PeopleView final : public PageView {
    Q_OBJECT
public:
    /// All must outlive the view; `person` is what the inspector shows and follows the selection.
    PeopleView(const Theme* theme, PeoplePage& page, PersonPage& person, PageHost& host, QWidget* parent = nullptr);
    ~PeopleView() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QList<CommandSpec> commands() override;
    void activate() override;
    /// Selects the person of this id.
    void open(const QString& argument) override;
    [[nodiscard]] bool stepBack() override;
    [[nodiscard]] bool filter(const QString& text) override;
    [[nodiscard]] QString helpTopic() const override { return QStringLiteral("people"); }
    void saveState(QSettings& settings) const override;
    void restoreState(const QSettings& settings) override;

private:
    [[nodiscard]] QWidget* makeHead();
    void makeTable();
    void refresh();
    void refreshEmpty();
    void followSelection();
    void showTheme();
    void openSelected();
    void preview();

    const Theme* theme_;
    PeoplePage& page_;
    PersonPage& person_;
    PageHost& host_;
    TextLabel* heading_;
    TextLabel* count_;
    TextLabel* rest_;
    QueryCompletion completion_;
    QueryField* filter_;
    PeopleSavedChip* saved_;
    Chip* best_;
    TextLabel* hint_;
    std::vector<std::pair<Facet, Chip*>> chips_;
    RowTable* table_;
    PeopleCells* cells_;
    QStackedWidget* stack_;
    QWidget* empty_ = nullptr;
    int emptyKind_ = 0;
    QSplitter* splitter_;
    PersonInspector* inspector_;
    QString filterTold_;  ///< to the window
    bool following_ = false;  ///< the table is being put where the page is: not the other way round
};

}  // namespace kith::ui
