#include "server_access.h"

#include <kith/secrets/sign_in_vault.h>

#include <QCoreApplication>

namespace kith::cli {

struct ServerAccess::Parts {
    Parts(const KeyPlace& keys, const Id& device, const Clock& time) : clock(time)
    {
        if (!keys.keyFile.empty()) vault = secrets::fileVault(keys.keyFile);
        else vault = secrets::keychainVault(keychain.emplace(), device);
    }

    // Qt wants an application before anything of the network, and gone after it.
    int count = 1;
    char name[8] = "kithctl";
    char* arguments[2] = {name, nullptr};
    QCoreApplication application{count, arguments};
    std::optional<secrets::WaitingKeychain> keychain;
    std::unique_ptr<TokenVault> vault;
    const Clock& clock;
    std::unique_ptr<net::HttpSyncService> service;
    std::optional<ServerSession> session;
};

ServerAccess::ServerAccess(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) { }

ServerAccess::~ServerAccess() = default;

Result<std::unique_ptr<ServerAccess>> ServerAccess::open(const std::string& url, const std::string& caFile,
                                                         const KeyPlace& keys, const Id& device, const Clock& clock)
{
    KITH_CHECK(net::checkServerUrl(url));
    auto parts = std::make_unique<Parts>(keys, device, clock);
    KITH_TRY(service, net::HttpSyncService::open({.url = url, .caFile = caFile}));
    parts->service = std::move(service);
    parts->session.emplace(*parts->service, *parts->vault, clock);
    return std::unique_ptr<ServerAccess>(new ServerAccess(std::move(parts)));
}

sync::SyncService& ServerAccess::service()
{
    return *parts_->service;
}

ServerSession& ServerAccess::session()
{
    return *parts_->session;
}

Error toError(const sync::Failure& failure)
{
    const auto code = failure.trouble == sync::Trouble::Denied ? ErrorCode::ReadOnly
        : failure.trouble == sync::Trouble::Ask                ? ErrorCode::Conflict
                                                               : ErrorCode::BadInput;
    return {code, failure.sentence};
}

}  // namespace kith::cli
