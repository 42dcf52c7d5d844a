#include <kith/pages/network_table.h>

#include <kith/pages/words.h>

#include <QLocale>
#include <algorithm>

namespace kith::ui {

NetworkTable::NetworkTable(NetworkPage& page, QObject* parent) : QAbstractTableModel(parent), page_(page)
{
    connect(&page, &NetworkPage::changed, this, [this] {
        beginResetModel();
        endResetModel();
    });
    connect(&page, &NetworkPage::selectionChanged, this, [this] {
        if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kNetworkColumns - 1));
    });
}

int NetworkTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(page_.picture().people.size());
}

int NetworkTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kNetworkColumns;
}

QVariant NetworkTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const NetworkPicture& picture = page_.picture();
    const NetworkNode& node = picture.people[static_cast<std::size_t>(index.row())];
    const bool middle = node.parent == index.row();
    const NetworkEdge* edge = middle ? nullptr : edgeBetween(picture, index.row(), node.parent);
    if (role == kNetworkBandRole) return static_cast<int>(node.band);
    if (role == kNetworkWarmthRole) return node.warmth;
    if (role == kNetworkOnWayRole)
        return !page_.ways().empty()
            && std::ranges::find(page_.ways().front().steps, node.id, &NetworkWayStep::id)
            != page_.ways().front().steps.end();
    if (role != Qt::DisplayRole) return {};
    switch (static_cast<NetworkColumn>(index.column())) {
    case NetworkColumn::Name: return node.name;
    case NetworkColumn::Through:
        return middle ? tr("in the middle") : picture.people[static_cast<std::size_t>(node.parent)].name;
    case NetworkColumn::Tie: return edge == nullptr ? QString{} : edge->words;
    case NetworkColumn::Strength: return edge == nullptr ? QString{} : edge->figure;
    case NetworkColumn::Seen: return edge == nullptr ? QString{} : edge->seen;
    case NetworkColumn::Warmth: return QStringLiteral("%1 %2").arg(wordFor(node.band), QLocale().toString(node.warmth));
    }
    return {};
}

QVariant NetworkTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (static_cast<NetworkColumn>(section)) {
    case NetworkColumn::Name: return tr("Person");
    case NetworkColumn::Through: return tr("Knows");
    case NetworkColumn::Tie: return tr("Tie");
    case NetworkColumn::Strength: return tr("Strength");
    case NetworkColumn::Seen: return tr("Last seen");
    case NetworkColumn::Warmth: return tr("Warmth");
    }
    return {};
}

}  // namespace kith::ui
