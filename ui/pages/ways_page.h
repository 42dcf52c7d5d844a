// Who can introduce us to a person: the best ways through the network, with their arithmetic.
#pragma once

#include <kith/usecases/introductions.h>
#include <kith/usecases/network_desk.h>
#include <kith/usecases/worker.h>

#include <QObject>
#include <QString>
#include <vector>

namespace kith::ui {

/// One way, from a colleague to the person.
struct WayLine {
    Id id;  ///< of the colleague
    QString start;  ///< their name
    QString through;  ///< "through Ben Ode", or "knows them"
    QString strength;  ///< "0.40"
    QString arithmetic;  ///< each step with its strength and what the tie is made of, a line each
};

/// For the screen's thread. Follows the network and whom it is told to show.
class WaysPage final : public QObject {
    Q_OBJECT
public:
    enum class State : std::uint8_t {
        Nobody,  ///< nobody is shown, or a colleague, to whom nobody need introduce us
        Reading,  ///< the network is being read for the first time
        None,  ///< no colleague leads there
        Ways
    };

    /// References must outlive the page.
    WaysPage(Worker& worker, NetworkDesk& network, const Clock& clock, const Zone& zone, QObject* parent = nullptr);

    void show(const std::optional<Id>& person);
    [[nodiscard]] State state() const { return state_; }
    /// Best first; at most three.
    [[nodiscard]] const std::vector<WayLine>& lines() const { return lines_; }

Q_SIGNALS:
    void changed();

private:
    void read();
    void take(const Id& person, State state, std::vector<WayLine> lines);

    Worker& worker_;
    NetworkDesk& network_;
    const Clock& clock_;
    const Zone& zone_;
    std::optional<Id> person_;
    State state_ = State::Nobody;
    std::vector<WayLine> lines_;
    Subscription subscription_;
};

}  // namespace kith::ui
