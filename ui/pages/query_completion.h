// Suggestions for a query line while it is typed.
#pragma once

#include <kith/usecases/people_search.h>
#include <kith/usecases/worker.h>

#include <QObject>
#include <QString>
#include <atomic>
#include <memory>
#include <vector>

namespace kith::ui {

/// Asked on a background reader; an answer that comes after the next key is dropped. For the screen's thread.
class QueryCompletion final : public QObject {
    Q_OBJECT
public:
    struct Line {
        QString text;  ///< "area:" or "Housing"
        QString detail;  ///< what it is: "part of our organisation", "Area"
        QString count;  ///< of people; empty where there is none
        QString replacement;  ///< takes the place of what was typed
        friend bool operator==(const Line&, const Line&) = default;
    };
    struct Edited {
        QString text;
        int cursor = 0;
    };

    /// The search may be null: then there are no suggestions. All must outlive it, the search the worker's last task.
    QueryCompletion(Worker& worker, const Clock& clock, const Zone& zone, QObject* parent = nullptr);
    ~QueryCompletion() override;

    /// changed() follows when the suggestions are others. `cursor` in UTF-16 units.
    void suggest(const PeopleSearch* search, const QString& text, int cursor);
    void clear();

    [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
    /// The line of text with a suggestion in it.
    [[nodiscard]] Edited taken(std::size_t line) const;

Q_SIGNALS:
    void changed();

private:
    void show(QString text, int from, int length, std::vector<Line> lines);

    Worker& worker_;
    const Clock& clock_;
    const Zone& zone_;
    QString text_;  ///< what the suggestions are for
    int from_ = 0;
    int length_ = 0;
    std::vector<Line> lines_;
    std::shared_ptr<std::atomic<bool>> stop_;
};

}  // namespace kith::ui
