#include <kith/views/network_sections.h>

#include <kith/controls/paint.h>
#include <kith/theme/button_kind.h>

#include <QPushButton>

namespace kith::ui {

namespace {

TextLabel* figure(const Theme* theme)
{
    auto* label = new TextLabel(theme, {}, TextSize::Small, Ink::Muted);
    label->setFont(theme->figures(TextSize::Small));
    return label;
}

}  // namespace

GroupSection::GroupSection(const Theme* theme, NetworkPage& page, QWidget* parent)
    : Section(theme, tr("How embedded the area is"), parent),
      page_(page),
      ties_(wrappingLabel(theme)),
      index_(wrappingLabel(theme, TextSize::Small)),
      amongUs_(wrappingLabel(theme, TextSize::Small)),
      hangs_(wrappingLabel(theme)),
      bridge_(new QPushButton),
      bridgeFigure_(figure(theme)),
      reached_(wrappingLabel(theme, TextSize::Small))
{
    setButtonKind(bridge_, ButtonKind::Link);
    connect(bridge_, &QPushButton::clicked, &page_, [this] { page_.choose(page_.group().bridge); });
    bridgeRow_ = rowWidget({bridge_, new QWidget, bridgeFigure_}, 1);
    for (QWidget* part : std::initializer_list<QWidget*>{ties_, index_, amongUs_, hangs_, bridgeRow_, reached_})
        body()->addWidget(part);
    body()->setSpacing(kSpace);
}

void GroupSection::refresh()
{
    const GroupLines& group = page_.group();
    setVisible(!group.ties.isEmpty());
    ties_->setText(group.ties);
    index_->setText(group.index);
    index_->setVisible(!group.index.isEmpty());
    amongUs_->setText(group.amongUs);
    amongUs_->setVisible(!group.amongUs.isEmpty());
    hangs_->setText(group.hangs);
    hangs_->setVisible(!group.hangs.isEmpty());
    bridge_->setText(group.bridgeName);
    bridge_->setAccessibleName(tr("%1, %2 ties outside", "name, 20 of 62").arg(group.bridgeName, group.bridgeFigure));
    bridge_->setAccessibleDescription(group.hangs);
    bridgeFigure_->setText(group.bridgeFigure);
    bridgeRow_->setVisible(!group.hangs.isEmpty());
    reached_->setText(group.reached);
    reached_->setVisible(!group.reached.isEmpty());
}

KnownByBothSection::KnownByBothSection(const Theme* theme, NetworkPage& page, QWidget* parent)
    : Section(theme, tr("Known by both"), parent),
      page_(page),
      list_(new QVBoxLayout),
      rows_(list_,
            [this, theme](const KnownByBothLine& made) -> Rows<KnownByBothLine>::Row {
                auto* name = new QPushButton;
                setButtonKind(name, ButtonKind::Link);
                connect(name, &QPushButton::clicked, &page_, [this, id = made.id] { page_.choose(id); });
                auto* way = figure(theme);
                auto* detail = wrappingLabel(theme, TextSize::Small);
                detail->setContentsMargins(kLinkMargin, 0, 0, 0);
                auto* whole = new QWidget;
                auto* column = new QVBoxLayout(whole);
                column->setContentsMargins(0, 0, 0, 0);
                column->setSpacing(0);
                column->addWidget(rowWidget({name, new QWidget, way}, 1));
                column->addWidget(detail);
                return {whole, [=](const KnownByBothLine& line) {
                            name->setText(line.name);
                            name->setAccessibleName(line.spoken);
                            way->setText(line.figure);
                            detail->setText(line.detail);
                            whole->setToolTip(plainToolTip(line.spoken));
                        }};
            }),
      more_(wrappingLabel(theme, TextSize::Small))
{
    list_->setSpacing(kSpace);
    body()->addLayout(list_);
    body()->addWidget(more_);
}

void KnownByBothSection::refresh()
{
    const KnownByBothLines& both = page_.knownByBoth();
    setVisible(!both.people.empty());
    rows_.set(both.people);
    more_->setText(both.more);
    more_->setVisible(!both.more.isEmpty());
}

}  // namespace kith::ui
