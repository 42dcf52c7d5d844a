#include <kith/views/people_chips.h>

#include <kith/controls/badges.h>
#include <kith/models/text.h>
#include <kith/theme/theme.h>
#include <kith/views/flow_layout.h>

#include <QMenu>
#include <utility>

namespace kith::ui {

PeopleChips::PeopleChips(const Theme* theme, PeoplePage& page, QWidget* parent)
    : QWidget(parent), theme_(theme), page_(page), facets_(page), flow_(new FlowLayout(this, 6, 6))
{
    for (const auto kind : PeopleFacets::kKinds) {
        auto* chip = new Chip(theme, PeopleFacets::nameOf(kind), this);
        chip->setDetail(tr("any"));
        chip->setAccessibleDescription(tr("Opens what the list may be narrowed to"));
        connect(chip, &Chip::clicked, this, [this, kind] { open(kind); });
        flow_->addWidget(chip);
        kinds_.emplace(kind, chip);
    }
    connect(&page_, &PeoplePage::changed, this, &PeopleChips::refresh);
    connect(&facets_, &PeopleFacets::counted, this, &PeopleChips::showChoices);
    refresh();
}

void PeopleChips::setLead(QWidget* lead)
{
    lead_ = lead;
    flow_->insertWidget(0, lead);
    setTabOrder(lead, parts_.isEmpty() ? kinds_.begin()->second : parts_.front());
}

void PeopleChips::open(PeopleFacets::Kind kind)
{
    facets_.count(kind);
}

QMenu* PeopleChips::menu() const
{
    return menu_ != nullptr && menu_->isVisible() ? menu_ : nullptr;
}

void PeopleChips::showChoices(PeopleFacets::Kind kind)
{
    if (!isVisible()) return;
    if (menu_ != nullptr) menu_->deleteLater();
    menu_ = new QMenu(this);
    menu_->setAccessibleName(PeopleFacets::nameOf(kind));
    menu_->setToolTipsVisible(false);
    for (const auto& choice : facets_.choices()) {
        // What stands behind a tab is at the other end of the line.
        const QString text = plainAction(choice.name) + (choice.count.isEmpty() ? QString{} : u'\t' + choice.count);
        connect(menu_->addAction(text), &QAction::triggered, this,
                [this, query = choice.query] { facets_.choose(query); });
    }
    if (facets_.choices().empty()) menu_->addAction(tr("Nothing more to choose from"))->setEnabled(false);
    const Chip* chip = kinds_.at(kind);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QPoint corner = mirrored ? QPoint(chip->width() - menu_->sizeHint().width(), chip->height() + 4)
                                   : QPoint(0, chip->height() + 4);
    menu_->popup(chip->mapToGlobal(corner));
    if (!menu_->actions().isEmpty()) menu_->setActiveAction(menu_->actions().front());
}

void PeopleChips::refresh()
{
    for (const auto& [kind, chip] : kinds_) {
        chip->setVisible(page_.search() != nullptr);
        chip->setEnabled(page_.search() != nullptr && page_.search()->ready());
        chip->setDetail(facets_.isAsked(kind) ? tr("more") : tr("any"));
    }
    auto next = page_.chips();
    if (next == shown_) return;
    const bool focused = isAncestorOf(window()->focusWidget());
    for (Chip* chip : std::exchange(parts_, {})) {
        flow_->removeWidget(chip);
        chip->hide();
        chip->deleteLater();  // one of them may be telling us that it was pressed
    }
    shown_ = std::move(next);
    for (std::size_t at = 0; at < shown_.size(); ++at) {
        const QueryChip& part = shown_[at];
        auto* chip = new Chip(theme_, part.text, this);
        if (!part.detail.isEmpty()) chip->setDetail(part.detail);
        chip->setCheckable(true);
        chip->setChecked(true);
        chip->setRemovable(true);
        if (!part.explanation.isEmpty()) {
            chip->setToolTip(part.explanation.toHtmlEscaped());
            chip->setAccessibleDescription(part.explanation + u' ' + chip->accessibleDescription());
        }
        connect(chip, &Chip::toggled, chip, [chip] { chip->setChecked(true); });
        connect(chip, &Chip::removeAsked, this, [this, without = part.without] { page_.setFilterText(without); });
        flow_->insertWidget(static_cast<int>(at) + (lead_ != nullptr ? 1 : 0), chip);
        chip->show();
        parts_ << chip;
    }
    if (lead_ != nullptr && !parts_.isEmpty()) setTabOrder(lead_, parts_.front());
    for (qsizetype at = 0; at + 1 < parts_.size(); ++at) setTabOrder(parts_[at], parts_[at + 1]);
    if (!parts_.isEmpty()) setTabOrder(parts_.back(), kinds_.begin()->second);
    // Whoever takes parts away one after the other stays here.
    if (focused && window()->focusWidget() == nullptr) kinds_.begin()->second->setFocus(Qt::OtherFocusReason);
    flow_->invalidate();
    updateGeometry();
}

}  // namespace kith::ui
