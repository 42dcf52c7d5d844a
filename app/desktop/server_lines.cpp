#include "server_lines.h"

#include <kith/net/http_sync_service.h>
#include <kith/secrets/sign_in_vault.h>

namespace kith::desktop {

Result<ServerLine> ServerLines::open(const std::string& url, const std::string& caFile, const Id& device)
{
    KITH_CHECK(net::checkServerUrl(url));
    KITH_TRY(service, net::HttpSyncService::open({.url = url, .caFile = caFile}));
    if (!keyFile_.empty()) return ServerLine{.service = std::move(service), .vault = secrets::fileVault(keyFile_)};
    if (!keychain_) keychain_.emplace();
    return ServerLine{.service = std::move(service), .vault = secrets::keychainVault(*keychain_, device)};
}

}  // namespace kith::desktop
