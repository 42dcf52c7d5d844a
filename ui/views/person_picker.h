// A field in which one person is chosen by name.
#pragma once

#include <kith/pages/person_page.h>

#include <QLineEdit>
#include <functional>

class QStandardItemModel;

namespace kith::ui {

/// Offers people while a name is typed; Enter takes the first, a click or the arrows another. Empties itself then.
class PersonPicker final : public QLineEdit {
    Q_OBJECT
public:
    using Suggest = std::function<std::vector<PersonCard>(const QString& words)>;
    explicit PersonPicker(Suggest suggest, QWidget* parent = nullptr);

Q_SIGNALS:
    void picked(const kith::Id& person);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void offer(const QString& words);
    void take(const QString& id);

    Suggest suggest_;
    QStandardItemModel* found_;
};

}  // namespace kith::ui
