#include <kith/views/people_saved_chip.h>

#include <kith/controls/labels.h>
#include <kith/models/text.h>
#include <kith/views/form_grid.h>
#include <kith/views/form_sheet.h>

#include <QActionGroup>
#include <QComboBox>
#include <QMenu>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 32;  ///< letters of a name on the chip

QString shortened(const QString& name)
{
    return name.size() <= kLongestName ? name : QString(name.left(kLongestName - 1).trimmed() + u'…');
}

}  // namespace

PeopleSavedChip::PeopleSavedChip(const Theme* theme, PeoplePage& page, QWidget* host, QWidget* parent)
    : Chip(theme, tr("Saved"), parent), theme_(theme), page_(page), host_(host), saved_(page)
{
    setAccessibleDescription(tr("Opens the saved searches"));
    connect(this, &Chip::clicked, this, &PeopleSavedChip::open);
    connect(&saved_, &PeopleSaved::changed, this, &PeopleSavedChip::refresh);
    refresh();
}

void PeopleSavedChip::refresh()
{
    const auto* hand = saved_.inHand();
    if (hand == nullptr) {
        setDetail(saved_.choices().empty() ? tr("none yet", "saved searches") : countText(saved_.choices().size()));
        return;
    }
    const QString name = shortened(hand->name);
    setDetail(saved_.isChanged() ? tr("%1, changed", "a saved search whose line was changed").arg(name) : name);
}

QMenu* PeopleSavedChip::menu() const
{
    return menu_ != nullptr && menu_->isVisible() ? menu_ : nullptr;
}

void PeopleSavedChip::open()
{
    if (menu_ != nullptr) menu_->deleteLater();
    menu_ = new QMenu(this);
    menu_->setAccessibleName(tr("Saved searches"));
    const auto* hand = saved_.inHand();
    for (const auto& choice : saved_.choices()) {
        const QString text = plainAction(choice.name);
        auto* action = menu_->addAction(choice.shared.isEmpty() ? text : text + u'\t' + plainAction(choice.shared));
        action->setCheckable(true);
        action->setChecked(hand != nullptr && hand->id == choice.id);
        connect(action, &QAction::triggered, this, [this, id = choice.id] { saved_.choose(id); });
    }
    if (saved_.choices().empty()) menu_->addAction(tr("No saved searches yet"))->setEnabled(false);
    menu_->addSeparator();
    auto* save = menu_->addAction(theme_->icon(Icon::Star, Ink::Muted), tr("Save this search…") + u"\tCtrl+S"_s);
    save->setEnabled(saved_.mayBeSaved());
    connect(save, &QAction::triggered, this, &PeopleSavedChip::save);
    if (hand != nullptr && hand->writable) addOfInHand(*menu_);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    menu_->popup(
        mapToGlobal(mirrored ? QPoint(width() - menu_->sizeHint().width(), height() + 4) : QPoint(0, height() + 4)));
    for (QAction* action : menu_->actions())
        if (action->isEnabled() && !action->isSeparator()) return menu_->setActiveAction(action);
}

void PeopleSavedChip::addOfInHand(QMenu& menu)
{
    const auto& hand = *saved_.inHand();
    const QString name = plainAction(shortened(hand.name));
    menu.addSeparator();
    if (saved_.isChanged())
        connect(menu.addAction(theme_->icon(Icon::Check, Ink::Muted), tr("Change “%1” to this").arg(name)),
                &QAction::triggered, &saved_, &PeopleSaved::changeToLine);
    connect(menu.addAction(theme_->icon(Icon::Edit, Ink::Muted), tr("Rename “%1”…").arg(name)), &QAction::triggered,
            this, &PeopleSavedChip::rename);
    if (const auto places = saved_.places(); places.size() > 1) {
        auto* who = menu.addMenu(theme_->icon(Icon::People, Ink::Muted), tr("Who sees “%1”").arg(name));
        auto* one = new QActionGroup(who);
        for (const auto& place : places) {
            auto* action = who->addAction(plainAction(place.name));
            action->setCheckable(true);
            action->setChecked(place.space == hand.space);
            one->addAction(action);
            connect(action, &QAction::triggered, this, [this, space = place.space] { saved_.moveTo(space); });
        }
    }
    connect(menu.addAction(theme_->icon(Icon::Remove, Ink::Muted), tr("Delete “%1”").arg(name)), &QAction::triggered,
            &saved_, &PeopleSaved::remove);
}

void PeopleSavedChip::save()
{
    if (!page_.parsed().problems.empty() && !page_.hint().isEmpty()) {
        Q_EMIT saved_.problem(page_.hint());
        return;
    }
    askForName(tr("Save this search"), tr("Save"), {}, true,
               [this](const QString& name, const Id& space, const Outcome& done) { saved_.save(name, space, done); });
}

void PeopleSavedChip::rename()
{
    if (saved_.inHand() == nullptr) return;
    askForName(tr("Rename the search"), tr("Rename"), saved_.inHand()->name, false,
               [this](const QString& name, const Id&, const Outcome& done) { saved_.rename(name, done); });
}

void PeopleSavedChip::askForName(const QString& title, const QString& action, const QString& name, bool withPlace,
                                 const std::function<void(const QString&, const Id&, const Outcome&)>& take)
{
    const FormSheet form = makeFormSheet(theme_, title);
    auto* asks = new ElidedLabel(theme_, withPlace ? page_.filterText().simplified() : saved_.inHand()->query,
                                 TextSize::Body, Ink::Muted);
    form.column->addWidget(asks);
    QFormLayout* grid = addFormGrid(form.column);
    auto* field = addLine(theme_, grid, tr("Name"), tr("Engineers to call this month"));
    field->setText(name);
    field->setMaxLength(200);
    field->selectAll();
    const auto places = saved_.places();
    QComboBox* place = nullptr;
    if (withPlace && places.size() > 1) {
        place = addField(theme_, grid, tr("Who sees it"), new QComboBox);
        for (const auto& each : places) place->addItem(each.name);
    }
    openAskingSheet(
        theme_, host_, form, action,
        [field, place, places, take](const Outcome& done) {
            const std::size_t chosen = place != nullptr ? static_cast<std::size_t>(place->currentIndex()) : 0;
            take(field->text(), chosen < places.size() ? places[chosen].space : Id{}, done);
        },
        field, [this](const QString& problem) { Q_EMIT saved_.problem(problem); });
}

QList<CommandSpec> PeopleSavedChip::commands()
{
    const auto hand = [this] { return saved_.inHand() != nullptr && saved_.inHand()->writable; };
    return {
        {.id = u"people.save"_s,
         .title = tr("Save this search"),
         .shortcut = QKeySequence(u"Ctrl+S"_s),
         .run = [this] { save(); },
         .enabled = [this] { return saved_.mayBeSaved(); },
         .icon = u"star"_s},
        {.id = u"people.saved"_s,
         .title = tr("Open the saved searches"),
         .run =
             [this] {
                 setFocus(Qt::ShortcutFocusReason);
                 open();
             },
         .icon = u"star"_s},
        {.id = u"people.saved.change"_s,
         .title = tr("Change the saved search to what the line asks"),
         .run = [this] { saved_.changeToLine(); },
         .enabled = [this, hand] { return hand() && saved_.isChanged(); },
         .icon = u"check"_s},
        {.id = u"people.saved.rename"_s,
         .title = tr("Rename the saved search"),
         .run = [this] { rename(); },
         .enabled = hand,
         .icon = u"edit"_s},
        {.id = u"people.saved.delete"_s,
         .title = tr("Delete the saved search"),
         .run = [this] { saved_.remove(); },
         .enabled = hand,
         .icon = u"remove"_s},
    };
}

}  // namespace kith::ui
