// What the list of people may be narrowed to, with how many would be left: warmth, area, skill, city.
#pragma once

#include <kith/pages/people_page.h>

#include <QObject>
#include <QString>
#include <array>
#include <atomic>
#include <memory>
#include <vector>

namespace kith::ui {

/// Choosing adds to the query line, which is the only place where a filter is kept. Counted on a background reader when
/// it is asked for. For the screen's thread.
class PeopleFacets final : public QObject {
    Q_OBJECT
public:
    enum class Kind { Band, Area, Skill, City };
    static constexpr std::array kKinds{Kind::Band, Kind::Area, Kind::Skill, Kind::City};

    struct Choice {
        QString name;  ///< "Housing"
        QString count;  ///< "1,204"; empty where it is not known
        search::Query query;
    };

    /// The page must outlive it.
    explicit PeopleFacets(PeoplePage& page, QObject* parent = nullptr);
    ~PeopleFacets() override;

    [[nodiscard]] static QString nameOf(Kind kind);
    /// Whether the query asks for one of this kind already.
    [[nodiscard]] bool isAsked(Kind kind) const;
    /// counted() follows, unless the query changes before.
    void count(Kind kind);
    /// The most frequent first; none that the query asks for already.
    [[nodiscard]] const std::vector<Choice>& choices() const { return choices_; }
    /// Adds it to the query.
    void choose(const search::Query& part);

Q_SIGNALS:
    void counted(kith::ui::PeopleFacets::Kind kind);

private:
    PeoplePage& page_;
    std::vector<Choice> choices_;
    std::shared_ptr<std::atomic<bool>> stop_;
};

}  // namespace kith::ui
