// What happened, newest first: date, channel, who, and the words.
#pragma once

#include <kith/theme/theme.h>

#include <QAbstractListModel>
#include <QListView>

namespace kith::ui {

struct TimelineEntry {
    enum class Bullet { Note, Hello, Exchange, Conversation };
    QString id;
    QString head;  ///< "29 Sep · coffee · Tom, both talked"
    QString text;  ///< plain text, may hold line ends
    Bullet bullet = Bullet::Note;
};

/// A list of entries, wrapped to the width. With setFitsContent it grows to its whole height and its surroundings
/// scroll.
class Timeline : public QListView {
    Q_OBJECT
public:
    explicit Timeline(const Theme* theme, QWidget* parent = nullptr);
    void setEntries(QList<TimelineEntry> entries);
    void setFitsContent(bool fits);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Enter or a double click on an entry.
    void entryOpened(const QString& id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    class Model;
    class Delegate;
    void fit();

    const Theme* theme_;
    Model* model_;
    bool fits_ = false;
};

}  // namespace kith::ui
