#include "server_access.h"

#include "keychain_access.h"
#include "private_file.h"

#include <kith/base/text.h>

#include <QCoreApplication>
#include <fstream>
#include <iterator>

namespace kith::cli {

namespace {

class KeychainVault final : public TokenVault {
public:
    explicit KeychainVault(const Id& device) : name_("signin-" + device.toString()) { }

    Result<std::optional<std::string>> load() override
    {
        auto found = readFromKeychain(name_);
        if (found) return std::optional(std::move(*found));
        if (found.error().code == ErrorCode::NotFound) return std::optional<std::string>{};
        return std::unexpected(found.error());
    }
    Result<void> save(const std::string& token) override { return writeToKeychain(name_, token); }
    Result<void> forget() override { return removeFromKeychain(name_); }

private:
    std::string name_;
};

class FileVault final : public TokenVault {
public:
    explicit FileVault(std::filesystem::path path) : path_(std::move(path)) { }

    Result<std::optional<std::string>> load() override
    {
        std::ifstream in(path_, std::ios::binary);
        if (!in) return std::optional<std::string>{};
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        return std::optional(std::string(trim(text)));
    }
    Result<void> save(const std::string& token) override
    {
        KITH_TRY(file, PrivateFile::create(path_));
        KITH_CHECK(file.write(token + '\n'));
        return file.commit();
    }
    Result<void> forget() override
    {
        std::error_code error;
        std::filesystem::remove(path_, error);
        if (error) return fail(ErrorCode::ReadOnly, "The file with the sign-in could not be removed.");
        return {};
    }

private:
    std::filesystem::path path_;
};

}  // namespace

std::unique_ptr<TokenVault> vaultFor(const KeyPlace& keys, const Id& device)
{
    if (!keys.keyFile.empty()) return std::make_unique<FileVault>(keys.keyFile.string() + ".signin");
    return std::make_unique<KeychainVault>(device);
}

struct ServerAccess::Parts {
    Parts(std::unique_ptr<TokenVault> tokens, const Clock& time) : vault(std::move(tokens)), clock(time) { }

    // Qt wants an application before anything of the network, and gone after it.
    int count = 1;
    char name[8] = "kithctl";
    char* arguments[2] = {name, nullptr};
    QCoreApplication application{count, arguments};
    std::unique_ptr<TokenVault> vault;
    const Clock& clock;
    std::unique_ptr<net::HttpSyncService> service;
    std::optional<ServerSession> session;
};

ServerAccess::ServerAccess(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) { }

ServerAccess::~ServerAccess() = default;

Result<std::unique_ptr<ServerAccess>> ServerAccess::open(const std::string& url, const std::string& caFile,
                                                         std::unique_ptr<TokenVault> vault, const Clock& clock)
{
    KITH_CHECK(net::checkServerUrl(url));
    auto parts = std::make_unique<Parts>(std::move(vault), clock);
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
