#include <kith/views/person_picker.h>

#include <kith/models/text.h>
#include <kith/pages/words.h>

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>

namespace kith::ui {

PersonPicker::PersonPicker(Suggest suggest, QWidget* parent)
    : QLineEdit(parent), suggest_(std::move(suggest)), found_(new QStandardItemModel(this))
{
    auto* completer = new QCompleter(found_, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    setCompleter(completer);
    connect(this, &QLineEdit::textEdited, this, &PersonPicker::offer);
    // Queued: the field takes the completion as its text after this, and shall be empty in the end.
    connect(completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, [this](const QModelIndex& index) {
        const QString id = index.data(Qt::UserRole).toString();
        QMetaObject::invokeMethod(this, [this, id] { take(id); }, Qt::QueuedConnection);
    });
}

void PersonPicker::keyPressEvent(QKeyEvent* event)
{
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // A name that is being typed is taken; only an empty field lets Enter through to the form around it.
    if (!enters || text().trimmed().isEmpty() || event->modifiers().testFlag(Qt::ControlModifier))
        return QLineEdit::keyPressEvent(event);
    QAbstractItemView* popup = completer()->popup();
    const QModelIndex chosen = popup->isVisible() ? popup->currentIndex() : QModelIndex();
    const QString id = chosen.isValid() ? chosen.data(Qt::UserRole).toString()
        : found_->rowCount() > 0        ? found_->item(0)->data(Qt::UserRole).toString()
                                        : QString{};
    popup->hide();
    if (!id.isEmpty()) take(id);
}

void PersonPicker::offer(const QString& words)
{
    found_->clear();
    if (words.trimmed().isEmpty()) return;
    for (const PersonCard& card : suggest_(words)) {
        auto* item = new QStandardItem(toQString(card.name));
        const QString line = titleLine(card.title, card.organisation);
        if (!line.isEmpty()) item->setText(tr("%1 — %2").arg(toQString(card.name), line));
        item->setData(toQString(card.id.toString()), Qt::UserRole);
        found_->appendRow(item);
    }
}

void PersonPicker::take(const QString& id)
{
    const auto person = Id::parse(toUtf8(id));
    clear();
    found_->clear();
    if (person) Q_EMIT picked(*person);
}

}  // namespace kith::ui
