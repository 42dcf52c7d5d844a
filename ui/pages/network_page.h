// The Network page without its widgets: who is in the middle, who is drawn, who is selected and how to get to them.
#pragma once

#include <kith/pages/network_told.h>
#include <kith/usecases/network_desk.h>
#include <kith/usecases/worker.h>

#include <QObject>
#include <QString>
#include <array>
#include <optional>
#include <vector>

namespace kith::ui {

/// For the screen's thread; whatever takes long runs on a background reader, and an answer that came too late is
/// dropped. Follows the network.
class NetworkPage final : public QObject {
    Q_OBJECT
public:
    enum class State : std::uint8_t {
        Reading,  ///< the network, or the picture, is being read for the first time
        NoTies,  ///< nobody here has a tie with anybody
        Missing,  ///< who shall be in the middle is not there, or nobody works in the area
        Drawn
    };
    /// One person or an area; both nil: whoever it may begin with.
    struct Middle {
        Id person{};
        Id area{};
        friend bool operator==(const Middle&, const Middle&) = default;
    };
    /// What is drawn around it.
    struct Scope {
        int steps = 2;  ///< 1 to 3
        int most = 40;  ///< people; at most kMostDrawn
        std::optional<int> sinceYear{};  ///< ties that nothing has shown since its first day are left out
        friend bool operator==(const Scope&, const Scope&) = default;
    };
    static constexpr std::array kMostChoices{20, 40, 100, 300};

    /// References must outlive the page.
    NetworkPage(Worker& worker, NetworkDesk& network, const Clock& clock, const Zone& zone, QObject* parent = nullptr);

    /// Tells nothing of whoever is selected: for a small picture beside something else.
    void setPictureOnly() { pictureOnly_ = true; }

    /// Puts somebody, or an area, in the middle and selects them; those who were there before are forgotten.
    void begin(const Middle& middle);
    /// Puts somebody else in the middle; back() returns.
    void centre(const Id& person);
    void centreArea(const Id& area);
    /// To whoever was in the middle before; false when there is nobody.
    bool back();
    /// Draws what begin() asked for, or whoever has most ties, if nothing has been drawn yet.
    void start();
    /// Draws anew what is drawn: when what counts for warmth is another.
    void refresh();

    [[nodiscard]] const Scope& scope() const { return scope_; }
    void setScope(const Scope& scope);
    /// Whether the same is shown as a list.
    [[nodiscard]] bool asList() const { return asList_; }
    void setAsList(bool list);

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] const Middle& middle() const { return middle_; }
    [[nodiscard]] const NetworkPicture& picture() const { return picture_; }
    [[nodiscard]] QString middleName() const { return middleName_; }
    /// "Ana Ruiz · 2 steps · 34 of 1,206 people drawn".
    [[nodiscard]] QString sentence() const;

    /// Index of whoever is selected, -1 for nobody.
    [[nodiscard]] int selected() const { return selected_; }
    void select(int person);
    /// Selects somebody who is drawn, and puts anybody else in the middle.
    void choose(const Id& person);
    /// "Tom Okafor, Head of Platform, warm 62. Knows Ana Ruiz: worked together, strength 0.86, last seen 3 months ago."
    [[nodiscard]] QString spoken(int person) const;
    /// The tie by which somebody is drawn: "worked together with Ana Ruiz, 0.86, seen 3 months ago"; empty in the
    /// middle.
    [[nodiscard]] QString tieSentence(int person) const;
    /// Whether a tie lies on the best way to whoever is selected.
    [[nodiscard]] bool onWay(const NetworkEdge& tie) const;

    /// Best first, at most four, to whoever is selected; none for colleagues.
    [[nodiscard]] const std::vector<NetworkWay>& ways() const { return told_.ways; }
    /// What stands instead of ways; empty when there are some.
    [[nodiscard]] QString wayHint() const;
    /// "If Tom leaves, 31 people of ours lose their only warm tie, Ana Ruiz among them."; empty when several hold them.
    [[nodiscard]] QString heldSentence() const { return told_.held; }
    [[nodiscard]] QString introduceSentence() const { return told_.introduce; }
    /// Whom the person in the middle and whoever is selected both know; nobody when they are one, or around an area.
    [[nodiscard]] const KnownByBothLines& knownByBoth() const { return told_.both; }
    /// How embedded the area in the middle is; empty around a person.
    [[nodiscard]] const GroupLines& group() const { return group_; }

    /// "Ask Tom Okafor to introduce Priya Nair"; empty when there is nobody to ask.
    [[nodiscard]] QString askTitle() const;
    /// Sets a reminder for tomorrow, with the person selected, to do so; said() or problem() follows.
    void ask();

    /// Who holds relationships alone, whoever holds most first. Read when asked for, and told by holdersRead().
    void readHolders();

    [[nodiscard]] std::vector<PersonCard> suggest(const QString& words) const;
    /// Areas in which somebody works, by name. Counted when asked for, and told by areasRead().
    void readAreas();
    /// Years for Scope::sinceYear, latest first.
    [[nodiscard]] std::vector<int> years() const;

Q_SIGNALS:
    /// Another picture, or state.
    void changed();
    void selectionChanged();
    void areasRead(const std::vector<kith::NetworkGroup>& areas);
    void holdersRead(const std::vector<kith::ui::HolderLine>& holders);
    void said(const QString& sentence);
    void problem(const QString& sentence);

private:
    struct Drawing;
    void draw();
    void take(Drawing drawing);
    void tell();
    void takeTold(std::uint64_t asked, NetworkTold told);
    void go(const Middle& middle);

    Worker& worker_;
    NetworkDesk& network_;
    const Clock& clock_;
    const Zone& zone_;
    Middle middle_;
    std::vector<Middle> before_;
    Scope scope_;
    bool asList_ = false;
    bool started_ = false;
    bool pictureOnly_ = false;
    std::uint64_t asked_ = 0;  ///< the latest question about the picture
    std::uint64_t askedWays_ = 0;
    State state_ = State::Reading;
    NetworkPicture picture_;
    QString middleName_;
    int selected_ = -1;
    Id selectedId_{};
    GroupLines group_;
    NetworkTold told_;
    bool isTold_ = false;  ///< told_ is about whoever is selected
    Subscription subscription_;
};

}  // namespace kith::ui
