// What the field at the top finds while somebody types: people, notes and saved searches, and how many fit.
#pragma once

#include <kith/usecases/quick_search.h>
#include <kith/usecases/worker.h>

#include <QList>
#include <QObject>
#include <QString>
#include <atomic>
#include <memory>

namespace kith::ui {

/// Asked on a background reader; what was asked before the last key is never shown. For the screen's thread.
class QuickFindPage final : public QObject {
    Q_OBJECT
public:
    struct Found {
        QString id;  ///< of the person, or of the saved search
        QString name;
        QString detail;  ///< "Platform engineer · City Council", the note around the words, the query
        friend bool operator==(const Found&, const Found&) = default;
    };

    /// The search may be null; all must outlive it, the search the worker's last task.
    QuickFindPage(Worker& worker, const Clock& clock, const Zone& zone, const PeopleSearch* search = nullptr,
                  QObject* parent = nullptr);
    ~QuickFindPage() override;

    /// answered() follows for the last text asked for, at once for an empty one.
    void ask(const QString& text);
    [[nodiscard]] bool waiting() const { return stop_ != nullptr; }

    /// Of the last answer.
    [[nodiscard]] const QString& text() const { return text_; }
    [[nodiscard]] const QList<Found>& people() const { return people_; }
    [[nodiscard]] const QList<Found>& notes() const { return notes_; }
    [[nodiscard]] const QList<Found>& searches() const { return searches_; }
    [[nodiscard]] QString peopleHeading() const;  ///< "People · 1,204"
    [[nodiscard]] QString notesHeading() const;
    /// "Show all 1,204 in People"; empty when all are here.
    [[nodiscard]] QString showAll() const;
    [[nodiscard]] const std::vector<search::Mark>& marks() const { return marks_; }

Q_SIGNALS:
    void answered();

private:
    void take(const QString& text, const QuickFinds& finds);

    Worker& worker_;
    const Clock& clock_;
    const Zone& zone_;
    const PeopleSearch* search_;
    std::shared_ptr<std::atomic<bool>> stop_;  ///< of what is under way
    QString text_;
    std::size_t total_ = 0;
    std::size_t noteTotal_ = 0;
    QList<Found> people_;
    QList<Found> notes_;
    QList<Found> searches_;
    std::vector<search::Mark> marks_;
};

}  // namespace kith::ui
