// The Team page: the spaces that one may see, who may do what in them, and what may be changed about that.
#pragma once

#include <kith/models/list_model.h>
#include <kith/pages/sync_words.h>
#include <kith/usecases/sync/team_desk.h>
#include <kith/usecases/worker.h>

#include <QObject>
#include <optional>
#include <vector>

namespace kith::ui {

struct TeamSpace {
    Id id;
    QString name;
    QString detail;  ///< "Team · you manage it"
    SpaceKind kind{};
    bool managed = false;

    friend bool operator==(const TeamSpace&, const TeamSpace&) = default;
};

/// An account: in a space with what it may do there, or in the list of all.
struct TeamMemberLine {
    Id id;
    QString name;
    QString detail;  ///< "recruiter · you", "partner · has not signed in yet"
    sync::Rights rights{};
    bool changeable = false;

    friend bool operator==(const TeamMemberLine&, const TeamMemberLine&) = default;
};

using TeamSpaceList = ListModel<TeamSpace, Id>;

/// For the screen's thread. Spaces are read from the workspace whenever they changed; who is in them is asked of the
/// server, and the last answer stays while it cannot be reached.
class TeamPage final : public QObject {
    Q_OBJECT
public:
    /// References must outlive the page.
    TeamPage(Worker& worker, SyncDesk& sync, TeamDesk& desk, IdSource& ids, QObject* parent = nullptr);

    [[nodiscard]] bool signedIn() const { return sync_.state().account.has_value(); }
    [[nodiscard]] bool administers() const { return role() == sync::Role::Administrator; }
    [[nodiscard]] bool mayMakeSpaces() const { return signedIn() && role() != sync::Role::Partner; }
    /// "Riverside Council · priya, administrator"; empty when not signed in.
    [[nodiscard]] QString membership() const;
    [[nodiscard]] QString server() const;

    [[nodiscard]] TeamSpaceList& spaces() { return spaces_; }
    /// The space whose members are shown.
    void select(const Id& space);
    [[nodiscard]] const TeamSpace* current() const { return spaces_.at(spaces_.rowOf(selected_)); }
    [[nodiscard]] bool mayManage() const;
    [[nodiscard]] const std::vector<TeamMemberLine>& members() const { return members_; }
    /// What holds in the space shown: whom to ask, or what managing means.
    [[nodiscard]] QString sentence() const;
    /// All accounts, for administrators; for the others those they share a space with.
    [[nodiscard]] const std::vector<TeamMemberLine>& colleagues() const { return colleagues_; }
    /// Whom to ask for an account; what inviting is for.
    [[nodiscard]] QString colleaguesSentence() const;
    /// Names of accounts that have nothing to do with the space shown yet.
    [[nodiscard]] QStringList candidates() const;
    /// Why nobody is listed; empty when the server has answered.
    [[nodiscard]] QString problem() const { return problem_; }

    /// Asks the server. Called when the page is shown.
    void refresh();
    void makeSpace(const QString& name, SpaceKind kind);
    void rename(const QString& name);
    /// Rights::None takes the grant back.
    void grant(const QString& user, sync::Rights rights);
    void invite(const QString& user, sync::Role role);

Q_SIGNALS:
    void changed();
    void said(const QString& sentence);
    /// A grant was taken back; giving it anew brings everything back to the colleague.
    void revoked(const QString& sentence, const QString& user, kith::sync::Rights before);
    /// A code to hand over.
    void invited(const QString& user, const QString& code, kith::sync::Role role);

private:
    [[nodiscard]] sync::Role role() const;
    [[nodiscard]] const sync::TeamMember* memberNamed(const QString& user) const;
    [[nodiscard]] TeamMemberLine lineOf(const sync::TeamMember& member) const;
    [[nodiscard]] QString managers() const;
    void stateChanged();
    void readSpaces();
    void show();
    /// Says how a command ended, and shows what is now.
    [[nodiscard]] TeamDesk::Done<void> answering(const QString& done, const QString& failed);

    Worker& worker_;
    SyncDesk& sync_;
    TeamDesk& desk_;
    IdSource& ids_;
    TeamSpaceList spaces_;
    Id selected_;
    Id wished_;  ///< made just now: shown as soon as a round has brought it
    sync::Team team_;
    std::vector<TeamMemberLine> members_;
    std::vector<TeamMemberLine> colleagues_;
    QString problem_;
    std::optional<SyncAccount> account_;
    Subscription changes_;
    Subscription states_;
};

}  // namespace kith::ui
