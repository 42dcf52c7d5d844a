// The saved searches beside the filter of the People page, without their widgets.
#pragma once

#include <kith/pages/outcome.h>
#include <kith/pages/people_page.h>
#include <kith/usecases/saved_searches.h>

#include <functional>
#include <utility>

namespace kith::ui {

/// Follows the workspace and the filter line. In hand is the search that was chosen or saved last, or whose query
/// stands in the line; it stays in hand while the line is changed, until the line is emptied. For the screen's thread.
class PeopleSaved final : public QObject {
    Q_OBJECT
public:
    struct Choice {
        Id id;
        QString name;
        QString query;
        Id space;
        QString shared;  ///< the name of the space whose people see it too; empty for one's own
        bool writable = true;
        friend bool operator==(const Choice&, const Choice&) = default;
    };
    struct Place {
        Id space;  ///< nil for one's own, which need not be there yet
        QString name;
    };
    /// The page must outlive it.
    explicit PeopleSaved(PeoplePage& page, QObject* parent = nullptr);

    /// By name.
    [[nodiscard]] const std::vector<Choice>& choices() const { return choices_; }
    [[nodiscard]] const Choice* inHand() const;
    /// Whether the line asks for something else than the search in hand.
    [[nodiscard]] bool isChanged() const;
    /// Whether the line asks for anything at all.
    [[nodiscard]] bool mayBeSaved() const { return !page_.filterText().trimmed().isEmpty(); }
    /// Where a search may be put: one's own place first, which partners have none of.
    [[nodiscard]] std::vector<Place> places() const;

    /// Puts its query into the line.
    void choose(const Id& search);
    /// What the line asks for. Refused when it is not understood, or when the name is taken.
    void save(const QString& name, const Id& space, const Outcome& done);
    /// Of the search in hand.
    void rename(const QString& name, const Outcome& done);
    /// Both tell by a signal.
    void changeToLine();
    void moveTo(const Id& space);
    void remove();

Q_SIGNALS:
    void changed();
    /// Something was done that can be undone.
    void said(const QString& sentence);
    void problem(const QString& sentence);

private:
    using Work = std::move_only_function<Result<Id>(Services&)>;
    void read();
    void follow();
    void run(Work work, const QString& failed, const std::function<void(const Id&)>& then, const Outcome& done);
    [[nodiscard]] Outcome orProblem();

    PeoplePage& page_;
    std::vector<Choice> choices_;
    std::optional<Id> hand_;
    bool chosen_ = false;  ///< by somebody, not only because the line says the same
    std::pair<std::optional<Id>, bool> told_;  ///< what was in hand, and whether changed, when it was last said
    Subscription subscription_;
};

}  // namespace kith::ui
