#include "single_instance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QLocalSocket>

namespace kith::desktop {

namespace {

constexpr int kPatienceMs = 1000;
constexpr qsizetype kLongestMessage = 1 << 20;

}  // namespace

SingleInstance::SingleInstance(const std::filesystem::path& workspace, QObject* parent) : QObject(parent)
{
    std::error_code ignored;
    const auto absolute = std::filesystem::weakly_canonical(workspace, ignored);
    const QByteArray path = QByteArray::fromStdString(absolute.string());
    name_ = QStringLiteral("kith-")
        + QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().first(32));
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, &SingleInstance::receive);
}

bool SingleInstance::handOver(const QStringList& files) const
{
    QLocalSocket socket;
    socket.connectToServer(name_);
    if (!socket.waitForConnected(kPatienceMs)) return false;
    QByteArray message;
    QDataStream out(&message, QIODevice::WriteOnly);
    out << files;
    socket.write(message);
    socket.waitForBytesWritten(kPatienceMs);
    socket.disconnectFromServer();
    return true;
}

void SingleInstance::listen()
{
    // A name left by a process that was killed would refuse us; nobody answered on it just now.
    QLocalServer::removeServer(name_);
    server_.listen(name_);
}

void SingleInstance::receive()
{
    QLocalSocket* socket = server_.nextPendingConnection();
    if (socket == nullptr) return;
    connect(socket, &QLocalSocket::disconnected, this, [this, socket] {
        const QByteArray message = socket->read(kLongestMessage);
        QDataStream in(message);
        QStringList files;
        in >> files;
        socket->deleteLater();
        Q_EMIT raised(in.status() == QDataStream::Ok ? files : QStringList{});
    });
}

}  // namespace kith::desktop
