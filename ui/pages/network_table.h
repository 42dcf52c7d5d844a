// The picture of the network as a table: the same people and ties, a row each.
#pragma once

#include <kith/pages/network_page.h>

#include <QAbstractTableModel>

namespace kith::ui {

enum class NetworkColumn : int { Name, Through, Tie, Strength, Seen, Warmth };
inline constexpr int kNetworkColumns = 6;

enum NetworkRole : int {
    kNetworkBandRole = Qt::UserRole,  ///< int, of the Warmth column
    kNetworkWarmthRole,  ///< int 0-100, of the Warmth column
    kNetworkOnWayRole,  ///< true for whoever is on the best way to whoever is selected
};

/// Rows are NetworkPicture::people. The page must outlive the table.
class NetworkTable final : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit NetworkTable(NetworkPage& page, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    NetworkPage& page_;
};

}  // namespace kith::ui
