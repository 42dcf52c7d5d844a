#include <kith/views/network_cells.h>

#include <kith/controls/paint.h>
#include <kith/pages/network_table.h>
#include <kith/theme/theme.h>

#include <QPainter>

namespace kith::ui {

namespace {

constexpr int kAvatar = 26;
constexpr int kEdge = 14;

}  // namespace

NetworkCells::NetworkCells(const Theme* theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) { }

void NetworkCells::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = theme_->tokens();
    const QString text = index.data(Qt::DisplayRole).toString();
    QRect cell = option.rect.adjusted(2 * kSpace, 0, -kSpace, 0);
    switch (static_cast<NetworkColumn>(index.column())) {
    case NetworkColumn::Name: {
        const int size = theme_->px(kAvatar);
        const bool onWay = index.data(kNetworkOnWayRole).toBool();
        cell.setLeft(option.rect.left() + kEdge);
        const QRect face(cell.left(), cell.center().y() - size / 2, size, size);
        if (!text.isEmpty()) paintAvatar(*painter, face, text, *theme_);
        cell.setLeft(face.right() + 3 * kSpace);
        paintText(*painter, cell, onWay ? QStringLiteral("→ ") + text : text,
                  theme_->font(TextSize::Body, Weight::Bold), onWay ? t.accentText : t.text);
        break;
    }
    case NetworkColumn::Warmth:
        paintWarmth(*painter, cell, static_cast<Band>(index.data(kNetworkBandRole).toInt()),
                    index.data(kNetworkWarmthRole).toInt(), *theme_);
        break;
    case NetworkColumn::Strength: paintText(*painter, cell, text, theme_->figures(TextSize::Body), t.text); break;
    case NetworkColumn::Through:
    case NetworkColumn::Tie:
    case NetworkColumn::Seen: paintText(*painter, cell, text, theme_->font(TextSize::Body), t.muted); break;
    }
}

QSize NetworkCells::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {theme_->px(80), theme_->px(kRow)};
}

}  // namespace kith::ui
