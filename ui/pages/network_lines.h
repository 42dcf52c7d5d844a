// What the Network page says about people, ties and ways, in a reader's words.
#pragma once

#include <kith/base/clock.h>
#include <kith/usecases/group_ties.h>
#include <kith/usecases/introductions.h>
#include <kith/usecases/neighbourhood.h>

#include <QString>
#include <vector>

namespace kith::ui {

struct NetworkNode {
    Id id;
    QString name;
    QString detail;  ///< "Platform engineer · City Council"; may be empty
    Band band{};
    int warmth = 0;
    bool colleague = false;
    int step = 0;  ///< ties from the middle
    int parent = 0;  ///< the one before on the way from the middle; themselves in the middle
    double x = 0;  ///< the middle is 0, 0
    double y = 0;
    QString way;  ///< "0.40": strength of the way from the middle; empty in the middle
};

struct NetworkEdge {
    int from = 0;
    int to = 0;
    double strength = 0;
    double age = 1;  ///< 0: seen today; 1: not within three years, or not dated
    bool dashed = false;
    bool towards = false;  ///< on the way from the middle to one of the two
    QString words;  ///< "worked with, conversations"
    QString figure;  ///< "0.86"
    QString seen;  ///< "3 months ago"; empty when not dated
};

/// Everybody who is drawn, strongest first; the middle comes first.
struct NetworkPicture {
    std::vector<NetworkNode> people;
    std::vector<NetworkEdge> ties;
    std::size_t total = 0;
    double radius = 0;
};

struct NetworkWayStep {
    Id id;
    QString name;
    QString detail;  ///< how the one before knows them; of the first, where they work
    QString figure;  ///< of that tie; empty for the first
};

/// From somebody of ours to whoever is selected.
struct NetworkWay {
    std::vector<NetworkWayStep> steps;
    QString arithmetic;  ///< "0.82 × 0.86"
    QString result;  ///< "0.71"
    QString brief;  ///< "Lars Olsen → Fatima Khan", without the one who is selected
};

/// Somebody who hangs on one colleague.
struct HeldLine {
    Id id;
    QString name;
    QString figure;  ///< of the one tie
    QString introduce;  ///< "Introduce Sam Field or Li Wei"; says so when nobody fits
};

struct HolderLine {
    Id id;
    QString name;
    QString sentence;  ///< "holds 31 people alone; the strongest 20 are listed"
    std::vector<HeldLine> people;
};

/// Somebody whom the one in the middle and the one selected both know.
struct KnownByBothLine {
    Id id;
    QString name;
    QString detail;  ///< "0.80 × 0.90"; or that they are not to be asked
    QString figure;  ///< "0.72", of the way through them; empty when they are not to be asked
    QString spoken;  ///< all of it, with what the ties are made of
};

/// Strongest way first.
struct KnownByBothLines {
    std::vector<KnownByBothLine> people{};
    QString more{};  ///< "and 4 more"; empty when all are listed
};

/// How embedded an area is.
struct GroupLines {
    QString ties{};  ///< "14 people, 62 of 80 ties lead outside (78 %)."; empty when there is nothing to say
    QString index{};  ///< the E-I index, and what it means; empty without ties
    QString amongUs{};  ///< the same with only our own people counted outside; empty when it would say the same
    QString hangs{};  ///< what `bridge` is; empty when there is nobody
    Id bridge{};  ///< who has most ties outside
    QString bridgeName{};
    QString bridgeFigure{};  ///< "20 of 62"
    QString reached{};  ///< who has ties with members alone, or with nobody; empty when there is nobody
};

/// "0.86", in the reader's figures.
[[nodiscard]] QString strengthInWords(double strength);
/// "worked with, conversations": each word of tieWords() translated.
[[nodiscard]] QString tieMadeOf(const std::vector<std::string>& words);
[[nodiscard]] NetworkPicture pictureOf(const Neighbourhood& drawn, Date today, const Zone& zone);
/// `organisation` is where the first one works.
[[nodiscard]] NetworkWay wayOf(const Introduction& way, const std::string& organisation);
[[nodiscard]] HolderLine holderLine(const HolderAlone& holder);
/// `first` and `second` are the names of the two.
[[nodiscard]] KnownByBothLines knownByBothLines(const CommonAcquaintances& common, const QString& first,
                                                const QString& second);
/// `amongUs` are the ties of the same people with colleagues alone counted outside.
[[nodiscard]] GroupLines groupLines(const GroupTies& ties, const GroupTies& amongUs);

/// The tie on the way from the middle by which somebody is drawn; null for the middle.
[[nodiscard]] const NetworkEdge* edgeBetween(const NetworkPicture& picture, int a, int b);

}  // namespace kith::ui
