// One window per workspace: a second start hands its wishes to the first and ends.
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>

#include <filesystem>

namespace kith::desktop {

class SingleInstance : public QObject {
    Q_OBJECT
public:
    explicit SingleInstance(const std::filesystem::path& workspace, QObject* parent = nullptr);

    /// Asks a running Kith with the same workspace to come to the front and to open these files. True when there was
    /// one: this process should end.
    [[nodiscard]] bool handOver(const QStringList& files) const;
    /// Listens for later starts.
    void listen();

Q_SIGNALS:
    void raised(const QStringList& files);

private:
    void receive();

    QString name_;
    QLocalServer server_;
};

}  // namespace kith::desktop
